import type { Header } from './find-header.ts'
import { cellAt, type Row, type Sheet, shownText } from './table.ts'
import { bareForm, matchForm } from './tidy.ts'

/** A row below the header that holds no data, and why. */
export type SkippedRow = Readonly<{ row: number; why: 'total' | 'header-again' | 'note' }>

const totals = new Set(['合计', '总计', '小计', '共计', 'total', 'subtotal', 'sum', 'summe', 'gesamt', 'zwischensumme'])

/** `合计：42人`: a sum with its figure in the same cell. */
const countedTotal = /^(合计|总计|小计|共计)\d/
/** What stands below a list in an office: a note, who made it, who checked it. */
const footing = /^(附?注|备注|说明|填表说明|制表|填表|填报|制单|审核|复核)(人|部门|单位|日期)?\s*[:：]|^(note|remark|prepared by|hinweis|anmerkung|erstellt von)s?\s*:/i

/** Rows below the header that hold data. Sums, headers printed again on each page, and notes across the whole width are named and left out. */
export function dataRows(sheet: Sheet, header: Header): { rows: Row[]; skipped: SkippedRow[] } {
  const rows: Row[] = []
  const skipped: SkippedRow[] = []
  const labels = header.columns.filter((column) => column.field)
  for (const row of sheet.rows) {
    const filled = row.cells.filter((cell) => shownText(cell).trim() !== '')
    if (row.number <= header.lastRow || filled.length === 0) continue
    const firstText = bareForm(shownText(filled[0]!))
    const again =
      labels.length > 1 &&
      labels.every(({ column, label }) => [label, ...label.split(' ')].map(matchForm).includes(matchForm(shownText(cellAt(row, column)))))
    // A row of data may begin with such a word too; then most of its columns hold something.
    const isSparse = labels.filter(({ column }) => shownText(cellAt(row, column)).trim() !== '').length * 2 < labels.length
    const note = (filled.length > 2 && filled.slice(1).every((cell) => cell.merged && cell.raw === filled[0]!.raw)) || (isSparse && footing.test(shownText(filled[0]!).trim()))
    if (totals.has(firstText) || (isSparse && countedTotal.test(firstText))) skipped.push({ row: row.number, why: 'total' })
    else if (again) skipped.push({ row: row.number, why: 'header-again' })
    else if (note) skipped.push({ row: row.number, why: 'note' })
    else rows.push(row)
  }
  return { rows, skipped }
}
