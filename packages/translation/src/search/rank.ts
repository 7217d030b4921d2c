import type { Evidence } from '../types.ts'
import { findEvidence } from './evidence.ts'
import { type Candidates, featureCount, toCandidates } from './features.ts'
import { dot } from './listwise.ts'
import { type Asked, type Scored, scoreLanes } from './score.ts'
import { formsEnd, type Opened } from './opened.ts'

/** One answer, by numbers. `p` is the share of the mass among the candidates: it orders. */
export type Answer = Readonly<{
  concept: number
  p: number
  sure: boolean
  evidence: readonly Evidence[]
  lanes: Readonly<Record<string, number>>
}>
export type Ranked = Readonly<{ scored: Scored; candidates: Candidates }> & Ordered

/** Orders the candidates by the learnt weights, else by hand. Ties by number, that is by id. */
export function rank(opened: Opened, asked: Asked, top = 0): Ranked {
  const scored = scoreLanes(opened, asked)
  const candidates = toCandidates(opened, scored, top)
  return { scored, candidates, ...orderBy(candidates, opened.model?.weights, opened.guarded) }
}

/**
 * `guarded`: what was learnt from examples and the order by hand, which no example touches, take turns. Where examples name few of the concepts, nobody knows
 * whether the answer is one of them; a single compromise of both was worse at each (docs/decisions/0011). `p` stays the mean of what both believe.
 */
export function orderBy(candidates: Candidates, weights: Float64Array | undefined, guarded = false): Ordered {
  const byHand = softmax(candidates.hand.map((hand) => hand * handSharpness))
  if (!weights) return { order: byScore(byHand), p: byHand, score: byHand, beliefs: [byHand, byHand] }
  const learnt = softmax(dots(candidates, weights))
  if (!guarded) return { order: byScore(learnt), p: learnt, score: learnt, beliefs: [learnt, byHand] }
  const score = new Float64Array(learnt.length)
  for (const [place, i] of byScore(learnt).entries()) score[i]! += learntVoice / (place + 1)
  for (const [place, i] of byScore(byHand).entries()) score[i]! += (1 - learntVoice) / (place + 1)
  return { order: byScore(score), p: learnt.map((one, i) => (one + byHand[i]!) / 2), score, beliefs: [learnt, byHand] }
}

/** `beliefs`: what was learnt and the order by hand, each for itself. Where both agree there is reason to be sure. */
export type Ordered = Readonly<{ order: Uint32Array; p: Float64Array; score: Float64Array; beliefs: readonly [Float64Array, Float64Array] }>

const byScore = (scores: Float64Array) => Uint32Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b)

/** By hand, scores are sums of z: this much of a difference makes one answer e times as likely as another. */
const handSharpness = 0.5
/** A little over half: at equal places what was learnt goes first. */
const learntVoice = 0.55

const dots = (candidates: Candidates, weights: Float64Array) =>
  candidates.hand.map((_, i) => dot(candidates.rows, i * featureCount, weights))

function softmax(scores: Float64Array): Float64Array {
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const p = scores.map((score) => Math.exp(score - highest))
  const total = p.reduce((a, b) => a + b, 0)
  return p.map((one) => one / total)
}

export function answers(opened: Opened, asked: Asked, top: number): readonly Answer[] {
  const ranked = rank(opened, asked, top)
  const found: Answer[] = []
  for (const [place, i] of ranked.order.subarray(0, top).entries()) {
    const concept = ranked.candidates.concepts[i]!
    const mayBeSure = place < mostSure && isSure(opened, ranked, place)
    const evidence = place < mostShown || mayBeSure ? findEvidence(opened, ranked.scored, concept) : []
    found.push({ concept, p: ranked.score[i]!, sure: mayBeSure && evidence.length > 0, evidence, lanes: lanesOf(ranked.scored, concept) })
  }
  return found
}

/** What each lane said, so that a person can see why. */
function lanesOf(scored: Scored, concept: number): Record<string, number> {
  const lanes: Record<string, number> = {}
  for (const [name, scores] of Object.entries(scored.lanes)) if (scores[concept]! > 0) lanes[name] = scores[concept]!
  return lanes
}

const mostSure = 5
const mostShown = 50

export const sureFeatureCount = 20

/** What the confidence in one answer rests on: how it stands among the others, and how near it is in absolute terms. */
export function fillSureFeatures(opened: Opened, ranked: Ranked, place: number, into: Float64Array, at: number): void {
  const { candidates, order, p, scored } = ranked
  const i = order[place]!
  const concept = candidates.concepts[i]!
  const next = order[place + 1]
  const hit = scored.hitOf.get(concept)
  const tokens = scored.view.tokens
  let cosine = 0
  for (let form = opened.firstForms[concept]!; form < formsEnd(opened, concept); form++) cosine = Math.max(cosine, scored.charForms[form]!)
  const values = [
    1,
    p[i]!,
    Math.log(p[i]! + 1e-6) / 5,
    p[i]! - (next === undefined ? 0 : p[next]!),
    place === 0 ? 1 : 0,
    cosine,
    scored.lanes.cover?.[concept] ?? 0,
    hit ? 1 : 0,
    hit ? Math.min(1, (tokens[hit.to - 1]!.end - tokens[hit.from]!.start) / 20) : 0,
    hit ? Math.min(1, (hit.to - hit.from) / 4) : 0,
    hit ? (scored.lanes.exact?.[concept] ?? 0) / (hit.to - hit.from + 2) : 0,
    hit && hit.to - hit.from === tokens.length ? 1 : 0,
    (scored.lanes.near?.[concept] ?? 0) > 0 ? (scored.near?.closest ?? 0) : 0,
    Math.min(1, scored.lanes.near?.[concept] ?? 0),
    Math.log(1 + tokens.length) / 5,
    opened.prior[concept]! / 3,
    ranked.beliefs[0][i]!,
    ranked.beliefs[1][i]!,
    Math.min(ranked.beliefs[0][i]!, ranked.beliefs[1][i]!),
    hit ? ranked.beliefs[1][i]! : 0,
  ]
  for (const [k, value] of values.entries()) into[at + k] = value
}

const sureRow = new Float64Array(sureFeatureCount)

function isSure(opened: Opened, ranked: Ranked, place: number): boolean {
  const { model } = opened
  if (model) {
    fillSureFeatures(opened, ranked, place, sureRow, 0)
    return dot(sureRow, 0, model.sure) >= model.threshold
  }
  return isSureByHand(ranked, place)
}

/** Nothing was learnt: sure is only what bears, alone, a label of several words, or what is asked in exactly these words. */
function isSureByHand(ranked: Ranked, place: number): boolean {
  const { scored, candidates, order } = ranked
  const concept = candidates.concepts[order[place]!]!
  const hit = scored.hitOf.get(concept)
  if (!hit) return false
  const length = hit.to - hit.from
  const alone = length === scored.view.tokens.length
  const unambiguous = (scored.lanes.exact?.[concept] ?? 0) >= length
  const long = scored.view.language === 'zh' ? length >= 4 : length >= 3
  return unambiguous && (alone || (long && place < 3))
}
