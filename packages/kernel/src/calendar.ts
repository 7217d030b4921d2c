import { addDays, dateOfDay, dayNumber, type PlainDate, weekday } from './date.ts'
import type { Reason } from './reason.ts'

/** Days from one to another, both included. */
export type DateRange = Readonly<{ from: PlainDate; to: PlainDate }>

export type CalendarTerm = DateRange &
  Readonly<{
    /** `1`, `2`: unique within the school year. */ key: string /** Weeks of the term in which examinations are held instead of lessons. */
    examWeeks: readonly number[]
  }>

/** A day off that is worked instead (调休). `as` is the day whose timetable holds; without it the timetable of its own weekday. */
export type ExchangedWorkday = Readonly<{ date: PlainDate; as?: PlainDate }>

/** The calendar of a college for one school year. Weeks begin on Monday; week 1 is the one in which the term begins. */
export type CollegeCalendar = DateRange &
  Readonly<{
    terms: readonly CalendarTerm[]
    holidays: readonly (DateRange & Readonly<{ name?: string }>)[]
    workdays: readonly ExchangedWorkday[]
    /** Weekdays with lessons, 1 = Monday; Monday to Friday unless told. */
    teachingWeekdays?: readonly number[]
    /** Whether a week without any working day has a number too: in China yes, in a German half-year usually no. Yes unless told. */
    countsHolidayWeeks?: boolean
  }>

export const dayKinds = ['teaching', 'exam', 'holiday', 'free', 'outside'] as const
export type DayKind = (typeof dayKinds)[number]

/** Where a day stands: 第12周 of a term. */
export type WeekOfTerm = Readonly<{ term: string; week: number; exam: boolean }>

export const calendarFaults = [
  'year-reversed',
  'term-reversed',
  'term-outside-year',
  'terms-overlap',
  'term-key-twice',
  'exam-week-outside-term',
  'holiday-reversed',
  'holidays-overlap',
  'workday-twice',
  'workday-in-holiday',
  'workday-not-free',
  'workday-for-no-holiday',
] as const
export type CalendarFault = (typeof calendarFaults)[number]

export const calendarConflicts = ['range-reversed', 'outside-terms', 'in-exam-week', 'in-holiday', 'no-teaching-day'] as const
export type CalendarConflict = (typeof calendarConflicts)[number]

/**
 * The teaching week of a day, also of its weekend; undefined between the terms, and in a week that is not counted.
 * @example weekOf(calendar, toDate('2026-11-24')) // { term: '1', week: 13, exam: false }
 */
export function weekOf(calendar: CollegeCalendar, date: PlainDate): WeekOfTerm | undefined {
  const monday = mondayOf(date)
  const term = calendar.terms.find((one) => monday >= mondayOf(one.from) && monday <= mondayOf(one.to))
  const week = term && weekNumber(calendar, term, monday)
  return term && week ? { term: term.key, week, exam: term.examWeeks.includes(week) } : undefined
}

/** What a day is: lessons, examinations, holiday, free (a weekend within a term), or outside the terms. */
export function dayKind(calendar: CollegeCalendar, date: PlainDate): DayKind {
  const term = calendar.terms.find((one) => within(date, one))
  if (!term) return calendar.holidays.some((holiday) => within(date, holiday)) ? 'holiday' : 'outside'
  // An exchanged workday was decided for just this day, so it goes before all else.
  if (!calendar.workdays.some((one) => one.date === date)) {
    if (calendar.holidays.some((holiday) => within(date, holiday))) return 'holiday'
    if (!teachingWeekdaysOf(calendar).includes(weekday(date))) return 'free'
  }
  return weekOf(calendar, date)?.exam ? 'exam' : 'teaching'
}

export const isTeachingDay = (calendar: CollegeCalendar, date: PlainDate): boolean => dayKind(calendar, date) === 'teaching'

/** The weekday whose timetable holds on a teaching day: on an exchanged workday that of the day it stands for. Undefined on other days. */
export function timetableDay(calendar: CollegeCalendar, date: PlainDate): number | undefined {
  if (!isTeachingDay(calendar, date)) return undefined
  return weekday(calendar.workdays.find((one) => one.date === date)?.as ?? date)
}

/** Teaching days of a range, both ends included. */
export function teachingDays(calendar: CollegeCalendar, from: PlainDate, to: PlainDate): PlainDate[] {
  // Only days within terms can be teaching days: a range of centuries costs no more than the school year.
  return calendar.terms
    .flatMap((term) => daysOf(overlapOf(term, { from, to })))
    .filter((date) => isTeachingDay(calendar, date))
    .sort()
}

/** Numbers of the weeks of a term, examinations left out. */
export function teachingWeeks(calendar: CollegeCalendar, termKey: string): number[] {
  const term = calendar.terms.find((one) => one.key === termKey)
  const numbers = term ? mondays(term).map((monday) => weekNumber(calendar, term, monday)) : []
  return numbers.flatMap((week) => (week !== undefined && !term!.examWeeks.includes(week) ? [week] : []))
}

/** Monday to Sunday of a week of a term; undefined where the term has no such week. */
export function rangeOfWeek(calendar: CollegeCalendar, termKey: string, week: number): DateRange | undefined {
  const term = calendar.terms.find((one) => one.key === termKey)
  const monday = term && mondays(term).find((one) => weekNumber(calendar, term, one) === week)
  return monday && { from: monday, to: addDays(monday, 6) }
}

/** The days two ranges have in common. */
export function overlapOf(a: DateRange, b: DateRange): DateRange | undefined {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from <= to ? { from, to } : undefined
}

/**
 * Why a range does not fit the calendar: what a planned phase, visit or course block runs into. Empty where it fits.
 * @example conflictsOf(calendar, { from: toDate('2026-09-28'), to: toDate('2026-10-09') }) // [{ code: 'in-holiday', params: { from: '2026-10-01', to: '2026-10-07' } }]
 */
export function conflictsOf(calendar: CollegeCalendar, range: DateRange): Reason<CalendarConflict>[] {
  if (range.from > range.to) return [{ code: 'range-reversed', params: { ...range } }]
  const reasons: Reason<CalendarConflict>[] = []
  const inTerms = calendar.terms.reduce((days, term) => days + lengthOf(overlapOf(term, range)), 0)
  if (inTerms < lengthOf(range)) reasons.push({ code: 'outside-terms', params: { ...range, days: lengthOf(range) - inTerms } })
  for (const holiday of calendar.holidays) {
    const common = overlapOf(holiday, range)
    if (common) reasons.push({ code: 'in-holiday', params: { ...common, name: holiday.name ?? '–' } })
  }
  for (const term of calendar.terms) {
    for (const week of term.examWeeks) {
      const days = rangeOfWeek(calendar, term.key, week)
      const common = days && overlapOf(days, range)
      if (common) reasons.push({ code: 'in-exam-week', params: { ...common, term: term.key, week } })
    }
  }
  if (teachingDays(calendar, range.from, range.to).length === 0) reasons.push({ code: 'no-teaching-day', params: { ...range } })
  return reasons
}

/** Everything that is wrong with a calendar; empty where it can be used. */
export function checkCalendar(calendar: CollegeCalendar): Reason<CalendarFault>[] {
  const reasons: Reason<CalendarFault>[] = []
  const say = (code: CalendarFault, params: NonNullable<Reason['params']>) => reasons.push({ code, params })
  if (calendar.from > calendar.to) say('year-reversed', { from: calendar.from, to: calendar.to })
  for (const [i, term] of calendar.terms.entries()) {
    const { key, from, to } = term
    if (from > to) say('term-reversed', { term: key, from, to })
    if (from < calendar.from || to > calendar.to) say('term-outside-year', { term: key, from, to })
    for (const other of calendar.terms.slice(0, i)) {
      const common = overlapOf(term, other)
      if (common) say('terms-overlap', { term: key, other: other.key, ...common })
      if (other.key === key) say('term-key-twice', { term: key })
    }
    for (const week of term.examWeeks) if (!rangeOfWeek(calendar, key, week)) say('exam-week-outside-term', { term: key, week })
  }
  for (const [i, holiday] of calendar.holidays.entries()) {
    if (holiday.from > holiday.to) say('holiday-reversed', { from: holiday.from, to: holiday.to })
    for (const other of calendar.holidays.slice(0, i)) {
      const common = overlapOf(holiday, other)
      if (common) say('holidays-overlap', { ...common, name: holiday.name ?? '–', other: other.name ?? '–' })
    }
  }
  for (const [i, workday] of calendar.workdays.entries()) checkWorkday(calendar, workday, calendar.workdays.slice(0, i), say)
  return reasons
}

function checkWorkday(
  calendar: CollegeCalendar,
  { date, as }: ExchangedWorkday,
  before: readonly ExchangedWorkday[],
  say: (code: CalendarFault, params: NonNullable<Reason['params']>) => void,
): void {
  if (before.some((one) => one.date === date)) say('workday-twice', { date })
  if (calendar.holidays.some((holiday) => within(date, holiday))) say('workday-in-holiday', { date })
  else if (teachingWeekdaysOf(calendar).includes(weekday(date))) say('workday-not-free', { date })
  // It stands for a day on which nobody works, else one timetable would be taught twice.
  const stands =
    as === undefined || (calendar.holidays.some((holiday) => within(as, holiday)) && teachingWeekdaysOf(calendar).includes(weekday(as)))
  if (as !== undefined && !stands) say('workday-for-no-holiday', { date, as })
}

const within = (date: PlainDate, range: DateRange) => date >= range.from && date <= range.to
const mondayOf = (date: PlainDate) => addDays(date, 1 - weekday(date))
const lengthOf = (range: DateRange | undefined) => (range ? dayNumber(range.to) - dayNumber(range.from) + 1 : 0)
const teachingWeekdaysOf = (calendar: CollegeCalendar) => calendar.teachingWeekdays ?? [1, 2, 3, 4, 5]

function daysOf(range: DateRange | undefined): PlainDate[] {
  const first = range ? dayNumber(range.from) : 0
  return Array.from({ length: lengthOf(range) }, (_, i) => dateOfDay(first + i))
}

function mondays(term: DateRange): PlainDate[] {
  const first = mondayOf(term.from)
  const count = term.from > term.to ? 0 : Math.floor((dayNumber(term.to) - dayNumber(first)) / 7) + 1
  return Array.from({ length: count }, (_, i) => addDays(first, 7 * i))
}

/** Number of the week that begins on a Monday; undefined for one that is not counted. */
function weekNumber(calendar: CollegeCalendar, term: DateRange, monday: PlainDate): number | undefined {
  const all = mondays(term)
  const counted = calendar.countsHolidayWeeks === false ? all.filter((one) => isWorked(calendar, term, one)) : all
  const at = counted.indexOf(monday)
  return at < 0 ? undefined : at + 1
}

/** Whether anybody works in a week, lessons or examinations. */
function isWorked(calendar: CollegeCalendar, term: DateRange, monday: PlainDate): boolean {
  return daysOf(overlapOf(term, { from: monday, to: addDays(monday, 6) })).some((date) => {
    const off = calendar.holidays.some((holiday) => within(date, holiday)) || !teachingWeekdaysOf(calendar).includes(weekday(date))
    return !off || calendar.workdays.some((one) => one.date === date)
  })
}
