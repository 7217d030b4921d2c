import { describe, expect, test } from 'vitest'
import { buildIndex, openIndex } from '../index.ts'
import { partsOf } from './compounds.ts'
import { stem } from './stem.ts'

const known = new Set(['maschinen', 'bedienung', 'arbeit', 'sicherheit', 'sicher', 'kunde', 'beraten', 'schienen', 'fahrzeug', 'fahrzeugtechnik', 'technik'].map((word) => stem(word, 'de')))
const has = (one: string) => known.has(one)
const stems = (...words: string[]) => words.map((word) => stem(word, 'de'))

describe('German compounds', () => {
  test.each([
    ['maschinenbedienung', stems('maschinen', 'bedienung')],
    ['arbeitssicherheit', stems('arbeit', 'sicherheit')],
    // Fewest parts, then the longest shortest one.
    ['schienenfahrzeugtechnik', stems('schienen', 'fahrzeugtechnik')],
    // A part that nobody knows leaves the word whole; so does what is too short to be one, or no word at all.
    ['gabelstapler', []],
    ['bedienung', []],
    ['sps-steuerung', []],
  ])('%s', (word, parts) => expect(partsOf(word, has)).toEqual(parts))

  test('an act and its noun have one stem', () => {
    expect(stem('wartung', 'de')).toBe(stem('warten', 'de'))
    expect(stem('beratungen', 'de')).toBe(stem('beraten', 'de'))
  })

  test('a compound finds the label that says it in two words', () => {
    const labels = ['Kunden beraten', 'Maschinen bedienen', 'Arbeit planen', 'Kunst erklären']
    const index = openIndex(buildIndex([{ id: 't', version: '1', concepts: labels.map((label) => ({ id: label, kind: 'competence' as const, labels: { de: [label] } })) }], { languages: ['de'] }))
    const best = (text: string) => index.search({ text, language: 'de', top: 1 })[0]?.concept
    expect(best('Kundenberatung')).toBe('Kunden beraten')
    expect(best('Maschinenbedienung')).toBe('Maschinen bedienen')
  })
})
