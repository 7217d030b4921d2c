import type { Import, imports } from '@guildhall/contract/exchange'
import type { Answer } from '@guildhall/contract/http'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import { headerOf } from '../../../platform/exchange-io/export-table.ts'
import type { ImportField, ImportValues } from '../../../platform/exchange-io/import-fields.ts'
import { type PlannedRow, planImport } from '../../../platform/exchange-io/import-plan.ts'
import { type Cell, emptyCell, type Row } from '../../../platform/exchange-io/table.ts'
import { conflict, fault } from '../../../platform/http/refused.ts'
import { noId } from '../../../platform/search/find.ts'
import { targetOf } from '../targets/targets.ts'
import { judged, namesOf } from './check.service.ts'
import { ownHome, presentRows, readImport, rowColumns } from './imports.queries.ts'
import { replaceRow } from './imports.store.ts'

type Given = z.output<typeof imports.mend.body>['rows']

/** Corrects cells of rows that are not in yet. A mended row is read and judged just as one of the file is. */
export const mendRows = (ctx: Context, id: string, given: Given): Promise<Answer<typeof imports.mend>> =>
  act(ctx, async (trx) => {
    const one = await readImport(ctx, trx, id)
    if (!one.allowed.includes('mend')) throw conflict(one.state === 'taking' ? 'import-is-running' : 'import-is-taken')
    const homeId = ownHome(ctx)
    const target = targetOf(one.target)
    const lines = given.map((row) => row.row)
    const kept = await rowsOf(trx, homeId, id).select(['line', 'content', 'cells']).where('line', 'in', lines).where('takenAt', 'is', null).forUpdate().execute()
    if (kept.length !== new Set(lines).size) throw fault('/rows', 'no-such-row')
    const loaded = await target.load(ctx, trx)
    const sheet = { name: '', hidden: false, hiddenColumns: [], merges: [], rows: sheetRows(ctx, one, loaded.fields, kept, given) }
    const told = Object.fromEntries(loaded.fields.map((field) => [headerOf(field, ctx.actor.language), field.key]))
    const plan = planImport({ sheet, told, headerRow: 0, fields: loaded.fields, keyFields: target.keyFields, existing: loaded.existing, language: ctx.actor.language, ...(loaded.keyOf ? { keyOf: loaded.keyOf } : {}), ...(target.alike ? { alike: target.alike } : {}) })
    for (const row of await refuseTwice(trx, homeId, id, judged(plan, loaded), target.keyFields)) await replaceRow(trx, { id, homeId }, inFile(one, row, loaded.fields), namesOf(ctx, loaded.fields))
    const rows = await rowsOf(trx, homeId, id).select(rowColumns).where('line', 'in', lines).orderBy('line').execute()
    return { counts: (await readImport(ctx, trx, id)).counts, items: presentRows(ctx, one, rows) }
  })

const rowsOf = (trx: Trx, homeId: string, id: string) => trx.selectFrom('importRows').where('homeId', '=', homeId).where('importId', '=', id)

/** The rows as a sheet of their own, one column a field: what was mended, else what stood there. */
function sheetRows(ctx: Context, one: Import, fields: readonly ImportField[], kept: readonly Readonly<{ line: number; content: unknown; cells: unknown }>[], given: Given): Row[] {
  const columnOf = new Map(one.columns.flatMap((column) => (column.field ? [[column.field, column.column] as const] : [])))
  const header: Row = { number: 0, hidden: false, cells: fields.map((field) => ({ raw: headerOf(field, ctx.actor.language), kind: 'text' })) }
  const sorted = [...kept].sort((a, b) => a.line - b.line)
  return [
    header,
    ...sorted.map(({ line, content, cells }): Row => {
      const mended = given.find((row) => row.row === line)?.values ?? {}
      const stood = cells as Cell[] | null // safe: written by a check
      return {
        number: line, hidden: false,
        cells: fields.map((field): Cell => {
          const text = mended[field.key]
          if (text !== undefined) return text.trim() === '' ? emptyCell : { raw: text, kind: 'text' }
          const column = columnOf.get(field.key)
          if (stood && column !== undefined) return stood[column - 1] ?? emptyCell
          const value = (content as ImportValues)[field.key] // safe: written by a check
          return value === undefined ? emptyCell : { raw: String(value), kind: typeof value === 'number' ? 'number' : 'text' }
        }),
      }
    }),
  ]
}

/** A mended row may now name what another row of the file names, or what that row has become in the register since. */
async function refuseTwice(trx: Trx, homeId: string, id: string, rows: readonly PlannedRow[], keyFields: readonly string[]): Promise<PlannedRow[]> {
  const keys = rows.map((row) => row.key).filter(Boolean)
  const things = keys.filter((key) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(key))
  const others = await rowsOf(trx, homeId, id)
    .select(['line', 'key', 'thingId'])
    .where((eb) => eb.or([eb('key', 'in', [...keys, noId]), eb('thingId', 'in', [...things, noId])]))
    .where('line', 'not in', [...rows.map((row) => row.row), 0])
    .where('state', '<>', 'wrong')
    .execute()
  const lineOf = new Map(others.flatMap((one) => [[one.key, one.line], [one.thingId ?? one.key, one.line]]))
  return rows.map((row) => {
    const other = row.key === '' ? undefined : lineOf.get(row.key)
    if (row.state === 'wrong' || other === undefined) return row
    const value = keyFields.flatMap((field) => row.values[field] ?? []).join(' / ').slice(0, 60)
    return { ...row, state: 'wrong', faults: [{ row: row.row, code: 'duplicate-in-file', params: { row: row.row, column: '', other, value } }] }
  })
}

/** Faults and cells as they would stand in the file that came: its columns, not those of the sheet made here. */
function inFile(one: Import, row: PlannedRow, fields: readonly ImportField[]): PlannedRow {
  const columnOf = new Map(one.columns.flatMap((column) => (column.field ? [[column.field, column.column] as const] : [])))
  const placed = (list: PlannedRow['faults']) =>
    list.map(({ column: _column, ...rest }) => {
      const column = rest.field === undefined ? undefined : columnOf.get(rest.field)
      return { ...rest, ...(column === undefined ? {} : { column }) }
    })
  const cells: Cell[] = one.columns.map(({ field }) => row.cells[fields.findIndex((known) => known.key === field)] ?? emptyCell)
  return { ...row, faults: placed(row.faults), doubts: placed(row.doubts), cells }
}
