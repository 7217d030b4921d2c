import type { ContentLanguage } from '@guildhall/kernel'
import { featureCount, handFeature } from './features.ts'
import { buildLikelihood, likelihoodSections } from './likelihood.ts'
import { dot, fitListwise, fitLogistic, type Lists } from './listwise.ts'
import { type Model, modelSections } from './model.ts'
import { buildNear, keyOf, nearSections } from './near-lane.ts'
import { idOf, type Opened } from './opened.ts'
import { blankOf } from './partition.ts'
import { fillSureFeatures, orderBy, rank, type Ranked, sureFeatureCount } from './rank.ts'
import { nearViewOf } from './score.ts'
import type { SectionArray } from './sections.ts'
import { readString } from './strings.ts'
import { toView, type View } from './view.ts'

/** A text and the concepts that people gave it. `use`: whether it serves as a neighbour, for the weights, or both. */
export type Example = Readonly<{
  text: string
  language: ContentLanguage
  answers: readonly string[]
  context?: string
  use?: 'both' | 'neighbour' | 'weights'
}>

const folds = 5
const fewest = 40
const surePlaces = 5
const strongest = 50
/** Fewer questions, less belief in what they say. */
const pull = 3
/** Precision asked of `sure` where it is set: above what EVALUATION wants, as unseen data are never kinder. */
const surePrecision = 0.87

/** Sections learnt from examples: neighbours, weights, the threshold of `sure`. None where there are no examples. */
export function learnSections(opened: Opened, examples: readonly Example[]): readonly [string, SectionArray][] {
  const numbers = new Map<string, number>()
  for (let c = 0; c < opened.concepts; c++) numbers.set(idOf(opened, c), c)
  const labelled = examples
    .filter((example) => example.language === opened.language)
    .map((example) => ({ ...example, owners: example.answers.map((id) => numbers.get(id) ?? -1).filter((owner) => owner >= 0) }))
    .filter((example) => example.owners.length > 0)
  if (labelled.length === 0) return []
  const neighbours = labelled.filter((example) => example.use !== 'weights')
  const known = learnNeighbours(
    opened,
    neighbours.map((example) => nearViewOf(opened, example)),
    neighbours.map((example) => example.owners),
  )
  const weighed = labelled.filter((example) => example.use !== 'neighbour')
  if (weighed.length < fewest) return known.sections
  const asked = weighed.map((example) => {
    const key = keyOf(nearViewOf(opened, example))
    const owners = new Set(example.owners)
    const fold = Math.floor(key) % folds
    const own = new Set(example.use === 'weights' ? [] : example.owners)
    return { ranked: rank(known.opened, { ...example, excluded: new Set([key]), own }), owners, fold }
  })
  return [...known.sections, ...modelSections(fitModel(known.opened, asked))]
}

/** The lanes that live on examples, and the index with them. */
function learnNeighbours(
  opened: Opened,
  views: readonly View[],
  owners: readonly (readonly number[])[],
): { opened: Opened; sections: readonly [string, SectionArray][] } {
  if (views.length === 0) return { opened, sections: [] }
  const near = buildNear(views, owners, opened.concepts)
  const blank = blankOf(opened.profile, opened.language)
  const forms = Array.from(opened.owners, (_, form) => toView(readString(opened.texts, form), opened.language, blank))
  const likelihood = buildLikelihood(forms, opened.owners, views, owners, opened.concepts)
  return { opened: { ...opened, near, likelihood }, sections: [...nearSections(near), ...likelihoodSections(likelihood)] }
}

type Question = Readonly<{ ranked: Ranked; owners: ReadonlySet<number>; fold: number }>

/** Weights on all questions; `sure` on orders that were made by weights which had not seen the question. */
function fitModel(opened: Opened, asked: readonly Question[]): Model {
  const rows: { features: Float64Array; right: number; fold: number; question: number }[] = []
  for (let fold = 0; fold < folds; fold++) {
    const held = fitWeights(asked.filter((question) => question.fold !== fold))
    for (const [number, question] of asked.entries()) {
      if (question.fold !== fold) continue
      const ranked = { ...question.ranked, ...orderBy(question.ranked.candidates, held, opened.guarded) }
      for (let place = 0; place < Math.min(surePlaces, ranked.order.length); place++) {
        const features = new Float64Array(sureFeatureCount)
        fillSureFeatures(opened, ranked, place, features, 0)
        rows.push({
          features,
          right: question.owners.has(ranked.candidates.concepts[ranked.order[place]!]!) ? 1 : 0,
          fold,
          question: number,
        })
      }
    }
  }
  const scores = new Float64Array(rows.length)
  for (let fold = 0; fold < folds; fold++) {
    const sure = fitSure(rows.filter((row) => row.fold !== fold))
    for (const [i, row] of rows.entries()) if (row.fold === fold) scores[i] = dot(row.features, 0, sure)
  }
  return {
    weights: fitWeights(asked),
    sure: fitSure(rows),
    threshold: thresholdFor(
      scores,
      Uint8Array.from(rows, (row) => row.right),
    ),
  }
}

const fitWeights = (asked: readonly Question[]): Float64Array => fitListwise(toLists(asked), startWeights(), pull / asked.length)

/** The hand-made order is where learning starts from, and what it is pulled back to. */
export function startWeights(): Float64Array {
  const weights = new Float64Array(featureCount)
  weights[handFeature] = 5
  return weights
}

/** Of each question the right answers and the strongest others: the weak ones teach nothing and cost as much. */
function toLists(asked: readonly Question[]): Lists {
  const parts = asked.map(({ ranked, owners }) => {
    const { concepts, hand } = ranked.candidates
    const order = Array.from(concepts, (_, i) => i).sort((a, b) => hand[b]! - hand[a]! || a - b)
    return order.filter((i, place) => place < strongest || owners.has(concepts[i]!))
  })
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  const features = new Float64Array(total * featureCount)
  const right = new Uint8Array(total)
  const offsets = new Uint32Array(asked.length + 1)
  let at = 0
  for (const [q, { ranked, owners }] of asked.entries()) {
    const { concepts, rows } = ranked.candidates
    for (const i of parts[q]!) {
      features.set(rows.subarray(i * featureCount, (i + 1) * featureCount), at * featureCount)
      right[at++] = owners.has(concepts[i]!) ? 1 : 0
    }
    offsets[q + 1] = at
  }
  return { features, size: featureCount, offsets, right }
}

function fitSure(rows: readonly { features: Float64Array; right: number }[]): Float64Array {
  const features = new Float64Array(rows.length * sureFeatureCount)
  for (const [i, row] of rows.entries()) features.set(row.features, i * sureFeatureCount)
  return fitLogistic(
    features,
    sureFeatureCount,
    Uint8Array.from(rows, (row) => row.right),
    3e-3,
  )
}

/**
 * The lowest score from which on precision holds over all that lie above it, at least twenty of them: a lucky handful sets no threshold. Infinite, and
 * nothing is sure, where there is none.
 */
export function thresholdFor(scores: Float64Array, right: Uint8Array, precision = surePrecision): number {
  const order = Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b)
  let rights = 0
  let best = Number.POSITIVE_INFINITY
  for (const [n, i] of order.entries()) {
    rights += right[i]!
    const next = order[n + 1]
    if (next !== undefined && scores[next] === scores[i]) continue
    if (n + 1 >= 20 && rights / (n + 1) >= precision) best = scores[i]!
  }
  return best
}
