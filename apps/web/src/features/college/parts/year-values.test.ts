import { expect, test } from 'vitest'
import { emptyYear, toCalendar, toWeeks, yearToEnter } from './year-values.ts'

test.each([['18, 19', [18, 19]], ['18，19、20', [18, 19, 20]], ['', []]])('weeks typed as %s are %j', (text, weeks) => expect(toWeeks(text)).toEqual(weeks))
test('what the form does not show of a calendar stays', () => {
  const made = toCalendar(emptyYear(2026).calendar, { terms: [], holidays: [], workdays: [], teachingWeekdays: [1, 2, 3, 4, 5, 6] })
  expect([made.teachingWeekdays, made.terms.length]).toEqual([[1, 2, 3, 4, 5, 6], 2])
})
test.each([['2026-11-24', 2026], ['2027-03-02', 2026], ['2027-06-30', 2026], ['2027-07-01', 2027]])('on %s one enters the school year that begins in %i', (today, year) => expect(yearToEnter(today, [])).toBe(year))
test('a school year that is there is not proposed again', () => expect(yearToEnter('2026-11-24', [{ starts: '2026-09-01' }, { starts: '2025-09-01' }])).toBe(2027))
test.each([[2026, '2027-02-22'], [2022, '2023-02-20'], [2024, '2025-02-24']])('the second term of %i is proposed from a Monday, %s', (year, day) => expect(emptyYear(year).calendar.terms[1]!.from).toBe(day))
