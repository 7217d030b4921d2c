import { type CellStyle, type WriteSheet, writeXlsx as writeBook } from 'hucre/xlsx'
import { dateSerial } from './serial-date.ts'
import { columnName, type Merge, neutral } from './table.ts'

export type ColumnKind = 'text' | 'number' | 'date'
export type ColumnToWrite = Readonly<{ kind: ColumnKind; width?: number; list?: readonly string[] }>
export type ValueToWrite = string | number | undefined

export type SheetToWrite = Readonly<{
  name: string
  columns: readonly ColumnToWrite[]
  /** Rows above the data: titles and header; they stay in sight. */
  head: readonly (readonly ValueToWrite[])[]
  rows: readonly (readonly ValueToWrite[])[]
  /** Empty rows below, typed as their columns are: a code typed there keeps its zeros, and the drop-downs work. */
  spareRows?: number
  merges?: readonly Merge[]
  hidden?: boolean
  /** Numbers of rows (from 1) that are not shown. */
  hiddenRows?: readonly number[]
}>

const listSheet = '_lists'

/**
 * Writes a workbook. Columns of text are typed as text, so that `00123` stays; dates become true dates shown as ISO; drop-downs read their values from a hidden
 * sheet, because Excel drops inline lists beyond 255 characters; text that would calculate is neutralised (our reader undoes that).
 */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const lists: (readonly string[])[] = []
  const written = sheets.map((sheet) => toSheet(sheet, lists))
  const tall = Math.max(0, ...lists.map((list) => list.length))
  const listRows = Array.from({ length: tall }, (_, i) => lists.map((list) => safeText(neutral(list[i] ?? '')) || null))
  if (lists.length) written.push({ name: listSheet, hidden: true, rows: listRows, columns: lists.map(() => ({ style: { numFmt: '@' } })) })
  return writeBook({ sheets: written })
}

const styles: Record<ColumnKind, CellStyle> = { text: { numFmt: '@' }, number: {}, date: { numFmt: 'yyyy-mm-dd' } }
const headStyle: CellStyle = {
  font: { bold: true, size: 11, name: 'Calibri' },
  numFmt: '@',
  alignment: { wrapText: true, vertical: 'center' },
}

function toSheet(sheet: SheetToWrite, lists: (readonly string[])[]): WriteSheet {
  const first = sheet.head.length
  const cells = new Map<string, { style: CellStyle }>()
  for (const [r, row] of sheet.head.entries()) for (let c = 0; c < row.length; c++) cells.set(`${r},${c}`, { style: headStyle })
  const dataValidations = sheet.columns.flatMap((column, c) => {
    if (!column.list?.length) return []
    lists.push(column.list)
    const [letter, from] = [columnName(c + 1), columnName(lists.length)]
    const formula1 = `'${listSheet}'!$${from}$1:$${from}$${column.list.length}`
    return [
      {
        type: 'list' as const,
        allowBlank: true,
        showErrorMessage: false,
        range: `${letter}${first + 1}:${letter}${first + sheet.rows.length + Math.max(1, sheet.spareRows ?? 0)}`,
        formula1,
      },
    ]
  })
  return {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({ width: column.width ?? 14, style: styles[column.kind] })),
    rows: [
      ...sheet.head.map((row) => row.map((value) => toValue(value, 'text'))),
      ...sheet.rows.map((row) => row.map((value, c) => toValue(value, sheet.columns[c]?.kind ?? 'text'))),
      // The writer knows no style of a whole column, only of cells that are there.
      ...Array.from({ length: sheet.spareRows ?? 0 }, () => sheet.columns.map(() => null)),
    ],
    cells,
    ...(first ? { freezePane: { rows: first } } : {}),
    ...(dataValidations.length ? { dataValidations } : {}),
    ...(sheet.merges
      ? { merges: sheet.merges.map((m) => ({ startRow: m.top - 1, startCol: m.left - 1, endRow: m.bottom - 1, endCol: m.right - 1 })) }
      : {}),
    ...(sheet.hidden ? { hidden: true } : {}),
    ...(sheet.hiddenRows ? { rowDefs: new Map(sheet.hiddenRows.map((row) => [row - 1, { hidden: true }])) } : {}),
  }
}

function toValue(value: ValueToWrite, kind: ColumnKind): string | number | null {
  if (value === undefined || value === '') return null
  if (typeof value === 'number') return value
  return (kind === 'date' ? dateSerial(value) : undefined) ?? safeText(neutral(value))
}

/** What XML cannot hold, and what reads like an escape, is written as the escape office programs use. */
function safeText(text: string): string {
  return text.toWellFormed().replace(/_(?=x[0-9A-Fa-f]{4}_)|(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, (c) => `_x${hex(c)}_`)
}

const hex = (c: string) => c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
