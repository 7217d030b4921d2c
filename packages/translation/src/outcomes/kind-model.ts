import { type Voice, voices } from './kind-features.ts'

/** Weights in hundredths, one a voice (in the order of `voices`) for each feature. */
export type KindModel = Readonly<{ features: Readonly<Record<string, readonly number[]>>; bias: readonly number[] }>

/** How likely each voice is for a clause of these features, 0–1, together 1. Features that the model never met count for nothing. */
export function scoresOf(model: KindModel, features: readonly string[]): Readonly<Record<Voice, number>> {
  const shares = sharesOf(model, features)
  return Object.fromEntries(voices.map((voice, k) => [voice, shares[k]!])) as Record<Voice, number>
}

/** The same for any list of voices, in the order that the model was fitted in. */
export function sharesOf(model: KindModel, features: readonly string[]): number[] {
  const table = tableOf(model)
  const sums = [...model.bias]
  for (const feature of features) {
    const row = table.get(feature)
    if (row) for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!
  }
  const top = Math.max(...sums)
  const powers = sums.map((one) => Math.exp((one - top) / 100))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map((one) => one / total)
}

// A map asks faster than an object of two thousand names, and knows no names of its own.
const tables = new WeakMap<KindModel, ReadonlyMap<string, readonly number[]>>()
function tableOf(model: KindModel): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(model)
  if (known) return known
  const table = new Map(Object.entries(model.features))
  tables.set(model, table)
  return table
}
