import { BadFile } from './bad-file.ts'
import { type Cell, looseCell, type Row, type Table } from './table.ts'

const limit = { rows: 20_000, columns: 1000 }

/**
 * Reads cells that were pasted from Excel or WPS: lines of tabs. Only a quote at the start of a cell that finds its end at a tab or a line end encloses;
 * any other is a quote the writer meant, such as inches.
 * @throws BadFile beyond 20,000 rows
 */
export function readPasted(text: string): Table {
  const rows: Row[] = []
  let cells: Cell[] = []
  let number = 1
  const endRow = () => {
    while (cells.length && cells.at(-1)!.kind === 'empty') cells.pop()
    if (cells.length > limit.columns) throw new BadFile('too-many-columns', { limit: limit.columns })
    if (cells.length) rows.push({ number, hidden: false, cells })
    if (rows.length > limit.rows) throw new BadFile('too-many-rows', { limit: limit.rows })
    cells = []
    number++
  }
  const source = text.replace(/\r\n?/g, '\n')
  let at = 0
  while (at < source.length) {
    const { value, end } = cellFrom(source, at)
    cells.push(looseCell(value))
    if (source[end] !== '\t') endRow()
    at = end + 1
  }
  if (cells.length) endRow()
  return { source: 'pasted', delimiter: '\t', sheets: [{ name: '', hidden: false, rows, hiddenColumns: [], merges: [] }] }
}

function cellFrom(source: string, at: number): { value: string; end: number } {
  if (source[at] === '"') {
    const close = closingQuote(source, at + 1)
    if (close > 0) return { value: source.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 }
  }
  let end = at
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end++
  return { value: source.slice(at, end), end }
}

/** Office programs never enclose more than a cell can hold; looking further would make many open quotes slow. */
const longest = 40_000

function closingQuote(source: string, from: number): number {
  for (let i = from; i < source.length && i < from + longest; i++) {
    if (source[i] !== '"') continue
    if (source[i + 1] === '"') i++
    else return i + 1 >= source.length || source[i + 1] === '\t' || source[i + 1] === '\n' ? i : 0
  }
  return 0
}
