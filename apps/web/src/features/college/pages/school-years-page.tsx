import { type SchoolYearRow, schoolYears } from '@guildhall/contract/directory'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/list-types.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useKeepsCollege } from '../parts/use-keeps-college.ts'

/** The school years of the college. */
export function SchoolYearsPage() {
  const w = useWords()
  const formats = useFormats()
  const keeps = useKeepsCollege()
  const title = w('college.school-years')
  usePageTitle(title)
  const columns = useMemo((): readonly Column<SchoolYearRow>[] => [
    { name: 'name', head: w('college.school-year'), width: '24%', phone: 'title', cell: (row) => <To url={`/school-years/${row.id}`}>{row.name}</To>, text: (row) => row.name },
    { name: 'starts', head: w('college.starts'), sort: true, phone: 'line', cell: (row) => formats.day(row.starts), text: (row) => row.starts },
    { name: 'ends', head: w('college.ends'), phone: 'line', cell: (row) => formats.day(row.ends), text: (row) => row.ends },
    { name: 'terms', head: w('college.terms'), align: 'end', cell: (row) => row.terms, text: (row) => String(row.terms) },
    { name: 'isCurrent', head: w('college.state'), phone: 'state', cell: (row) => (row.isCurrent ? <StateBadge tone="open">{w('college.current')}</StateBadge> : null), text: (row) => (row.isCurrent ? w('college.current') : '') },
  ], [w, formats])
  const add = keeps ? <Button renderRoot={(rest) => <Link to="/school-years/new" {...rest} />}>{w('college.add-school-year')}</Button> : undefined
  return (
    <>
      <PageHead title={title} actions={add} />
      <ThingTable endpoint={schoolYears.list} name="school-years" caption={title} wordsLabel={w('college.school-years-search')} columns={columns} usualSort="-starts" nameOf={(row) => row.name} nothingYet={{ title: w('college.school-years-none'), text: w('college.school-years-none-how'), action: add }} />
    </>
  )
}
