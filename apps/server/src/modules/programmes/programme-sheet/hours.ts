import { toHalfWidth } from '@guildhall/kernel'
import { readNumber } from '../../../platform/exchange-io/parse-number.ts'
import { tidyText } from '../../../platform/exchange-io/tidy.ts'
import type { SheetHours } from './programme-sheet.ts'

const amount = String.raw`(\d+(?:\.\d+)?)`
const withParts = new RegExp(`^${amount}\\((?:理论|讲授|T)?${amount}[+/:,;、](?:实践|实训|P)?${amount}\\)$`)
const partsOnly = new RegExp(`^(?:理论|讲授)?${amount}\\+(?:实践|实训)?${amount}$`)
const withWeeks = new RegExp(`^(?:${amount}\\(${amount}周\\)|${amount}周)$`)

/**
 * Reads hours as colleges write them: `64`, `64(32+32)`, `64（32/32）`, `32+32`, `4周`, `120(4周)`; undefined where the text says something else. `64/32` is not read: it may mean
 * total and practice, or theory and practice.
 * @example readHours('64(32+32)') // { total: 64, theory: 32, practice: 32 }
 */
export function readHours(text: string): SheetHours | undefined {
  const plain = toHalfWidth(tidyText(text))
    .replace(/\s|学时|课时|节/g, '')
    .replace(/[[【]/g, '(')
    .replace(/[\]】]/g, ')')
  const parts = withParts.exec(plain)
  if (parts) return { total: Number(parts[1]), theory: Number(parts[2]), practice: Number(parts[3]) }
  const only = partsOnly.exec(plain)
  if (only) return { total: add(Number(only[1]), Number(only[2])), theory: Number(only[1]), practice: Number(only[2]) }
  const weeks = withWeeks.exec(plain)
  if (weeks) return weeks[3] === undefined ? { total: Number(weeks[1]), weeks: Number(weeks[2]) } : { weeks: Number(weeks[3]) }
  const total = readNumber(plain)
  return total === undefined || total < 0 ? undefined : { total }
}

/** Hours as one cell: the inverse of `readHours` where theory and practice have columns of their own. */
export function writeHours({ total, weeks }: SheetHours): string | number | undefined {
  if (weeks === undefined) return total
  return total === undefined ? `${weeks}周` : `${total}(${weeks}周)`
}

/** What one term's cell says: `4`, `4*16` (weekly hours and weeks), `2周`, `4+2周`, `√`. */
export function readTerm(text: string): { weekly: number; weeks: number } | undefined {
  const plain = toHalfWidth(tidyText(text)).replace(/\s/g, '')
  if (/^[√✓✔●▲★*]$/.test(plain)) return { weekly: 0, weeks: 0 }
  const weeksOnly = /^(\d+(?:\.\d+)?)[周w]$/i.exec(plain)
  if (weeksOnly) return { weekly: 0, weeks: Number(weeksOnly[1]) }
  const match = /^(\d+(?:\.\d+)?)(?:[*×x/]\d+周?)?(?:\+(\d+(?:\.\d+)?)[周w])?$/i.exec(plain)
  return match ? { weekly: Number(match[1]), weeks: Number(match[2] ?? 0) } : undefined
}

/** Terms as a list: `1`, `1-2`, `1、3`, `第3学期`. */
export function readTermList(text: string): number[] | undefined {
  const plain = toHalfWidth(tidyText(text))
    .replace(/[\s第]|学期/g, '')
    .replace(/[一二三四五六七八九]/g, (c) => String('一二三四五六七八九'.indexOf(c) + 1))
  const terms: number[] = []
  for (const piece of plain.split(/[,、;/，]/)) {
    const match = /^(\d{1,2})(?:[-~至—–](\d{1,2}))?$/.exec(piece)
    const [from, to] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? match?.[1] ?? 0)]
    if (from < 1 || to > 12 || to < from) return undefined
    for (let term = from; term <= to; term++) terms.push(term)
  }
  return [...new Set(terms)].sort((a, b) => a - b)
}

/** Adds amounts with at most a few decimals, without the dust of binary fractions. */
export const add = (a: number, b: number): number => Math.round((a + b) * 1000) / 1000
