import type { ContentLanguage } from '@guildhall/kernel'
import { featureCount, type Candidates } from './features.ts'
import { dot, fitListwise, fitLogistic, type Lists } from './listwise.ts'
import { type Model, modelSections } from './model.ts'
import { buildNear, keyOf, nearSections } from './near-lane.ts'
import { idOf, type Opened } from './opened.ts'
import { blankOf } from './partition.ts'
import { fillSureFeatures, orderBy, rank, type Ranked, sureFeatureCount } from './rank.ts'
import type { SectionArray } from './sections.ts'
import { toView } from './view.ts'

/**
 * A text and the concepts that people gave it. `use`: whether it serves as a neighbour, for the weights, or both. Texts of one `group` never stand on both
 * sides of a fold.
 */
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
/** Precision asked of `sure` where it is set: above what EVALUATION wants, as unseen data are never kinder. */
const surePrecision = 0.88

/** Sections learnt from examples: neighbours, weights, the threshold of `sure`. None where there are no examples. */
export function learnSections(opened: Opened, examples: readonly Example[]): readonly [string, SectionArray][] {
  const numbers = new Map<string, number>()
  for (let c = 0; c < opened.concepts; c++) numbers.set(idOf(opened, c), c)
  const known = examples
    .filter((example) => example.language === opened.language)
    .map((example) => ({ ...example, owners: example.answers.map((id) => numbers.get(id) ?? -1).filter((owner) => owner >= 0) }))
    .filter((example) => example.owners.length > 0)
  if (known.length === 0) return []
  const blank = blankOf(opened.profile, opened.language)
  const lineOf = (text: string) => (opened.profile === 'advert' ? text.split(/[\r\n]/, 1)[0]! : text)
  const viewOf = (text: string) => toView(lineOf(text), opened.language, blank)
  const neighbours = known.filter((example) => example.use !== 'weights')
  const near =
    neighbours.length > 0
      ? buildNear(
          neighbours.map((example) => viewOf(example.text)),
          neighbours.map((example) => example.owners),
          opened.concepts,
        )
      : undefined
  const withNear: Opened = near ? { ...opened, near } : opened
  const weighed = known.filter((example) => example.use !== 'neighbour')
  const sections = near ? nearSections(near) : []
  if (weighed.length < fewest) return sections
  const asked = weighed.map((example) => {
    const key = keyOf(viewOf(example.text))
    const ranked = rank(withNear, { ...example, excluded: new Set([key]) })
    return { ranked, owners: new Set(example.owners), fold: Math.floor(key) % folds }
  })
  return [...sections, ...modelSections(fitModel(withNear, asked))]
}

type Question = Readonly<{ ranked: Ranked; owners: ReadonlySet<number>; fold: number }>

/** Weights on all questions; `sure` on orders that were made by weights which had not seen the question. */
function fitModel(opened: Opened, asked: readonly Question[]): Model {
  const rows: { features: Float64Array; right: number; fold: number; question: number }[] = []
  for (let fold = 0; fold < folds; fold++) {
    const held = fitWeights(asked.filter((question) => question.fold !== fold))
    for (const [number, question] of asked.entries()) {
      if (question.fold !== fold) continue
      const ranked = { ...question.ranked, ...orderBy(question.ranked.candidates, held) }
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

function fitWeights(asked: readonly Question[]): Float64Array {
  return fitListwise(toLists(asked), startWeights(), 1e-3)
}

/** The hand-made order is where learning starts from, and what it is pulled back to. */
export function startWeights(): Float64Array {
  const weights = new Float64Array(featureCount)
  weights[featureCount - 3] = 5
  return weights
}

function toLists(asked: readonly Question[]): Lists {
  const total = asked.reduce((sum, question) => sum + question.ranked.candidates.concepts.length, 0)
  const features = new Float64Array(total * featureCount)
  const right = new Uint8Array(total)
  const offsets = new Uint32Array(asked.length + 1)
  let at = 0
  for (const [q, question] of asked.entries()) {
    const { concepts, rows }: Candidates = question.ranked.candidates
    features.set(rows, at * featureCount)
    for (let i = 0; i < concepts.length; i++) right[at + i] = question.owners.has(concepts[i]!) ? 1 : 0
    at += concepts.length
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
    1e-4,
  )
}

/**
 * The lowest score from which on precision holds. Precision is first made to fall monotonically with the score (isotonic, pool of adjacent violators),
 * so that one lucky run of right answers sets no threshold.
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
