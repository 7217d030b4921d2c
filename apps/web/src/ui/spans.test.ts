import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutSpans, type Span } from './spans.ts'

const span = (number: number, from: number, to: number): Span => ({ id: `s${number}`, number, from, to, used: true })

test('the pieces are the text', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 })), { maxLength: 6 })
  fc.assert(
    fc.property(fc.string({ maxLength: 24 }), spans, (text, edges) => {
      const pieces = cutSpans(
        text,
        edges.map(([from, to], i) => span(i + 1, from, to)),
      )
      return pieces.map((piece) => piece.text).join('') === text
    }),
    { numRuns: 500 },
  )
})
test('spans may overlap; each number stands once, at the end of its span', () => {
  const pieces = cutSpans('要能自己找出停线原因', [span(1, 2, 10), span(2, 4, 6)])
  expect(pieces.map((piece) => [piece.text, piece.spans.map((one) => one.number), piece.ends.map((one) => one.number)])).toEqual([
    ['要能', [], []],
    ['自己', [1], []],
    ['找出', [2, 1], [2]],
    ['停线原因', [1], [1]],
  ])
})
