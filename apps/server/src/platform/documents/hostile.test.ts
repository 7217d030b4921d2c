import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadFile } from '../exchange-io/bad-file.ts'
import { item, makeDocx, paragraph } from './fixtures/make-docx.ts'
import { makePdf } from './fixtures/make-pdf.ts'
import { readHtml } from './html-text.ts'
import { longestText } from './kept-text.ts'
import { readDocument } from './read-document.ts'
import { readDocumentApart } from './read-document-apart.ts'

/** Whatever a file holds, it is read within the limits or refused with a code; anything else would be a crash. */
async function survive(bytes: Uint8Array): Promise<void> {
  try {
    const { text } = await readDocument(bytes)
    expect(text.length <= longestText && text.isWellFormed() && !text.includes('\0')).toBe(true)
  } catch (why) {
    if (!(why instanceof BadFile)) throw why
  }
}

const document = makeDocx(`${paragraph('岗位职责')}${item('操作铣床')}<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`)
const pdf = makePdf([[{ y: 700, text: 'Operate lathes' }, { y: 680, text: 'Measure parts' }]])

describe('a wounded document is read or refused, never a crash', () => {
  test.each([
    ['a Word document', document],
    ['a PDF', pdf],
  ])('bytes turned anywhere in %s', async (_, whole) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), async (wounds) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of wounds) bytes[at] = value
        await survive(bytes)
      }),
      { numRuns: 100 },
    )
  })
  test('cut off anywhere', async () => {
    for (const whole of [document, pdf]) for (let i = 0; i < 40; i++) await survive(whole.subarray(0, Math.floor((whole.length * i) / 40)))
  })
  test('any bytes, any text, any tags', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), survive), { numRuns: 200 })
    const tags = fc.array(fc.constantFrom('<', '>', '</', '<p>', '<li>', '<td>', '<tr>', '<table>', '</table>', '<script>', '<!--', '-->', '<nav', ' hidden', '"', "'", '=', '&#x', '&amp;', ';', '<pre>', '\n', '字', 'a', '<![CDATA[', '<textarea>', '/'), { maxLength: 60 })
    await fc.assert(fc.asyncProperty(tags, (parts) => survive(Buffer.from(`<html>${parts.join('')}`))), { numRuns: 500 })
  })
})

describe('what is meant to take long takes no time', () => {
  const mega = (piece: string) => piece.repeat(Math.ceil((1 << 20) / piece.length))
  test.each(['<div>', '<table>', '<td>', '<tr>', '<li>', '<p ', '<a "', '<!--', '<script>', '</p>', '<', '&', '&#', '< ', '<div hidden>', '<nav>', '<pre>', ' ', '\t', '\n', '<p>-', '<div style="', '<h1>', '<![CDATA['])('a megabyte of %j', (piece) => {
    const started = performance.now()
    readHtml(`<html>${mega(piece)}`)
    expect(performance.now() - started).toBeLessThan(3000)
  })
  test('nor does a text of one line, of blanks, or of brackets', async () => {
    const started = performance.now()
    for (const piece of ['a', ' ', '\t', '\r', '[', '{"a":', '•', '(1', '\u200b', '一']) await survive(Buffer.from(mega(piece)))
    expect(performance.now() - started).toBeLessThan(8000)
  })
})

describe('a PDF that inflates without end', () => {
  const zeros = Buffer.alloc(80 << 20)
  const once = deflateSync(zeros)
  test.each([
    ['packed once', '/Filter /FlateDecode', once],
    ['packed twice', '/Filter [/FlateDecode /FlateDecode]', deflateSync(once)],
  ])('%s is refused before', async (_, dictionary, content) => {
    await expect(readDocument(makePdf([{ dictionary, content }]))).rejects.toMatchObject({ code: 'too-dense' })
  })
})

describe('read apart, in a worker', () => {
  test('a document is the same, and a bad file keeps its code', async () => {
    expect(await readDocumentApart(document)).toEqual(await readDocument(document))
    expect(await readDocumentApart(pdf)).toEqual(await readDocument(pdf))
    await expect(readDocumentApart(Buffer.from('d0cf11e0', 'hex'))).rejects.toMatchObject({ code: 'old-document' })
  })
  test('many at once are read in turn', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => readDocumentApart(Buffer.from('会用卡尺'))))
    expect(answers.map((one) => one.text)).toEqual(Array.from({ length: 5 }, () => '会用卡尺'))
  })
  test('what takes too long, or is no longer wanted, is ended', async () => {
    const large = Buffer.from(`<html>${'<p>'.repeat(6 << 20)}`)
    await expect(readDocumentApart(large, { milliseconds: 50 })).rejects.toMatchObject({ code: 'document-too-slow' })
    const stop = new AbortController()
    const reading = readDocumentApart(large, { signal: stop.signal })
    stop.abort()
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })
  test('what needs more memory than a document has is ended', async () => {
    const many = Buffer.from(`[${'{"a":[]},'.repeat(1 << 20)}{}]`)
    await expect(readDocumentApart(many, { megabytes: 16 })).rejects.toMatchObject({ code: 'document-too-slow' })
    await expect(readDocumentApart(many)).rejects.toMatchObject({ code: 'json-without-posting' })
  })
})
