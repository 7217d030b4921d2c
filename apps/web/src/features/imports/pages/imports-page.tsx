import { type ImportRun, imports } from '@guildhall/contract/exchange'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/list-types.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { ImportState, isBusy } from '../parts/import-state.tsx'
import { useRegisters } from '../parts/registers.ts'

/** Imports of the reader's organisation, youngest first: what came in, what waits to be mended. */
export function ImportsPage() {
  const w = useWords()
  const formats = useFormats()
  const registers = useRegisters().data?.items ?? []
  const title = w('imports.title')
  usePageTitle(title)
  const columns = useMemo((): readonly Column<ImportRun>[] => {
    const name = (row: ImportRun) => row.fileName || w('imports.pasted')
    const figure = (column: string, head: Parameters<typeof w>[0], value: (row: ImportRun) => number): Column<ImportRun> => ({ name: column, head: w(head), align: 'end', cell: (row) => formats.number(value(row)), text: (row) => String(value(row)) })
    return [
      { name: 'file', head: w('imports.file'), width: '30%', phone: 'title', cell: (row) => <To url={`/imports/${row.id}`}>{name(row)}</To>, text: name },
      { name: 'register', head: w('imports.register'), phone: 'line', cell: (row) => w(`imports.target.${row.target}`), text: (row) => w(`imports.target.${row.target}`) },
      { name: 'state', head: w('imports.state'), phone: 'state', cell: (row) => <ImportState state={row.state} />, text: (row) => w(`imports.run-state.${row.state}`) },
      figure('taken', 'imports.taken-rows', (row) => row.taken),
      figure('wrong', 'imports.to-mend', (row) => row.counts.wrong),
      { name: 'by', head: w('imports.by'), cell: (row) => row.by?.name, text: (row) => row.by?.name ?? '' },
      { name: 'at', head: w('imports.at'), sort: true, phone: 'line', cell: (row) => formats.dayAndTime(row.at), text: (row) => row.at },
    ]
  }, [w, formats])
  const add = registers.length > 0 ? <Button renderRoot={(rest) => <Link to="/imports/new" {...rest} />}>{w('imports.new')}</Button> : undefined
  const filters = [{ name: 'target', label: w('imports.register'), choices: registers.map(({ target }) => ({ value: target, label: w(`imports.target.${target}`) })) }]
  return (
    <>
      <PageHead title={title} actions={add} />
      <ThingTable endpoint={imports.list} name="imports" caption={title} wordsLabel={w('imports.search')} columns={columns} filters={filters} usualSort="-at" every={(page) => (page?.items.some(isBusy) ? 3000 : false)} nameOf={(row) => row.fileName || w('imports.pasted')} nothingYet={{ title: w('imports.none'), text: w('imports.none-how'), action: add }} />
    </>
  )
}
