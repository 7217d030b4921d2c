/** Questions one after the other: rows `[from, to)` of the features belong to question q, `right` marks the right answers. */
export type Lists = Readonly<{ features: Float64Array; size: number; offsets: Uint32Array; right: Uint8Array }>

const steps = 240
/** Questions a step: enough for a steady slope, few enough that thousands of questions cost no more than hundreds. */
const batch = 400
const rate = 0.05

/**
 * Listwise softmax regression: the weights under which the right answers of each question take most of the mass. L2 towards `start`; Adam with fixed
 * steps, so that the same examples give the same weights.
 */
export function fitListwise(lists: Lists, start: Float64Array, l2 = 1e-3): Float64Array {
  const { size, offsets } = lists
  const weights = Float64Array.from(start)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  const gradient = new Float64Array(size)
  const questions = offsets.length - 1
  const mass = new Float64Array(lists.right.length)
  const stride = strideFor(questions)
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0)
    const asked = Math.min(batch, questions)
    for (let i = 0; i < asked; i++) addGradient(lists, weights, mass, (step * asked * stride + i * stride) % questions, gradient)
    for (let k = 0; k < size; k++) {
      const slope = gradient[k]! / Math.max(1, asked) + l2 * (weights[k]! - start[k]!)
      first[k] = 0.9 * first[k]! + 0.1 * slope
      second[k] = 0.999 * second[k]! + 0.001 * slope * slope
      const move = first[k]! / (1 - 0.9 ** step) / (Math.sqrt(second[k]! / (1 - 0.999 ** step)) + 1e-8)
      weights[k]! -= rate * move * (1 - (0.8 * step) / steps)
    }
  }
  return weights
}

/** A step through the questions that meets each once a round, whatever order they came in: no chance needed. */
function strideFor(questions: number): number {
  let stride = Math.max(1, Math.floor(questions * 0.618))
  while (gcd(stride, Math.max(1, questions)) !== 1) stride++
  return stride
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

function addGradient(lists: Lists, weights: Float64Array, mass: Float64Array, q: number, gradient: Float64Array): void {
  const { features, size, offsets, right } = lists
  const from = offsets[q]!
  const to = offsets[q + 1]!
  let highest = Number.NEGATIVE_INFINITY
  for (let i = from; i < to; i++) {
    let sum = 0
    for (let k = 0, at = i * size; k < size; k++) sum += weights[k]! * features[at + k]!
    mass[i] = sum
    if (sum > highest) highest = sum
  }
  let total = 0
  let rights = 0
  for (let i = from; i < to; i++) {
    mass[i] = Math.exp(mass[i]! - highest)
    total += mass[i]!
    if (right[i] === 1) rights++
  }
  if (rights === 0) return
  for (let i = from; i < to; i++) {
    const pull = mass[i]! / total - (right[i] === 1 ? 1 / rights : 0)
    for (let k = 0, at = i * size; k < size; k++) gradient[k]! += pull * features[at + k]!
  }
}

/** Logistic regression with the same care: rows of `size` features, `right` 0 or 1. */
export function fitLogistic(features: Float64Array, size: number, right: Uint8Array, l2 = 1e-3): Float64Array {
  const weights = new Float64Array(size)
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(size)
    for (let i = 0; i < right.length; i++) {
      const pull = logistic(dot(features, i * size, weights)) - right[i]!
      for (let k = 0; k < size; k++) gradient[k]! += pull * features[i * size + k]!
    }
    for (let k = 0; k < size; k++) {
      const slope = gradient[k]! / Math.max(1, right.length) + l2 * weights[k]!
      first[k] = 0.9 * first[k]! + 0.1 * slope
      second[k] = 0.999 * second[k]! + 0.001 * slope * slope
      const move = first[k]! / (1 - 0.9 ** step) / (Math.sqrt(second[k]! / (1 - 0.999 ** step)) + 1e-8)
      weights[k]! -= rate * move * (1 - (0.8 * step) / steps)
    }
  }
  return weights
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

export function dot(features: Float64Array, at: number, weights: Float64Array): number {
  let sum = 0
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * features[at + k]!
  return sum
}
