import { type SchoolYear, schoolYears } from '@guildhall/contract/directory'
import { Button, Skeleton, TextInput } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/college.module.css'
import { FormPanel } from '../parts/form-panel.tsx'
import { emptyYear, toCalendar, toYearValues, type YearValues, yearToEnter } from '../parts/year-values.ts'

/** Proposes the running school year; where that one is entered, the next. */
export function AddSchoolYearPage() {
  const asked = useAsk(schoolYears.list, { query: { limit: 200 } })
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={320} />
  return <YearForm year={yearToEnter(new Date().toISOString().slice(0, 10), asked.data.items)} />
}

export function EditSchoolYearPage() {
  const { id } = useParams({ from: '/signed-in/school-years/$id/edit' })
  const asked = useAsk(schoolYears.one, { params: { id } })
  if (asked.data) return <YearForm before={asked.data} key={id} />
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  return <Skeleton height={320} />
}

/** Adds a school year, or changes the calendar of the one that is given. What does not fit is said at its line. */
function YearForm({ before, year = 0 }: { before?: SchoolYear; year?: number }) {
  const w = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const title = before ? w('college.edit-school-year') : w('college.add-school-year')
  usePageTitle(title, w('college.school-years'))
  const many = (n: number, of: (at: number) => [string, string][]) => Object.fromEntries(Array.from({ length: n }, (_, at) => of(at)).flat())
  const labels: Readonly<Record<string, string>> = {
    name: w('college.school-year'), starts: w('college.starts'), ends: w('college.ends'),
    ...many(12, (at) => [[`calendar.terms.${at}.key`, w('college.term')], [`calendar.terms.${at}.from`, w('college.starts')], [`calendar.terms.${at}.to`, w('college.ends')], [`calendar.terms.${at}.examWeeks`, w('college.exam-weeks')]]),
    ...many(60, (at) => [[`calendar.holidays.${at}.name`, w('college.holiday')], [`calendar.holidays.${at}.from`, w('college.starts')], [`calendar.holidays.${at}.to`, w('college.ends')]]),
    ...many(60, (at) => [[`calendar.workdays.${at}.date`, w('college.workday')], [`calendar.workdays.${at}.as`, w('college.workday-as')]]),
  }
  const form = useContractForm(before ? schoolYears.change : schoolYears.add, {
    draft: `school-year.${before?.id ?? 'new'}`, initial: before ? toYearValues(before) : emptyYear(year), labels, toValues: toYearValues, refresh: ['/api/v1/start'],
    toAsk: (values: YearValues) => ({ params: { id: before?.id ?? '' }, body: { name: values.name, starts: values.starts, ends: values.ends, calendar: toCalendar(values.calendar, before?.calendar), version: values.version } }),
    onDone: (after) => { notice({ text: w('college.saved') }); void navigate({ to: '/school-years/$id', params: { id: after.id }, replace: true }) },
  })
  const { calendar } = form.values
  const set = (part: Partial<YearValues['calendar']>) => form.setValue('calendar', { ...calendar, ...part })
  const drop = (list: 'terms' | 'holidays' | 'workdays', at: number) => (
    <Button variant="subtle" color="madder" aria-label={w('college.drop-n', { n: at + 1 })} onClick={() => set({ [list]: calendar[list].filter((_, other) => other !== at) })}>{w('college.drop')}</Button>
  )
  const date = (path: string) => <TextInput {...form.field(path)} type="date" required withAsterisk={false} />
  const said = (path: string) => ({ label: labels[path] ?? path, mine: String(form.values[path as keyof YearValues] ?? ''), theirs: String(form.other?.theirs[path as keyof YearValues] ?? '') }) // safe: an unknown path reads as empty
  const part = (name: string, add: string, onAdd: () => void, lines: ReactNode) => (
    <section>
      <h2>{name}</h2>
      {lines}
      <Button mt="sm" size="compact-sm" variant="default" onClick={onAdd}>{add}</Button>
    </section>
  )
  return (
    <>
      <PageHead crumbs={[{ label: w('college.school-years'), url: '/school-years' }, ...(before ? [{ label: before.name, url: `/school-years/${before.id}` }] : [])]} title={title} />
      <FormPanel form={form} verb={before ? w('college.save') : title} back={before ? `/school-years/${before.id}` : '/school-years'} said={said}>
        <div className={classes['fields']}>
          <TextInput {...form.field('name')} className={classes['wide'] ?? ''} autoComplete="off" required withAsterisk={false} />
          {date('starts')}
          {date('ends')}
        </div>
        {part(w('college.terms'), w('college.add-term'), () => set({ terms: [...calendar.terms, { key: String(calendar.terms.length + 1), from: '', to: '', examWeeks: '' }] }), calendar.terms.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own; its fields hold no state
          <div key={at} className={classes['row']}>
            <TextInput {...form.field(`calendar.terms.${at}.key`)} maxLength={20} />
            {date(`calendar.terms.${at}.from`)}
            {date(`calendar.terms.${at}.to`)}
            <TextInput {...form.field(`calendar.terms.${at}.examWeeks`)} description={w('college.exam-weeks-how')} inputWrapperOrder={['label', 'input', 'error', 'description']} />
            {drop('terms', at)}
          </div>
        )))}
        {part(w('college.holidays'), w('college.add-holiday'), () => set({ holidays: [...calendar.holidays, { name: '', from: '', to: '' }] }), calendar.holidays.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={at} className={classes['row']}>
            <TextInput {...form.field(`calendar.holidays.${at}.name`)} maxLength={60} />
            {date(`calendar.holidays.${at}.from`)}
            {date(`calendar.holidays.${at}.to`)}
            {drop('holidays', at)}
          </div>
        )))}
        {part(w('college.workdays'), w('college.add-workday'), () => set({ workdays: [...calendar.workdays, { date: '', as: '' }] }), calendar.workdays.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <div key={at} className={classes['row']}>
            {date(`calendar.workdays.${at}.date`)}
            <TextInput {...form.field(`calendar.workdays.${at}.as`)} type="date" />
            {drop('workdays', at)}
          </div>
        )))}
      </FormPanel>
    </>
  )
}
