/** The lanes there are; each can be left out of a question, to see what it is worth. New lanes (sparse MaxSim on vectors) go at the end. */
export const laneNames = ['exact', 'chars', 'cover', 'words', 'context', 'near', 'centroid', 'bridge', 'prior'] as const
export type LaneName = (typeof laneNames)[number]

/** One number a concept and lane. */
export type LaneScores = Readonly<Partial<Record<LaneName, Float32Array>>>

/** The best form of each concept stands for it. Forms of a concept stand together: concept c has `[firstForms[c], firstForms[c + 1])`. */
export function bestByOwner(scores: Float32Array, firstForms: Uint32Array): Float32Array {
  const best = new Float32Array(firstForms.length)
  for (let c = 0; c < best.length; c++) {
    const end = c + 1 < best.length ? firstForms[c + 1]! : scores.length
    let highest = 0
    for (let form = firstForms[c]!; form < end; form++) {
      const score = scores[form]!
      if (score > highest) highest = score
    }
    best[c] = highest
  }
  return best
}

/** Mean and deviation over all concepts, so that a score can be read as "how unusual". */
export function spread(scores: Float32Array): { mean: number; deviation: number; highest: number } {
  let sum = 0
  let square = 0
  let highest = 0
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!
    sum += score
    square += score * score
    if (score > highest) highest = score
  }
  const mean = sum / (scores.length || 1)
  return { mean, deviation: Math.sqrt(Math.max(0, square / (scores.length || 1) - mean * mean)) || 1, highest }
}
