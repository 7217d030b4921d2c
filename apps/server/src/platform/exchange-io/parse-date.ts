import { findDate, toHalfWidth } from '@guildhall/kernel'
import { serialDate } from './serial-date.ts'
import type { ParsedCell } from './import-fields.ts'
import { type Cell, shownText } from './table.ts'
import { tidyText } from './tidy.ts'

const yearFirst = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?$/
const yearLast = /^(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?(\d{4})$/
const time = /[T ]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/

/**
 * Reads a day: `2026-09-01`, `2026/9/1`, `2026.9.1`, `2026年9月1日`, `20260901`, `01.09.2026`, date cells, and serial numbers of Excel. A day written with strokes and the
 * year last is read only where there is one way to read it; a month alone is no day.
 */
export function parseDate(cell: Cell, from1904 = false): ParsedCell {
  const value = shownText(cell)
  if (cell.kind === 'date' && cell.date) return { value: cell.date.slice(0, 10) }
  const text = toHalfWidth(tidyText(value)).replace(time, '')
  if (cell.kind === 'number' || (cell.loose && /^\d{5}$/.test(text))) return parseSerial(text, cell, from1904)
  const named = yearFirst.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (named) return toDay(named[1]!, named[2]!, named[3]!, value)
  const last = yearLast.exec(text)
  if (!last) return { fault: { code: 'not-a-date', params: { value } } }
  const [, first, sign, second, year] = last as unknown as [string, string, string, string, string] // safe: the pattern has four groups, none optional
  if (sign === '.') return toDay(year, second, first, value)
  if (Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second))
    return { fault: { code: 'ambiguous-date', params: { value } } }
  return Number(first) > 12 ? toDay(year, second, first, value) : toDay(year, first, second, value)
}

/** A number in a column of days: eight digits are a day, five are a serial number whose format was lost. */
function parseSerial(text: string, cell: Cell, from1904: boolean): ParsedCell {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (digits) return toDay(digits[1]!, digits[2]!, digits[3]!, text)
  const serial = Number(text)
  const date = serial >= 3654 && serial < 73_051 ? serialDate(serial, from1904) : undefined
  if (!date) return { fault: { code: 'not-a-date', params: { value: text } } }
  const value = date.slice(0, 10)
  return cell.kind === 'number' ? { value } : { value, doubt: { code: 'serial-date', params: { value: text, date: value } } }
}

function toDay(year: string, month: string, day: string, value: string): ParsedCell {
  const date = findDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return date ? { value: date } : { fault: { code: 'not-a-date', params: { value } } }
}
