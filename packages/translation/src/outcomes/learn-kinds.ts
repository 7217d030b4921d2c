import { type KindModel, scoresOf } from './kind-model.ts'
import { type Voice, voices } from './kind-features.ts'

/** A clause with its voice; `weight` below 1 for what only resembles a clause, such as phrases of the lexicon. */
export type VoicedClause<V extends string = Voice> = Readonly<{ features: readonly string[]; voice: V; weight: number }>

/**
 * Softmax regression over features of presence, fitted by full-batch gradient descent with momentum: no chance in it, so the same clauses give the same
 * weights. Weights are rounded to hundredths; what rounds to nothing is left out.
 */
export function learnKinds(clauses: readonly VoicedClause[], how?: Fit): KindModel {
  return learnVoices(clauses, voices, how)
}

/** How to fit: steps, how strongly weights are drawn to nothing, and how often a feature has to be met. */
export type Fit = Readonly<{ rounds?: number; decay?: number; rare?: number }>

/** The same for any list of voices. */
export function learnVoices<V extends string>(clauses: readonly VoicedClause<V>[], choices: readonly V[], { rounds = 300, decay = 0.001, rare = 6 }: Fit = {}): KindModel {
  const counts = new Map<string, number>()
  for (const one of clauses) for (const feature of one.features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const names = [...counts].filter(([, n]) => n >= rare).map(([name]) => name).sort()
  const place = new Map(names.map((name, i) => [name, i]))
  const rows = clauses.map((one) => Int32Array.from(one.features.flatMap((feature) => place.get(feature) ?? [])))
  const wide = choices.length
  const weights = new Float64Array((names.length + 1) * wide)
  const speed = new Float64Array(weights.length)
  const total = clauses.reduce((sum, one) => sum + one.weight, 0)
  for (let round = 0; round < rounds; round++) {
    const slope = new Float64Array(weights.length)
    for (const [i, clause] of clauses.entries()) {
      const row = rows[i]!
      const p = softmax(sumOf(row, weights, wide, names.length))
      for (let k = 0; k < wide; k++) {
        const error = (clause.weight * (p[k]! - (choices[k] === clause.voice ? 1 : 0))) / total
        for (const at of row) slope[at * wide + k]! += error
        slope[names.length * wide + k]! += error
      }
    }
    for (let at = 0; at < weights.length; at++) {
      speed[at] = 0.9 * speed[at]! - 0.5 * (slope[at]! + (at < names.length * wide ? decay * weights[at]! : 0))
      weights[at]! += speed[at]!
    }
  }
  const rounded = (at: number) => Array.from(weights.subarray(at * wide, (at + 1) * wide), (one) => Math.round(one * 100))
  const kept = names.map((name, i) => [name, rounded(i)] as const).filter(([, row]) => row.some((one) => Math.abs(one) >= 10))
  return { features: Object.fromEntries(kept), bias: rounded(names.length) }
}

function sumOf(row: Int32Array, weights: Float64Array, wide: number, bias: number): number[] {
  const sums = Array.from(weights.subarray(bias * wide, (bias + 1) * wide))
  for (const at of row) for (let k = 0; k < wide; k++) sums[k]! += weights[at * wide + k]!
  return sums
}

function softmax(sums: readonly number[]): number[] {
  const top = Math.max(...sums)
  const powers = sums.map((one) => Math.exp(one - top))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((one) => one / total)
}

/** The voice that the model gives most weight, for cross-checks. */
export function likeliest(model: KindModel, features: readonly string[]): Voice {
  const scores = scoresOf(model, features)
  return voices.reduce((best, voice) => (scores[voice] > scores[best] ? voice : best))
}
