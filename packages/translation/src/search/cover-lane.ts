import { findTerm } from './hash-table.ts'
import { gather, type Postings, PostingsBuilder } from './postings.ts'
import type { View } from './view.ts'

// Keeps one-word forms from winning by one common word.
const ballast = 3

/** How much of a form the text covers: the late interaction of ENGINES 1.3 with equal stems only. */
export function buildCover(forms: readonly View[]): Postings {
  const builder = new PostingsBuilder()
  for (const form of forms) {
    for (const term of new Set(form.terms)) builder.add(builder.table.addTerm(term))
    builder.close()
  }
  return builder.freeze(coverRarity, coverWeights)
}

export const coverRarity = (df: number, documents: number): number => Math.log(1 + documents / df)

export function coverWeights(_counts: Float64Array, rarity: Float64Array): Float64Array {
  let sum = ballast
  for (const one of rarity) sum += one
  return rarity.map((one) => one / sum)
}

/** Σ of the rarity of the covered terms ÷ (Σ of all terms of the form + ballast), for every form. */
export function scoreCover(postings: Postings, view: View): Float32Array {
  const sums = new Float32Array(postings.documents)
  for (const name of new Set(view.terms)) {
    const term = findTerm(postings.table, name)
    if (term >= 0) gather(postings, term, 1, sums)
  }
  return sums
}
