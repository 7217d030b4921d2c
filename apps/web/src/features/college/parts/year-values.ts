import type { Calendar, SchoolYear } from '@guildhall/contract/directory'

/** The calendar as the form holds it: numbers of weeks as people type them. */
export type YearValues = {
  name: string
  starts: string
  ends: string
  version: number
  calendar: { terms: { key: string; from: string; to: string; examWeeks: string }[]; holidays: { from: string; to: string; name: string }[]; workdays: { date: string; as: string }[] }
}

/** What is usual, to be put right: from September to January, and from the Monday on or after 20 February into July. */
export const emptyYear = (year: number): YearValues => ({
  name: `${year}-${year + 1}`, starts: `${year}-09-01`, ends: `${year + 1}-08-31`, version: 0,
  calendar: { terms: [{ key: '1', from: `${year}-09-01`, to: `${year + 1}-01-20`, examWeeks: '' }, { key: '2', from: mondayFrom(`${year + 1}-02-20`), to: `${year + 1}-07-10`, examWeeks: '' }], holidays: [], workdays: [] },
})

function mondayFrom(day: string): string {
  const date = new Date(day)
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7))
  return date.toISOString().slice(0, 10)
}

/**
 * The year in which the school year begins that one would enter today: the running one, from July the coming one; the first that is not there yet.
 * @example yearToEnter('2027-03-02', []) // 2026
 */
export function yearToEnter(today: string, known: readonly Readonly<{ starts: string }>[]): number {
  let year = Number(today.slice(0, 4)) - (today.slice(5, 7) < '07' ? 1 : 0)
  while (known.some(({ starts }) => starts.startsWith(`${year}-`))) year++
  return year
}

export const toYearValues = (one: SchoolYear): YearValues => ({
  name: one.name, starts: one.starts, ends: one.ends, version: one.version,
  calendar: {
    terms: one.calendar.terms.map((term) => ({ ...term, examWeeks: term.examWeeks.join(', ') })),
    holidays: one.calendar.holidays.map((holiday) => ({ ...holiday, name: holiday.name ?? '' })),
    workdays: one.calendar.workdays.map((day) => ({ date: day.date, as: day.as ?? '' })),
  },
})

/** @example toWeeks('18， 19 20') // [18, 19, 20] */
export const toWeeks = (text: string): number[] => text.split(/[^\d]+/).filter(Boolean).map(Number)

/** What the form does not show of a calendar (teaching weekdays) stays as it was. */
export const toCalendar = (values: YearValues['calendar'], before: Calendar | undefined): Calendar => ({
  ...before,
  terms: values.terms.map((term) => ({ ...term, examWeeks: toWeeks(term.examWeeks) })),
  holidays: values.holidays.map(({ name, ...range }) => ({ ...range, ...(name.trim() ? { name: name.trim() } : {}) })),
  workdays: values.workdays.map(({ date, as }) => ({ date, ...(as ? { as } : {}) })),
})
