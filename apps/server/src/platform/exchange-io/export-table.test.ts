import { idCheckDigit } from '@guildhall/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { exportCsv, exportXlsx } from './export-table.ts'
import { findHeaders } from './find-header.ts'
import { encodeGbk } from './fixtures/encode-gbk.ts'
import { rosterFields } from './fixtures/roster.ts'
import { type ImportField, type ImportValues, keyOf } from './import-fields.ts'
import { type ImportQuestion, planImport } from './import-plan.ts'
import { readPasted } from './pasted.ts'
import { importTemplate } from './template.ts'
import type { Sheet, Table } from './table.ts'
import { openZip } from './zip.ts'
import { readXlsx } from './xlsx-read.ts'

const keyFields = ['number']
const planOf = (sheet: Sheet, more: Partial<ImportQuestion> = {}) => planImport({ sheet, fields: rosterFields, keyFields, ...more })

test('the template knows its own header in each language, and offers the lists', async () => {
  for (const language of ['zh-CN', 'en', 'de'] as const) {
    const table = readXlsx(await importTemplate({ name: '学生/名单', fields: rosterFields, language }))
    expect(findHeaders(table.sheets[0]!, rosterFields)[0]!.columns.map((column) => column.field)).toEqual(
      rosterFields.map((field) => field.key),
    )
    expect(table.sheets[1]).toMatchObject({ name: '_lists', hidden: true })
  }
})

test('a code typed below the header of a template keeps its zeros, because the cell is typed as text', async () => {
  const zip = openZip(await importTemplate({ name: 'a', fields: rosterFields, language: 'en' }))
  const text = /<c r="A1500" s="(\d+)"\/>/.exec(zip.read('xl/worksheets/sheet1.xml')!.toString())
  const formats = [
    ...zip
      .read('xl/styles.xml')!
      .toString()
      .split('<cellXfs')[1]!
      .matchAll(/<xf numFmtId="(\d+)"/g),
  ].map((match) => match[1])
  expect(zip.read('xl/styles.xml')!.toString()).toContain(`numFmtId="${formats[Number(text![1])]}" formatCode="@"`)
})

test('choices are offered in the language of the reader, and understood in any', async () => {
  const offered = async (language: 'zh-CN' | 'en' | 'de') =>
    readXlsx(await importTemplate({ name: 'a', fields: rosterFields, language })).sheets[1]!.rows.map((row) =>
      row.cells.slice(0, 2).map((cell) => cell.raw),
    )
  expect(await offered('de')).toEqual(
    [
      ['männlich', '机电一体化技术'],
      ['weiblich', '数控技术'],
      ['', 'X1'],
      ['', 'X2'],
    ].map((row) => row),
  )
  expect((await offered('en'))[0]).toEqual(['male', 'mechatronics'])
  const sheet = readPasted('Name\tGeschlecht\tMatrikelnummer\nJan\t女性\t1\nUte\tunbekannt\t2').sheets[0]!
  const plan = planImport({ sheet, fields: rosterFields, keyFields, language: 'de' })
  expect(plan.rows[0]!.values['sex']).toBe('f')
  expect(plan.rows[1]!.faults[0]!.params['choices']).toBe('männlich · weiblich')
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
