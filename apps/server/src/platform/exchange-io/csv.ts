import { type Parser, parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'
import { BadFile } from './bad-file.ts'
import { decodeStream, decodeText, detectEncoding, type TextEncoding } from './encoding.ts'
import { type Cell, looseCell, neutral, type Row, type Table } from './table.ts'

export const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]
export type CsvOptions = Readonly<{ encoding?: TextEncoding; delimiter?: Delimiter; rows?: number; columns?: number }>

/** A number is left as it is; `asWritten` is a code that must not be taken for a number, and reads back as text. */
export type CsvValue = string | number | undefined | Readonly<{ asWritten: string }>

const usual = { rows: 500_000, columns: 1000, recordCharacters: 1_000_000 }

/** Reads a whole CSV file into a table. For more than some ten thousand rows take `streamCsv`. @throws BadFile */
export function readCsv(bytes: Uint8Array, options: CsvOptions = {}): Table {
  const encoding = options.encoding ?? detectEncoding(bytes)
  const text = decodeText(bytes, encoding)
  const start = beginning(text)
  const delimiter = options.delimiter ?? start.delimiter
  let records: string[][]
  try {
    records = parseAll(text.slice(start.skip), settings(delimiter, false)) as string[][] // safe: without `columns` and `info` csv-parse answers lists of text
  } catch (why) {
    throw toBadFile(why)
  }
  const rows = records.flatMap((record, i) => toRow(record, i + 1 + start.lines, options))
  return { source: 'csv', encoding, delimiter, sheets: [{ name: '', hidden: false, rows, hiddenColumns: [], merges: [] }] }
}

/** Reads CSV row by row, however long the file. Blank lines are left out, but counted. @throws BadFile */
export async function* streamCsv(source: AsyncIterable<Uint8Array>, options: CsvOptions = {}): AsyncGenerator<Row> {
  let number = 0
  for await (const record of streamRecords(source, options)) {
    number++
    yield* toRow(record, number, { ...options, rows: Number.MAX_SAFE_INTEGER })
  }
}

/** The bare records of a CSV stream, without cells and without limits on their number: for files of known shape. @throws BadFile */
export async function* streamRecords(source: AsyncIterable<Uint8Array>, options: CsvOptions = {}): AsyncGenerator<string[]> {
  const pieces = decodeStream(source, options.encoding)[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done || first.value.text === '') return
  const start = beginning(first.value.text)
  const parser = parse(settings(options.delimiter ?? start.delimiter, true))
  const feed = async () => {
    parser.write(first.value.text.slice(start.skip))
    for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
      if (parser.destroyed) return
      if (!parser.write(piece.value.text)) await drained(parser)
    }
    parser.end()
  }
  const fed = feed().catch((why: unknown) => parser.destroy(why instanceof Error ? why : new Error(String(why))))
  try {
    for (let i = 0; i < start.lines; i++) yield []
    for await (const batch of parser) yield batch as string[] // safe: see `readCsv`
    await fed
  } catch (why) {
    throw toBadFile(why)
  } finally {
    // Whoever stops early must not leave the source open.
    parser.destroy()
    await pieces.return(undefined)
  }
}

/** Rows as CSV: UTF-8 with the byte order mark by which Excel knows it, CRLF; text that would calculate is neutralised, numbers (typed as such) are left as they are. */
export function writeCsv(rows: Iterable<readonly CsvValue[]>, delimiter: Delimiter = ','): Uint8Array {
  let text = '\ufeff'
  const pieces: Buffer[] = []
  for (const row of rows) {
    text += `${row.map(toField).join(delimiter)}\r\n`
    if (text.length < 1 << 20) continue
    pieces.push(Buffer.from(text, 'utf8'))
    text = ''
  }
  pieces.push(Buffer.from(text, 'utf8'))
  return Buffer.concat(pieces)
}

/** Delimiter of a text: the one that divides the most lines into equally many fields. `sep=;` in the first line decides. */
export function detectDelimiter(text: string): Delimiter {
  return beginning(text).delimiter
}

const settings = (delimiter: Delimiter, stream: boolean) => ({
  delimiter,
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  max_record_size: usual.recordCharacters,
  ...(stream ? { highWaterMark: 1 << 10 } : {}),
})

function drained(parser: Parser): Promise<void> {
  return new Promise((go) => {
    const done = () => {
      parser.off('drain', done).off('close', done)
      go()
    }
    parser.on('drain', done).on('close', done)
  })
}

function toRow(record: readonly string[], number: number, options: CsvOptions): Row[] {
  if (number > (options.rows ?? usual.rows)) throw new BadFile('too-many-rows', { limit: options.rows ?? usual.rows })
  let width = record.length
  while (width > 0 && record[width - 1] === '') width--
  if (width === 0) return []
  const limit = options.columns ?? usual.columns
  if (width > limit) throw new BadFile('too-many-columns', { limit })
  const cells: Cell[] = new Array(width)
  for (let i = 0; i < width; i++) cells[i] = looseCell(record[i]!, true)
  return [{ number, hidden: false, cells }]
}

function beginning(text: string): { delimiter: Delimiter; skip: number; lines: number } {
  const told = /^\ufeff?"?sep=([,;\t])"?\r?\n/i.exec(text)
  if (told) return { delimiter: told[1] as Delimiter, skip: told[0].length, lines: 1 } // safe: the pattern holds only delimiters
  const lines = firstLines(text)
  let [best, most]: [Delimiter, number] = [',', 0]
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.get(delimiter) ?? 0)
    const votes = new Map<number, number>()
    for (const count of counts) if (count > 0) votes.set(count, (votes.get(count) ?? 0) + 1)
    const score = Math.max(0, ...[...votes].map(([count, times]) => times * times * Math.log2(1 + count)))
    if (score > most) [best, most] = [delimiter, score]
  }
  return { delimiter: best, skip: 0, lines: 0 }
}

/** How often each delimiter stands outside quotes, for each of the first lines. */
function firstLines(text: string): Map<string, number>[] {
  const lines: Map<string, number>[] = [new Map()]
  let quoted = false
  for (let i = 0; i < text.length && i < 65_536; i++) {
    const c = text[i]!
    if (c === '"') quoted = !quoted
    else if (quoted) continue
    else if (c === '\n') {
      if (lines.length === 50) break
      lines.push(new Map())
    } else if (c === ',' || c === ';' || c === '\t') lines.at(-1)!.set(c, (lines.at(-1)!.get(c) ?? 0) + 1)
  }
  return lines
}

function toField(value: CsvValue): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object') return `'${value.asWritten}`
  const text = neutral(value, true)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function toBadFile(why: unknown): unknown {
  if (why instanceof BadFile || !(why instanceof Error) || !('code' in why)) return why
  const line = 'lines' in why && typeof why.lines === 'number' ? why.lines : 0
  if (why.code === 'CSV_MAX_RECORD_SIZE') return new BadFile('record-too-long', { line })
  return typeof why.code === 'string' && why.code.startsWith('CSV_') ? new BadFile('broken-csv', { line }) : why
}
