import { expect, test } from 'vitest'
import { emptyYear, toCalendar, toWeeks } from './year-values.ts'

test.each([['18, 19', [18, 19]], ['18，19、20', [18, 19, 20]], ['', []]])('weeks typed as %s are %j', (text, weeks) => expect(toWeeks(text)).toEqual(weeks))
test('what the form does not show of a calendar stays', () => {
  const made = toCalendar(emptyYear(2026).calendar, { terms: [], holidays: [], workdays: [], teachingWeekdays: [1, 2, 3, 4, 5, 6] })
  expect([made.teachingWeekdays, made.terms.length]).toEqual([[1, 2, 3, 4, 5, 6], 2])
})
