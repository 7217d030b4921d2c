import { accepted, type ContentLanguage, type Reason, type Result, refused } from '@guildhall/kernel'
import type { SearchIndex, Span, Statement, Translation } from '../types.ts'
import { findLanguage } from './language.ts'
import type { KindModel } from './kind-model.ts'
import { type Lexicon, openLexicon } from './lexicon.ts'
import type { OutcomeMemory } from './memory.ts'
import { normalise } from './normalise.ts'
import type { OutcomeReasonCode } from './reasons.ts'
import { segment } from './segment.ts'
import { readSentence } from './sentence.ts'
import { readWestern } from './west/sentence.ts'
import { splitWestern } from './west/sentences.ts'

export const longestText = 20_000

export type TranslateAsk = Readonly<{
  text: string
  language?: ContentLanguage | 'auto'
  lexicon: Lexicon
  index?: SearchIndex
  memory?: OutcomeMemory
  /** Another reading of kinds than the built-in one: for measuring how it does on sentences that it has not seen. */
  kinds?: KindModel
}>

/**
 * An enterprise's own words as statements with competences and proposed learning outcomes. Pure and synchronous: same words, same answer.
 * Refuses nothing but a text longer than 20,000 characters; where it knows nothing, the reasons say so.
 * @example translate({ text: '用水平仪校平洗衣机，偏差不超过2毫米。', lexicon }) // one task: 校平, 洗衣机, 用水平仪, <= 2 mm
 */
export function translate(
  ask: TranslateAsk,
): Result<Translation & Readonly<{ reasons: readonly Reason<OutcomeReasonCode>[] }>, Reason<OutcomeReasonCode>> {
  if (ask.text.length > longestText) return refused({ code: 'text-too-long', params: { length: ask.text.length, longest: longestText } })
  const language = ask.language && ask.language !== 'auto' ? ask.language : findLanguage(ask.text)
  const normal = normalise(ask.text, language)
  if (!/[\p{L}\p{N}]/u.test(normal.text))
    return accepted({ language, statements: [], unused: spansLeft(ask.text, []), reasons: [{ code: 'empty-text' }] })
  const lexicon = openLexicon(ask.lexicon)
  const statements: Statement[] = []
  const context = { normal, lexicon, index: ask.index, memory: ask.memory, ...(ask.kinds ? { kinds: ask.kinds } : {}) }
  if (language === 'zh') for (const sentence of segment(normal.text)) statements.push(...readSentence({ ...context, sentence, language }))
  else for (const sentence of splitWestern(normal.text)) statements.push(...readWestern({ ...context, sentence, language }))
  const reasons: Reason<OutcomeReasonCode>[] = []
  if (!statements.some((one) => one.outcomes.length > 0)) reasons.push({ code: 'nothing-found' })
  else if (!statements.some((one) => one.links.some((link) => link.sure))) reasons.push({ code: 'unknown-trade' })
  return accepted({ language, statements, unused: spansLeft(ask.text, statements), reasons })
}

// White space between statements is no leftover: nobody wrote it to say something.
function spansLeft(text: string, taken: readonly Span[]): Span[] {
  const left: Span[] = []
  let at = 0
  for (const one of [...taken, { start: text.length, end: text.length }]) {
    let [start, end] = [at, one.start]
    while (start < end && /\s/.test(text[start]!)) start++
    while (end > start && /\s/.test(text[end - 1]!)) end--
    if (end > start) left.push({ start, end })
    at = one.end
  }
  return left
}
