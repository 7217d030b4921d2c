import { checkCitizenId, checkCreditCode, type InterfaceLanguage, toHalfWidth, toPlainCode } from '@guildhall/kernel'
import { type Choice, type ImportField, type ParsedCell, shownChoice, valueOfCodes } from './import-fields.ts'
import { type CodeColumn, codeText, lostDigits } from './lost-digits.ts'
import { parseDate } from './parse-date.ts'
import { type Decimal, parseNumber } from './parse-number.ts'
import { type Cell, shownText } from './table.ts'
import { matchForm, tidyText } from './tidy.ts'

export type ParseSettings = Readonly<{
  decimal: Decimal
  from1904?: boolean
  column: CodeColumn
  choices?: ReadonlyMap<string, string | undefined>
  /** Of the names that a fault offers. */
  language: InterfaceLanguage
}>

/** Reads one cell as its field wants it. Formulas are refused whatever they show: their stored result may be old or forged. */
export function parseCell(cell: Cell, field: ImportField, settings: ParseSettings): ParsedCell {
  if (cell.formula !== undefined) return { fault: { code: 'formula', params: { value: cell.formula } } }
  if (cell.kind === 'error') return { fault: { code: 'error-value', params: { value: cell.raw } } }
  if (tidyText(shownText(cell)) === '') return field.required ? { fault: { code: 'required' } } : {}
  switch (field.kind) {
    case 'text':
      return parseText(cell, field, settings)
    case 'code':
      return parseCode(cell, field, settings)
    case 'date':
      return parseDate(cell, settings.from1904)
    case 'number':
      return parseNumber(cell, field, settings.decimal)
    case 'truth':
      return parseTruth(cell)
    case 'choice':
    case 'reference':
      return parseChoice(cell, field, settings)
    case 'uscc':
      return parseChecked(cell, settings, checkCreditCode)
    case 'id-number':
      return parseChecked(cell, settings, checkCitizenId)
    case 'phone':
      return parsePhone(cell)
    case 'email':
      return parseEmail(cell)
  }
}

/** The codes of a choice by everything people may write for it; undefined where a name stands for two. */
export function choiceIndex(choices: readonly Choice[]): Map<string, string | undefined> {
  const index = new Map<string, string | undefined>()
  for (const { labels, code } of choices) {
    for (const label of Object.values(labels).flat()) {
      const form = matchForm(label)
      index.set(form, index.has(form) && index.get(form) !== code ? undefined : code)
    }
  }
  // A code is meant as a code, even if something else bears it as a name.
  for (const { code } of choices) index.set(matchForm(code), code)
  return index
}

function parseText(cell: Cell, field: ImportField, { column }: ParseSettings): ParsedCell {
  const value = tidyText(shownText(cell))
  const most = field.maxLength ?? 500
  if (value.length > most) return { fault: { code: 'too-long', params: { length: value.length, max: most } } }
  return cell.kind === 'number' ? { value, ...lostDigits(cell, value, column) } : { value }
}

function parseCode(cell: Cell, field: ImportField, { column }: ParseSettings): ParsedCell {
  const value = toHalfWidth(tidyText(codeText(cell))).replace(/\s+/g, '')
  const lost = lostDigits(cell, value, column, field.length)
  if (lost.fault) return lost
  if (field.length !== undefined && value.length !== field.length)
    return { fault: { code: 'wrong-length', params: { value, length: value.length, expected: field.length } } }
  const most = field.maxLength ?? 60
  return value.length > most ? { fault: { code: 'too-long', params: { length: value.length, max: most } } } : { value, ...lost }
}

function parseChecked(cell: Cell, { column }: ParseSettings, check: typeof checkCitizenId): ParsedCell {
  const code = toPlainCode(codeText(cell))
  const result = check(code)
  const lost = lostDigits(cell, code, column)
  if (lost.fault) return lost
  // One rounded number in eleven passes its check: a right one that ends in three zeros stays a doubt.
  if (result.ok) return { value: result.value, ...lost }
  // Zeros at the end and a check digit that fails: somebody turned the number into text after it had been rounded.
  if (lost.doubt) return { fault: { code: 'digits-lost', params: { value: code } } }
  return { fault: { code: result.reason.code, params: { value: code, ...paramsOf(result.reason.params) } } }
}

function paramsOf(params: Readonly<Record<string, string | number | boolean>> | undefined): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params ?? {}).map(([key, value]) => [key, typeof value === 'boolean' ? String(value) : value]))
}

function parseChoice(cell: Cell, field: ImportField, settings: ParseSettings): ParsedCell {
  const { choices, language } = settings
  const value = tidyText(codeText(cell))
  const form = matchForm(value)
  const code = choices?.get(form)
  if (code !== undefined) return { value: code }
  // Read whole first: a name may hold the very sign that divides names.
  const parts = field.several ? value.split(/[、,，;；|\n]/).filter((part) => matchForm(part) !== '') : []
  if (parts.length > 1) {
    const { several: _, ...one } = field
    const read = parts.map((part) => parseChoice({ raw: part, kind: 'text' }, one, settings))
    const fault = read.find((one) => one.fault)?.fault
    return fault ? { fault } : { value: valueOfCodes(read.map((one) => String(one.value))) }
  }
  if (choices?.has(form)) return { fault: { code: 'ambiguous-reference', params: { value } } }
  if (field.kind === 'reference') return { fault: { code: 'unknown-reference', params: { value } } }
  return {
    fault: {
      code: 'not-a-choice',
      params: {
        value,
        choices: (field.choices ?? [])
          .slice(0, 8)
          .map((choice) => shownChoice(choice, language))
          .join(' · '),
      },
    },
  }
}

const yes = new Set(['是', '有', '√', '✓', '对', '真', 'yes', 'y', 'ja', 'j', 'true', 'wahr', '1', 'x'])
const no = new Set(['否', '无', '没有', '不是', '×', '✗', '假', 'no', 'n', 'nein', 'false', 'falsch', '0'])

function parseTruth(cell: Cell): ParsedCell {
  const form = matchForm(cell.raw)
  if (yes.has(form)) return { value: true }
  return no.has(form) ? { value: false } : { fault: { code: 'not-a-truth', params: { value: cell.raw } } }
}

function parsePhone(cell: Cell): ParsedCell {
  const value = toHalfWidth(tidyText(codeText(cell)))
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015]/g, '-')
  const lost = lostDigits(cell, value.replace(/[ ()/-]/g, ''), {}) // numbers of phones have many lengths
  if (lost.fault) return lost
  const digits = value.replace(/\D/g, '').length
  return /^\+?[\d ()/-]+$/.test(value) && digits >= 5 && digits <= 20 ? { value } : { fault: { code: 'not-a-phone', params: { value } } }
}

function parseEmail(cell: Cell): ParsedCell {
  const value = toHalfWidth(tidyText(cell.raw))
  const [name, host, ...rest] = value.split('@')
  const good =
    rest.length === 0 &&
    !!name &&
    !!host &&
    value.length <= 254 &&
    !/\s/.test(value) &&
    /^[^.].*[^.]$/.test(host) &&
    host.includes('.') &&
    !host.includes('..')
  return good ? { value } : { fault: { code: 'not-an-email', params: { value } } }
}
