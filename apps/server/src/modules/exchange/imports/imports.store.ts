import type { ImportTargetName, RowFault } from '@guildhall/contract/exchange'
import { sql } from 'kysely'
import { signatureOf } from '../../../platform/access/actor.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { ids, json } from '../../../platform/database/doors.ts'
import type { ImportFault, ImportValue } from '../../../platform/exchange-io/import-fields.ts'
import type { ImportPlan, PlannedRow } from '../../../platform/exchange-io/import-plan.ts'
import type { TakenRow } from '../../../platform/exchange-io/import-target.ts'
import type { ToldColumns } from '../../../platform/exchange-io/find-header.ts'

/** What is kept of a plan beside its rows. */
export type KeptPlan = Readonly<{
  sheets: readonly Readonly<{ name: string; rows: number; hidden: boolean }>[]
  sheet: string | null
  headerRow: number | null
  encoding: string | null
  columns: readonly Readonly<{ column: number; label: string; field: string | null; by: 'told' | 'name' | 'bare' | null }>[]
  faults: readonly RowFault[]
  skipped: ImportPlan['skipped']
}>

type NewImport = Readonly<{ id: string; homeId: string; target: ImportTargetName; fileName: string; fileHash: string; plan: KeptPlan; counts: ImportPlan['counts'] }>

export async function insertImport(ctx: Context, trx: Trx, { plan, counts, ...row }: NewImport): Promise<void> {
  await trx
    .insertInto('imports')
    .values({ ...row, state: 'checked', plan: json(plan), counts: json(counts), personId: signatureOf(ctx.actor).personId, at: ctx.now, parties: ids([row.homeId]) })
    .execute()
}

/** What was checked and then left lying: it may hold names and numbers of people. */
const daysKept = 30

/** Forgets checks of this organisation that nobody took. */
export async function forgetUntaken(ctx: Context, trx: Trx, homeId: string): Promise<void> {
  const before = new Date(Date.parse(ctx.now) - daysKept * 86_400_000).toISOString()
  const old = await trx.deleteFrom('imports').where('homeId', '=', homeId).where('state', '=', 'checked').where('at', '<', before).returning('id').execute()
  if (old.length) await trx.deleteFrom('importRows').where('homeId', '=', homeId).where('importId', 'in', old.map((one) => one.id)).execute()
}

export const outFault = ({ row, column, field, code, params }: Omit<ImportFault, 'code'> & { code: string }): RowFault => ({ row, column: column ?? null, field: field ?? null, code, params: { ...params } })

/** What a reference is called; undefined for a value that says itself what it is. */
export type NameOf = (field: string, value: ImportValue) => string | undefined

const rowsAtOnce = 1000

/** Writes the planned rows, a thousand a statement. The cells as they stood are kept of wrong rows only: they go back to be mended. */
export async function insertRows(ctx: Context, trx: Trx, imported: { id: string; homeId: string }, rows: readonly PlannedRow[], nameOf: NameOf): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const batch = rows.slice(from, from + rowsAtOnce).map((row) => ({ id: newId(ctx), ...rowToKeep(row, nameOf) }))
    await sql`
      insert into import_rows (home_id, id, import_id, line, state, known, key, content, names, changes, faults, doubts, cells, parties)
      select ${imported.homeId}::uuid, r.id, ${imported.id}::uuid, r.line, r.state, r.known, r.key, r.content, r.names, r.changes, r.faults, r.doubts, r.cells, ${ids([imported.homeId])}
      from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r(id uuid, line int, state text, known boolean, key text, content jsonb, names jsonb, changes jsonb, faults jsonb, doubts jsonb, cells jsonb)`.execute(trx)
  }
}

const rowToKeep = (row: PlannedRow, nameOf: NameOf) => ({
  line: row.row, state: row.state, known: row.known, key: row.key.slice(0, 600), content: row.values, names: Object.fromEntries(Object.entries(row.values).flatMap(([field, value]) => toEntries(field, nameOf(field, value)))),
  changes: row.changes.map(({ field, from: was, to }) => ({ field, from: nameOf(field, was) ?? was ?? null, to: nameOf(field, to) ?? to ?? null })), faults: row.faults.map(outFault), doubts: row.doubts.map(outFault), cells: row.state === 'wrong' ? row.cells : null,
})

const toEntries = (field: string, name: string | undefined): [string, string][] => (name === undefined ? [] : [[field, name]])

/** The columns that people of this organisation told for a register. */
export async function findRemembered(trx: Trx, homeId: string, target: ImportTargetName): Promise<ToldColumns> {
  const row = await trx.selectFrom('importColumns').select('columns').where('homeId', '=', homeId).where('target', '=', target).executeTakeFirst()
  return (row?.columns ?? {}) as ToldColumns // safe: written below
}

export async function rememberColumns(ctx: Context, trx: Trx, homeId: string, target: ImportTargetName, columns: ToldColumns): Promise<void> {
  await trx
    .insertInto('importColumns')
    .values({ homeId, id: newId(ctx), target, columns: json(columns), at: ctx.now, parties: ids([homeId]) })
    .onConflict((clash) => clash.constraint('one_memory_of_columns_a_target').doUpdateSet({ columns: json(columns), at: ctx.now }))
    .execute()
}

/** Marks rows as in, with what an undo needs. */
export async function markTaken(ctx: Context, trx: Trx, imported: { id: string; homeId: string }, rows: readonly TakenRow[]): Promise<void> {
  const given = rows.map(({ line, id, version, before }) => ({ line, id: id ?? null, version: version ?? null, before: before ?? null }))
  await sql`
    update import_rows t set taken_at = ${ctx.now}, thing_id = r.id, thing_version = r.version, before = nullif(r.before, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r(line int, id uuid, version int, before jsonb)
    where t.home_id = ${imported.homeId} and t.import_id = ${imported.id} and t.line = r.line`.execute(trx)
}

/** Puts a mended row in the place of what was read before. */
export async function replaceRow(trx: Trx, imported: { id: string; homeId: string }, row: PlannedRow, nameOf: NameOf): Promise<void> {
  const { line, state, known, key, content, names, changes, faults, doubts, cells } = rowToKeep(row, nameOf)
  await trx
    .updateTable('importRows')
    .set({ state, known, key, content: json(content), names: json(names), changes: json(changes), faults: json(faults), doubts: json(doubts), cells: cells === null ? null : json(cells), chosen: false })
    .where('homeId', '=', imported.homeId)
    .where('importId', '=', imported.id)
    .where('line', '=', line)
    .execute()
}

/** A row that the register refused on its way in goes to the faulty ones, with the reason. */
export async function markRefused(trx: Trx, imported: { id: string; homeId: string }, line: number, fault: RowFault): Promise<void> {
  await trx.updateTable('importRows').set({ state: 'wrong', chosen: false, faults: json([fault]) }).where('homeId', '=', imported.homeId).where('importId', '=', imported.id).where('line', '=', line).execute()
}

export async function setImport(trx: Trx, imported: { id: string; homeId: string }, changes: Partial<{ state: string; jobId: string; takenAt: string }>): Promise<void> {
  await trx.updateTable('imports').set(changes).where('homeId', '=', imported.homeId).where('id', '=', imported.id).execute()
}
