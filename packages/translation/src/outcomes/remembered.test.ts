import { expect, test } from 'vitest'
import { readLexiconItems } from '../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { translate } from '../index.ts'
import type { OutcomeMemory } from './memory.ts'

const lexicon = readLexiconItems()
const words = '我们这里漏斗对着灯瞧'
const read = (memory?: OutcomeMemory) => {
  const made = translate({ text: words, language: 'zh', lexicon, ...(memory ? { memory } : {}) })
  if (!made.ok) throw new Error(made.reason.code)
  return made.value.statements.map((one) => [one.kind, one.links.map((link) => link.concept)])
}
const memory = (strength: number): OutcomeMemory => ({ find: () => [{ concept: 'c1', taxonomy: 'own', label: 'c1', strength }] })

test('words that sound like mere talk and were accepted as a demand before are one; a weak memory changes nothing', () => {
  expect(read()).toEqual([['noise', []]])
  expect(read(memory(0.6))).toEqual([['task', ['c1']]])
  expect(read(memory(0.3))).toEqual([['noise', []]])
})
