import type { ContentLanguage } from '@guildhall/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Concept, Taxonomy } from '../types.ts'
import { buildIndex } from './build-index.ts'
import { laneNames } from './lanes.ts'
import type { Example } from './learn.ts'
import { openIndex } from './open-index.ts'
import { relearn } from './relearn.ts'
import { thresholdFor } from './learn.ts'

const law = { numRuns: 500 }
const concept = (id: string, en: readonly string[], de: readonly string[], zh: readonly string[], uses = 1): Concept => ({
  id,
  kind: 'competence',
  labels: { en, de, zh },
  description: { en: `${en[0]} in a workshop` },
  parents: [id.slice(0, 1)],
  uses,
})
const concepts = [
  concept('a1', ['operate lathe', 'turn metal parts'], ['Drehmaschine bedienen'], ['操作车床', '会开车床'], 9),
  concept('a2', ['weld pipes', 'pipe welding'], ['Rohre schweißen'], ['焊接管道', '焊管子']),
  concept('a3', ['read technical drawings'], ['technische Zeichnungen lesen'], ['看图纸', '识读图样'], 30),
  concept('b1', ['C#'], ['C#'], ['C#']),
  concept('b2', ['plan shifts', 'draw up rotas'], ['Schichten planen'], ['排班'], 4),
]
const taxonomy: Taxonomy = { id: 'own', version: '1', concepts }
const index = openIndex(buildIndex([taxonomy]))

const pieces = [
  'operate',
  'a lathe',
  'Ｌathe',
  'weld',
  'pipes',
  'Zeichnungen',
  'lesen',
  '会开',
  '车床',
  '排班',
  'C#',
  '\u0000',
  '🙂',
  'e\u0301',
  ' ',
  '\n',
  '（',
  '12 mm',
]
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
)
const question = fc.record({
  text: anyText,
  language: fc.constantFrom<ContentLanguage>('en', 'de', 'zh'),
  top: fc.integer({ min: 1, max: 7 }),
})

describe('whatever is asked', () => {
  test('answers are concepts of the taxonomy, none twice, best first, and evidence is a part of the text', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const links = index.search(asked)
        expect(links.length).toBeLessThanOrEqual(asked.top)
        expect(new Set(links.map((link) => link.concept)).size).toBe(links.length)
        for (const [i, link] of links.entries()) {
          expect(concepts.map((one) => one.id)).toContain(link.concept)
          expect(link.score).toBeLessThanOrEqual(links[Math.max(0, i - 1)]!.score)
          expect(link.label).toBe(concepts.find((one) => one.id === link.concept)!.labels[asked.language]![0])
          expect(link.sure && link.evidence.length === 0).toBe(false)
          for (const { start, end, matched } of link.evidence) {
            expect(start >= 0 && start < end && end <= asked.text.length).toBe(true)
            expect(concepts.find((one) => one.id === link.concept)!.labels[asked.language]).toContain(matched)
          }
        }
      }),
      law,
    )
  })

  test('the same question has the same answer, whoever asked what before', () => {
    fc.assert(
      fc.property(question, question, (one, other) => {
        const first = index.search(one)
        index.search(other)
        expect(index.search(one)).toEqual(first)
      }),
      law,
    )
  })

  test('white space around and full-width letters change nothing but the places', () => {
    fc.assert(
      fc.property(fc.constantFrom('operate lathe', 'weld the pipes', 'plan shifts'), (text) => {
        const wide = text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
        const ids = (asked: string) => index.search({ text: asked, language: 'en', top: 5 }).map((link) => [link.concept, link.score])
        expect(ids(`  ${wide}\n`)).toEqual(ids(text))
      }),
      law,
    )
  })
})

describe('building', () => {
  test('the order of concepts changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(concepts, { minLength: concepts.length }), (shuffled) => {
        expect(buildIndex([{ ...taxonomy, concepts: shuffled }], { languages: ['en'] })).toEqual(
          buildIndex([taxonomy], { languages: ['en'] }),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('bytes that were cut off are refused', () => {
    const bytes = buildIndex([taxonomy])
    expect(() => openIndex(bytes.slice(0, bytes.length - 8))).toThrow('cut off')
    expect(() => openIndex(new Uint8Array(100))).toThrow('no index')
  })

  test.each(laneNames)('an index answers without its lane %s', (lane) => {
    const links = index.search({ text: 'operate a lathe', language: 'en', top: 3, lanesOff: [lane] })
    expect(links[0]!.concept).toBe('a1')
    expect(links[0]!.lanes[lane]).toBeUndefined()
  })
})

describe('what people decided', () => {
  const examples = Array.from({ length: 60 }, (_, i): Example => {
    const [text, id] = [
      ['make the rota', 'b2'],
      ['tig work on tubes', 'a2'],
      ['run the turning centre', 'a1'],
    ][i % 3] as [string, string] // safe: three pairs
    return { text: `${text} number ${i}`, language: 'en', answers: [id] }
  })
  const learnt = openIndex(relearn(buildIndex([taxonomy]), examples))

  test('leads to concepts that share no word with the text', () => {
    expect(learnt.search({ text: 'run the turning centre', language: 'en', top: 1 })[0]!.concept).toBe('a1')
  })
  test('teaches the same, however often it is learnt', () => {
    expect(relearn(relearn(buildIndex([taxonomy]), examples), examples)).toEqual(relearn(buildIndex([taxonomy]), examples))
  })
  test('names only concepts that exist', () => {
    const odd = openIndex(relearn(buildIndex([taxonomy]), [...examples, { text: 'odd', language: 'en', answers: ['nowhere'] }]))
    expect(odd.search({ text: 'odd', language: 'en', top: 5 }).map((link) => link.concept)).not.toContain('nowhere')
  })
})

test('the threshold of sure keeps the precision that was asked, on what it was set by', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { minLength: 30, maxLength: 80 }), (pairs) => {
      const threshold = thresholdFor(
        Float64Array.from(pairs, ([score]) => score),
        Uint8Array.from(pairs, ([, right]) => (right ? 1 : 0)),
        0.8,
      )
      const kept = pairs.filter(([score]) => score >= threshold)
      expect(kept.length === 0 || kept.filter(([, right]) => right).length / kept.length >= 0.8).toBe(true)
    }),
    law,
  )
})
