import { toPlainCode } from '@guildhall/kernel'
import type { CellFault } from './import-fields.ts'
import type { Cell } from './table.ts'

/** What is known of a column before its cells are read. */
export type CodeColumn = Readonly<{
  /** Length of the codes that begin with a zero, if all of them have one length. */ zeroLength?: number
}>

/** How Excel shows a number that is too long for its column: at least one digit, a sign, two digits of exponent. */
const shownExponent = /^\d(\.\d+)?E\+\d{2,3}$/i

/** Looks at all codes of a column: where some begin with a zero and have one length, a shorter number next to them has lost its own. */
export function codeColumn(cells: Iterable<Cell>): CodeColumn {
  const lengths = new Set<number>()
  for (const cell of cells) {
    const code = toPlainCode(codeText(cell))
    if (/^0\d+$/.test(code)) lengths.add(code.length)
  }
  return lengths.size === 1 ? { zeroLength: [...lengths][0]! } : {}
}

/** Text of a code. A number whose format says `00000` is shown with its zeros, and that is how it is meant. */
export function codeText(cell: Cell): string {
  if (cell.kind !== 'number') return cell.date ?? cell.raw
  return cell.format && /^0+$/.test(cell.format) && /^\d+$/.test(cell.raw) ? cell.raw.padStart(cell.format.length, '0') : cell.raw
}

/**
 * Finds codes that an office program has damaged: rounded to 15 digits, turned into `1.1E+17`, or robbed of their zeros. What was lost cannot be known, so such a
 * code is refused and never repaired; where it is only likely, it is a doubt.
 */
export function lostDigits(cell: Cell, code: string, column: CodeColumn, length?: number): { fault?: CellFault; doubt?: CellFault } {
  const fault: CellFault = { code: 'digits-lost', params: { value: cell.date ?? cell.raw } }
  const digits = /^\d+$/.test(code)
  if (cell.kind === 'date') return { fault }
  if (cell.kind === 'number' ? /e/i.test(cell.raw) || !/^-?\d+(\.\d+)?$/.test(cell.raw) : shownExponent.test(code)) return { fault }
  if (cell.kind === 'number' && code.replace(/\D/g, '').length > 15) return { fault }
  const rounded = digits && code.length > 15 && /^0+$/.test(code.slice(15))
  if (rounded) return cell.loose ? { fault } : { doubt: { code: 'maybe-rounded', params: { value: code } } }
  const typed = cell.kind === 'text' && !cell.loose
  const expected = length ?? column.zeroLength
  if (digits && !typed && expected !== undefined && code.length < expected) return { fault }
  return {}
}
