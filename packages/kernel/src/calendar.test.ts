import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  type CollegeCalendar,
  checkCalendar,
  conflictsOf,
  dateOfDay,
  dayKind,
  dayKinds,
  dayNumber,
  isTeachingDay,
  overlapOf,
  rangeOfWeek,
  teachingDays,
  teachingWeeks,
  timetableDay,
  toDate,
  weekday,
  weekOf,
} from './index.ts'

const d = toDate
/** Autumn and spring term of a college in Suzhou; the exchanged days are of our own making. */
const calendar: CollegeCalendar = {
  from: d('2026-08-31'),
  to: d('2027-08-29'),
  terms: [
    { key: '1', from: d('2026-09-02'), to: d('2027-01-15'), examWeeks: [19, 20] },
    { key: '2', from: d('2027-03-01'), to: d('2027-07-09'), examWeeks: [19] },
  ],
  holidays: [
    { from: d('2026-10-01'), to: d('2026-10-07'), name: '国庆节' },
    { from: d('2027-01-01'), to: d('2027-01-03'), name: '元旦' },
  ],
  workdays: [{ date: d('2026-09-27'), as: d('2026-10-06') }, { date: d('2026-10-10') }],
}

describe('the teaching week of a day', () => {
  test.each([
    ['2026-08-31', '1', 1],
    ['2026-09-02', '1', 1],
    ['2026-09-06', '1', 1],
    ['2026-09-07', '1', 2],
    ['2026-10-05', '1', 6],
    ['2026-11-24', '1', 13],
    ['2027-01-15', '1', 20],
    ['2027-03-01', '2', 1],
  ])('%s is in term %s, week %d', (date, term, week) => expect(weekOf(calendar, d(date))).toMatchObject({ term, week }))
  test('in an examination week it says so', () => expect(weekOf(calendar, d('2027-01-04'))).toEqual({ term: '1', week: 19, exam: true }))
  test.each(['2026-08-30', '2027-02-10', '2027-07-12'])('%s has none', (date) => expect(weekOf(calendar, d(date))).toBeUndefined())
  test('a week off is not counted where that is the custom', () => {
    const german = {
      ...calendar,
      workdays: [],
      holidays: [{ from: d('2026-10-19'), to: d('2026-11-01'), name: 'Herbstferien' }],
      countsHolidayWeeks: false,
    }
    expect(weekOf(german, d('2026-10-18'))).toMatchObject({ week: 7 })
    expect(weekOf(german, d('2026-10-20'))).toBeUndefined()
    expect(weekOf(german, d('2026-11-02'))).toMatchObject({ week: 8 })
  })
  test('leads back to its days', () => {
    expect(rangeOfWeek(calendar, '1', 13)).toEqual({ from: '2026-11-23', to: '2026-11-29' })
    expect(rangeOfWeek(calendar, '1', 21)).toBeUndefined()
    expect(teachingWeeks(calendar, '2')).toEqual(Array.from({ length: 18 }, (_, i) => i + 1))
  })
})

describe('a day', () => {
  test.each([
    ['2026-09-01', 'outside'],
    ['2026-09-02', 'teaching'],
    ['2026-09-05', 'free'],
    ['2026-09-27', 'teaching'],
    ['2026-10-01', 'holiday'],
    ['2026-10-10', 'teaching'],
    ['2026-10-11', 'free'],
    ['2027-01-04', 'exam'],
    ['2027-01-09', 'free'],
    ['2027-02-01', 'outside'],
  ])('%s is %s', (date, kind) => expect(dayKind(calendar, d(date))).toBe(kind))
  test('that is worked instead has the timetable of the day it stands for', () => {
    expect([
      timetableDay(calendar, d('2026-09-27')),
      timetableDay(calendar, d('2026-10-10')),
      timetableDay(calendar, d('2026-09-02')),
      timetableDay(calendar, d('2026-10-01')),
    ]).toEqual([2, 6, 3, undefined])
  })
})

describe('teaching days of a range', () => {
  test('leave out holidays and take in exchanged days', () => {
    expect(teachingDays(calendar, d('2026-09-26'), d('2026-10-12'))).toEqual([
      '2026-09-27',
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ])
  })
  test('are those days that are teaching days, for any range', () => {
    const day = fc.integer({ min: dayNumber(d('2026-08-01')), max: dayNumber(d('2027-09-30')) })
    fc.assert(
      fc.property(day, day, (a, b) => {
        const all = Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => dateOfDay(a + i))
        expect(teachingDays(calendar, dateOfDay(a), dateOfDay(b))).toEqual(all.filter((date) => isTeachingDay(calendar, date)))
      }),
      { numRuns: 200 },
    )
  })
  test('a range of centuries is no burden', () =>
    expect(teachingDays(calendar, d('0001-01-01'), d('9999-12-31')).length).toBeGreaterThan(150))
})

test('every day is of one kind, and each week of a term has one number', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber(d('2026-08-01')), max: dayNumber(d('2027-09-30')) }), (n) => {
      const date = dateOfDay(n)
      const week = weekOf(calendar, date)
      expect(dayKinds).toContain(dayKind(calendar, date))
      if (week)
        expect(rangeOfWeek(calendar, week.term, week.week)).toEqual({
          from: addDays(date, 1 - weekday(date)),
          to: addDays(date, 7 - weekday(date)),
        })
      if (week) expect(weekOf(calendar, addDays(date, 7))?.week ?? week.week + 1).toBe(week.week + 1)
    }),
    { numRuns: 500 },
  )
})

describe('a planned range runs into', () => {
  const codes = (from: string, to: string) => conflictsOf(calendar, { from: d(from), to: d(to) }).map((reason) => reason.code)
  test.each([
    ['2026-11-23', '2026-12-04', []],
    ['2026-09-28', '2026-10-09', ['in-holiday']],
    ['2026-12-28', '2027-01-08', ['in-holiday', 'in-exam-week']],
    ['2027-02-15', '2027-03-05', ['outside-terms']],
    ['2026-10-03', '2026-10-04', ['in-holiday', 'no-teaching-day']],
    ['2026-11-29', '2026-11-28', ['range-reversed']],
  ])('%s to %s: %j', (from, to, expected) => expect(codes(from, to)).toEqual(expected))
  test('and the reason names the days', () => {
    expect(conflictsOf(calendar, { from: d('2026-09-28'), to: d('2026-10-09') })).toEqual([
      { code: 'in-holiday', params: { from: '2026-10-01', to: '2026-10-07', name: '国庆节' } },
    ])
  })
  test('two ranges have days in common or not', () => {
    expect(overlapOf({ from: d('2026-01-01'), to: d('2026-01-10') }, { from: d('2026-01-10'), to: d('2026-01-20') })).toEqual({
      from: '2026-01-10',
      to: '2026-01-10',
    })
    expect(overlapOf({ from: d('2026-01-01'), to: d('2026-01-09') }, { from: d('2026-01-10'), to: d('2026-01-20') })).toBeUndefined()
  })
})

describe('a calendar is checked', () => {
  const codes = (change: Partial<CollegeCalendar>) => checkCalendar({ ...calendar, ...change }).map((reason) => reason.code)
  const [first, second] = [calendar.terms[0]!, calendar.terms[1]!]
  test('a right one has no faults', () => expect(checkCalendar(calendar)).toEqual([]))
  const wrong: readonly [string, Partial<CollegeCalendar>, readonly string[]][] = [
    ['a year that ends before it begins', { from: d('2027-08-30') }, ['year-reversed', 'term-outside-year', 'term-outside-year']],
    ['a term that ends before it begins', { terms: [{ ...first, to: d('2026-09-01'), examWeeks: [] }] }, ['term-reversed']],
    ['a term beyond the year', { terms: [{ ...second, to: d('2027-09-10') }] }, ['term-outside-year']],
    ['terms that overlap', { terms: [first, { ...second, from: d('2027-01-10'), examWeeks: [] }] }, ['terms-overlap']],
    ['two terms of one key', { terms: [first, { ...second, key: '1', examWeeks: [] }] }, ['term-key-twice']],
    ['an examination week that the term has not', { terms: [{ ...first, examWeeks: [30] }] }, ['exam-week-outside-term']],
    ['a holiday turned round', { holidays: [...calendar.holidays, { from: d('2027-05-05'), to: d('2027-05-01') }] }, ['holiday-reversed']],
    ['holidays that overlap', { holidays: [...calendar.holidays, { from: d('2026-10-07'), to: d('2026-10-08') }] }, ['holidays-overlap']],
    ['a day exchanged twice', { workdays: [...calendar.workdays, { date: d('2026-10-10') }] }, ['workday-twice']],
    ['an exchanged day within a holiday', { workdays: [{ date: d('2026-10-03') }] }, ['workday-in-holiday']],
    ['an exchanged day that is worked anyway', { workdays: [{ date: d('2026-10-09') }] }, ['workday-not-free']],
    [
      'an exchanged day for one that is no holiday',
      { workdays: [{ date: d('2026-10-10'), as: d('2026-10-12') }] },
      ['workday-for-no-holiday'],
    ],
  ]
  test.each(wrong)('%s', (_, change, expected) => expect(codes(change)).toEqual(expected))
})
