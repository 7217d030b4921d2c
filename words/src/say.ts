import type { InterfaceLanguage } from '@guildhall/kernel'

export type Params = Readonly<Record<string, string | number | boolean>>

/**
 * Fills a sentence: `{name}` takes a value, `{n:need|needs}` takes the first word where n is 1 and the second elsewhere.
 * Numbers are written as the reader writes them. A value that is missing stays visible as its name, so that it is found.
 * @example fill('{n} {n:need|needs}', { n: 2 }, 'en') // '2 needs'
 */
export function fill(sentence: string, params: Params = {}, language: InterfaceLanguage): string {
  return sentence.replace(/\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g, (whole, name: string, one?: string, other?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    if (one !== undefined && other !== undefined) return Number(value) === 1 ? one : other
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : String(value)
  })
}
