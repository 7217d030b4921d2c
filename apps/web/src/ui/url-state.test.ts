import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeListState, countFilters, readUrlState, toListState, turnSort, writeUrlState } from './url-state.ts'

describe('the address of a list', () => {
  test('says the same after being written and read', () => {
    const words = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ minLength: 1, unit: 'grapheme' }))
    fc.assert(
      fc.property(words, (state) => {
        expect(readUrlState(writeUrlState(state))).toEqual({ ...state })
      }),
      { numRuns: 500 },
    )
  })
  test('leaves out what is empty', () => expect(writeUrlState({ q: '', kind: undefined, size: 'small' })).toBe('?size=small'))
  test('keeps filters apart from words, sort and place', () =>
    expect(toListState({ q: '恒', kind: 'enterprise', after: 'c', open: '1', limit: '100' }, 'name')).toEqual({
      q: '恒',
      sort: 'name',
      after: 'c',
      open: '1',
      limit: 100,
      filters: { kind: 'enterprise' },
    }))
  test('knows only page sizes that the list offers', () => expect(toListState({ limit: '7' }).limit).toBe(50))
  test('begins again at the first page when a filter changes', () =>
    expect(changeListState({ after: 'c', kind: 'college' }, { kind: 'enterprise' })).toEqual({ kind: 'enterprise' }))
  test('stays on its page when a row opens', () =>
    expect(changeListState({ after: 'c' }, { open: '1' })).toEqual({ after: 'c', open: '1' }))
  test('counts words as one filter', () => expect(countFilters(toListState({ q: 'a', kind: 'college' }))).toBe(2))
  test.each([
    [undefined, 'name'],
    ['name', '-name'],
    ['-name', undefined],
    ['number', 'name'],
  ])('sorted by %s, a click on the name sorts by %s', (now, next) => expect(turnSort(now, 'name')).toBe(next))
})
