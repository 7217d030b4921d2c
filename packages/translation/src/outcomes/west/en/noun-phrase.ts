import type { Word } from '../words.ts'
import { adverbs, auxiliaries, conjunctions, determiners, modals, particles, prepositions, pronounObjects, pronounSubjects, relatives } from './lists.ts'

/** A stretch of words, end exclusive. */
export type Range = Readonly<{ from: number; to: number }>

/** Words being read: which of them are spoken for, and where a new verb begins. */
export type Reading = Readonly<{ words: readonly Word[]; to: number; taken: Uint8Array; isNewVerb: (at: number) => boolean }>

const isDeterminer = (words: readonly Word[], at: number) => determiners.has(words[at]!.low) || /^t'$/.test(words[at]!.low)
const isManner = (low: string) => /ly$/.test(low) && !/^(?:assembly|supply|family|daily|early|friendly|reply|belly|anomaly|butterfly|jelly|fly)$/.test(low)

/** The noun phrase that begins at a word, without determiners and possessives before it, with its *of* and what *and* joins to it. */
export function nounPhraseAt(reading: Reading, start: number): Range | undefined {
  const { words, to } = reading
  const from = skipDeterminers(reading, start)
  let at = from
  while (at < to && !stops(reading, at)) {
    const { low } = words[at]!
    if (low === 'of' || low === '&' || low === 'and' || low === 'or' || low === '/') {
      if (at === from) return undefined
      const next = skipDeterminers(reading, at + 1)
      if (next >= to || stops(reading, next) || (low !== 'of' && reading.isNewVerb(at + 1))) break
      at = next
    }
    at++
  }
  return at > from ? { from, to: at } : undefined
}

function skipDeterminers({ words, to, taken }: Reading, start: number): number {
  let at = start
  while (at < to && !taken[at] && isDeterminer(words, at)) at++
  // your colleagues' code: whose it is, is no part of the thing.
  if (at > start && /(?:'s|s')$/.test(words[at]?.low ?? '') && words[at]!.kind === 'word' && at + 1 < to && !taken[at + 1]) at++
  return at
}

function stops(reading: Reading, at: number): boolean {
  const { words, taken, to } = reading
  const word = words[at]!
  if (taken[at]) return true
  if (word.kind === 'mark') return !/^[&/%"“”'‘’+#°]$/.test(word.low)
  if (word.kind === 'number') return false
  if (/^(?:of|&|and|or)$/.test(word.low)) return false
  if (prepositions.has(word.low) || conjunctions.has(word.low) || relatives.has(word.low) || pronounSubjects.has(word.low)) return true
  const next = words[at + 1]
  // monthly reports: a word of time before a thing says which.
  if (/^(?:daily|weekly|monthly|hourly|quarterly|annually|right|well|first|online|personally|overnight|in-house|onsite|on-site|home|later|only)$/.test(word.low) && at + 1 < to && next?.kind === 'word' && !taken[at + 1] && !prepositions.has(next.low) && !conjunctions.has(next.low) && !adverbs.has(next.low) && !determiners.has(next.low)) return false
  if (adverbs.has(word.low) || auxiliaries.has(word.low) || modals.has(word.low) || pronounObjects.has(word.low)) return true
  if (particles.has(word.low)) return true
  // bugs reported by customers: what was done to the thing is said of it.
  if (/ed$/.test(word.low) && next && at + 1 < to && /^(?:by|in|on|at|from|to|for|with)$/.test(next.low) && isNounBefore(words, at)) return true
  // keep the kitchen clean: how the thing shall be ends its phrase.
  if (/^(?:clean|tidy|dry|safe|warm|sharp|open|closed|full|empty|ready|running|working|going|ordered|stocked|free|level|straight|flat|square|tight|apart|wet)$/.test(word.low) && !determiners.has(words[at - 1]?.low ?? '') && (!next || at + 1 >= to || taken[at + 1] || prepositions.has(next.low) || conjunctions.has(next.low) || adverbs.has(next.low) || next.kind === 'mark')) return true
  // newly fitted parts keep their adverb, "the parts neatly" does not.
  return isManner(word.low) && !/(?:ed|ing|en)$/.test(words[at + 1]?.low ?? '') && at + 1 <= to
}

const isNounBefore = (words: readonly Word[], at: number) => at > 0 && words[at - 1]!.kind === 'word' && /s$/.test(words[at - 1]!.low) && !determiners.has(words[at - 1]!.low)
