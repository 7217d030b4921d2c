/** A day without hours, `2026-11-24`. Never midnight in a zone. */
export type PlainDate = string & { readonly __kind: 'PlainDate' }
/** A moment, ISO 8601 in UTC. */
export type Instant = string & { readonly __kind: 'Instant' }

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Reads `2026-11-24`; undefined where no such day exists. */
export function findDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const last = month === 2 && isLeap(year) ? 29 : (daysOfMonth[month - 1] ?? 0)
  return day >= 1 && day <= last ? (text as PlainDate) : undefined // safe: just checked
}

export function toDate(text: string): PlainDate {
  const date = findDate(text)
  if (!date) throw new Error(`not a day: ${text}`)
  return date
}

/** Days since 1970-01-01, by the civil-from-days method of Howard Hinnant. */
export function dayNumber(date: PlainDate): number {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number] // safe: a PlainDate has three parts
  const year = m <= 2 ? y - 1 : y
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of `dayNumber`. */
export function dateOfDay(day: number): PlainDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const part = Math.floor((5 * dayOfYear + 2) / 153)
  const d = dayOfYear - Math.floor((153 * part + 2) / 5) + 1
  const m = part < 10 ? part + 3 : part - 9
  const y = yearOfEra + era * 400 + (m <= 2 ? 1 : 0)
  return toDate(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
}

/** @example addDays('2026-02-27', 2) // '2026-03-01' */
export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDay(dayNumber(date) + days)
/** 1 = Monday … 7 = Sunday. */
export const weekday = (date: PlainDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
