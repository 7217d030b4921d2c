import { schoolYears } from '@guildhall/contract/directory'
import { Button, Skeleton } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { Facts, Panel, PanelPart } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/college.module.css'
import { WeekTable } from '../parts/week-table.tsx'

/** The calendar of a school year: terms, holidays, exchanged days, and the week table that follows from them. */
export function SchoolYearPage() {
  const w = useWords()
  const formats = useFormats()
  const { id } = useParams({ from: '/signed-in/school-years/$id' })
  const asked = useAsk(schoolYears.one, { params: { id } })
  const one = asked.data
  usePageTitle(one?.name, w('college.school-years'))
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!one) return <Skeleton height={320} />
  const range = (part: { from: string; to: string }) => `${formats.day(part.from)} – ${formats.day(part.to)}`
  const { terms, holidays, workdays } = one.calendar
  return (
    <>
      <PageHead crumbs={[{ label: w('college.school-years'), url: '/school-years' }]} title={one.name} state={one.isCurrent ? <StateBadge tone="open">{w('college.current')}</StateBadge> : null} actions={one.allowed.includes('change') ? <Button variant="default" renderRoot={(rest) => <Link to="/school-years/$id/edit" params={{ id }} {...rest} />}>{w('college.edit-school-year')}</Button> : null} />
      <Panel>
        <PanelPart title={w('college.terms')}>
          <Facts facts={[{ label: w('college.school-year'), value: range({ from: one.starts, to: one.ends }) }, ...terms.map((term) => ({ label: w('college.term-n', { term: term.key }), value: <>{range(term)}<br /><span className={classes['meta']}>{w('college.exam-weeks')}: {term.examWeeks.join(', ') || w('college.none')}</span></> }))]} />
        </PanelPart>
        <PanelPart title={w('college.holidays')}>
          {holidays.length ? <Facts facts={holidays.map((holiday) => ({ label: holiday.name ?? '–', value: range(holiday) }))} /> : <p className={classes['note']}>{w('college.none')}</p>}
        </PanelPart>
        <PanelPart title={w('college.workdays')}>
          {workdays.length ? <ul className={classes['lines']}>{workdays.map((day) => <li key={day.date}>{day.as ? w('college.workday-line', { date: formats.day(day.date), as: formats.day(day.as) }) : w('college.workday-line-plain', { date: formats.day(day.date) })}</li>)}</ul> : <p className={classes['note']}>{w('college.none')}</p>}
        </PanelPart>
        <PanelPart title={w('college.week-table')}><WeekTable id={id} /></PanelPart>
      </Panel>
    </>
  )
}
