import { type Voice, voices } from './kind-features.ts'

/** Weights in hundredths, one a voice (in the order of `voices`) for each feature. */
export type KindModel = Readonly<{ features: Readonly<Record<string, readonly number[]>>; bias: readonly number[] }>

/** How likely each voice is for a clause of these features, 0–1, together 1. Features that the model never met count for nothing. */
export function scoresOf(model: KindModel, features: readonly string[]): Readonly<Record<Voice, number>> {
  const sums = voices.map((_, k) =>
    features.reduce((sum, feature) => sum + (Object.hasOwn(model.features, feature) ? model.features[feature]![k]! : 0), model.bias[k]!),
  )
  const top = Math.max(...sums)
  const powers = sums.map((one) => Math.exp((one - top) / 100))
  const total = powers.reduce((a, b) => a + b, 0)
  return Object.fromEntries(voices.map((voice, k) => [voice, powers[k]! / total])) as Record<Voice, number>
}
