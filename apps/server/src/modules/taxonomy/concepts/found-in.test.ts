import { expect, test } from 'vitest'
import { findIn, type Searched, spansOf } from './found-in.ts'

const concept: Searched = {
  code: 'x', notation: '7233', label: { en: 'pump fitter', zh: '水泵装配工' }, alternatives: { en: ['fitter of pumps'] }, description: { en: `${'Long before it. '.repeat(20)}They check the torque of each bolt${' and go on'.repeat(40)}.` }, tasks: { en: ['Write down readings.'] },
}

test.each([
  [['7233'], 'code', '7233'],
  [['fitter', 'pump'], 'label', 'pump fitter'],
  [['of', 'pumps'], 'alternative', 'fitter of pumps'],
  [['torque'], 'description', 'torque'],
  [['readings'], 'task', 'Write down readings.'],
  [['shuibeng'], 'sound', '水泵装配工'],
  // All words in one text is more than one of them in the name.
  [['each', 'torque', 'bolt'], 'description', 'each bolt'],
  [['pump', 'readings'], 'label', 'pump fitter'],
])('%j are found in the %s', (words, place, text) => {
  const found = findIn(concept, words, 'en')!
  expect([found.place, found.text.includes(text)]).toEqual([place, true])
  for (const { start, end } of found.spans) expect(words).toContain(found.text.slice(start, end).toLowerCase())
})

test('a long text is cut at gaps, and says so', () => {
  const { text } = findIn(concept, ['torque'], 'en')!
  expect(text).toMatch(/^… \S+ .*torque.* …$/)
  expect(text.length).toBeLessThan(230)
})

test('overlapping words are one span', () => expect(spansOf('welding', ['weld', 'elding'])).toEqual([{ start: 0, end: 7 }]))
