import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hearAlong } from './chain.ts'
import { bestByPaths, sharesByPaths } from './chain.twin.ts'

const weight = fc.double({ min: 0.01, max: 1, noNaN: true })
const rows = fc.array(fc.tuple(weight, weight, weight), { minLength: 1, maxLength: 5 })
const change = fc.double({ min: 0.05, max: 1, noNaN: true })

describe('places in a row', () => {
  test('shares are those of all paths', () => {
    fc.assert(
      fc.property(rows, change, (alone, by) => {
        const twin = sharesByPaths(alone, by)
        for (const [i, { share }] of hearAlong(alone, by).entries())
          for (const [k, one] of share.entries()) expect(one).toBeCloseTo(twin[i]![k]!, 9)
      }),
      { numRuns: 500 },
    )
  })
  test('the best path is the best of all paths', () => {
    fc.assert(
      fc.property(rows, change, (alone, by) => {
        const twin = bestByPaths(alone, by)
        for (const [i, { path }] of hearAlong(alone, by).entries()) {
          const scale = Math.max(...twin[i]!) / Math.max(...path)
          for (const [k, one] of path.entries()) expect(one * scale).toBeCloseTo(twin[i]![k]!, 9)
        }
      }),
      { numRuns: 500 },
    )
  })
  test('where a change costs nothing, each place stands for itself', () => {
    expect(hearAlong([[0.2, 0.8], [0.6, 0.4]], 1).map(({ share }) => share.map((one) => Number(one.toFixed(6))))).toEqual([[0.2, 0.8], [0.6, 0.4]])
  })
})
