import { toHalfWidth } from '@guildhall/kernel'
import type { CellFault, ImportField, ParsedCell } from './import-fields.ts'
import type { Cell } from './table.ts'
import { tidyText } from './tidy.ts'

export type Decimal = '.' | ','

/**
 * Reads a number as offices write it: `1,234.5`, `1.234,5`, `-3`, `¥2,100`. `decimal` decides where both readings are possible (`1,234`).
 * A stored number keeps 15 digits, as Excel does: `0.30000000000000004` is 0.3.
 */
export function parseNumber(cell: Cell, field: Pick<ImportField, 'min' | 'max' | 'decimals' | 'units'> = {}, decimal: Decimal = '.'): ParsedCell {
  const value = cell.kind === 'number' ? Number(Number(cell.raw).toPrecision(15)) : readNumber(withoutUnit(cell.raw, field.units), decimal)
  if (value === undefined || !Number.isFinite(value) || cell.kind === 'date' || cell.kind === 'truth')
    return { fault: { code: 'not-a-number', params: { value: cell.date ?? cell.raw } } }
  // Shown as 50 %, stored as 0.5: which of the two the field means is not for us to say.
  if (cell.kind === 'number' && isPercent(cell.format))
    return { fault: { code: 'not-a-number', params: { value: `${Number((value * 100).toPrecision(12))}%` } } }
  const fault = outside(value, field)
  // Minus zero is zero: a sign that nobody sees must not make a row differ.
  return fault ? { fault } : { value: value === 0 ? 0 : value }
}

const withoutUnit = (raw: string, units: readonly string[] = []): string => {
  const text = tidyText(raw)
  const unit = units.find((one) => text.endsWith(one))
  return unit ? text.slice(0, -unit.length) : text
}

/** Formats 9 and 10 are the built-in ones of percent. */
const isPercent = (format: string | undefined) => format !== undefined && (format.includes('%') || format === '#9' || format === '#10')

export function readNumber(raw: string, decimal: Decimal = '.'): number | undefined {
  const text = toHalfWidth(tidyText(raw))
    .replace(/^[¥￥€$]\s?|\s?[元€]$/g, '')
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/(?<=\d) (?=\d{3})/g, '')
  const group = decimal === '.' ? ',' : '.'
  if (/^[+-]?\d{1,3}([.,]\d{3})+$/.test(text))
    return text.includes(group) ? (text.includes(decimal) ? undefined : Number(text.replaceAll(group, ''))) : toPlain(text, decimal)
  if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(text)) return Number(text.replaceAll(',', ''))
  if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return toPlain(text, text.includes(',') ? ',' : '.')
}

const toPlain = (text: string, decimal: Decimal): number | undefined => {
  const plain = decimal === ',' ? text.replace(',', '.') : text
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain) ? Number(plain) : undefined
}

function outside(value: number, { min, max, decimals }: Pick<ImportField, 'min' | 'max' | 'decimals'>): CellFault | undefined {
  if (min !== undefined && value < min) return { code: 'too-small', params: { value, min } }
  if (max !== undefined && value > max) return { code: 'too-large', params: { value, max } }
  if (decimals !== undefined && Number(value.toFixed(decimals)) !== value) return { code: 'too-many-decimals', params: { value, decimals } }
  return undefined
}
