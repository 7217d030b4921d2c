import { changeProposals, type ProposalRow, proposalStatuses } from '@guildhall/contract/programmes'
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
import { ProposalState } from '../parts/states.tsx'

/** Change proposals of the college, or those on which a partner was asked for an opinion. */
export function ProposalsPage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const session = useSession()
  const title = w('programmes.proposals')
  usePageTitle(title)
  const columns = useMemo((): readonly Column<ProposalRow>[] => [
    { name: 'number', head: w('programmes.number'), sort: true, width: '112px', phone: 'line', cell: (row) => <To url={`/change-proposals/${row.id}`}>{row.number}</To>, text: (row) => row.number },
    { name: 'title', head: w('programmes.title'), width: '32%', phone: 'title', cell: (row) => row.title, text: (row) => row.title },
    { name: 'status', head: w('programmes.state'), phone: 'state', cell: (row) => <ProposalState status={row.status} />, text: (row) => w(`programmes.status.${row.status}`) },
    { name: 'major', head: w('programmes.major'), cell: (row) => <ContentText text={row.major.name} tag={false} />, text: (row) => read(row.major.name)?.text ?? '' },
    { name: 'fromCohort', head: w('programmes.from-cohort'), align: 'end', cell: (row) => row.fromCohort, text: (row) => String(row.fromCohort) },
    { name: 'days', head: w('programmes.days'), align: 'end', cell: (row) => row.days ?? '', text: (row) => String(row.days ?? '') },
    { name: 'stepEnds', head: w('programmes.step-ends'), phone: 'line', cell: (row) => (row.stepEnds ? formats.day(row.stepEnds) : ''), text: (row) => row.stepEnds ?? '' },
    { name: 'updatedAt', head: w('programmes.updated'), sort: true, optional: true, cell: (row) => formats.dayAndTime(row.updatedAt), text: (row) => row.updatedAt },
  ], [w, read, formats])
  const filters: readonly Filter[] = [{ name: 'status', label: w('programmes.state'), choices: proposalStatuses.map((value) => ({ value, label: w(`programmes.status.${value}`) })) }]
  return (
    <>
      <Letterhead organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')} title={title} asOf={new Date().toISOString()} />
      <PageHead title={title} />
      <ThingTable endpoint={changeProposals.list} name="change-proposals" caption={title} wordsLabel={w('programmes.search-proposals')} columns={columns} filters={filters} usualSort="-updatedAt" nameOf={(row) => row.number} nothingYet={{ title: w('programmes.no-proposals'), text: w('programmes.no-proposals-how') }} />
    </>
  )
}
