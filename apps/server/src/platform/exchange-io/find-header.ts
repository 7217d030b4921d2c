import type { ImportField } from './import-fields.ts'
import { cellAt, type Row, type Sheet, shownText, type Table } from './table.ts'
import { bareForm, matchForm, tidyText } from './tidy.ts'

export type ColumnMatch = Readonly<{
  /** From 1. */
  column: number
  /** Header as people see it; parts of a merged header joined by a blank. */
  label: string
  /** Key of the field; absent where nothing fits. */
  field?: string
  /** `told` by a person or remembered; `name` = a known name; `bare` = a known name once its note in brackets is left out. */
  by?: 'told' | 'name' | 'bare'
  hidden?: true
}>

export type Header = Readonly<{
  /** Numbers of the first and the last header row. */ row: number
  lastRow: number
  height: number
  columns: readonly ColumnMatch[]
  matched: number
}>

/** What a person chose or what was remembered: header text → key of the field, or null for "leave it out". */
export type ToldColumns = Readonly<Record<string, string | null>>

const searched = 40
const most = 3

/**
 * Rows that may be the header, best first: those whose cells name the most fields, in any of the three languages; a merged header of two or three rows counts as one.
 * @example findHeaders(sheet, fields)[0]?.row // 4, below three title rows
 */
export function findHeaders(sheet: Sheet, fields: readonly ImportField[], told: ToldColumns = {}): Header[] {
  const names = nameIndex(fields)
  return sheet.rows
    .slice(0, searched)
    .flatMap((_, i) => Array.from({ length: Math.min(most, sheet.rows.length - i) }, (_, h) => headerAt(sheet, i, h + 1, names, told)))
    .filter((header) => header.matched > 0)
    .sort((a, b) => b.matched - a.matched || a.height - b.height || a.row - b.row)
    .slice(0, 5)
}

/** The header at a row that a person chose; its height is the one by which most fields are named. */
export function headerAtRow(sheet: Sheet, row: number, fields: readonly ImportField[], told: ToldColumns = {}): Header | undefined {
  const at = sheet.rows.findIndex((one) => one.number === row)
  if (at < 0) return undefined
  const names = nameIndex(fields)
  const heights = Array.from({ length: Math.min(most, sheet.rows.length - at) }, (_, h) => headerAt(sheet, at, h + 1, names, told))
  return heights.sort((a, b) => b.matched - a.matched || a.height - b.height)[0]
}

/** The sheet to begin with: the visible one whose header names the most fields. */
export function findSheet(table: Table, fields: readonly ImportField[]): Sheet | undefined {
  const visible = table.sheets.filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
  const scored = visible.map((sheet) => ({ sheet, matched: findHeaders(sheet, fields)[0]?.matched ?? 0 }))
  return scored.sort((a, b) => b.matched - a.matched)[0]?.sheet
}

function nameIndex(fields: readonly ImportField[]): Map<string, string> {
  const names = new Map<string, string>()
  const add = (name: string, key: string) => names.has(name) || names.set(name, key)
  for (const field of fields) for (const label of Object.values(field.labels).flat()) add(matchForm(label), field.key)
  for (const field of fields) add(matchForm(field.key), field.key)
  for (const field of fields) for (const label of Object.values(field.labels).flat()) add(bareForm(label), field.key)
  names.delete('')
  return names
}

function headerAt(sheet: Sheet, at: number, height: number, names: ReadonlyMap<string, string>, told: ToldColumns): Header {
  const rows = sheet.rows.slice(at, at + height)
  const width = Math.max(...rows.map((row) => row.cells.length))
  const taken = new Set<string>()
  const toldForms = new Map(Object.entries(told).map(([label, key]) => [matchForm(label), key]))
  const columns = Array.from({ length: width }, (_, i): ColumnMatch => {
    const parts = partsOf(rows, i + 1)
    const label = parts.join(' ')
    const base = { column: i + 1, label, ...(sheet.hiddenColumns.includes(i + 1) ? { hidden: true as const } : {}) }
    const said = toldForms.get(matchForm(label))
    if (said === null) return { ...base, by: 'told' }
    if (said !== undefined) return { ...base, field: said, by: 'told' }
    // The lowest part is the most exact one: 学时 over 理论 is 理论.
    const candidates = [parts.at(-1) ?? '', label, ...parts.slice(0, -1).reverse()]
    for (const [by, form] of [
      ['name', matchForm],
      ['bare', bareForm],
    ] as const) {
      for (const candidate of candidates) {
        const field = names.get(form(candidate))
        if (field) return { ...base, field, by }
      }
    }
    return base
  })
  for (const column of columns) if (column.field) taken.add(column.field)
  // Data never belong to a header: a row with a number in a matched column ends it.
  const clean = rows
    .slice(1)
    .every((row) => columns.every(({ column, field }) => !field || !['number', 'date'].includes(cellAt(row, column).kind)))
  return { row: rows[0]!.number, lastRow: rows.at(-1)!.number, height, columns, matched: clean ? taken.size : 0 }
}

function partsOf(rows: readonly Row[], column: number): string[] {
  const parts: string[] = []
  for (const row of rows) {
    const text = tidyText(shownText(cellAt(row, column)))
    if (text !== '' && text !== parts.at(-1)) parts.push(text)
  }
  return parts
}
