import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lexiconTrades, readLexicon, readLexiconItems } from '../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { translationDe } from '../../../../words/src/translation.de.ts'
import { translationEn } from '../../../../words/src/translation.en.ts'
import { translationZhCN } from '../../../../words/src/translation.zh-CN.ts'
import { evidenceForms, itemKinds, outcomeReasonCodes, statementKinds, verbClasses } from '../index.ts'

const { verbs, items } = readLexiconItems()
const repeated = (all: readonly string[]) => [...new Set(all.filter((one, i) => all.indexOf(one) !== i))]

describe('the starter lexicon', () => {
  test('has 300 verbs, each with a class, a form of evidence and a name in three languages', () => {
    expect(verbs.length).toBe(300)
    for (const verb of verbs) {
      expect(verbClasses).toContain(verb.class)
      expect(evidenceForms).toContain(verb.form)
      expect([verb.zh[0], verb.en[0], verb.de[0]].every(Boolean)).toBe(true)
    }
  })
  test('gives a Chinese form to one verb only, and every id once', () => {
    expect(repeated(verbs.flatMap((verb) => verb.zh))).toEqual([])
    expect(repeated([...verbs, ...items].map((one) => one.id))).toEqual([])
  })
  test('has twelve trades of forty competences and sixty key ones', () => {
    const counts = lexiconTrades.map((trade) => [trade, items.filter((item) => item.trade === trade).length])
    expect(counts).toEqual(lexiconTrades.map((trade) => [trade, trade === 'key' ? 60 : 40]))
    expect(counts).toHaveLength(13)
  })
  test('describes every competence to full depth', () => {
    const ids = new Set(verbs.map((verb) => verb.id))
    for (const item of items) {
      expect(itemKinds).toContain(item.kind)
      expect(evidenceForms).toContain(item.evidence)
      expect(ids.has(item.verb)).toBe(true)
      expect([item.phrases.zh.length, item.phrases.en.length, item.phrases.de.length]).toEqual([5, 2, 2])
      expect(item.level.low).toBeLessThanOrEqual(item.level.high)
      expect(item.trade === 'key' || Boolean(item.condition && item.standard)).toBe(true)
    }
  })
  test('repeats no sentence that the engine is measured on', () => {
    const folder = path.join(import.meta.dirname, '../../../../data')
    const sentences = readdirSync(folder).filter((name) => name.startsWith('outcomes')).map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n')
    expect(items.flatMap((item) => item.phrases.zh).filter((phrase) => phrase.length >= 4 && sentences.includes(phrase))).toEqual([])
  })
  test('is one taxonomy of competences for the index', () => {
    const [taxonomy] = readLexicon()
    expect(taxonomy?.concepts.length).toBe(540)
    expect(taxonomy?.concepts[0]?.labels.zh?.length).toBe(6)
  })
})

test.each([
  ['zh-CN', translationZhCN],
  ['en', translationEn],
  ['de', translationDe],
])('%s has words for every reason, form of evidence, kind and class', (_, words) => {
  const asked = [
    ...outcomeReasonCodes.map((code) => `reason.${code}`),
    ...evidenceForms.map((form) => `evidence.${form}`),
    ...statementKinds.map((kind) => `statement.${kind}`),
    ...verbClasses.map((one) => `verbClass.${one}`),
  ]
  expect(asked.filter((key) => !Object.hasOwn(words, key))).toEqual([])
})
