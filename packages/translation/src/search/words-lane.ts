import { findTerm } from './hash-table.ts'
import { gather, type Postings, PostingsBuilder } from './postings.ts'
import type { View } from './view.ts'

const k1 = 1.2
const b = 0.75

/** BM25 over documents: one a concept, of its labels, alternatives and description. */
export function buildWords(documents: readonly (readonly View[])[]): Postings {
  const builder = new PostingsBuilder()
  let total = 0
  for (const views of documents) {
    for (const view of views) {
      total += view.terms.length
      for (const term of view.terms) builder.add(builder.table.addTerm(term))
    }
    builder.close()
  }
  const average = documents.length === 0 ? 1 : total / documents.length
  return builder.freeze(wordRarity, wordWeights(average))
}

export const wordRarity = (df: number, documents: number): number => Math.log(1 + (documents - df + 0.5) / (df + 0.5))

/** The part of BM25 that does not depend on the question. */
export const wordWeights =
  (average: number) =>
  (counts: Float64Array, rarity: Float64Array): Float64Array => {
    let length = 0
    for (const count of counts) length += count
    return counts.map((tf, i) => (rarity[i]! * tf * (k1 + 1)) / (tf + k1 * (1 - b + (b * length) / average)))
  }

export function scoreWords(postings: Postings, view: View): Float32Array {
  const sums = new Float32Array(postings.documents)
  for (const name of new Set(view.terms)) {
    const term = findTerm(postings.table, name)
    if (term >= 0) gather(postings, term, 1, sums)
  }
  return sums
}
