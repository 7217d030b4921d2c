import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadFile } from './bad-file.ts'
import { detectDelimiter, readCsv, streamCsv, streamRecords, writeCsv } from './csv.ts'
import { detectEncoding } from './encoding.ts'
import { encodeGbk } from './fixtures/encode-gbk.ts'
import { readPasted } from './pasted.ts'
import type { Table } from './table.ts'

const texts = (table: Table) => table.sheets[0]!.rows.map((row) => row.cells.map((cell) => cell.raw))
async function* pieces(bytes: Uint8Array, size: number) {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

const list = '学号,姓名,班级\r\n00123,王磊,机电2601\r\n00124,"李,娜",机电2601\r\n'
const rows = [
  ['学号', '姓名', '班级'],
  ['00123', '王磊', '机电2601'],
  ['00124', '李,娜', '机电2601'],
]

describe('a list reads the same however it was saved', () => {
  const saved: readonly [string, string, Uint8Array][] = [
    ['UTF-8', 'utf-8', Buffer.from(list)],
    ['UTF-8 with mark', 'utf-8', Buffer.from(`\ufeff${list}`)],
    ['UTF-16 with mark', 'utf-16le', Buffer.from(`\ufeff${list}`, 'utf16le')],
    ['UTF-16 without', 'utf-16le', Buffer.from(list, 'utf16le')],
    ['UTF-16 big-endian', 'utf-16be', bigEndian(`\ufeff${list}`)],
    ['GB18030', 'gb18030', encodeGbk(list)],
  ]
  test.each(saved)('%s', async (_, encoding, bytes) => {
    const table = readCsv(bytes)
    expect(table.encoding).toBe(encoding)
    expect(texts(table)).toEqual(rows)
    for (const size of [1, 7, 1000]) {
      const streamed = await Array.fromAsync(streamCsv(pieces(bytes, size)))
      expect(streamed.map((row) => row.cells.map((cell) => cell.raw))).toEqual(rows)
    }
  })
  test('a German list from Excel', () =>
    expect(texts(readCsv(Buffer.from('Name;Straße\r\nJürgen Müller;Höhe 5\r\n', 'latin1')))).toEqual([
      ['Name', 'Straße'],
      ['Jürgen Müller', 'Höhe 5'],
    ]))
  test('an encoding that was told wrongly is refused', () => expect(() => readCsv(encodeGbk(list), { encoding: 'utf-8' })).toThrow(BadFile))
  test('plain ASCII is UTF-8', () => expect(detectEncoding(Buffer.from('a,b'))).toBe('utf-8'))
})

describe('the delimiter', () => {
  test.each([
    ['a,b\n1,2', ','],
    ['a;b\n"1,5;2";2,5', ';'],
    ['a\tb\n1,2,3\t4', '\t'],
    ['sep=;\na,b;c', ';'],
    ['姓名\n王磊', ','],
    ['', ','],
  ])('of %j is %j', (text, delimiter) => expect(detectDelimiter(text)).toBe(delimiter))
  test('may be told in the first line, which counts as a line', () =>
    expect(readCsv(Buffer.from('sep=;\r\na;b')).sheets[0]!.rows[0]).toMatchObject({ number: 2 }))
})

test('blank lines are left out but counted', () =>
  expect(readCsv(Buffer.from('a\n\n,,\nb')).sheets[0]!.rows.map((row) => row.number)).toEqual([1, 4]))

describe('text that calculates', () => {
  test.each(['=1+1', '=cmd|"/c calc"!A0', '+SUM(A1)', '@SUM(1)', '-cmd|x!A', ' =A1', '=HYPERLINK("x",\'=y)'])(
    '%s is marked as a formula',
    (text) => expect(readCsv(Buffer.from(`"${text.replaceAll('"', '""')}",x`)).sheets[0]!.rows[0]!.cells[0]!.formula).toBeDefined(),
  )
  test.each(['+86 138 0000 0000', '-5', '@王磊', 'a=b', '-', '+5,5'])('%s is not', (text) =>
    expect(readCsv(Buffer.from(`"${text}"`)).sheets[0]!.rows[0]!.cells[0]).toMatchObject({ raw: text, kind: 'text' }),
  )
  test('="00123" is how offices keep zeros', () =>
    expect(readCsv(Buffer.from('="00123",x')).sheets[0]!.rows[0]!.cells[0]).toEqual({ raw: '00123', kind: 'text' }))
})

test('what we write can be read again, and nothing in it calculates, wherever a program splits the line', () => {
  const value = fc
    .oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^['=+\-@\t\r",;\n a1]{0,12}$/))
    .filter((text) => !/[\ufeff\ufffd]/.test(text))
    .map((text) => text.toWellFormed())
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(',' as const, ';' as const, '\t' as const),
      (lines, delimiter) => {
        const bytes = writeCsv(
          lines.map((line) => [...line, 'x']),
          delimiter,
        )
        expect(texts(readCsv(bytes, { delimiter }))).toEqual(lines.map((line) => [...line, 'x']))
        const split = Buffer.from(bytes)
          .toString('utf8')
          .slice(1)
          .split(/[,;\t"\r\n]/)
        expect(split.filter((part) => /^[=+\-@]/.test(part))).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

test('a quote that never ends does not swallow the file', () => {
  const error = (() => {
    try {
      readCsv(Buffer.from(`a,b\n"${'x,y\n'.repeat(400_000)}`))
    } catch (why) {
      return why
    }
    return undefined
  })()
  expect(error).toMatchObject({ code: 'record-too-long' })
})

test('a million empty columns are dropped, a million full ones refused', () => {
  expect(texts(readCsv(Buffer.from(`a${','.repeat(900_000)}`)))).toEqual([['a']])
  expect(() => readCsv(Buffer.from('a,'.repeat(450_000)))).toThrow('too-many-columns')
})

test('whoever stops reading closes the source', async () => {
  let closed = false
  async function* endless() {
    try {
      for (;;) yield Buffer.from('a,b\n'.repeat(20_000))
    } finally {
      closed = true
    }
  }
  for await (const record of streamRecords(endless())) if (record[0] === 'a') break
  expect(closed).toBe(true)
})

test('an error of the source reaches the reader', async () => {
  async function* broken() {
    yield Buffer.from('a,b\n'.repeat(20_000))
    throw new Error('the line went dead')
  }
  await expect(Array.fromAsync(streamRecords(broken()))).rejects.toThrow('the line went dead')
})

describe('cells pasted from Excel or WPS', () => {
  test('lines of tabs, with enclosed line breaks and doubled quotes', () =>
    expect(texts(readPasted('学号\t备注\r\n00123\t"第一行\n第""二""行"\r\n'))).toEqual([
      ['学号', '备注'],
      ['00123', '第一行\n第"二"行'],
    ]))
  test('inches are not an opening quote', () =>
    expect(texts(readPasted('"3 inch\t5\n7" pipe\t"x" y'))).toEqual([
      ['"3 inch', '5'],
      ['7" pipe', '"x" y'],
    ]))
  test('nothing is nothing', () => expect(texts(readPasted(''))).toEqual([]))
})
