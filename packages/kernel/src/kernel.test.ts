import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOfDay, dayNumber, findDate, findText, isId, makeId, toDate, weekday } from './index.ts'

describe('plain dates', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', ''])('%s is no day', (text) => expect(findDate(text)).toBeUndefined())
  test('29 February 2028 is a day, and two days on it is March', () => expect(addDays(toDate('2028-02-28'), 2)).toBe('2028-03-01'))
  test('24 November 2026 is a Tuesday', () => expect(weekday(toDate('2026-11-24'))).toBe(2))
  test('a day and its number are the same thing', () => {
    fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => dayNumber(dateOfDay(day)) === day), { numRuns: 500 })
  })
})

describe('ids', () => {
  test('carry the version and the variant of RFC 9562', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 45 }), fc.uint8Array({ minLength: 10, maxLength: 10 }), (at, random) => {
        const id = makeId(at, random)
        return isId(id) && id[14] === '7' && '89ab'.includes(id[19]!)
      }),
      { numRuns: 500 },
    )
  })
  test('sort as their times do', () => expect(makeId(1, new Uint8Array(10).fill(255)) < makeId(2, new Uint8Array(10))).toBe(true))
})

test('a missing language is shown as the one there is, and says so', () => expect(findText({ zh: '车床' }, 'de')).toEqual({ text: '车床', language: 'zh' }))
