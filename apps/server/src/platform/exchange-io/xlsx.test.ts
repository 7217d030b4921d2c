import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadFile } from './bad-file.ts'
import { makeBook } from './fixtures/make-book.ts'
import { makeZip } from './fixtures/make-zip.ts'
import { dateSerial, serialDate } from './serial-date.ts'
import { cellAt, columnName, columnOf, type Row } from './table.ts'
import { showsDate } from './xlsx-parts.ts'
import { readXlsx } from './xlsx-read.ts'
import { writeXlsx } from './xlsx-write.ts'

const only = (book: Uint8Array) => readXlsx(book).sheets[0]!
const firstRow = (book: Uint8Array): Row => only(book).rows[0]!
const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (why) {
    if (why instanceof BadFile) return why.code
    throw why
  }
  return 'accepted'
}

describe('a workbook of another program', () => {
  test('keeps the text of numbers', () => {
    const row = firstRow(
      makeBook({
        sheet:
          '<sheetData><row r="1"><c r="A1"><v>1.10105199003071E+17</v></c><c r="C1" t="inlineStr"><is><t>005</t></is></c></row></sheetData>',
      }),
    )
    expect(row.cells).toEqual([
      { raw: '1.10105199003071E+17', kind: 'number' },
      { raw: '', kind: 'empty' },
      { raw: '005', kind: 'text' },
    ])
  })
  test('reads shared strings, rich ones without their readings, and escaped characters', () => {
    const shared =
      '<si><t xml:space="preserve"> 王磊</t></si><si><r><t>机</t></r><r><t>电</t></r><rPh sb="0" eb="1"><t>jī</t></rPh></si><si><t>a_x000D_b</t></si>'
    const row = firstRow(
      makeBook({ shared, sheet: '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row></sheetData>' }),
    )
    expect(row.cells.map((cell) => cell.raw)).toEqual([' 王磊', '机电', 'a\rb'])
  })
  test('tells dates from numbers by their format, in both date systems', () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>'
    const sheet =
      '<sheetData><row r="1"><c r="A1" s="1"><v>46266</v></c><c r="B1" s="2"><v>46266.5</v></c><c r="C1" s="0"><v>46266</v></c></row></sheetData>'
    expect(firstRow(makeBook({ sheet, styles })).cells.map((cell) => cell.date)).toEqual(['2026-09-01', '2026-09-01T12:00', undefined])
    const workbook =
      '<workbook xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="a" q:id="r1"/></sheets></workbook>'
    expect(firstRow(makeBook({ sheet, styles, workbook })).cells[0]!.date).toBe('2030-09-02')
  })
  test('marks formulas, hidden rows, columns and sheets, and unrolls merged cells', () => {
    const sheet =
      '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>专业课</t></is></c><c r="B1"><f>SUM(C1)</f><v>3</v></c></row><row r="2" hidden="1"><c r="B2"><v>4</v></c></row><row r="3"><c r="B3"><v>5</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>'
    const workbook = '<workbook xmlns:r="x"><sheets><sheet name="a" state="veryHidden" r:id="r1"/></sheets></workbook>'
    const read = only(makeBook({ sheet, workbook }))
    expect(read).toMatchObject({ hidden: true, hiddenColumns: [2, 3], merges: [{ top: 1, left: 1, bottom: 3, right: 1 }] })
    expect(read.rows.map((row) => [row.hidden, cellAt(row, 1).raw, cellAt(row, 1).merged ?? false])).toEqual([
      [false, '专业课', false],
      [true, '专业课', true],
      [false, '专业课', true],
    ])
    expect(cellAt(read.rows[0]!, 2)).toEqual({ raw: '3', kind: 'number', formula: 'SUM(C1)' })
  })
  test('may use prefixes', () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>工</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
    expect(firstRow(makeBook({ sheet }))).toMatchObject({ number: 2, cells: [{ kind: 'empty' }, { raw: '工' }] })
  })
  test('says that it mentions other files, without opening them', () => {
    expect(
      readXlsx(makeBook({ sheet: '<sheetData/>', more: [{ name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' }] })).linked,
    ).toBe(true)
  })
})

describe('a workbook is refused', () => {
  const bomb = `<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`
  test.each([
    ['of before 2007, or with a password', 'old-workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['that is a text', 'not-a-workbook', Buffer.from('学号,姓名')],
    ['that is another archive', 'not-a-workbook', makeZip([{ name: 'a.txt', content: 'x' }])],
    ['with macros', 'macros', makeBook({ sheet: '<sheetData/>', more: [{ name: 'xl/vbaProject.bin', content: 'x' }] })],
    ['with a document type', 'doctype', makeBook({ sheet: `<?xml version="1.0"?>${bomb}<worksheet>&b;</worksheet>` })],
    ['with broken XML', 'broken-xml', makeBook({ sheet: '<sheetData><row>' })],
    ['with an unknown entity', 'broken-xml', makeBook({ sheet: '<sheetData>&lol;</sheetData>' })],
    ['with a row beyond all', 'too-many-rows', makeBook({ sheet: '<sheetData><row r="1048576"><c><v>1</v></c></row></sheetData>' })],
    ['with a row that is no number', 'too-many-rows', makeBook({ sheet: '<sheetData><row r="x"><c><v>1</v></c></row></sheetData>' })],
    [
      'with a column beyond all',
      'too-many-columns',
      makeBook({ sheet: '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>' }),
    ],
    [
      'with cells far right in each row',
      'too-many-cells',
      makeBook({ sheet: `<sheetData>${'<row><c r="ALK1"><v>1</v></c></row>'.repeat(3100)}</sheetData>` }),
    ],
    [
      'with merges over everything',
      'too-many-cells',
      makeBook({
        sheet: `<sheetData>${'<row><c><v>1</v></c><c r="ALK1"><v>1</v></c></row>'.repeat(1500)}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      }),
    ],
  ])('%s: %s', (_, code, book) => expect(codeOf(() => readXlsx(book))).toBe(code))
})

test('a column has a name and a number', () => {
  for (const [name, number] of [
    ['A', 1],
    ['Z', 26],
    ['AA', 27],
    ['XFD', 16_384],
  ] as const)
    expect([columnName(number), columnOf(`${name}7`)]).toEqual([name, number])
})

describe('serial dates', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, undefined],
    [61, '1900-03-01'],
    [46266, '2026-09-01'],
    [-1, undefined],
    [Number.NaN, undefined],
  ])('%d is %s', (serial, date) => expect(serialDate(serial)).toBe(date))
  test('come back from days', () => {
    fc.assert(fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => dateSerial(serialDate(serial)!) === serial))
  })
  test.each([
    ['yyyy-mm-dd', true],
    ['[$-804]yyyy"年"m"月"', true],
    ['[h]:mm', true],
    ['0.00E+00', false],
    ['#,##0.00_);[Red]', false],
    ['General', false],
    ['00000', false],
    ['@', false],
    ['0"days"', false],
  ])('format %s shows a date: %s', (code, date) => expect(showsDate(code)).toBe(date))
})

describe('what we write', () => {
  test('keeps text, numbers, dates, widths and lists', async () => {
    const book = await writeXlsx([
      {
        name: '学生',
        columns: [{ kind: 'text' }, { kind: 'number' }, { kind: 'date' }, { kind: 'text', list: ['机电', '数控'] }],
        head: [['学号', '学分', '入学', '专业']],
        rows: [
          ['00123', 4.5, '2026-09-01', '机电'],
          ['1E5', undefined, undefined, '=1+1'],
        ],
        hiddenRows: [3],
      },
    ])
    const [sheet, lists] = readXlsx(book).sheets
    expect(sheet!.rows.map((row) => row.cells.map((cell) => cell.date ?? cell.raw))).toEqual([
      ['学号', '学分', '入学', '专业'],
      ['00123', '4.5', '2026-09-01', '机电'],
      ['1E5', '', '', '=1+1'],
    ])
    expect(sheet!.rows[1]!.cells.map((cell) => cell.kind)).toEqual(['text', 'number', 'date', 'text'])
    expect(sheet!.rows[2]!.hidden).toBe(true)
    expect(lists).toMatchObject({ hidden: true, name: '_lists' })
  })
  test('comes back as it was, whatever characters it holds', async () => {
    const value = fc
      .oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.stringMatching(/^['=+\-@\t\r\n _x0041D]{0,12}$/))
      .map((text) => text.toWellFormed())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (lines) => {
        const rows = lines.map((line) => [...line, 'x'])
        const book = await writeXlsx([{ name: 'a', columns: rows[0]!.map(() => ({ kind: 'text' })), head: [], rows }])
        expect(only(book).rows.map((row) => row.cells.map((cell) => cell.raw))).toEqual(rows)
        expect(only(book).rows.flatMap((row) => row.cells.filter((cell) => cell.formula))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
