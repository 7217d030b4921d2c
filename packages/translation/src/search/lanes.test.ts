import type { ContentLanguage } from '@guildhall/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildChars, scoreChars } from './chars-lane.ts'
import { buildCover, scoreCover } from './cover-lane.ts'
import { buildTrie, findHits, formsOfHit } from './exact-lane.ts'
import { charsTwin, coverTwin, hitsTwin, nearTwin, wordsTwin } from './lanes.twin.ts'
import { buildNear, scoreNear } from './near-lane.ts'
import { toView } from './view.ts'
import { buildWords, scoreWords } from './words-lane.ts'

const law = { numRuns: 500 }
const vocabulary: Readonly<Record<ContentLanguage, readonly string[]>> = {
  en: ['operate', 'operating', 'lathe', 'lathes', 'the', 'machines', 'c#', 'weld', 'welder'],
  de: ['Drehmaschine', 'bedienen', 'und', 'Schweißer', 'Schweißerin', 'prüfen', 'CNC'],
  zh: ['车床', '操作', '数控', '工', '焊', 'CAD', '，'],
}
const asked = fc.constantFrom<ContentLanguage>('en', 'de', 'zh').chain((language) => {
  const text = fc
    .array(fc.constantFrom(...vocabulary[language]), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(language === 'zh' ? '' : ' '))
  return fc.record({ language: fc.constant(language), forms: fc.array(text, { minLength: 1, maxLength: 8 }), text })
})
const views = ({ language, forms, text }: { language: ContentLanguage; forms: readonly string[]; text: string }) => ({
  forms: forms.map((form) => toView(form, language)),
  view: toView(text, language),
})
const isNear = (fast: ArrayLike<number>, slow: readonly number[]) => {
  expect(fast.length).toBe(slow.length)
  for (const [i, value] of slow.entries()) expect(Math.abs(fast[i]! - value)).toBeLessThan(2e-4 * Math.max(1, value))
}

describe('each lane says what its slow twin says', () => {
  test('characters', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const { forms, view } = views(question)
        isNear(scoreChars(buildChars(forms), view), charsTwin(forms, view))
      }),
      law,
    )
  })
  test('cover', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const { forms, view } = views(question)
        isNear(scoreCover(buildCover(forms), view), coverTwin(forms, view))
      }),
      law,
    )
  })
  test('words', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const { forms, view } = views(question)
        const documents = forms.map((form) => [form])
        isNear(scoreWords(buildWords(documents), view), wordsTwin(documents, view))
      }),
      law,
    )
  })
  test('exact', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const { forms, view } = views(question)
        const trie = buildTrie(forms)
        const hits = findHits(trie, view.tokens).map((hit) => ({ from: hit.from, to: hit.to, forms: [...formsOfHit(trie, hit)] }))
        expect(hits).toEqual(hitsTwin(forms, view))
      }),
      law,
    )
  })
  test('neighbours', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const { forms, view } = views(question)
        const owners = forms.map((_, i) => [i % 3])
        isNear(scoreNear(buildNear(forms, owners, 3), view, 3).near, nearTwin(forms, owners, view, 3))
      }),
      law,
    )
  })
})

test('a question that is itself an example does not see itself', () => {
  const forms = ['weld pipes', 'weld pipes', 'cook lunch'].map((form) => toView(form, 'en'))
  const lane = buildNear(forms, [[0], [1], [2]], 3)
  const { near, centroid, seen } = scoreNear(lane, forms[0]!, 3, { excluded: new Set([lane.keys[0]!]) })
  expect([...near, ...seen]).toEqual([0, 0, 0, 0, 0, 1])
  expect(centroid[0]).toBeCloseTo(0, 3)
})
