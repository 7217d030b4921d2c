import type { ConceptNode, TaxonomyRow } from '@guildhall/contract/taxonomy'
import { describe, expect, test } from 'vitest'
import { findByTyping, keysOnWay, type Level, moveByKey, toRows, type TreeRow } from './tree-rows.ts'

const shelf = (id: string) => ({ id, name: { en: id } }) as unknown as TaxonomyRow // safe: the rows look at these alone
const node = (id: string, below = 0) => ({ id, below, label: { en: id }, notation: null }) as unknown as ConceptNode // safe: as above
const levels: Record<string, Level> = {
  a: { count: 3, items: [node('groups', 2), node('leaf')] },
  'a/groups': { count: 2, items: [node('one'), node('two')] },
  b: { count: 0, items: [] },
  c: { count: 0, items: [], isBroken: true },
}
const rows = toRows(['a', 'b', 'c', 'd'].map(shelf), new Set(['a', 'a/groups', 'b', 'c', 'd', 'a/leaf']), (key) => levels[key])
const textsOf = (row: TreeRow) => (row.kind === 'concept' ? [row.node.label['en']!] : row.kind === 'shelf' ? [row.shelf.name['en']!] : [])

test('lines stand as they are read, with the rest of a long level, and what is coming, failed or empty said', () =>
  expect(rows.map((row) => [row.key, row.kind, row.level, row.place, row.size])).toEqual([
    ['a', 'shelf', 1, 1, 4],
    ['a/groups', 'concept', 2, 1, 3],
    ['a/groups/one', 'concept', 3, 1, 2],
    ['a/groups/two', 'concept', 3, 2, 2],
    ['a/leaf', 'concept', 2, 2, 3],
    ['a/more', 'more', 2, 3, 3],
    ['b', 'shelf', 1, 2, 4],
    ['b/empty', 'empty', 2, 1, 1],
    ['c', 'shelf', 1, 3, 4],
    ['c/broken', 'broken', 2, 1, 1],
    ['d', 'shelf', 1, 4, 4],
    ['d/waiting', 'waiting', 2, 1, 1],
  ]))

test('the way to a concept is its keys', () => expect(keysOnWay('a', ['groups', 'one'])).toEqual(['a', 'a/groups', 'a/groups/one']))

describe('keys', () => {
  test.each([
    ['a', 'ArrowDown', { focus: 'a/groups' }],
    ['a', 'ArrowUp', { focus: 'a' }],
    ['a/groups', 'ArrowRight', { focus: 'a/groups/one' }],
    ['a/leaf', 'ArrowRight', {}],
    ['a/groups', 'ArrowLeft', { focus: 'a/groups', toggle: 'a/groups' }],
    ['a/groups/two', 'ArrowLeft', { focus: 'a/groups' }],
    ['a/leaf', 'Home', { focus: 'a' }],
    ['a', 'End', { focus: 'd/waiting' }],
    ['a/leaf', 'Enter', { focus: 'a/leaf', choose: 'a/leaf' }],
    ['gone', 'ArrowDown', { focus: 'a/groups' }],
    ['a', 'x', undefined],
  ])('in %s, %s', (focus, key, move) => expect(moveByKey(rows, focus, key)).toEqual(move))

  test('right opens what is closed', () => {
    const closed = toRows([shelf('a')], new Set(), () => undefined)
    expect(moveByKey(closed, 'a', 'ArrowRight')).toEqual({ focus: 'a', toggle: 'a' })
    expect(moveByKey([], undefined, 'ArrowDown')).toBe(undefined)
  })

  test.each([
    ['a', 'o', 'a/groups/one'],
    ['a/groups/one', 't', 'a/groups/two'],
    ['a/groups/two', 'on', 'a/groups/one'],
    ['a', 'bb', 'b'],
    ['a', 'zz', undefined],
  ])('from %s, typing %s', (focus, typed, found) => expect(findByTyping(rows, focus, typed, textsOf)).toBe(found))
})
