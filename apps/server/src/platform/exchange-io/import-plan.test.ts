import { describe, expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { faultSheet } from './fault-sheet.ts'
import { findHeaders, findSheet } from './find-header.ts'
import { rosterFields } from './fixtures/roster.ts'
import type { ImportValues } from './import-fields.ts'
import { type ImportQuestion, planImport } from './import-plan.ts'
import type { Sheet, Table } from './table.ts'
import { readXlsx } from './xlsx-read.ts'
import { writeXlsx } from './xlsx-write.ts'

const keyFields = ['number']
const sheetOf = (table: Table): Sheet => findSheet(table, rosterFields)!
const planOf = (sheet: Sheet, more: Partial<ImportQuestion> = {}) => planImport({ sheet, fields: rosterFields, keyFields, ...more })
const csv = (...lines: string[]) => sheetOf(readCsv(Buffer.from(lines.join('\r\n'))))

describe('the header is found', () => {
  test('below titles, in any language, in any order of columns', () => {
    const sheet = csv('2026级新生名单,,', '制表：教务处,,', 'Name (as in passport),学号（必填）,Geburtsdatum', '王磊,00123,2008-05-01')
    const plan = planOf(sheet)
    expect(plan.header).toMatchObject({ row: 3, height: 1 })
    expect(plan.header!.columns.map((column) => [column.field, column.by])).toEqual([
      ['name', 'bare'],
      ['number', 'bare'],
      ['born', 'name'],
    ])
    expect(plan.rows[0]!.values).toEqual({ name: '王磊', number: '00123', born: '2008-05-01' })
  })
  test('across two merged rows, also where CSV has lost the merging', async () => {
    const head = [
      ['学号', '个人信息', '', '学分'],
      ['', '姓名', '性别', ''],
    ]
    const merges = [
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 1, left: 2, bottom: 1, right: 3 },
      { top: 1, left: 4, bottom: 2, right: 4 },
    ]
    const book = await writeXlsx([
      { name: 'a', columns: Array.from({ length: 4 }, () => ({ kind: 'text' })), head, merges, rows: [['00123', '王磊', '男', '12']] },
    ])
    for (const sheet of [sheetOf(readXlsx(book)), csv(...head.map((row) => row.join(',')), '00123,王磊,男,12')]) {
      expect(planOf(sheet).rows.map((row) => row.values)).toEqual([{ number: '00123', name: '王磊', sex: 'm', credits: 12 }])
    }
  })
  test('as somebody says, and as it was remembered', () => {
    const sheet = csv('学号,姓名', '编号,称呼,备注', '00123,王磊,x')
    const plan = planOf(sheet, { headerRow: 2, told: { 编号: 'number', 称呼: 'name', 备注: null } })
    expect(plan.rows.map((row) => [row.row, row.values])).toEqual([[3, { number: '00123', name: '王磊' }]])
  })
  test('not at all: that is said, and nothing is planned', () =>
    expect(planOf(csv('a,b', '1,2'))).toMatchObject({ faults: [{ code: 'no-header' }], rows: [] }))
  test('with a required column missing, or one twice', () => {
    expect(planOf(csv('学号,学号,备注', '1,2,3')).faults.map((fault) => fault.code)).toEqual(['column-twice', 'column-missing'])
  })
  test('on the visible sheet that fits best', async () => {
    const columns = [{ kind: 'text' as const }, { kind: 'text' as const }]
    const book = await writeXlsx([
      { name: '说明', columns, head: [], rows: [['请按模板填写', '']] },
      { name: '旧表', columns, head: [['学号', '姓名']], rows: [], hidden: true },
      { name: '名单', columns, head: [['学号', '姓名']], rows: [['1', '王磊']] },
    ])
    expect(sheetOf(readXlsx(book)).name).toBe('名单')
    expect(findHeaders(sheetOf(readXlsx(book)), rosterFields)[0]!.matched).toBe(2)
  })
})

describe('a row is new, changed, the same, doubtful or wrong', () => {
  const existing = new Map<string, ImportValues>([
    ['00123', { number: '00123', name: '王磊', born: '2008-05-01', credits: 10 }],
    ['00125', { number: '00125', name: '陈静', born: '2008-06-01' }],
  ])
  const sheet = csv(
    '学号,姓名,出生日期,学分',
    '00123,王磊,2008-05-01,12',
    '00125,陈静,,',
    '00126,赵敏,2008-07-01,',
    '00127,王磊,2008-05-01,',
    '00128,,,',
    '合计,,,12',
    '学号,姓名,出生日期,学分',
    '00129,吴刚,,',
  )
  const plan = planOf(sheet, { existing, alike: ['name', 'born'] })
  test('by its key and its values', () => {
    expect(plan.rows.map((row) => [row.row, row.state, row.known])).toEqual([
      [2, 'changed', true],
      [3, 'same', true],
      [4, 'new', false],
      [5, 'doubtful', false],
      [6, 'wrong', false],
      [9, 'new', false],
    ])
    expect(plan.rows[0]!.changes).toEqual([{ field: 'credits', from: 10, to: 12 }])
    expect(plan.rows[3]!.doubts[0]).toMatchObject({ code: 'looks-like-existing', params: { value: '00123' } })
    expect(plan.counts).toEqual({ new: 2, changed: 1, same: 1, doubtful: 1, wrong: 1 })
  })
  test('sums and headers printed again are left out, and named', () =>
    expect(plan.skipped).toEqual([
      { row: 7, why: 'total' },
      { row: 8, why: 'header-again' },
    ]))
  test('so are counted sums and the lines below a list: notes, who made it; a row of data that begins so is kept', () => {
    const plan = planOf(csv('序号,学号,姓名,学分', '1,00130,王磊,1', '合计：1人,,,', '注：以注册为准,,,', '制表人：刘芳,,,2026年9月', '备注：王同学,00131,王同学,2'))
    expect([plan.rows.map((row) => row.row), plan.skipped]).toEqual([[2, 6], [{ row: 3, why: 'total' }, { row: 4, why: 'note' }, { row: 5, why: 'note' }]])
  })
  test('an empty cell erases nothing unless that was asked for', () => {
    expect(planOf(sheet, { existing, emptyClears: true }).rows[1]!.changes).toEqual([{ field: 'born', from: '2008-06-01', to: undefined }])
  })
  test('a hidden row is doubtful', async () => {
    const book = await writeXlsx([
      {
        name: 'a',
        columns: [{ kind: 'text' }, { kind: 'text' }],
        head: [['学号', '姓名']],
        rows: [
          ['1', '王磊'],
          ['2', '李娜'],
        ],
        hiddenRows: [3],
      },
    ])
    expect(planOf(sheetOf(readXlsx(book))).rows.map((row) => row.state)).toEqual(['new', 'doubtful'])
  })
  test('the same key twice: equal rows cost only the later, different ones all', () => {
    const twice = planOf(csv('学号,姓名', '1,王磊', '1,王磊', '2,李娜', '2,李纳'))
    expect(twice.rows.map((row) => row.faults.map((fault) => [fault.code, fault.params['other']]))).toEqual([
      [],
      [['duplicate-in-file', 2]],
      [['duplicate-in-file', 5]],
      [['duplicate-in-file', 4]],
    ])
  })
})

test('exactly the faulty rows come back with their reasons, and can be mended and brought again', async () => {
  const plan = planOf(csv('学号,姓名,身份证号,宿舍', '1,王磊,,3-201', '2,李娜,1.10105E+17,3-202', '3,,,3-203'))
  const sheet = faultSheet(plan, {
    say: (code, params) => `${params['row']}: ${code}`,
    reason: '原因',
    name: '需修改的行',
  })
  expect(sheet.rows.map((row) => row.slice(1))).toEqual([
    ['2', '李娜', undefined, '3-202'],
    ['3', '', '', '3-203'],
  ])
  expect(sheet.rows[1]![0]).toBe('4: required')
  const again = planOf(sheetOf(readXlsx(await writeXlsx([sheet]))))
  expect(again.header!.columns.map((column) => column.field)).toEqual([undefined, 'number', 'name', 'idNumber', undefined])
  expect(again.rows.map((row) => row.faults.map((fault) => fault.code))).toEqual([[], ['required']])
})
