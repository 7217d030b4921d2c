import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looseCell } from '../../../platform/exchange-io/table.ts'
import { bookHead, bookRows } from './fixtures/college-books.ts'
import { readProgrammeSheet } from './read-programme-sheet.ts'

const rows = [...bookHead, ...bookRows().rows].map((row) => Array.from({ length: 16 }, (_, i) => String(row[i] ?? '')))
const odd = fc.constantFrom(
  '',
  '合计',
  '小计',
  '64(32+32)',
  '=SUM(A1)',
  '1.1E+17',
  '课程名称',
  '第一学期',
  '周学时',
  '√',
  '-1',
  '00',
  '99999999999999999999',
  '一、',
  '注：',
  '(((((',
  '2周',
  '1-6',
  '\u0000',
  '𠮷',
  '__proto__',
)

test('a sheet with cells, rows and columns out of place is read as far as it goes, and every course points to its row', () => {
  const cut = fc.record({ from: fc.nat(rows.length - 1), count: fc.nat(4) })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(rows.length - 1), fc.nat(15), odd), { maxLength: 12 }),
      cut,
      fc.option(fc.nat(15)),
      (wounds, { from, count }, column) => {
        const wounded = rows.map((row) => [...row])
        for (const [r, c, value] of wounds) wounded[r]![c] = value
        wounded.splice(from, count)
        if (column !== null) for (const row of wounded) row.splice(column, 1)
        const sheet = {
          name: 'a',
          hidden: false,
          hiddenColumns: [],
          merges: [],
          rows: wounded.map((row, i) => ({ number: i + 1, hidden: false, cells: row.map((text) => looseCell(text)) })),
        }
        const read = readProgrammeSheet({ source: 'csv', sheets: [sheet] })
        expect(read.courses.every((course) => course.row > 0 && course.row <= wounded.length)).toBe(true)
        expect([...read.faults, ...read.warnings].every((finding) => finding.row > 0)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
