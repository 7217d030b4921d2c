import { listOf, type Word } from '../words.ts'
import { adverbs, auxiliaries, conjunctions, determiners, modals, prepositions, pronouns, relatives, trailing } from './lists.ts'

/** A stretch of words, end exclusive. */
export type Range = Readonly<{ from: number; to: number }>
/** Words being read, and which of them are spoken for. */
export type Reading = Readonly<{ words: readonly Word[]; to: number; taken: Uint8Array; isNewAction?: (at: number) => boolean }>

const genitive = listOf('der des eines einer unserer ihrer seiner dieser aller')

/** A German noun: capital letter, no word of a closed class. */
export const isNoun = (word: Word | undefined): boolean =>
  word?.kind === 'word' && /^\p{Lu}/u.test(word.text) && !determiners.has(word.low) && !pronouns.has(word.low) && !prepositions.has(word.low) && !conjunctions.has(word.low) && !modals.has(word.low) && !auxiliaries.has(word.low) && !adverbs.has(word.low) && !relatives.has(word.low)

/** A word that may stand between determiner and noun. */
export const isAdjective = (word: Word | undefined): boolean =>
  word?.kind === 'word' && !isNoun(word) && !determiners.has(word.low) && !pronouns.has(word.low) && !prepositions.has(word.low) && !conjunctions.has(word.low) && !modals.has(word.low) && !auxiliaries.has(word.low) && !adverbs.has(word.low) && !relatives.has(word.low) && !trailing.has(word.low) && /(?:e|en|er|es|em)$/.test(word.low)

/** The noun phrase that begins at a word: what stands before the noun, the noun, its genitive or *von*, and what *und* joins to it. */
export function nounPhraseAt(reading: Reading, start: number): Range | undefined {
  const { words, to, taken } = reading
  let from = start
  while (from < to && !taken[from] && determiners.has(words[from]!.low)) from++
  const head = nounEnd(reading, from)
  if (head === undefined) return undefined
  let end = head
  for (let rounds = 0; rounds < 6 && end < to; rounds++) {
    if (taken[end]) break
    const { low } = words[end]!
    const next = genitive.has(low) || low === 'von' || low === 'vom' || low === 'je' || low === 'pro' ? nounEnd(reading, skip(reading, end + 1)) : undefined
    const joins = /^(?:und|oder|sowie|&|\/|bzw|un)$/.test(low) && !reading.isNewAction?.(end + 1) ? nounEnd(reading, skip(reading, end + 1)) : undefined
    const more = next ?? joins
    if (more === undefined) break
    end = more
  }
  return { from, to: end }
}

const counts = /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert)$/

function skip({ words, to, taken }: Reading, at: number): number {
  let after = at
  while (after < to && !taken[after] && determiners.has(words[after]!.low)) after++
  return after
}

// Adjectives, numbers, then one noun or more: neuer Werkzeuge, CNC-Drehmaschinen, Ventil 3.
function nounEnd({ words, to, taken }: Reading, from: number): number | undefined {
  let at = from
  while (at < to && !taken[at] && (isAdjective(words[at]) || words[at]!.kind === 'number' || counts.test(words[at]!.low)) && hasNounLater({ words, to, taken }, at)) at++
  if (at >= to || taken[at] || !isNoun(words[at])) return undefined
  at++
  while (at < to && !taken[at] && (isNoun(words[at]) || (words[at]!.kind === 'number' && words[at]!.text.length <= 4) || /^[“”"‘’„+]$/.test(words[at]!.low))) at++
  return at
}

function hasNounLater({ words, to, taken }: Reading, from: number): boolean {
  for (let at = from + 1; at < Math.min(to, from + 5) && !taken[at]; at++) {
    if (isNoun(words[at])) return true
    if (!isAdjective(words[at]) && words[at]!.kind !== 'number' && !counts.test(words[at]!.low)) return false
  }
  return false
}
