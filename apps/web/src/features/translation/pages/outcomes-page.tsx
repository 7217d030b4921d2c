import { type OutcomeRow, outcomes } from '@guildhall/contract/translation'
import { useMemo } from 'react'
import { useSession } from '../../../api/session.tsx'
import { ContentText } from '../../../ui/content-text.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Column, Filter } from '../../../ui/list-types.ts'
import { Letterhead } from '../../../ui/stamp-block.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'

/** Agreed learning outcomes: a college's own, or those of the region for everybody else. */
export function OutcomesPage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const session = useSession()
  const title = w('programmes.outcomes')
  usePageTitle(title)
  const columns = useMemo((): readonly Column<OutcomeRow>[] => [
    { name: 'number', head: w('programmes.number'), sort: true, width: '120px', phone: 'line', cell: (row) => <To url={`/outcomes/${row.id}`}>{row.number}</To>, text: (row) => row.number },
    { name: 'text', head: w('programmes.outcome'), width: '52%', phone: 'title', cell: (row) => <ContentText text={row.text} />, text: (row) => read(row.text)?.text ?? '' },
    { name: 'level', head: w('needs.slot.level'), align: 'end', cell: (row) => row.level, text: (row) => String(row.level) },
    { name: 'askedBy', head: w('programmes.enterprises'), align: 'end', phone: 'state', cell: (row) => row.askedBy, text: (row) => String(row.askedBy) },
    { name: 'updatedAt', head: w('programmes.updated'), sort: true, cell: (row) => formats.day(row.updatedAt), text: (row) => row.updatedAt },
  ], [w, read, formats])
  const filters: readonly Filter[] = [{ name: 'level', label: w('needs.slot.level'), choices: ['1', '2', '3', '4', '5', '6', '7', '8'].map((value) => ({ value, label: value })) }]
  return (
    <>
      <Letterhead organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')} title={title} asOf={new Date().toISOString()} />
      <PageHead title={title} />
      <ThingTable endpoint={outcomes.list} name="outcomes" caption={title} wordsLabel={w('programmes.search-outcomes')} columns={columns} filters={filters} usualSort="-updatedAt" nameOf={(row) => row.number} nothingYet={{ title: w('programmes.no-outcomes'), text: w('programmes.no-outcomes-how') }} />
    </>
  )
}
