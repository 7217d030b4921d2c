import type { InterfaceLanguage } from '@guildhall/kernel'
import { useMemo } from 'react'
import { useLanguage } from './language.tsx'

const dayStyle: Readonly<Record<InterfaceLanguage, Intl.DateTimeFormatOptions>> = {
  'zh-CN': { year: 'numeric', month: 'long', day: 'numeric' },
  en: { year: 'numeric', month: 'short', day: 'numeric' },
  de: { year: 'numeric', month: '2-digit', day: '2-digit' },
}
const locale = (language: InterfaceLanguage) => (language === 'en' ? 'en-GB' : language)
const steps = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
] as const

/**
 * How long ago, up to seven days; undefined beyond, where the absolute day says more.
 * @example toRelative('2026-11-21T10:00:00Z', Date.parse('2026-11-24T10:00:00Z'), 'en') // '3 days ago'
 */
export function toRelative(moment: string, now: number, language: InterfaceLanguage): string | undefined {
  const seconds = (Date.parse(moment) - now) / 1000
  const size = Math.abs(seconds)
  if (size >= 7 * 86_400) return undefined
  const format = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' })
  if (size < 45) return format.format(0, 'second')
  const [unit, length] = [...steps].reverse().find(([, one]) => size >= one) ?? steps[0]
  return format.format(Math.round(seconds / length), unit)
}

/** Numbers and dates as the reader writes them. */
export const formatsFor = (language: InterfaceLanguage) => ({
  day: (date: string) =>
    new Intl.DateTimeFormat(locale(language), { ...dayStyle[language], ...(date.length === 10 ? { timeZone: 'UTC' } : {}) }).format(
      new Date(date),
    ),
  dayAndTime: (moment: string) =>
    new Intl.DateTimeFormat(locale(language), { ...dayStyle[language], hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      new Date(moment),
    ),
  time: (moment: string) =>
    new Intl.DateTimeFormat(locale(language), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(moment)),
  number: (value: number) => new Intl.NumberFormat(locale(language)).format(value),
  relative: (moment: string, now = Date.now()) => toRelative(moment, now, language),
})

export function useFormats() {
  const { language } = useLanguage()
  return useMemo(() => formatsFor(language), [language])
}
