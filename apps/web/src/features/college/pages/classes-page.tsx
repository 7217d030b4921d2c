import { type Class, classes } from '@guildhall/contract/directory'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { ImportLink } from '../../../ui/import-link.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import type { Column } from '../../../ui/list-types.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { ThingTable } from '../../../ui/thing-table.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useKeepsCollege } from '../parts/use-keeps-college.ts'
import { useLimits } from '../parts/use-choices.ts'

/** The classes of the college with their class teachers. */
export function ClassesPage() {
  const w = useWords()
  const read = useText()
  const keeps = useKeepsCollege()
  const limits = useLimits()
  const title = w('college.classes')
  usePageTitle(title)
  const columns = useMemo((): readonly Column<Class>[] => {
    const name = (one: Class['major']) => (one ? (read(one.name)?.text ?? '') : '')
    return [
      { name: 'name', head: w('college.class'), sort: true, width: '24%', phone: 'title', cell: (row) => <To url={`/classes/${row.id}`}>{row.name}</To>, text: (row) => row.name },
      { name: 'cohort', head: w('college.cohort'), sort: true, align: 'end', phone: 'line', cell: (row) => row.cohort, text: (row) => String(row.cohort) },
      { name: 'major', head: w('college.major'), cell: (row) => name(row.major), text: (row) => name(row.major) },
      { name: 'department', head: w('college.department'), cell: (row) => name(row.department), text: (row) => name(row.department) },
      { name: 'teacher', head: w('college.class-teacher'), phone: 'line', cell: (row) => row.teacher?.name, text: (row) => row.teacher?.name ?? '' },
      { name: 'learners', head: w('college.learners'), align: 'end', phone: 'state', cell: (row) => row.learners, text: (row) => String(row.learners) },
    ]
  }, [w, read])
  const add = keeps ? <Button renderRoot={(rest) => <Link to="/classes/new" {...rest} />}>{w('college.add-class')}</Button> : undefined
  const filters = [
    { name: 'majorId', label: w('college.major'), choices: limits.majors },
    { name: 'departmentId', label: w('college.department'), choices: limits.departments },
    { name: 'archived', label: w('college.archived'), choices: (['no', 'yes'] as const).map((value) => ({ value, label: w(`college.archived.${value}`) })) },
  ]
  return (
    <>
      <PageHead title={title} actions={<><Button variant="subtle" renderRoot={(rest) => <Link to="/college" {...rest} />}>{w('college.structure')}</Button><Button variant="subtle" renderRoot={(rest) => <Link to="/school-years" {...rest} />}>{w('college.school-years')}</Button><ImportLink target="classes" />{add}</>} />
      <ThingTable endpoint={classes.list} name="classes" caption={title} wordsLabel={w('college.classes-search')} columns={columns} filters={filters} usualSort="name" nameOf={(row) => row.name} nothingYet={{ title: w('college.classes-none'), text: w('college.classes-none-how'), action: <><ImportLink target="classes" />{add}</> }} />
    </>
  )
}
