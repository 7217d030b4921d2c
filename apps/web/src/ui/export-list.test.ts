import { describe, expect, test } from 'vitest'
import { mostRows, readAllRows, toCsv } from './export-list.ts'

const columns = [{ head: '名称', text: (row: { name: string }) => row.name }]

describe('a view as a file', () => {
  test.each([
    ['恒砺', '恒砺'],
    ['a,b', '"a,b"'],
    ['say "yes"', '"say ""yes"""'],
    ['=1+1', "'=1+1"],
    ['@SUM', "'@SUM"],
    ['-12', '-12'],
    ['two\nlines', '"two\nlines"'],
  ])('%j stands there as %j', (name, cell) => expect(toCsv(columns, [{ name }])).toBe(`\uFEFF名称\r\n${cell}\r\n`))

  test('all pages are read, one after the other', async () => {
    const pages = { first: { items: [1, 2], next: 'b' }, b: { items: [3], next: null } }
    const asked: (string | undefined)[] = []
    const all = await readAllRows(async (after) => {
      asked.push(after)
      return { ...pages[(after ?? 'first') as 'first' | 'b'], count: 3, more: false, asOf: '' }
    })
    expect(all).toEqual({ rows: [1, 2, 3], isCut: false })
    expect(asked).toEqual([undefined, 'b'])
  })

  test('a list without end is cut, and it is said', async () => {
    const all = await readAllRows(async () => ({
      items: Array.from({ length: 200 }, (_, i) => i),
      next: 'on',
      count: 1000,
      more: true,
      asOf: '',
    }))
    expect([all.rows.length, all.isCut]).toEqual([mostRows, true])
  })
})
