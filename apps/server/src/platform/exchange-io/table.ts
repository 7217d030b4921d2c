import { BadFile } from './bad-file.ts'

export const cellKinds = ['empty', 'text', 'number', 'date', 'truth', 'error'] as const
export type CellKind = (typeof cellKinds)[number]

/**
 * One cell as it stands in the file. `raw` is the text that was stored: the digits of a number, the serial of a date, never a parsed value, so that lost
 * digits can still be seen. `loose` marks text of a source that does not tell text from numbers (CSV, pasted cells).
 */
export type Cell = Readonly<{
  raw: string
  kind: CellKind
  /** The day (`2026-09-01`), or day and time (`2026-09-01T08:30`), of a date cell. */
  date?: string
  /** The formula; its stored result is in `raw` and is not to be trusted. */
  formula?: string
  /** Number format, if it is not the general one. */
  format?: string
  /** A copy of the upper left cell of a merged range. */
  merged?: true
  loose?: true
}>

export type Row = Readonly<{ /** As the office program counts: from 1. */ number: number; hidden: boolean; cells: readonly Cell[] }>
/** Rows and columns from 1, both ends included. */
export type Merge = Readonly<{ top: number; left: number; bottom: number; right: number }>

export type Sheet = Readonly<{
  name: string
  hidden: boolean
  /** Rows that hold something, in order; merged cells already unrolled. */
  rows: readonly Row[]
  hiddenColumns: readonly number[]
  merges: readonly Merge[]
  /** The workbook counts its days from 1904, as old Macs did. */
  from1904?: true
}>

/** The one shape that every file, and every pasted block, is read into. */
export type Table = Readonly<{
  source: 'xlsx' | 'csv' | 'pasted'
  sheets: readonly Sheet[]
  encoding?: string
  delimiter?: string
  /** The workbook mentions other files. They are never opened; formulas that use them are refused as all formulas are. */
  linked?: true
}>

export const emptyCell: Cell = { raw: '', kind: 'empty' }

/** The cell of a column counted from 1. */
export const cellAt = (row: Row, column: number): Cell => row.cells[column - 1] ?? emptyCell

/** @example columnName(28) // 'AB' */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** @example columnOf('AB12') // 28 */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length && i < 4; i++) {
    const letter = reference.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column
}

/** Text of a cell for people: a date as a day, else as stored. */
export const shownText = (cell: Cell): string => cell.date ?? cell.raw

/**
 * Reads a cell that came as bare text. `="00123"` is the way by which offices keep zeros in CSV; everything else that calculates is marked as a formula.
 * `inside` undoes what our own CSV does within a text (see `neutral`).
 */
export function looseCell(text: string, inside = false): Cell {
  if (text === '') return emptyCell
  const kept = /^\s*="([^"]*)"\s*$/.exec(text)
  if (kept) return kept[1] === '' ? emptyCell : { raw: kept[1]!, kind: 'text' }
  if (/^'\d/.test(text)) return { raw: text.slice(1), kind: 'text' }
  const raw = unneutral(text, inside)
  return calculates(text) ? { raw: text, kind: 'text', formula: text.trim(), loose: true } : { raw, kind: 'text', loose: true }
}

function calculates(text: string): boolean {
  const bare = text.trimStart()
  if (bare.startsWith('=')) return true
  if (!/^[+\-@]/.test(bare)) return false
  const pipe = bare.indexOf('|')
  return /^[+\-@]+[\p{L}_.]+\(/u.test(bare) || (pipe > 0 && bare.includes('!', pipe))
}

/**
 * Text that an office program would take for a formula gets an apostrophe in front. With `inside`, also after a separator or a quote, where a program that
 * splits the line elsewhere would begin a cell. `unneutral` takes exactly these away again.
 * @example neutral('=1+1') // "'=1+1"
 */
export function neutral(text: string, inside = false): string {
  const safe = text.replace(/^(?:'*(?:[\t\r]|\s*[=+\-@])|'+\d)/, "'$&")
  return inside ? safe.replace(/(?<=[,;\t"\n\r])'*[=+\-@]/g, "'$&") : safe
}

export function unneutral(text: string, inside = false): string {
  const plain = inside ? text.replace(/(?<=[,;\t"\n\r])'('*[=+\-@])/g, '$1') : text
  return plain.replace(/^'('*(?:[\t\r]|\s*[=+\-@])|'+\d)/, '$1')
}

const mostUnrolled = 1_000_000

/** Copies the upper left cell of each merged range into the empty cells of the rows that exist. */
export function unrollMerges(rows: readonly { number: number; cells: Cell[] }[], merges: readonly Merge[]): void {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  let filled = 0
  const at = new Map(rows.map((row) => [row.number, row]))
  for (const merge of merges) {
    const first = at.get(merge.top)?.cells[merge.left - 1]
    if (!first || first.kind === 'empty') continue
    const copy: Cell = { ...first, merged: true }
    // A range may claim a million rows: only those that hold something are visited.
    const tall = merge.bottom - merge.top < rows.length
    const wanted = tall
      ? Array.from({ length: merge.bottom - merge.top + 1 }, (_, i) => at.get(merge.top + i))
      : rows.filter((row) => row.number >= merge.top && row.number <= merge.bottom)
    for (const row of wanted) {
      for (let column = merge.left; row && column <= Math.min(merge.right, width); column++) {
        if (row.number === merge.top && column === merge.left) continue
        while (row.cells.length < column) row.cells.push(emptyCell)
        if (++filled > mostUnrolled) throw new BadFile('too-many-cells', { limit: mostUnrolled })
        row.cells[column - 1] = copy
      }
    }
  }
}
