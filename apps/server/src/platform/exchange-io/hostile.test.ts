import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadFile } from './bad-file.ts'
import { exportXlsx } from './export-table.ts'
import { makeBook } from './fixtures/make-book.ts'
import { makeZip } from './fixtures/make-zip.ts'
import { rosterFields } from './fixtures/roster.ts'
import { planImport } from './import-plan.ts'
import { readPasted } from './pasted.ts'
import { readTable } from './read-table.ts'
import { readTableApart } from './read-table-apart.ts'
import { findSheet } from './find-header.ts'
import type { Table } from './table.ts'
import { openZip } from './zip.ts'

/** Whatever a file holds, it is read and planned, or refused with a code; anything else would be a crash. */
function survive(read: () => Table): void {
  let table: Table
  try {
    table = read()
  } catch (why) {
    if (why instanceof BadFile) return
    throw why
  }
  const sheet = findSheet(table, rosterFields)
  if (sheet) planImport({ sheet, fields: rosterFields, keyFields: ['number'] })
}

const book = await exportXlsx({
  name: 'a',
  fields: rosterFields,
  rows: [{ number: '00123', name: '王磊', born: '2008-05-01', sex: 'm', credits: 3 }],
  language: 'zh-CN',
})

describe('a wounded file is read or refused, never a crash', () => {
  test('bytes turned anywhere in a workbook', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(book.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), (wounds) => {
        const bytes = Uint8Array.from(book)
        for (const [at, value] of wounds) bytes[at] = value
        survive(() => readTable(bytes))
      }),
      { numRuns: 300 },
    )
  })
  test('characters turned within its parts, packed again', () => {
    const zip = openZip(book)
    const parts = zip.names.map((name) => ({ name, content: zip.read(name)! }))
    const character = fc.constantFrom(...'<>&"\'=/!?[]0129-:rstAZ \u0000\u00ff')
    fc.assert(
      fc.property(
        fc.nat(parts.length - 1),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.9999, noNaN: true }), character), { minLength: 1, maxLength: 3 }),
        (which, wounds) => {
          const content = Buffer.from(parts[which]!.content)
          for (const [share, value] of wounds) content[Math.floor(share * content.length)] = value.charCodeAt(0)
          survive(() => readTable(makeZip(parts.map((part, i) => (i === which ? { ...part, content } : part)))))
        },
      ),
      { numRuns: 300 },
    )
  })
  test('a workbook cut off at each hundredth', () => {
    for (let i = 0; i < 100; i++) survive(() => readTable(book.subarray(0, Math.floor((book.length * i) / 100))))
  })
  test('any bytes, and any pasted text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => survive(() => readTable(bytes))),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => survive(() => readPasted(`学号\t姓名\n${text}`))),
      { numRuns: 300 },
    )
  })
  test('keys that mean something to JavaScript change nothing', () => {
    const table = readPasted('__proto__\tconstructor\t学号\t姓名\n1\t2\t3\t王磊')
    const plan = planImport({
      sheet: table.sheets[0]!,
      fields: rosterFields,
      keyFields: ['number'],
      told: JSON.parse('{"__proto__":"note"}') as Record<string, string>,
    })
    expect(plan.rows[0]!.values).toEqual({ number: '3', name: '王磊', note: '1' })
    expect(Object.keys(Object.prototype)).toEqual([])
  })
  test('long runs of one character are no burden', () => {
    const started = performance.now()
    for (const run of ['"', "'", '(', ' ', '\t', '=', '1,', '1.', '年', '[', '-', 'a@', '_x'])
      survive(() =>
        readPasted(
          `学号\t姓名\t出生日期\t学分\t邮箱\n${'1'}\t${run.repeat(30_000 / run.length)}\t${run.repeat(1000)}\t${run.repeat(1000)}\t${run.repeat(1000)}`,
        ),
      )
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('read apart, in a worker', () => {
  test('a table is the same, and a bad file keeps its code', async () => {
    expect(await readTableApart(book)).toEqual(readTable(book))
    await expect(readTableApart(Buffer.from('d0cf11e0', 'hex'))).rejects.toMatchObject({ code: 'old-workbook' })
    await expect(readTableApart(new Uint8Array())).rejects.toMatchObject({ code: 'file-empty' })
  })
  test('what takes too long, or is no longer wanted, is ended', async () => {
    const large = makeBook({
      sheet: `<sheetData>${Array.from({ length: 60_000 }, (_, i) => `<row>${`<c><v>${i * 7919}</v></c>`.repeat(20)}</row>`).join('')}</sheetData>`,
    })
    await expect(readTableApart(large, { milliseconds: 100 })).rejects.toMatchObject({ code: 'too-slow' })
    const stop = new AbortController()
    const reading = readTableApart(large, { signal: stop.signal })
    const started = performance.now()
    stop.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
