import { findTerm } from './hash-table.ts'
import { openPostings, type Postings, PostingsBuilder, postingsSections } from './postings.ts'
import { type Sections, type SectionArray, section } from './sections.ts'
import type { View } from './view.ts'

/**
 * How likely a concept would be to bring forth these words: counts over its labels and its examples, leaning on its group, the group on all (Dirichlet
 * smoothing, twice). Few examples a concept are the rule; the group knows what the concept has not seen.
 */
export type Likelihood = Readonly<{ postings: Postings; totals: Float32Array }>

const summed = new WeakMap<Float32Array, { all: number; groups: Float64Array }>()

const ownLean = 8
const groupLean = 40

export function buildLikelihood(
  forms: readonly View[],
  owners: ArrayLike<number>,
  examples: readonly View[],
  labels: readonly (readonly number[])[],
  concepts: number,
): Likelihood {
  const texts: View[][] = Array.from({ length: concepts }, () => [])
  for (const [i, form] of forms.entries()) texts[owners[i]!]!.push(form)
  for (const [i, example] of examples.entries()) for (const owner of labels[i]!) texts[owner]!.push(example)
  const builder = new PostingsBuilder()
  const totals = new Float32Array(concepts)
  for (const [c, views] of texts.entries()) {
    for (const view of views) {
      for (const term of new Set(view.terms)) {
        builder.add(builder.table.addTerm(term))
        totals[c]!++
      }
    }
    builder.close()
  }
  return {
    postings: builder.freeze(
      () => 1,
      (counts) => counts,
    ),
    totals,
  }
}

/** Mean log of p(word | concept) ÷ p(word), for the concepts asked. `own`: concepts whose example is the question itself, taken out again. */
export function scoreLikelihood(
  lane: Likelihood,
  view: View,
  parents: Uint32Array,
  concepts: Uint32Array,
  { own, hidden }: Readonly<{ own: ReadonlySet<number> | undefined; hidden: ReadonlySet<number> | undefined }>,
): Float64Array {
  const { postings, totals } = lane
  const names = [...new Set(view.terms)]
  const { all, groups: groupTotals } = sumGroups(totals, parents)
  const sums = new Float64Array(concepts.length)
  let asked = 0
  for (const name of names) {
    const term = findTerm(postings.table, name)
    if (term < 0) continue
    asked++
    const counts = new Map<number, number>()
    const groups = new Map<number, number>()
    let everywhere = 0
    for (let k = postings.offsets[term]!; k < postings.offsets[term + 1]!; k++) {
      const concept = postings.docs[k]!
      const count = Math.max(0, postings.weights[k]! * postings.scale - (own?.has(concept) ? 1 : 0))
      if (hidden?.has(concept)) continue
      counts.set(concept, count)
      groups.set(parents[concept]!, (groups.get(parents[concept]!) ?? 0) + count)
      everywhere += count
    }
    const background = (everywhere + 0.5) / (all + 1)
    for (let i = 0; i < concepts.length; i++) {
      const concept = concepts[i]!
      const group = parents[concept]!
      const ofGroup = ((groups.get(group) ?? 0) + groupLean * background) / (groupTotals[group]! + groupLean)
      const removed = own?.has(concept) ? names.length : 0
      sums[i]! += Math.log(
        ((counts.get(concept) ?? 0) + ownLean * ofGroup) /
          ((hidden?.has(concept) ? 0 : Math.max(0, totals[concept]! - removed)) + ownLean) /
          background,
      )
    }
  }
  return asked === 0 ? sums : sums.map((sum) => sum / asked)
}

/** Sums a group, once an index. */
function sumGroups(totals: Float32Array, parents: Uint32Array): { all: number; groups: Float64Array } {
  const found = summed.get(totals)
  if (found) return found
  const groups = new Float64Array(parents.reduce((a, b) => Math.max(a, b), 0) + 1)
  let all = 0
  for (let c = 0; c < totals.length; c++) {
    all += totals[c]!
    groups[parents[c]!]! += totals[c]!
  }
  const made = { all, groups }
  summed.set(totals, made)
  return made
}

export const likelihoodSections = (lane: Likelihood): [string, SectionArray][] => [
  ...postingsSections('near.like', lane.postings),
  ['near.totals', lane.totals],
]

export const openLikelihood = (sections: Sections): Likelihood => ({
  postings: openPostings(sections, 'near.like'),
  totals: section<Float32Array>(sections, 'near.totals'),
})
