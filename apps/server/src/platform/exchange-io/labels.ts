import { type InterfaceLanguage, interfaceLanguages } from '@guildhall/kernel'
import { books, type WordKey } from '@guildhall/words'
import type { Choice, ImportField } from './import-fields.ts'

/** The names of a column: its sentence in each language first, then what offices write instead of it. */
export const labelsOf = (key: WordKey, also: Partial<Record<InterfaceLanguage, readonly string[]>> = {}): ImportField['labels'] => {
  const names = (language: InterfaceLanguage) => [books[language][key], ...(also[language] ?? [])]
  return { 'zh-CN': names('zh-CN'), en: names('en'), de: names('de') }
}

/** The values of a list with their names as screens show them. */
export const choicesOf = <const Value extends string>(values: readonly Value[], keyOf: (value: Value) => WordKey): Choice[] =>
  values.map((code) => ({ code, labels: Object.fromEntries(interfaceLanguages.map((language) => [language, [books[language][keyOf(code)]]])) }))
