import { expect, test } from 'vitest'
import { goBack, goOn, rangeOf, toTrail } from './keyset.ts'

test('two pages on and two back is the first page again', () => {
  const second = goOn([], undefined)
  const third = goOn(second, 'c1')
  expect(goBack(third)).toEqual({ after: 'c1', trail: second })
  expect(goBack(second)).toEqual({ after: undefined, trail: [] })
})
test('a copied link has no trail: the page before is the first, and no row numbers are claimed', () => {
  expect(goBack([])).toEqual({ after: undefined, trail: [] })
  expect(rangeOf([], 'c4', 50, 50)).toBeUndefined()
})
test('the third page of fifty begins at row 101', () => expect(rangeOf([null, 'c1'], 'c2', 50, 12)).toEqual({ from: 101, to: 112 }))
test('a history entry that we did not write is no trail', () => expect(toTrail([1, 2])).toEqual([]))
