import { schoolYears, type Week } from '@guildhall/contract/directory'
import { dayKinds } from '@guildhall/kernel'
import { Skeleton } from '@mantine/core'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import classes from './college.module.css'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** The weeks of a school year: each day says in a word what it is, so that it reads without colour. */
export function WeekTable({ id }: { id: string }) {
  const w = useWords()
  const asked = useAsk(schoolYears.weeks, { params: { id } })
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={320} />
  if (asked.data.items.length === 0) return <EmptyState isPart title={w('college.none')}>{w('college.school-years-none-how')}</EmptyState>
  const terms = [...new Set(asked.data.items.map((one) => one.term))]
  return (
    <>
      <ul className={classes['legend']}>{dayKinds.filter((kind) => kind !== 'outside').map((kind) => <li key={kind}>{w(`college.kind.${kind}`).slice(0, 1)} = {w(`college.kind.${kind}`)}</li>)}</ul>
      {terms.map((term) => <TermWeeks key={term} term={term} weeks={asked.data.items.filter((one) => one.term === term)} />)}
    </>
  )
}

function TermWeeks({ term, weeks }: { term: string; weeks: readonly Week[] }) {
  const w = useWords()
  const formats = useFormats()
  const today = new Date().toISOString().slice(0, 10)
  const title = w('college.term-n', { term })
  return (
    <>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys */}
      <section className={classes['scroll']} aria-label={title} tabIndex={0}>
        <table className={classes['weeks']}>
          <thead><tr><th scope="col">{w('college.week')}</th><th scope="col">{w('college.from')}</th>{weekdays.map((day) => <th key={day} scope="col">{w(`college.day.${day}`)}</th>)}<th scope="col">{w('college.teaching-days')}</th><th scope="col">{w('college.remark')}</th></tr></thead>
          <tbody>
            {weeks.map((one) => (
              <tr key={one.from} data-now={(one.from <= today && one.to >= today) || undefined}>
                <th scope="row">{one.week ?? '–'}</th>
                <td>{formats.day(one.from)}</td>
                {weekdays.map((day) => { const kind = one.days[day - 1] ?? 'outside'; return <td key={day} data-kind={kind} title={w(`college.kind.${kind}`)}>{kind === 'outside' ? '' : w(`college.kind.${kind}`).slice(0, 1)}</td> })}
                <td data-number="">{one.teachingDays}</td>
                <td data-remark="">{[...(one.isExam ? [w('college.exam')] : []), ...one.holidays, ...one.workdays.map((date) => w('college.workday-line-plain', { date: formats.day(date) }))].join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
