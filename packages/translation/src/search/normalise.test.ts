import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise, normalText, originalSpan } from './normalise.ts'
import { stem } from './stem.ts'
import { tokenise } from './tokens.ts'

const anyText = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 24 }), fc.string({ unit: 'binary', maxLength: 24 }))

describe('normalising', () => {
  test.each([
    ['Ｆräsen', 'fräsen'],
    ['ＣＮＣ车床', 'cnc车床'],
    ['O\u2019Neill', "o'neill"],
    ['Fra\u0308sen', 'fräsen'],
    ['Schweiß\u00adnaht', 'schweißnaht'],
  ])('%s becomes %s', (original, text) => expect(normalText(original)).toBe(text))

  test('is done once and for all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalText(text)
        expect(normalText(once)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  test('every unit leads back into the original, in order', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, starts, ends } = normalise(original)
        expect(starts.length).toBe(text.length)
        for (let i = 0; i < text.length; i++) {
          expect(starts[i]!).toBeLessThan(ends[i]!)
          expect(ends[i]!).toBeLessThanOrEqual(original.length)
          expect(starts[i]!).toBeGreaterThanOrEqual(starts[Math.max(0, i - 1)]!)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('a span of the normalised text is a span of the original', () => {
    const original = '会用 ＣＡＤ 画图'
    const normalised = normalise(original)
    const from = normalised.text.indexOf('cad')
    const { start, end } = originalSpan(normalised, from, from + 3)
    expect(original.slice(start, end)).toBe('ＣＡＤ')
  })
})

describe('words', () => {
  test('keep the signs that make a name', () => {
    expect(tokenise('c++, c# and .net', 'en').map((token) => token.word)).toEqual(['c++', 'c#', 'and', '.net'])
  })
  test('stand where they say', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const text = normalText(original)
        for (const token of tokenise(text, 'zh')) expect(text.slice(token.start, token.end)).toBe(token.word)
      }),
      { numRuns: 500 },
    )
  })
  test.each([
    ['maintains', 'maintaining'],
    ['organize', 'organising'],
    ['analyze', 'analyse'],
    ['policies', 'policy'],
    ['programme', 'programs'],
  ])('%s and %s have one stem', (a, b) => expect(stem(a, 'en')).toBe(stem(b, 'en')))
  test.each([
    ['maschinen', 'maschine'],
    ['köche', 'köchin'],
    ['prüfungen', 'prüfung'],
  ])('%s und %s haben einen Stamm', (a, b) => expect(stem(a, 'de')).toBe(stem(b, 'de')))
})
