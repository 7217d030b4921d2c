import { describe, expect, test } from 'vitest'
import { buildIndex } from './build-index.ts'
import { openIndex } from './open-index.ts'
import { blankTitle } from './titles.ts'

const taxonomy = {
  id: 'own',
  version: '1',
  concepts: [
    {
      id: 'a',
      kind: 'occupation' as const,
      labels: { de: ['Koch/Köchin', 'Küchenhilfe'], zh: ['数控车工'], en: ['web developer', 'developer of web sites'] },
    },
    { id: 'b', kind: 'occupation' as const, labels: { de: ['Schweißfachmann'], zh: ['焊工'], en: ['nurse'] } },
  ],
}
const index = openIndex(buildIndex([taxonomy], { profile: 'title' }))
const wordsThatLed = (text: string, language: 'en' | 'de' | 'zh') => {
  const [best] = index.search({ text, language, top: 1 })
  return best?.evidence.map(({ start, end }) => text.slice(start, end))
}

describe('the words that led to a title', () => {
  test.each([
    ['Senior Web-Developer (m/f/d) Berlin', 'en', ['Web-Developer']],
    ['Schweißfachmännin gesucht', 'de', ['Schweißfachmännin']],
    ['高级数控车工（长白班）', 'zh', ['数控车工']],
    ['Wir suchen: Koch/Köchin (m/w/d)', 'de', ['Koch']],
  ] as const)('%s', (text, language, words) => expect(wordsThatLed(text, language)).toEqual(words))
})

describe('what adverts add to a title is blanked, and nothing moves', () => {
  test.each([
    ['techniker/in (m/w/d)', 'techniker'],
    ['versicherungskaufmann/-frau', 'versicherungskaufmann'],
    ['klinischer psychologe/klinische psychologin', 'klinischer psychologe'],
    ['steuerberater:innen', 'steuerberater'],
    ['drucker im offset-/digitaldruck', 'drucker im offset-/digitaldruck'],
  ])('%s', (title, bare) => {
    const blanked = blankTitle(title, 'de')
    expect(blanked.trim()).toBe(bare)
    expect(blanked.length).toBe(title.length)
  })
})
