import { type Import, type ImportTargetName, type importEncodings, imports } from '@guildhall/contract/exchange'
import { useNavigate } from '@tanstack/react-router'
import { useAct } from '../../../api/use-act.ts'
import { useUpload } from '../../../api/use-upload.ts'
import { keepSource, type Source } from './sources.ts'

/** How a file is to be read, where the person knows better than the house. */
export type Reading = Readonly<{ sheet?: string; headerRow?: number; encoding?: (typeof importEncodings)[number]; columns?: Readonly<Record<string, string | null>>; fill?: Readonly<Record<string, string>> }>

/** Sends a file or pasted cells to be checked, and opens what came of it. `replace`: the page of an earlier reading gives way. */
export function useCheck(options: { replace?: boolean } = {}) {
  const navigate = useNavigate()
  const file = useUpload(imports.check)
  const pasted = useAct(imports.checkPasted)
  const open = (source: Source) => (checked: Import) => {
    keepSource(checked.id, source)
    void navigate({ to: '/imports/$id', params: { id: checked.id }, replace: options.replace ?? false })
  }
  return {
    isPending: file.isPending || pasted.isPending,
    problem: (file.error ?? pasted.error)?.problem,
    check: (target: ImportTargetName, source: Source, { columns, sheet, headerRow, encoding, fill }: Reading = {}) => {
      file.reset()
      pasted.reset()
      const told = headerRow === undefined ? {} : { headerRow }
      if ('file' in source) {
        const body = { ...told, ...(sheet ? { sheet } : {}), ...(encoding ? { encoding } : {}), ...(columns ? { columns: JSON.stringify(columns) } : {}), ...(fill ? { fill: JSON.stringify(fill) } : {}) }
        file.mutate({ ask: { params: { target }, body }, file: source.file }, { onSuccess: open(source) })
      } else pasted.mutate({ params: { target }, body: { text: source.text, ...told, ...(columns ? { columns: { ...columns } } : {}), ...(fill ? { fill: { ...fill } } : {}) } }, { onSuccess: open(source) })
    },
  }
}
