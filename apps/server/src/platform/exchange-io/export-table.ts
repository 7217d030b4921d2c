import type { InterfaceLanguage } from '@guildhall/kernel'
import { type CsvValue, writeCsv } from './csv.ts'
import { codesOf, type FieldKind, type ImportField, type ImportValue, type ImportValues, shownChoice } from './import-fields.ts'
import { codeColumn, lostDigits } from './lost-digits.ts'
import { choiceIndex } from './parse-cell.ts'
import { looseCell } from './table.ts'
import { matchForm } from './tidy.ts'
import { type ColumnKind, type ColumnToWrite, type SheetToWrite, type ValueToWrite, writeXlsx } from './xlsx-write.ts'

export type ExportQuestion = Readonly<{
  name: string
  fields: readonly ImportField[]
  rows: readonly ImportValues[]
  language: InterfaceLanguage
}>

/** Rows as a workbook in the reader's language: what it holds can be imported again, in any language, and changes nothing. */
export async function exportXlsx(question: ExportQuestion): Promise<Uint8Array> {
  return writeXlsx([exportSheet(question)])
}

/** The same as CSV with the mark by which Excel knows UTF-8. Codes stay whole for us, but Excel shows them without their zeros: offer the workbook first. */
export function exportCsv({ fields, rows, language }: ExportQuestion): Uint8Array {
  const writers = fields.map((field) => [field.key, csvWriterOf(field, rows, writerOf(field, language))] as const)
  return writeCsv([fields.map((field) => headerOf(field, language)), ...rows.map((row) => writers.map(([key, write]) => write(row[key])))])
}

export function exportSheet({ name, fields, rows, language }: ExportQuestion): SheetToWrite {
  const writers = fields.map((field) => [field.key, writerOf(field, language)] as const)
  return {
    name: sheetName(name),
    columns: fields.map((field) => columnOfField(field, language)),
    head: [fields.map((field) => headerOf(field, language))],
    rows: rows.map((row) => writers.map(([key, write]) => write(row[key]))),
    spareRows: 200,
  }
}

export const headerOf = (field: ImportField, language: InterfaceLanguage): string => field.labels[language][0] ?? field.key

/** Column of a field with its drop-down. */
export function columnOfField(field: ImportField, language: InterfaceLanguage): ColumnToWrite {
  const list = field.kind === 'truth' ? Object.values(truthWords[language]) : [...writtenChoices(field, language).values()]
  return {
    kind: kindOf(field),
    width: field.width ?? Math.min(40, Math.max(usualWidth[field.kind] ?? 10, headerOf(field, language).length * 2 + 2)),
    ...(list.length ? { list } : {}),
  }
}

const usualWidth: Partial<Record<FieldKind, number>> = { uscc: 22, 'id-number': 22, email: 26, date: 12, text: 18, reference: 24 }

/** Excel's rules for the name of a sheet: 31 characters, without these signs. */
export const sheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, 31) || 'Sheet1'

const kindOf = (field: ImportField): ColumnKind => (field.kind === 'number' ? 'number' : field.kind === 'date' ? 'date' : 'text')
const truthWords: Record<InterfaceLanguage, { yes: string; no: string }> = {
  'zh-CN': { yes: '是', no: '否' },
  en: { yes: 'yes', no: 'no' },
  de: { yes: 'ja', no: 'nein' },
}

type Writer = (value: ImportValue) => ValueToWrite

/** How the values of a choice are written: by name where that leads back to this one value, else by code. */
function writtenChoices(field: ImportField, language: InterfaceLanguage): Map<string, string> {
  const index = choiceIndex(field.choices ?? [])
  return new Map(
    (field.choices ?? []).map((choice) => {
      const name = shownChoice(choice, language)
      return [choice.code, index.get(matchForm(name)) === choice.code ? name : choice.code]
    }),
  )
}

function writerOf(field: ImportField, language: InterfaceLanguage): Writer {
  const { yes, no } = truthWords[language]
  const names = writtenChoices(field, language)
  return (value) => (typeof value === 'boolean' ? (value ? yes : no) : typeof value === 'string' ? codesOf(field, value).map((code) => names.get(code) ?? code).join(', ') : value)
}

/**
 * CSV cannot tell a code from a number. Where our own reader would say that a code has lost digits (a short one beside others with zeros in front), it goes out as
 * `'124`, which says "as written".
 */
function csvWriterOf(field: ImportField, rows: readonly ImportValues[], write: Writer): (value: ImportValue) => CsvValue {
  if (!['code', 'uscc', 'id-number', 'phone'].includes(field.kind)) return write
  const column = field.kind !== 'code' ? {} : codeColumn(rows.map((row) => looseCell(String(row[field.key] ?? ''))))
  return (value) => {
    const text = write(value)
    return typeof text === 'string' && /^\d/.test(text) && lostDigits(looseCell(text), text, column, field.length).fault
      ? { asWritten: text }
      : text
  }
}
