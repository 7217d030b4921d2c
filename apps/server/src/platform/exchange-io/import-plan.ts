import type { InterfaceLanguage } from '@guildhall/kernel'
import { dataRows, type SkippedRow } from './data-rows.ts'
import { findHeaders, type Header, headerAtRow, type ToldColumns } from './find-header.ts'
import { type ImportFault, type ImportFaultCode, type ImportField, type ImportValue, type ImportValues, keyOf } from './import-fields.ts'
import { codeColumn } from './lost-digits.ts'
import { choiceIndex, parseCell } from './parse-cell.ts'
import type { Decimal } from './parse-number.ts'
import { type Cell, cellAt, columnName, type Row, type Sheet } from './table.ts'
import { matchForm, shorten } from './tidy.ts'

export const rowStates = ['new', 'changed', 'same', 'doubtful', 'wrong'] as const
export type RowState = (typeof rowStates)[number]

export type PlannedRow = Readonly<{
  /** As the office program counts. */
  row: number
  state: RowState
  /** Whether the key is known already: what a doubtful row becomes once somebody says yes. */
  known: boolean
  key: string
  values: ImportValues
  changes: readonly Readonly<{ field: string; from: ImportValue; to: ImportValue }>[]
  faults: readonly ImportFault[]
  doubts: readonly ImportFault[]
  cells: readonly Cell[]
}>

export type ImportPlan = Readonly<{
  fields: readonly ImportField[]
  header?: Header
  /** Faults of the sheet as a whole: no header, a required column missing or there twice. Nothing can be taken while there are some. */
  faults: readonly ImportFault[]
  rows: readonly PlannedRow[]
  skipped: readonly SkippedRow[]
  counts: Readonly<Record<RowState, number>>
}>

export type ImportQuestion = Readonly<{
  sheet: Sheet
  fields: readonly ImportField[]
  /** Fields that together name a thing. */
  keyFields: readonly string[]
  /** Where a thing is named in several ways (by its code, else by its name): the key of a row; undefined where nothing names it. */
  keyOf?: (values: ImportValues) => string | undefined
  /** What is there already, by `keyOf`. */
  existing?: ReadonlyMap<string, ImportValues>
  headerRow?: number
  told?: ToldColumns
  /** What stands in every row of a field that has no column. */
  fill?: Readonly<Record<string, string>>
  /** Decimal sign where both readings are possible; for a file divided by semicolons a comma is likely. */
  decimal?: Decimal
  /** Language of the names that faults mention; Chinese unless told. */
  language?: InterfaceLanguage
  /** A new row that agrees with an existing one in all of these is doubtful: the same person under a new number. */
  alike?: readonly string[]
  /** An empty cell empties the field. Otherwise it leaves what is there: a list with a column half filled must not erase the rest. */
  emptyClears?: boolean
}>

/**
 * Plans an import and changes nothing: which column is which field, what each row would do, and what is wrong with it, row by row and cell by cell.
 * Running it again after the import gives `same` for every row.
 */
export function planImport(question: ImportQuestion): ImportPlan {
  const { sheet, fields, told } = question
  const header =
    question.headerRow === undefined ? findHeaders(sheet, fields, told)[0] : headerAtRow(sheet, question.headerRow, fields, told)
  if (!header || header.matched === 0)
    return { fields, faults: [noHeader(question)], rows: [], skipped: [], counts: count([]), ...(header ? { header } : {}) }
  const columns = columnsOf(question, header)
  const { rows: data, skipped } = dataRows(sheet, header)
  const parsed = parseRows(data, columns, question)
  refuseDuplicates(parsed, question, columns)
  const alike = alikeIndex(question)
  const rows = parsed.map((row) => judge(row, question, alike))
  return { fields, header, faults: columns.faults, rows, skipped, counts: count(rows) }
}

type Columns = Readonly<{ at: ReadonlyMap<string, number>; label: ReadonlyMap<string, string>; faults: ImportFault[] }>
type ParsedRow = {
  row: Row
  key: string
  values: Record<string, ImportValue>
  given: Set<string>
  faults: ImportFault[]
  doubts: ImportFault[]
}

function noHeader({ sheet, headerRow, fields, language }: ImportQuestion): ImportFault {
  const row = headerRow ?? sheet.rows[0]?.number ?? 1
  return {
    row,
    code: 'no-header',
    params: {
      row,
      column: '',
      expected: namesOf(
        fields.filter((field) => field.required),
        language,
      ),
    },
  }
}

const namesOf = (fields: readonly ImportField[], language: InterfaceLanguage = 'zh-CN') =>
  fields.map((field) => field.labels[language][0] ?? field.key).join(', ')

function columnsOf({ fields, keyFields, keyOf: own, language, fill }: ImportQuestion, header: Header): Columns {
  const at = new Map<string, number>()
  const label = new Map<string, string>()
  const faults: ImportFault[] = []
  for (const column of header.columns) {
    if (!column.field) continue
    if (!at.has(column.field)) {
      at.set(column.field, column.column)
      label.set(column.field, column.label)
    } else
      faults.push({
        row: header.row,
        column: column.column,
        field: column.field,
        code: 'column-twice',
        params: { row: header.row, column: column.label, other: columnName(at.get(column.field)!) },
      })
  }
  for (const field of fields) {
    if (at.has(field.key) || fill?.[field.key] !== undefined || !(field.required || (!own && keyFields.includes(field.key)))) continue
    faults.push({
      row: header.row,
      field: field.key,
      code: 'column-missing',
      params: { row: header.row, column: namesOf([field], language) },
    })
  }
  return { at, label, faults }
}

function parseRows(data: readonly Row[], columns: Columns, question: ImportQuestion): ParsedRow[] {
  const readers = question.fields.flatMap((field) => {
    const column = columns.at.get(field.key)
    const same = question.fill?.[field.key]
    if (column === undefined && same === undefined) return []
    const read = (row: Row): Cell => (column === undefined ? { raw: same ?? '', kind: 'text' } : cellAt(row, column))
    const cells = data.map(read)
    return [
      {
        field,
        column,
        read,
        settings: {
          decimal: question.decimal ?? '.',
          language: question.language ?? 'zh-CN',
          from1904: question.sheet.from1904 ?? false,
          column: codeColumn(cells),
          ...(field.choices ? { choices: choiceIndex(field.choices) } : {}),
        },
      },
    ]
  })
  return data.map((row) => {
    const parsed: ParsedRow = { row, key: '', values: {}, given: new Set(), faults: [], doubts: [] }
    if (row.hidden) parsed.doubts.push({ row: row.number, code: 'hidden-row', params: { row: row.number, column: '' } })
    for (const { field, column, read, settings } of readers) {
      const { value, fault, doubt } = parseCell(read(row), field, settings)
      const placed = (code: ImportFaultCode, params: ImportFault['params'] = {}): ImportFault => ({
        row: row.number,
        ...(column === undefined ? {} : { column }),
        field: field.key,
        code,
        params: { row: row.number, column: columns.label.get(field.key) ?? (column === undefined ? namesOf([field], question.language) : columnName(column)), ...trimmed(params) },
      })
      if (fault) parsed.faults.push(placed(fault.code, fault.params))
      if (doubt) parsed.doubts.push(placed(doubt.code, doubt.params))
      if (value !== undefined) parsed.values[field.key] = value
      if (value !== undefined || (question.emptyClears && !fault)) parsed.given.add(field.key)
    }
    parsed.key = question.keyOf ? (question.keyOf(parsed.values) ?? '') : keyOf(parsed.values, question.keyFields)
    return parsed
  })
}

const trimmed = (params: ImportFault['params']) =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? shorten(value, key === 'choices' ? 200 : 60) : value]),
  )

/** One thing twice in a file: where both say the same, the later row is refused; where they differ, nobody knows which is meant, so all are. */
function refuseDuplicates(rows: readonly ParsedRow[], question: ImportQuestion, { at, label }: Columns): void {
  const byKey = new Map<string, ParsedRow[]>()
  const { keyFields } = question
  for (const row of rows) {
    if (!isKeyed(row, question)) continue
    const found = byKey.get(row.key)
    if (found) found.push(row)
    else byKey.set(row.key, [row])
  }
  const [field] = keyFields
  const column = field === undefined ? undefined : at.get(field)
  for (const found of byKey.values()) {
    if (found.length < 2) continue
    const equal = found.every((row) => JSON.stringify(row.values) === JSON.stringify(found[0]!.values))
    for (const row of equal ? found.slice(1) : found) {
      const other = row === found[0] ? found[1]! : found[0]!
      const params = {
        row: row.row.number,
        column: keyFields.map((key) => label.get(key) ?? key).join(' + '),
        other: other.row.number,
        value: shorten(keyFields.flatMap((key) => (row.values[key] === undefined ? [] : [String(row.values[key])])).join(' / ')),
      }
      row.faults.push({
        row: row.row.number,
        ...(column === undefined ? {} : { column }),
        ...(field === undefined ? {} : { field }),
        code: 'duplicate-in-file',
        params,
      })
    }
  }
}

const isKeyed = ({ key, values }: ParsedRow, { keyFields, keyOf: own }: ImportQuestion): boolean =>
  own ? key !== '' : keyFields.every((field) => values[field] !== undefined)

function alikeIndex({ existing, alike }: ImportQuestion): Map<string, string> {
  const index = new Map<string, string>()
  if (!alike?.length || !existing) return index
  for (const [key, values] of existing) index.set(alikeKey(values, alike), key)
  return index
}

const alikeKey = (values: ImportValues, alike: readonly string[]) =>
  keyOf(Object.fromEntries(alike.map((field) => [field, matchForm(String(values[field] ?? ''))])), alike)

function judge(parsed: ParsedRow, question: ImportQuestion, alikes: ReadonlyMap<string, string>): PlannedRow {
  const { existing, fields, alike, keyFields, language } = question
  const { row, key, values, given, faults, doubts } = parsed
  const old = existing?.get(key)
  const changes = old
    ? fields
        .filter((field) => given.has(field.key) && old[field.key] !== values[field.key])
        .map((field) => ({ field: field.key, from: old[field.key], to: values[field.key] }))
    : []
  const twin = old || !alike?.length || alike.some((field) => values[field] === undefined) ? undefined : alikes.get(alikeKey(values, alike))
  if (twin !== undefined)
    doubts.push({
      row: row.number,
      code: 'looks-like-existing',
      params: { row: row.number, column: '', value: shorten(twin.replaceAll('\u001f', ' / ')) },
    })
  const missing =
    isKeyed(parsed, question) || faults.length > 0
      ? []
      : [
          {
            row: row.number,
            code: 'required' as const,
            params: {
              row: row.number,
              column: namesOf(
                fields.filter((field) => keyFields.includes(field.key)),
                language,
              ),
            },
          },
        ]
  const state: RowState =
    faults.length + missing.length > 0
      ? 'wrong'
      : old && changes.length === 0
        ? 'same'
        : doubts.length > 0
          ? 'doubtful'
          : old
            ? 'changed'
            : 'new'
  return {
    row: row.number,
    state,
    known: old !== undefined,
    key,
    values,
    changes,
    faults: [...faults, ...missing],
    doubts,
    cells: row.cells,
  }
}

function count(rows: readonly PlannedRow[]): Record<RowState, number> {
  const counts: Record<RowState, number> = { new: 0, changed: 0, same: 0, doubtful: 0, wrong: 0 }
  for (const row of rows) counts[row.state]++
  return counts
}
