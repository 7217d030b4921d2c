import { type LearnerRow, learnerStatuses, learners } from '@guildhall/contract/directory'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { ImportLink } from '../../../ui/import-link.tsx'
import { useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/list-types.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { LearnerState } from '../parts/states.tsx'
import { useLimits } from '../parts/use-choices.ts'
import { useKeepsCollege } from '../parts/use-keeps-college.ts'

/** The roster, as far as the reader may see it. */
export function LearnersPage() {
  const w = useWords()
  const formats = useFormats()
  const keeps = useKeepsCollege()
  const limits = useLimits()
  const title = w('college.learners')
  usePageTitle(title)
  const columns = useMemo((): readonly Column<LearnerRow>[] => [
    { name: 'name', head: w('college.person-name'), sort: true, width: '20%', phone: 'title', cell: (row) => <To url={`/learners/${row.id}`}>{row.name}</To>, text: (row) => row.name },
    { name: 'studentNumber', head: w('college.student-number'), sort: true, phone: 'line', cell: (row) => row.studentNumber, text: (row) => row.studentNumber },
    { name: 'class', head: w('college.class'), phone: 'line', cell: (row) => row.class?.name, text: (row) => row.class?.name ?? '' },
    { name: 'gender', head: w('college.gender'), optional: true, cell: (row) => (row.gender ? w(`college.gender.${row.gender}`) : ''), text: (row) => (row.gender ? w(`college.gender.${row.gender}`) : '') },
    { name: 'enteredOn', head: w('college.entered-on'), cell: (row) => (row.enteredOn ? formats.day(row.enteredOn) : ''), text: (row) => row.enteredOn ?? '' },
    { name: 'status', head: w('college.state'), phone: 'state', cell: (row) => <LearnerState status={row.status} />, text: (row) => w(`college.status.${row.status}`) },
  ], [w, formats])
  const add = keeps ? <Button renderRoot={(rest) => <Link to="/learners/new" {...rest} />}>{w('college.add-learner')}</Button> : undefined
  const actions = <><ImportLink target="learners" />{add}</>
  const filters = [
    { name: 'classId', label: w('college.class'), choices: limits.classes },
    { name: 'status', label: w('college.state'), choices: learnerStatuses.map((value) => ({ value, label: w(`college.status.${value}`) })) },
  ]
  return (
    <>
      <PageHead title={title} actions={actions} />
      <ThingTable endpoint={learners.list} name="learners" caption={title} wordsLabel={w('college.learners-search')} columns={columns} filters={filters} usualSort="name" nameOf={(row) => row.name} nothingYet={{ title: w('college.learners-none'), text: w('college.learners-none-how'), action: actions }} />
    </>
  )
}
