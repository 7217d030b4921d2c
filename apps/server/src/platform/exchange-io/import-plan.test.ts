import { idCheckDigit } from '@guildhall/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { exportCsv, exportXlsx } from './export-table.ts'
import { faultSheet } from './fault-sheet.ts'
import { findHeaders, findSheet } from './find-header.ts'
import { encodeGbk } from './fixtures/encode-gbk.ts'
import { makeBook } from './fixtures/make-book.ts'
import { rosterFields, rosterHeader } from './fixtures/roster.ts'
import { type ImportFaultCode, type ImportField, type ImportValues, keyOf } from './import-fields.ts'
import { type ImportQuestion, planImport } from './import-plan.ts'
import { readPasted } from './pasted.ts'
import { importTemplate } from './template.ts'
import type { Sheet, Table } from './table.ts'
import { readXlsx } from './xlsx-read.ts'
import { writeXlsx } from './xlsx-write.ts'

const keyFields = ['number']
const sheetOf = (table: Table): Sheet => findSheet(table, rosterFields)!
const planOf = (sheet: Sheet, more: Partial<ImportQuestion> = {}) => planImport({ sheet, fields: rosterFields, keyFields, ...more })
const csv = (...lines: string[]) => sheetOf(readCsv(Buffer.from(lines.join('\r\n'))))
/** A row of a workbook in bare XML: text, or a number where it starts with `#`. */
const xml = (...rows: string[][]) =>
  sheetOf(
    readXlsx(
      makeBook({
        sheet: `<sheetData>${rows.map((row) => `<row>${row.map((v) => (v.startsWith('#') ? `<c><v>${v.slice(1)}</v></c>` : `<c t="inlineStr"><is><t>${v}</t></is></c>`)).join('')}</row>`).join('')}</sheetData>`,
      }),
    ),
  )
const codesOf = (sheet: Sheet): string[][] => planOf(sheet).rows.map((row) => [...row.faults, ...row.doubts].map((fault) => fault.code))

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

describe('a cell is read, or refused with its reason', () => {
  const right: readonly [string, string, unknown][] = [
    ['born', '2008-05-01', '2008-05-01'],
    ['born', '2008/5/1', '2008-05-01'],
    ['born', '2008年5月1日', '2008-05-01'],
    ['born', '２００８．５．１', '2008-05-01'],
    ['born', '01.05.2008', '2008-05-01'],
    ['born', '13/05/2008', '2008-05-13'],
    ['born', '05/13/2008', '2008-05-13'],
    ['born', '20080501', '2008-05-01'],
    ['born', '2008-05-01 00:00:00', '2008-05-01'],
    ['sex', ' 女 ', 'f'],
    ['sex', 'Männlich', 'm'],
    ['sex', 'F', 'f'],
    ['major', '460301', '460301'],
    ['major', '机电一体化技术', '460301'],
    ['major', 'x1', 'X1'],
    ['credits', '12.5', 12.5],
    ['credits', '１２', 12],
    ['credits', '12,5', 12.5],
    ['credits', '-0', 0],
    ['boarding', '是', true],
    ['boarding', '√', true],
    ['boarding', 'nein', false],
    ['idNumber', '１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    ['phone', '+86 138 0000 0000', '+86 138 0000 0000'],
    ['email', ' a@b.cn', 'a@b.cn'],
    ['note', '\u3000 第一行\u00a0x \t', '第一行 x'],
    ['number', '００１２３　', '00123'],
    ['number', '\t00123', '00123'],
  ]
  test.each(right)('%s %j is %j', (field, text, value) => {
    const header = rosterHeader[rosterFields.findIndex((one) => one.key === field)]!
    const sheet = readPasted(`${header}\t类别\n"${text}"\tx`).sheets[0]!
    expect(planOf(sheet).rows[0]!.values[field]).toEqual(value)
  })
  const wrong: readonly [string, string, ImportFaultCode][] = [
    ['born', '2008-02-30', 'not-a-date'],
    ['born', '2008-05', 'not-a-date'],
    ['born', '03/04/2008', 'ambiguous-date'],
    ['born', '明年', 'not-a-date'],
    ['born', '39569', 'serial-date'],
    ['sex', '未知', 'not-a-choice'],
    ['major', '木工', 'unknown-reference'],
    ['major', '软件技术', 'ambiguous-reference'],
    ['credits', '十二', 'not-a-number'],
    ['credits', '12学分', 'not-a-number'],
    ['credits', '-1', 'too-small'],
    ['credits', '201', 'too-large'],
    ['credits', '1.25', 'too-many-decimals'],
    ['boarding', '也许', 'not-a-truth'],
    ['email', 'a@b', 'not-an-email'],
    ['phone', '请来电', 'not-a-phone'],
    ['idNumber', '1.10105E+17', 'digits-lost'],
    ['idNumber', '110105199003071000', 'digits-lost'],
    ['idNumber', '110105194912310021', 'bad-check-digit'],
    ['idNumber', '11010519491231002', 'wrong-length'],
    ['idNumber', '110105194913310021', 'wrong-birth-date'],
    ['idNumber', '11010519491231OO2X', 'wrong-character'],
    ['number', '1.38E+10', 'digits-lost'],
    ['phone', '1.38E+10', 'digits-lost'],
    ['note', '=1+1', 'formula'],
    ['note', 'x'.repeat(501), 'too-long'],
    ['number', '6222020000000000000', 'digits-lost'],
  ]
  test.each(wrong)('%s %j is refused: %s', (field, text, code) => {
    const header = rosterHeader[rosterFields.findIndex((one) => one.key === field)]!
    const row = planOf(readPasted(`${header}\t类别\n"${text}"\tx`).sheets[0]!).rows[0]!
    expect([...row.faults, ...row.doubts].find((fault) => fault.field === field)).toMatchObject({
      row: 2,
      column: 1,
      field,
      code,
      params: { row: 2, column: header },
    })
  })
  test('a name that is missing is refused', () => expect(codesOf(csv('学号,姓名', '1,'))).toEqual([['required']]))
  test('an error of Excel is refused', () => {
    const sheet = sheetOf(
      readXlsx(
        makeBook({
          sheet:
            '<sheetData><row><c t="inlineStr"><is><t>学号</t></is></c><c t="inlineStr"><is><t>姓名</t></is></c></row><row><c><v>1</v></c><c t="e"><v>#N/A</v></c></row></sheetData>',
        }),
      ),
    )
    expect(codesOf(sheet)).toEqual([['error-value']])
  })
})

describe('digits that Excel has lost are never guessed', () => {
  const head = ['学号', '姓名', '身份证号']
  test.each([
    ['a number of 18 digits', ['1', '王磊', '#1.10105199003071E+17']],
    ['the same, written out', ['1', '王磊', '#110105199003071000']],
    ['a text made of it', ['1', '王磊', '110105199003071000']],
    ['a student number with an exponent', ['#2.0260101E+11', '王磊', '']],
    ['a student number with a fraction lost', ['#20260101000000123', '王磊', '']],
  ])('%s', (_, row) => expect(codesOf(xml(head, row))).toEqual([['digits-lost']]))
  test('a zero in front, beside codes that have theirs', () => {
    expect(codesOf(xml(head, ['00123', '王磊', ''], ['#124', '李娜', '']))).toEqual([[], ['digits-lost']])
    expect(codesOf(csv('学号,姓名', '00123,王磊', '124,李娜'))).toEqual([[], ['digits-lost']])
    expect(codesOf(xml(head, ['00123', '王磊', ''], ['124', '李娜', '']))).toEqual([[], []])
  })
  test('a format that shows the zeros is no loss', () => {
    const styles = '<numFmts><numFmt numFmtId="170" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
    const sheet =
      '<sheetData><row><c t="inlineStr"><is><t>学号</t></is></c><c t="inlineStr"><is><t>姓名</t></is></c></row><row><c s="1"><v>123</v></c><c t="inlineStr"><is><t>王磊</t></is></c></row></sheetData>'
    expect(planOf(sheetOf(readXlsx(makeBook({ sheet, styles })))).rows[0]!.values).toEqual({ number: '00123', name: '王磊' })
  })
  test('a right id number typed as text passes', () => expect(codesOf(xml(head, ['1', '王磊', '11010519491231002X']))).toEqual([[]]))
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

test('the template knows its own header in each language, and offers the lists', async () => {
  for (const language of ['zh-CN', 'en', 'de'] as const) {
    const table = readXlsx(await importTemplate({ name: '学生/名单', fields: rosterFields, language }))
    expect(findHeaders(table.sheets[0]!, rosterFields)[0]!.columns.map((column) => column.field)).toEqual(
      rosterFields.map((field) => field.key),
    )
    expect(table.sheets[1]).toMatchObject({ name: '_lists', hidden: true })
  }
})

describe('import of an export changes nothing', () => {
  const id = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.nat(999)).map(([day, order]) => {
    const body = `320505${new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`
    return body + idCheckDigit(body)
  })
  const date = fc.integer({ min: -20_000, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))
  const hostile = fc.stringMatching(/^['=+\-@;,\t"\n a1王]{1,10}$/)
  const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), hostile).map((raw) => raw.toWellFormed())
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
  const row = fc.record({
    number: fc.oneof(fc.stringMatching(/^0{0,3}[1-9]\d{0,8}$/), fc.stringMatching(/^[A-Z][A-Z0-9-]{0,8}$/)),
    name: fc.constantFrom('王磊', '李娜', "O'Neill", '=小明', '-', '𠮷田'),
    idNumber: optional(id),
    born: optional(date),
    sex: optional(fc.constantFrom('m', 'f')),
    major: optional(fc.constantFrom('460301', '460103', 'X1', 'X2')),
    credits: optional(fc.integer({ min: 0, max: 2000 }).map((n) => n / 10)),
    boarding: optional(fc.boolean()),
    phone: optional(fc.constantFrom('+86 138 0000 0000', '0512-65430000')),
    email: optional(fc.constantFrom('a@b.cn')),
    note: optional(text),
  })
  const clean = (values: ImportValues): ImportValues =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
  // What is in the system came through the same tidying once: the first reading settles blanks and odd characters.
  const settle = (rows: readonly ImportValues[]) => {
    const field = rosterFields.find((one) => one.key === 'note') as ImportField
    const seen = new Set<unknown>()
    return rows
      .filter((one) => !seen.has(one['number']) && seen.add(one['number']))
      .map((one) =>
        clean({
          ...one,
          note: planImport({
            sheet: {
              name: '',
              hidden: false,
              hiddenColumns: [],
              merges: [],
              rows: [
                { number: 1, hidden: false, cells: [{ raw: '备注', kind: 'text' }] },
                { number: 2, hidden: false, cells: [{ raw: String(one['note'] ?? ''), kind: 'text' }] },
              ],
            },
            fields: [field],
            keyFields: ['note'],
          }).rows[0]?.values['note'],
        }),
      )
  }
  const rows = fc.array(row, { minLength: 1, maxLength: 8 }).map(settle)
  const unchanged = (table: Table, given: readonly ImportValues[]) => {
    const existing = new Map(given.map((one) => [keyOf(one, keyFields), one]))
    const plan = planOf(table.sheets[0]!, { existing, emptyClears: true })
    expect(plan.rows.map((one) => [one.state, one.values, one.faults])).toEqual(given.map((one) => ['same', one, []]))
  }
  const language = fc.constantFrom('zh-CN' as const, 'en' as const, 'de' as const)
  const fields = fc.shuffledSubarray([...rosterFields], { minLength: rosterFields.length })
  test('as CSV, in any language and order', () => {
    fc.assert(
      fc.property(rows, language, fields, (given, lang, order) =>
        unchanged(readCsv(exportCsv({ name: 'a', fields: order, rows: given, language: lang })), given),
      ),
      { numRuns: 300 },
    )
  })
  test('as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(rows, language, fields, async (given, lang, order) =>
        unchanged(readXlsx(await exportXlsx({ name: 'a', fields: order, rows: given, language: lang })), given),
      ),
      { numRuns: 100 },
    )
  })
  test('saved in GB18030 as well', () => {
    const given = [
      { number: '00123', name: '王磊', sex: 'm' },
      { number: '124', name: '李娜', major: '460301' },
    ]
    unchanged(
      readCsv(
        encodeGbk(
          Buffer.from(exportCsv({ name: 'a', fields: rosterFields, rows: given, language: 'zh-CN' }))
            .toString()
            .slice(1),
        ),
      ),
      given,
    )
  })
})
