import { buildChars, scoreChars } from './chars-lane.ts'
import { openPostings, type Postings, postingsSections } from './postings.ts'
import { type Sections, type SectionArray, section } from './sections.ts'
import type { View } from './view.ts'

/** Labelled examples: texts, and for each the concepts that people gave it. */
export type Near = Readonly<{
  postings: Postings
  offsets: Uint32Array
  owners: Uint32Array
  /** Hash of the text, so that an example is never its own neighbour. */
  keys: Float64Array
  /** Examples a concept has. */
  counts: Uint32Array
}>

export type NearScores = Readonly<{ near: Float32Array; centroid: Float32Array; closest: number }>

const neighbours = 15

export function buildNear(views: readonly View[], owners: readonly (readonly number[])[], concepts: number): Near {
  const offsets = new Uint32Array(views.length + 1)
  const all: number[] = []
  const counts = new Uint32Array(concepts)
  for (const [i, some] of owners.entries()) {
    for (const owner of some) {
      all.push(owner)
      counts[owner]!++
    }
    offsets[i + 1] = all.length
  }
  return { postings: buildChars(views), offsets, owners: Uint32Array.from(all), keys: Float64Array.from(views, keyOf), counts }
}

/** Examples with the same words are the same example. */
export function keyOf(view: View): number {
  let high = 17
  let low = 31
  for (const term of view.terms) {
    for (let i = 0; i < term.length; i++) {
      high = Math.imul(high ^ term.charCodeAt(i), 0x01000193)
      low = Math.imul(low ^ term.charCodeAt(i), 0x5bd1e995) ^ (low >>> 15)
    }
    high = Math.imul(high ^ 32, 0x01000193)
  }
  return (high >>> 0) * 2 ** 21 + ((low >>> 0) & 0x1fffff)
}

/** Σ cos² of the nearest examples a concept, and the mean cosine of its own examples. Excluded keys take no part (learning uses that). */
export function scoreNear(lane: Near, view: View, concepts: number, excluded?: ReadonlySet<number>): NearScores {
  const cosines = scoreChars(lane.postings, view)
  const near = new Float32Array(concepts)
  const centroid = new Float32Array(concepts)
  const own = new Float32Array(concepts)
  const best: number[] = []
  for (let i = 0; i < cosines.length; i++) {
    const cosine = cosines[i]!
    if (cosine <= 0) continue
    const out = excluded?.has(lane.keys[i]!) ?? false
    for (let k = lane.offsets[i]!; k < lane.offsets[i + 1]!; k++) {
      const owner = lane.owners[k]!
      if (out) own[owner]!++
      else centroid[owner]! += cosine
    }
    if (out) continue
    if (best.length < neighbours || cosine > cosines[best[best.length - 1]!]!) insert(best, i, cosines)
  }
  for (const i of best) {
    for (let k = lane.offsets[i]!; k < lane.offsets[i + 1]!; k++) near[lane.owners[k]!]! += cosines[i]! ** 2
  }
  // One ballast example at cosine 0: a concept with a single example must not win by it alone.
  for (let c = 0; c < concepts; c++) if (centroid[c]! > 0) centroid[c]! /= lane.counts[c]! - own[c]! + 1
  return { near, centroid, closest: best.length === 0 ? 0 : cosines[best[0]!]! }
}

function insert(best: number[], i: number, cosines: Float32Array): void {
  let at = best.length
  while (at > 0 && cosines[best[at - 1]!]! < cosines[i]!) at--
  best.splice(at, 0, i)
  if (best.length > neighbours) best.pop()
}

export const nearSections = (lane: Near): [string, SectionArray][] => [
  ...postingsSections('near', lane.postings),
  ['near.owned', lane.offsets],
  ['near.owners', lane.owners],
  ['near.keys', lane.keys],
  ['near.counts', lane.counts],
]

export const openNear = (sections: Sections): Near => ({
  postings: openPostings(sections, 'near'),
  offsets: section<Uint32Array>(sections, 'near.owned'),
  owners: section<Uint32Array>(sections, 'near.owners'),
  keys: section<Float64Array>(sections, 'near.keys'),
  counts: section<Uint32Array>(sections, 'near.counts'),
})
