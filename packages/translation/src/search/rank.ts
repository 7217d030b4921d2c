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
export type Ranked = Readonly<{ scored: Scored; candidates: Candidates; order: Uint32Array; p: Float64Array }>

/** Orders the candidates by the learnt weights, else by hand. Ties by number, that is by id. */
export function rank(opened: Opened, asked: Asked, top = 0): Ranked {
  const scored = scoreLanes(opened, asked)
  const candidates = toCandidates(opened, scored, top)
  return { scored, candidates, ...orderBy(candidates, opened.model?.weights) }
}

export function orderBy(candidates: Candidates, weights: Float64Array | undefined): { order: Uint32Array; p: Float64Array } {
  const scores = candidates.hand.map((hand, i) => (weights ? dot(candidates.rows, i * featureCount, weights) : hand * 0.7))
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const p = scores.map((score) => Math.exp(score - highest))
  const total = p.reduce((a, b) => a + b, 0)
  for (let i = 0; i < p.length; i++) p[i]! /= total
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => p[b]! - p[a]! || a - b)
  return { order, p }
}

export function answers(opened: Opened, asked: Asked, top: number): readonly Answer[] {
  const ranked = rank(opened, asked, top)
  const found: Answer[] = []
  for (const [place, i] of ranked.order.subarray(0, top).entries()) {
    const concept = ranked.candidates.concepts[i]!
    const mayBeSure = place < mostSure && isSure(opened, ranked, place)
    const evidence = place < mostShown || mayBeSure ? findEvidence(opened, ranked.scored, concept) : []
    found.push({ concept, p: ranked.p[i]!, sure: mayBeSure && evidence.length > 0, evidence, lanes: lanesOf(ranked.scored, concept) })
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

export const sureFeatureCount = 16

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
