import { fillGrams, newGramBuffer } from './grams.ts'
import { findPair, gather, type Postings, PostingsBuilder } from './postings.ts'
import type { View } from './view.ts'

/** tf-idf over character n-grams, every form of unit length. */
export function buildChars(forms: readonly View[]): Postings {
  const builder = new PostingsBuilder()
  const buffer = newGramBuffer()
  for (const form of forms) {
    fillGrams(form.text, form.tokens, form.language, buffer)
    for (let i = 0; i < buffer.length; i += 2) builder.add(builder.table.add(buffer.pairs[i]!, buffer.pairs[i + 1]!))
    builder.close()
  }
  return builder.freeze(charRarity, charWeights, 0.15)
}

export const charRarity = (df: number, documents: number): number => Math.log((1 + documents) / (1 + df)) + 1

export function charWeights(counts: Float64Array, rarity: Float64Array): Float64Array {
  const weights = counts.map((count, i) => (1 + Math.log(count)) * rarity[i]!)
  let square = 0
  for (const weight of weights) square += weight * weight
  return square === 0 ? weights : weights.map((weight) => weight / Math.sqrt(square))
}

const buffer = newGramBuffer()

/** Cosine of the text with every form. */
export function scoreChars(postings: Postings, view: View): Float32Array {
  const sums = new Float32Array(postings.documents)
  fillGrams(view.text, view.tokens, view.language, buffer)
  const counts = new Map<number, number>()
  const unknown = new Set<number>()
  for (let i = 0; i < buffer.length; i += 2) {
    const term = findPair(postings, buffer.pairs[i]!, buffer.pairs[i + 1]!)
    if (term >= 0) counts.set(term, (counts.get(term) ?? 0) + 1)
    else unknown.add(buffer.pairs[i]!)
  }
  // Grams that no form holds lengthen the text all the same: a text about something else must not look near.
  let square = unknown.size * charRarity(0, postings.documents) ** 2
  for (const [term, count] of counts) square += ((1 + Math.log(count)) * postings.rarity[term]!) ** 2
  const length = Math.sqrt(square) || 1
  for (const [term, count] of counts) gather(postings, term, ((1 + Math.log(count)) * postings.rarity[term]!) / length, sums)
  return sums
}
