import type { Calendar, Week } from '@guildhall/contract/directory'
import type { Fault } from '@guildhall/contract/http'
import { addDays, type CalendarFault, type CollegeCalendar, checkCalendar, dayKind, overlapOf, type PlainDate, type Reason, teachingDays, toDate, weekday, weekOf } from '@guildhall/kernel'

/** The kernel's calendar of a school year: the contract's shape with its dates branded. */
export function toCollegeCalendar(year: { starts: string; ends: string; calendar: Calendar }): CollegeCalendar {
  const { terms, holidays, workdays, teachingWeekdays, countsHolidayWeeks } = year.calendar
  return {
    from: toDate(year.starts), to: toDate(year.ends),
    terms: terms.map((one) => ({ ...one, from: toDate(one.from), to: toDate(one.to) })),
    holidays: holidays.map((one) => ({ from: toDate(one.from), to: toDate(one.to), ...(one.name ? { name: one.name } : {}) })),
    workdays: workdays.map((one) => ({ date: toDate(one.date), ...(one.as ? { as: toDate(one.as) } : {}) })),
    ...(teachingWeekdays ? { teachingWeekdays } : {}),
    ...(countsHolidayWeeks === undefined ? {} : { countsHolidayWeeks }),
  }
}

/** Everything wrong with a calendar, each at the entry that it is about. */
export const faultsOf = (year: { starts: string; ends: string; calendar: Calendar }): Fault[] =>
  checkCalendar(toCollegeCalendar(year)).map((reason) => ({ at: pointerOf(reason, year.calendar), code: `calendar-${reason.code}`, params: { ...reason.params } }))

function pointerOf(reason: Reason<CalendarFault>, calendar: Calendar): string {
  const params = reason.params ?? {}
  const at = (list: string, index: number) => (index < 0 ? `/calendar/${list}` : `/calendar/${list}/${index}`)
  if (reason.code === 'year-reversed') return '/ends'
  if ('term' in params) return at('terms', calendar.terms.findLastIndex((one) => one.key === params['term']))
  if ('date' in params) return at('workdays', calendar.workdays.findLastIndex((one) => one.date === params['date']))
  return at('holidays', calendar.holidays.findLastIndex((one) => one.from <= String(params['to']) && one.to >= String(params['from'])))
}

/** The week table of a school year: each term from its first Monday to its last. */
export function weeksOf(calendar: CollegeCalendar): Week[] {
  return calendar.terms.flatMap((term) => {
    const weeks: Week[] = []
    for (let from = addDays(term.from, 1 - weekday(term.from)); from <= term.to; from = addDays(from, 7)) weeks.push(weekFrom(calendar, term.key, from))
    return weeks
  })
}

function weekFrom(calendar: CollegeCalendar, term: string, from: PlainDate): Week {
  const range = { from, to: addDays(from, 6) }
  const at = weekOf(calendar, from)
  return {
    term, week: at?.week ?? null, ...range, isExam: at?.exam ?? false, teachingDays: teachingDays(calendar, range.from, range.to).length,
    days: [0, 1, 2, 3, 4, 5, 6].map((day) => dayKind(calendar, addDays(from, day))),
    holidays: calendar.holidays.filter((one) => overlapOf(one, range)).map((one) => one.name ?? '–'),
    workdays: calendar.workdays.filter((one) => one.date >= range.from && one.date <= range.to).map((one) => one.date),
  }
}
