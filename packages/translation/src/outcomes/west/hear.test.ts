import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { translate } from '../../index.ts'
import { learnVoices } from '../learn-kinds.ts'
import { sharesOf } from '../kind-model.ts'

const lexicon = readLexiconItems()
const kindOf = (text: string, language: 'en' | 'de') => {
  const result = translate({ text, language, lexicon })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value.statements.map((one) => [one.kind, one.outcomes.length])
}

describe('what no list of words knows is heard', () => {
  test.each([
    ['Five weeks off and a pension that is worth having.', 'en', 'offer'],
    ['A thick skin and a kind word for everyone.', 'en', 'trait'],
    ['Dickes Fell und Humor.', 'de', 'trait'],
    ['Seit 1970 verkaufen wir Möbel.', 'de', 'noise'],
    ['die Prüfer waren zufrieden', 'de', 'noise'],
  ] as const)('%s', (text, language, kind) => expect(kindOf(text, language)).toEqual([[kind, 0]]))
})

test('a fit gives each voice its own words, and the same fit every time', () => {
  const clauses = Array.from({ length: 12 }, (_, i) => ({ features: [i % 2 === 0 ? 'pay' : 'weld', 'the'], voice: i % 2 === 0 ? ('offer' as const) : ('work' as const), weight: 1 }))
  const model = learnVoices(clauses, ['work', 'offer'])
  expect(model).toEqual(learnVoices(clauses, ['work', 'offer']))
  expect(sharesOf(model, ['weld'])[0]).toBeGreaterThan(0.8)
  expect(sharesOf(model, ['pay'])[1]).toBeGreaterThan(0.8)
})
