import { type ExportFormat, type ExportListName, listExports } from '@guildhall/contract/exchange'
import type { Endpoint, Page } from '@guildhall/contract/http'
import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { problemText, toProblem } from '../api/problem-text.ts'
import { useAsk } from '../api/use-ask.ts'
import { readAllRows, saveAs, toCsv } from './export-list.ts'
import { useLanguage, useWords } from './language.tsx'
import { type Column, listAsk, type RowOf } from './list-types.ts'
import { useNotice } from './notices.tsx'
import type { ListState } from './url-state.ts'

type Props<E extends Endpoint> = Readonly<{ endpoint: E; name: string; list: ListState; columns: readonly Column<RowOf<E>>[] }>

/** Exactly this view as a file: its filters, its order, all its pages. Registers leave as a workbook that can be imported again, other lists as the columns that are seen. */
export function ExportButton<E extends Endpoint>(props: Props<E>) {
  const served = useAsk(listExports.lists, {}).data?.items.find(({ list }) => list === props.name)
  return served ? <ServedExport list={props.list} name={served.list} /> : <SeenExport {...props} />
}

/** The server writes the file; a long list in the background. */
function ServedExport({ name, list }: { name: ExportListName; list: ListState }) {
  const w = useWords()
  const { language } = useLanguage()
  const notice = useNotice()
  const save = useMutation({
    mutationFn: async (format: ExportFormat) => {
      const { save } = await import('./served-export.ts')
      return save(name, list, format)
    },
    onSuccess: (saved) => notice({ text: saved === 'in-background' ? w('web.export.in-background') : w('web.export.saved', { name: saved.name }) }),
  })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={save.isPending}>
            {w('web.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save.mutate('xlsx')}>{w('web.export-xlsx')}</Menu.Item>
          <Menu.Item onClick={() => save.mutate('csv')}>{w('web.export-csv')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {save.isError ? <span role="alert">{problemText(toProblem(save.error), language)}</span> : null}
    </>
  )
}

/** The columns that are seen, read page by page. */
function SeenExport<E extends Endpoint>(props: Props<E>) {
  const w = useWords()
  const notice = useNotice()
  const { language } = useLanguage()
  const save = useMutation({
    mutationFn: () =>
      readAllRows(async (after) => (await call(props.endpoint, listAsk<E>(props.list, { after, limit: 200 }))) as Page<RowOf<E>>), // safe: the endpoint is a list, see RowOf
    onSuccess: ({ rows, isCut }) => {
      const name = `${props.name}-${new Date().toISOString().slice(0, 10)}.csv`
      saveAs(name, toCsv(props.columns.filter((column) => !column.acts), rows))
      notice({ text: w(isCut ? 'web.export.cut' : 'web.export.done', { n: rows.length, name }) })
    },
  })
  return (
    <>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {w('web.export')}
      </Button>
      {save.isError ? <span role="alert">{problemText(toProblem(save.error), language)}</span> : null}
    </>
  )
}
