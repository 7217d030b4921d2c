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
  /** Square of the length of the sum of a concept's examples: its centre. */
  squares: Float32Array
}>

/** Examples that take no part: those with these keys, and those of concepts that are to look as if no example named them. */
export type LeftOut = Readonly<{ excluded?: ReadonlySet<number>; hidden?: ReadonlySet<number> }>

export type NearScores = Readonly<{ near: Float32Array; centroid: Float32Array; wide: Float32Array; seen: Float32Array; closest: number }>

const neighbours = 15
const wideNeighbours = 80

export function buildNear(views: readonly View[], owners: readonly (readonly number[])[], concepts: number): Near {
  const offsets = new Uint32Array(views.length + 1)
  const all: number[] = []
  for (const [i, some] of owners.entries()) {
    all.push(...some)
    offsets[i + 1] = all.length
  }
  const lane = {
    postings: buildChars(views),
    offsets,
    owners: Uint32Array.from(all),
    keys: Float64Array.from(views, keyOf),
    squares: new Float32Array(concepts),
  }
  fillSquares(lane, concepts)
  return lane
}

/** Term by term: what a concept's examples weigh together, squared. */
function fillSquares(lane: Near, concepts: number): void {
  const { postings, offsets, owners, squares } = lane
  const weights = new Float32Array(concepts)
  for (let term = 0; term + 1 < postings.offsets.length; term++) {
    const from = postings.offsets[term]!
    const to = postings.offsets[term + 1]!
    for (let i = from; i < to; i++) {
      const doc = postings.docs[i]!
      for (let k = offsets[doc]!; k < offsets[doc + 1]!; k++) weights[owners[k]!]! += postings.weights[i]! * postings.scale
    }
    for (let i = from; i < to; i++) {
      const doc = postings.docs[i]!
      for (let k = offsets[doc]!; k < offsets[doc + 1]!; k++) {
        const owner = owners[k]!
        squares[owner]! += weights[owner]! ** 2
        weights[owner] = 0
      }
    }
  }
}

/** Σ of the cosines of a concept's examples; `own` are those of the excluded keys among them. */
function sumByOwner(lane: Omit<Near, 'squares'>, cosines: Float32Array, concepts: number, excluded?: ReadonlySet<number>) {
  const sums = new Float32Array(concepts)
  const own = new Float32Array(concepts)
  for (let i = 0; i < cosines.length; i++) {
    const cosine = cosines[i]!
    if (cosine <= 0) continue
    const out = excluded?.has(lane.keys[i]!) ?? false
    for (let k = lane.offsets[i]!; k < lane.offsets[i + 1]!; k++) {
      sums[lane.owners[k]!]! += cosine
      if (out) own[lane.owners[k]!]! += cosine
    }
  }
  return { sums, own }
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

/**
 * Σ cos² of the nearest examples a concept, and the cosine to the centre of its examples. Excluded keys take no part: learning leaves the question
 * itself out, which is then one of the examples, so that centre and length can be put right.
 */
export function scoreNear(lane: Near, view: View, concepts: number, left: LeftOut = {}): NearScores {
  const cosines = scoreChars(lane.postings, view)
  const near = new Float32Array(concepts)
  const wide = new Float32Array(concepts)
  const best: number[] = []
  for (let i = 0; i < cosines.length; i++) {
    const cosine = cosines[i]!
    if (cosine <= 0 || isLeftOut(lane, i, left)) continue
    if (best.length < wideNeighbours || cosine > cosines[best[best.length - 1]!]!) insert(best, i, cosines)
  }
  for (const [place, i] of best.entries()) {
    for (let k = lane.offsets[i]!; k < lane.offsets[i + 1]!; k++) {
      wide[lane.owners[k]!]! += cosines[i]! ** 2
      if (place < neighbours) near[lane.owners[k]!]! += cosines[i]! ** 2
    }
  }
  const { sums, own } = sumByOwner(lane, cosines, concepts, left.excluded)
  const centroid = sums
  for (let c = 0; c < concepts; c++) {
    if (sums[c]! <= 0) continue
    const square = own[c]! > 0 ? lane.squares[c]! - 2 * sums[c]! * own[c]! + own[c]! ** 2 : lane.squares[c]!
    centroid[c] = left.hidden?.has(c) ? 0 : (sums[c]! - own[c]!) / Math.sqrt(Math.max(1, square))
  }
  const seen = countSeen(lane, concepts, left)
  return { near, centroid, wide, seen, closest: best.length === 0 ? 0 : cosines[best[0]!]! }
}

function isLeftOut(lane: Near, i: number, { excluded, hidden }: LeftOut): boolean {
  if (excluded?.has(lane.keys[i]!)) return true
  if (!hidden) return false
  for (let k = lane.offsets[i]!; k < lane.offsets[i + 1]!; k++) if (hidden.has(lane.owners[k]!)) return true
  return false
}

/** How many examples a concept has. */
function countSeen(lane: Near, concepts: number, left: LeftOut): Float32Array {
  const seen = new Float32Array(concepts)
  for (let i = 0; i < lane.keys.length; i++) {
    if (isLeftOut(lane, i, left)) continue
    for (let k = lane.offsets[i]!; k < lane.offsets[i + 1]!; k++) seen[lane.owners[k]!]!++
  }
  return seen
}

function insert(best: number[], i: number, cosines: Float32Array): void {
  let at = best.length
  while (at > 0 && cosines[best[at - 1]!]! < cosines[i]!) at--
  best.splice(at, 0, i)
  if (best.length > wideNeighbours) best.pop()
}

export const nearSections = (lane: Near): [string, SectionArray][] => [
  ...postingsSections('near', lane.postings),
  ['near.owned', lane.offsets],
  ['near.owners', lane.owners],
  ['near.keys', lane.keys],
  ['near.squares', lane.squares],
]

export const openNear = (sections: Sections): Near => ({
  postings: openPostings(sections, 'near'),
  offsets: section<Uint32Array>(sections, 'near.owned'),
  owners: section<Uint32Array>(sections, 'near.owners'),
  keys: section<Float64Array>(sections, 'near.keys'),
  squares: section<Float32Array>(sections, 'near.squares'),
})
