import { dateOfDay, dayNumber, findDate } from '@guildhall/kernel'

const daysTo1970 = 25_569
const daysFrom1900To1904 = 1462

/**
 * The day of an Excel serial number, with the time if there is one. Before March 1900 Excel counts a day that never was (serial 60), so those are corrected.
 * @example serialDate(46266) // '2026-09-01'
 */
export function serialDate(serial: number, from1904 = false): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined
  const whole = Math.floor(serial)
  // To the second; the last half second of a day belongs to the next.
  const seconds = Math.round((serial - whole) * 86_400)
  const day = from1904 ? whole + daysFrom1900To1904 : whole < 60 ? whole + 1 : whole
  if (!from1904 && whole === 60) return undefined
  const date = dateOfDay(day - daysTo1970 + Math.floor(seconds / 86_400))
  const rest = seconds % 86_400
  if (rest === 0) return date
  return `${date}T${two(rest / 3600)}:${two((rest % 3600) / 60)}${rest % 60 ? `:${two(rest % 60)}` : ''}`
}

/** The serial number of a day; undefined before March 1900, where Excel counts wrongly. */
export function dateSerial(date: string): number | undefined {
  const day = findDate(date)
  const serial = day === undefined ? 0 : dayNumber(day) + daysTo1970
  return serial >= 61 && serial < 2_958_466 ? serial : undefined
}

const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
