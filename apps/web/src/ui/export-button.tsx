import type { Endpoint, Page } from '@guildhall/contract/http'
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { problemText, toProblem } from '../api/problem-text.ts'
import { readAllRows, saveAs, toCsv } from './export-list.ts'
import { useLanguage, useWords } from './language.tsx'
import { type Column, listAsk, type RowOf } from './list-types.ts'
import { useNotice } from './notices.tsx'
import type { ListState } from './url-state.ts'

/** Exactly this view as a file: its filters, its order, its columns, all its pages. */
export function ExportButton<E extends Endpoint>(props: {
  endpoint: E
  name: string
  list: ListState
  columns: readonly Column<RowOf<E>>[]
}) {
  const w = useWords()
  const notice = useNotice()
  const { language } = useLanguage()
  const save = useMutation({
    mutationFn: () =>
      readAllRows(async (after) => (await call(props.endpoint, listAsk<E>(props.list, { after, limit: 200 }))) as Page<RowOf<E>>), // safe: the endpoint is a list, see RowOf
    onSuccess: ({ rows, isCut }) => {
      const name = `${props.name}-${new Date().toISOString().slice(0, 10)}.csv`
      saveAs(name, toCsv(props.columns, rows))
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
