import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { type OutcomeDraft, toEmployerWords, translate } from '../index.ts'

const lexicon = readLexiconItems()
const linksOf = (text: string, language: 'zh' | 'en' | 'de') => {
  const result = translate({ text, lexicon, language })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value.statements.flatMap((one) => one.links)
}
const outcomeOf = (text: string): OutcomeDraft => {
  const result = translate({ text, lexicon, language: 'zh' })
  const outcome = result.ok ? result.value.statements[0]?.outcomes[0] : undefined
  if (!outcome) throw new Error(text)
  return outcome
}

describe('back to the words of the enterprise', () => {
  test('its own accepted phrase comes first, then what others say, then the lexicon', () => {
    const memory = {
      phrasesOf: (concept: string) =>
        concept === 'gh:mec:002'
          ? [
              { text: '机器手教一遍', scope: 'others' as const },
              { text: '手把手示教', scope: 'enterprise' as const },
            ]
          : [],
    }
    const { phrases } = toEmployerWords(outcomeOf('会示教'), { language: 'zh', lexicon, memory, enterprise: 'e1' })
    expect(phrases.slice(0, 3)).toEqual([
      { text: '手把手示教', from: 'enterprise', source: 'gh:mec:002' },
      { text: '机器手教一遍', from: 'others', source: 'gh:mec:002' },
      { text: '会示教', from: 'lexicon', source: 'gh:mec:002' },
    ])
  })
  test('the sentence names verb, object, condition, standard and proof', () => {
    expect(
      toEmployerWords(outcomeOf('用水平仪校平洗衣机，偏差不超过2毫米'), { language: 'zh', lexicon, date: '2026-11-24' }).sentence,
    ).toBe('用水平仪，此人能校平洗衣机，偏差不超过2毫米（2026-11-24，证据：作品与检测数据）。')
  })
  test('a language without the words of a slot gets no sentence', () => {
    expect(toEmployerWords(outcomeOf('校平洗衣机'), { language: 'en', lexicon }).sentence).toBeUndefined()
  })
  test.each(['zh', 'en', 'de'] as const)(
    '%s: phrases of at least 95 of 100 competences lead back to them at rank 3 or better',
    (language) => {
      const back = lexicon.items.map(
        (item) =>
          item.phrases[language].filter((phrase) =>
            linksOf(phrase, language)
              .slice(0, 3)
              .some((link) => link.concept === item.id),
          ).length / item.phrases[language].length,
      )
      expect(back.filter((share) => share >= 0.5).length / back.length).toBeGreaterThanOrEqual(0.95)
    },
  )
})
