import { type LaneName, spread } from './lanes.ts'
import { scoreLikelihood } from './likelihood.ts'
import type { Opened } from './opened.ts'
import type { Scored } from './score.ts'

/**
 * Weights by hand, used where nothing was learnt: a sum of per-query z-scores (ENGINES 1.4). In a guarded index the lanes that live on examples have none:
 * there the order by hand is what stays where examples mislead.
 */
const handWeights: Readonly<Record<LaneName, number>> = {
  exact: 0.4,
  chars: 1,
  cover: 1.2,
  words: 0.7,
  context: 0.5,
  near: 1,
  centroid: 0.5,
  bridge: 1,
  prior: 0.5,
}
const fromExamples: ReadonlySet<LaneName> = new Set(['near', 'centroid'])

const textLanes = ['exact', 'chars', 'cover', 'words', 'context', 'near', 'centroid', 'bridge'] as const
const perLane = 4
/** What a lane's score is divided by to lie near 0–1: its own size speaks too, not only how it stands among the others. */
const sizes: Readonly<Record<(typeof textLanes)[number], number>> = {
  exact: 6,
  chars: 1,
  cover: 1,
  words: 25,
  context: 40,
  near: 1,
  centroid: 1,
  bridge: 1,
}
const extras = [
  'prior',
  'closestNear',
  'groupNear',
  'groupHand',
  'isGroup',
  'hand',
  'alone',
  'hitLength',
  'seen',
  'unseen',
  'groupWide',
  'likelihood',
  'likelihoodSum',
] as const
export const featureCount = textLanes.length * perLane + extras.length
export const handFeature = textLanes.length * perLane + extras.indexOf('hand')

/** The concepts worth a closer look, and the features of each: `rows[i × featureCount + k]`. */
export type Candidates = Readonly<{ concepts: Uint32Array; rows: Float64Array; hand: Float64Array }>

const most = 60
const mostPerLane = 12

export function toCandidates(opened: Opened, scored: Scored, top = 0): Candidates {
  const spreads = textLanes.map((lane) => (scored.lanes[lane] ? spread(scored.lanes[lane]) : undefined))
  const hand = handScores(opened, scored, spreads)
  const chosen = choose(opened, scored, hand, Math.max(most, top))
  const handOf = Float64Array.from(chosen, (concept) => hand[concept]!)
  const rows = new Float64Array(chosen.length * featureCount)
  for (const [index, lane] of textLanes.entries()) {
    const scores = scored.lanes[lane]
    const around = spreads[index]
    if (!scores || !around || around.highest <= 0) continue
    const ranks = ranksOf(chosen, scores)
    for (let i = 0; i < chosen.length; i++) {
      const score = scores[chosen[i]!]!
      const at = i * featureCount + index * perLane
      rows[at] = score / around.highest
      rows[at + 1] = Math.min(12, (score - around.mean) / around.deviation) / 6
      rows[at + 2] = score > 0 ? 1 / ranks[i]! : 0
      rows[at + 3] = Math.min(2, score / sizes[lane])
    }
  }
  fillExtras(opened, scored, chosen, handOf, rows)
  return { concepts: chosen, rows, hand: handOf }
}

type Spread = ReturnType<typeof spread> | undefined

function handScores(opened: Opened, scored: Scored, spreads: readonly Spread[]): Float32Array {
  const sums = new Float32Array(opened.concepts)
  for (const [index, lane] of textLanes.entries()) {
    const scores = scored.lanes[lane]
    const around = spreads[index]
    if (!scores || !around || around.highest <= 0) continue
    if (opened.guarded && fromExamples.has(lane)) continue
    const factor = handWeights[lane] / around.deviation
    for (let c = 0; c < sums.length; c++) sums[c]! += factor * (scores[c]! - around.mean)
  }
  const prior = scored.lanes.prior
  if (prior) for (let c = 0; c < sums.length; c++) sums[c]! += handWeights.prior * prior[c]!
  return sums
}

/** The best by hand, and the best of every lane that has its own opinion. Only what some lane met at all. */
function choose(opened: Opened, scored: Scored, hand: Float32Array, limit: number): Uint32Array {
  const met = new Uint8Array(opened.concepts)
  for (const lane of textLanes) {
    const scores = scored.lanes[lane]
    if (scores) for (let c = 0; c < met.length; c++) if (scores[c]! > 0) met[c] = 1
  }
  const chosen = new Set(topOf(hand, limit, met))
  for (const lane of textLanes) {
    const scores = scored.lanes[lane]
    if (scores) for (const concept of topOf(scores, mostPerLane, met)) chosen.add(concept)
  }
  return Uint32Array.from([...chosen].sort((a, b) => a - b))
}

/** The numbers of the `limit` highest scores; ties by number. */
export function topOf(scores: Float32Array | Float64Array, limit: number, met?: Uint8Array): readonly number[] {
  const best: number[] = []
  let worst = Number.NEGATIVE_INFINITY
  for (let c = 0; c < scores.length; c++) {
    const score = scores[c]!
    if ((met && met[c] === 0) || (best.length === limit && score <= worst) || score === 0) continue
    let low = 0
    let high = best.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (scores[best[middle]!]! >= score) low = middle + 1
      else high = middle
    }
    best.splice(low, 0, c)
    if (best.length > limit) best.pop()
    if (best.length === limit) worst = scores[best[limit - 1]!]!
  }
  return best
}

/** Average rank where scores are equal: order must not decide. */
function ranksOf(chosen: Uint32Array, scores: Float32Array): Float64Array {
  const order = Array.from(chosen, (_, i) => i).sort((a, b) => scores[chosen[b]!]! - scores[chosen[a]!]!)
  const ranks = new Float64Array(chosen.length)
  for (let i = 0; i < order.length; ) {
    let j = i
    while (j + 1 < order.length && scores[chosen[order[j + 1]!]!] === scores[chosen[order[i]!]!]) j++
    for (let k = i; k <= j; k++) ranks[order[k]!] = (i + j) / 2 + 1
    i = j + 1
  }
  return ranks
}

function fillExtras(opened: Opened, scored: Scored, chosen: Uint32Array, hand: Float64Array, rows: Float64Array): void {
  const near = scored.lanes.near
  const base = textLanes.length * perLane
  const groupNear = new Map<number, number>()
  const groupHand = new Map<number, number>()
  const nearTotal = near ? chosen.reduce((sum, concept) => sum + near[concept]!, 0) || 1 : 1
  const highest = hand.reduce((a, b) => Math.max(a, b), 0)
  const masses = hand.map((score) => Math.exp(Math.min(0, score - highest) / 2))
  const massTotal = masses.reduce((a, b) => a + b, 0) || 1
  for (let i = 0; i < chosen.length; i++) {
    const group = opened.parents[chosen[i]!]!
    if (group === 0) continue
    if (near) groupNear.set(group, (groupNear.get(group) ?? 0) + near[chosen[i]!]! / nearTotal)
    groupHand.set(group, (groupHand.get(group) ?? 0) + masses[i]! / massTotal)
  }
  const groupWide = new Map<number, number>()
  if (scored.near) {
    let total = 0
    for (let c = 0; c < opened.concepts; c++) {
      const mass = scored.near.wide[c]!
      if (mass === 0) continue
      total += mass
      groupWide.set(opened.parents[c]!, (groupWide.get(opened.parents[c]!) ?? 0) + mass)
    }
    for (const [group, mass] of groupWide) groupWide.set(group, mass / total)
  }
  const likely =
    scored.near && opened.likelihood ? scoreLikelihood(opened.likelihood, scored.nearView, opened.parents, chosen, scored) : undefined
  const tokens = scored.view.tokens.length
  for (let i = 0; i < chosen.length; i++) {
    const concept = chosen[i]!
    const at = i * featureCount + base
    const group = opened.parents[concept]!
    const hit = scored.hitOf.get(concept)
    rows[at] = scored.lanes.prior ? opened.prior[concept]! / 2 : 0
    rows[at + 1] = near ? (near[concept]! / nearTotal) * (scored.near?.closest ?? 0) : 0
    rows[at + 2] = groupNear.get(group) ?? 0
    rows[at + 3] = groupHand.get(group) ?? 0
    rows[at + 4] = opened.kinds[concept] === 2 ? 1 : 0
    rows[at + 5] = hand[i]! / 10
    rows[at + 6] = hit && hit.to - hit.from === tokens ? 1 : 0
    const seen = scored.near?.seen[concept] ?? 0
    rows[at + 8] = Math.log(1 + seen) / 3
    rows[at + 9] = scored.near && seen === 0 ? 1 : 0
    rows[at + 10] = groupWide.get(group) ?? 0
    rows[at + 11] = likely ? likely[i]! / 3 : 0
    rows[at + 12] = likely ? (likely[i]! * Math.min(4, Math.sqrt(scored.nearView.terms.length))) / 9 : 0
    rows[at + 7] = hit ? Math.min(1, (hit.to - hit.from) / 4) : 0
  }
}
