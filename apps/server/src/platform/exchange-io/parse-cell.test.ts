import { describe, expect, test } from 'vitest'
import { readCsv } from './csv.ts'
import { findSheet } from './find-header.ts'
import { makeBook } from './fixtures/make-book.ts'
import { rosterFields, rosterHeader } from './fixtures/roster.ts'
import type { ImportFaultCode } from './import-fields.ts'
import { type ImportQuestion, planImport } from './import-plan.ts'
import { readPasted } from './pasted.ts'
import type { Sheet, Table } from './table.ts'
import { readXlsx } from './xlsx-read.ts'

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

describe('a number of a workbook', () => {
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>'
  const sheet =
    '<sheetData><row><c t="inlineStr"><is><t>学号</t></is></c><c t="inlineStr"><is><t>姓名</t></is></c><c t="inlineStr"><is><t>学分</t></is></c><c t="inlineStr"><is><t>出生日期</t></is></c></row><row><c t="inlineStr"><is><t>1</t></is></c><c t="inlineStr"><is><t>王磊</t></is></c><c s="1"><v>0.5</v></c><c><v>39569</v></c></row></sheetData>'
  test('that is shown in percent is not read', () =>
    expect(planOf(sheetOf(readXlsx(makeBook({ sheet, styles })))).rows[0]!.faults).toMatchObject([
      { code: 'not-a-number', params: { value: '50%' } },
    ]))
  test('in a column of days is a day, counted as the workbook counts', () => {
    const workbook = '<workbook xmlns:r="x"><workbookPr date1904="true"/><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'
    expect(planOf(sheetOf(readXlsx(makeBook({ sheet, styles })))).rows[0]!.values['born']).toBe('2008-05-01')
    expect(planOf(sheetOf(readXlsx(makeBook({ sheet, styles, workbook })))).rows[0]!.values['born']).toBe('2012-05-02')
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
