import { expect, test } from 'vitest'
import { emptyNeed, emptyVisit, toAddVisit } from './visit-values.ts'

const visit = emptyVisit('2026-11-24', '李秀兰', '019a0000-0000-7000-8000-000000000001')

test('fields that are empty are not sent, and empty needs are none', () => {
  const { body } = toAddVisit(visit)
  expect(body.details).toEqual({})
  expect(body.needs).toEqual([])
  expect(body.receivedBy).toBeNull()
})

test('numbers may be typed with full-width digits and thousands', () =>
  expect(toAddVisit({ ...visit, details: { ...visit.details, averagePay: '６，５００' } }).body.details).toEqual({ averagePay: 6500 }))

test('several needs of one visit are sent each with its own words', () =>
  expect(
    toAddVisit({
      ...visit,
      needs: [{ ...emptyNeed, text: ' 要会查停线原因 ' }, emptyNeed, { ...emptyNeed, text: '交接班要说清楚', post: '操作工' }],
    }).body.needs,
  ).toEqual([
    { text: '要会查停线原因', post: null, trust: 'line-manager' },
    { text: '交接班要说清楚', post: '操作工', trust: 'line-manager' },
  ]))
