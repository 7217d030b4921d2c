import { expect, test } from 'vitest'
import { formatsFor, toRelative } from './formats.ts'

const now = Date.parse('2026-11-24T10:00:00Z')

test.each([
  ['2026-11-21T10:00:00Z', 'zh-CN', '3天前'],
  ['2026-11-23T10:00:00Z', 'en', 'yesterday'],
  ['2026-11-24T09:20:00Z', 'de', 'vor 40 Minuten'],
] as const)('%s is in %s %s', (moment, language, words) =>
  expect(toRelative(moment, now, language)?.replace(/\s/g, ' ').replace('3 天', '3天')).toBe(words),
)
test('beyond seven days the day says more', () => expect(toRelative('2026-11-01T10:00:00Z', now, 'en')).toBeUndefined())
test.each([
  ['zh-CN', '2026年11月24日'],
  ['en', '24 Nov 2026'],
  ['de', '24.11.2026'],
] as const)('a day in %s is %s, in every time zone', (language, words) => expect(formatsFor(language).day('2026-11-24')).toBe(words))
