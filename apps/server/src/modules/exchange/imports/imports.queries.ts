import type { Answer } from '@guildhall/contract/http'
import { type Import, type ImportRow, type ImportRun, type ImportTargetName, type imports, importTargets } from '@guildhall/contract/exchange'
import { sql } from 'kysely'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { codesOf, shownChoice } from '../../../platform/exchange-io/import-fields.ts'
import type { ImportTarget } from '../../../platform/exchange-io/import-target.ts'
import { type Cell, emptyCell, shownText } from '../../../platform/exchange-io/table.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { noId } from '../../../platform/search/find.ts'
import { targetOf } from '../targets/targets.ts'
import { openTargets } from './import-rights.ts'
import type { KeptPlan } from './imports.store.ts'

export const ownHome = (ctx: Context): string => signatureOf(ctx.actor).organisationId ?? noId

type Counted = ImportRun['counts'] & { taken: number; open: number }
/** The rows as they are now: some were taken, some refused on their way, some mended. The counts of the check alone would not tell. */
const countedRows = sql<Counted>`(
  select json_build_object(
    'new', count(*) filter (where r.state = 'new'), 'changed', count(*) filter (where r.state = 'changed'), 'same', count(*) filter (where r.state = 'same'), 'doubtful', count(*) filter (where r.state = 'doubtful'),
    'wrong', count(*) filter (where r.state = 'wrong'), 'taken', count(*) filter (where r.taken_at is not null), 'open', count(*) filter (where r.taken_at is null and r.state in ('new', 'changed', 'doubtful')))
  from import_rows r where r.home_id = imports.home_id and r.import_id = imports.id)`

/** Imports of the actor's organisation, of registers that the actor may fill. */
const rows = (ctx: Context, trx: Trx) =>
  trx
    .selectFrom('imports')
    .leftJoin('people', 'people.id', 'imports.personId')
    .select(['imports.id', 'imports.homeId', 'imports.target', 'imports.fileName', 'imports.state', 'imports.jobId', 'imports.at', 'imports.takenAt', 'people.id as personId', 'people.name as personName', countedRows.as('counted')])
    .where('imports.homeId', '=', ownHome(ctx))
    .where('imports.target', 'in', [...openTargets(ctx).map((one) => one.name), noId])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

function present(row: Row): ImportRun {
  const { taken, open, ...counts } = row.counted
  const state = row.state as ImportRun['state'] // safe: a CHECK holds the states
  const target = row.target as ImportTargetName // safe: the query asks for these only
  const allowed: ImportRun['allowed'] = []
  const rests = ['checked', 'stopped', 'done', 'failed'].includes(state)
  if ((rests || state === 'taking') && open > 0) allowed.push('take')
  if (rests && open + counts.wrong > 0) allowed.push('mend')
  if (rests && taken > 0 && targetOf(target).undo) allowed.push('undo')
  if (counts.wrong > 0) allowed.push('faults')
  return { id: row.id, target, fileName: row.fileName, state, counts, taken, jobId: row.jobId, by: row.personId && row.personName ? { id: row.personId, name: row.personName } : null, at: row.at, takenAt: row.takenAt, allowed }
}

export const listImports = (ctx: Context, asked: z.output<typeof imports.list.query>): Promise<Answer<typeof imports.list>> =>
  look(ctx, async (trx) => {
    let query = rows(ctx, trx)
    if (asked.target) query = query.where('imports.target', '=', asked.target)
    if (asked.q) query = query.where('imports.fileName', 'like', `%${asked.q.replace(/[\\%_]/g, (one) => `\\${one}`)}%`)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { at: 'imports.at' }, defaultSort: '-at', id: 'imports.id', keys: (row) => [row.at, row.id] })
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

/** One import with its columns; those of registers that the actor may not fill do not exist for them. */
export async function readImport(ctx: Context, trx: Trx, id: string): Promise<Import> {
  const row = await rows(ctx, trx).select('imports.plan').where('imports.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const plan = row.plan as KeptPlan // safe: written by a check
  const { sheets, columns, faults, skipped, ...shown } = plan
  return { ...present(row), ...shown, sheets: [...sheets], columns: [...columns], faults: [...faults], skipped: [...skipped] }
}

export const getImport = (ctx: Context, id: string): Promise<Import> => look(ctx, (trx) => readImport(ctx, trx, id))

/**
 * Rows as a person reads them: choices and references by their names. A cell that could not be read stands as it was typed, whole:
 * whoever mends one of three roles must not lose the other two.
 */
export function presentRows(ctx: Context, { target, columns }: Pick<Import, 'target' | 'columns'>, rows: readonly StoredRow[]): ImportRow[] {
  const say = choiceNames(ctx, targetOf(target))
  return rows.map(({ line, content, names, changes, state, known, faults, doubts, takenAt, thingId, cells }) => {
    const values = Object.entries({ ...unread(columns, faults as ImportRow['faults'], cells as Cell[] | null), ...(content as ImportRow['values']), ...(names as Record<string, string>) }).map(([field, value]) => [field, say(field, value)]) // safe: written by a check
    const told = (changes as ImportRow['changes']).map((one) => ({ field: one.field, from: say(one.field, one.from), to: say(one.field, one.to) })) // safe: as above
    return { row: line, state, known, values: Object.fromEntries(values), changes: told, faults, doubts, takenAt, thingId } as ImportRow // safe: written in the contract's shape, and the gate compares
  })
}

/** The text of cells that a fault was found in, by field. */
function unread(columns: Import['columns'], faults: ImportRow['faults'], cells: readonly Cell[] | null): Record<string, string> {
  const wrong = new Set(faults.map((one) => one.field))
  const texts = columns.map(({ field, column }) => [field, shownText(cells?.[column - 1] ?? emptyCell)] as const)
  return Object.fromEntries(texts.filter(([field, text]) => field !== null && wrong.has(field) && text.trim() !== ''))
}

export const rowColumns = ['id', 'line', 'state', 'known', 'content', 'names', 'changes', 'faults', 'doubts', 'takenAt', 'thingId', 'cells'] as const
type StoredRow = Readonly<{ line: number; state: string; known: boolean; content: unknown; names: unknown; changes: unknown; faults: unknown; doubts: unknown; takenAt: string | null; thingId: string | null; cells: unknown }>

export const listRows = (ctx: Context, id: string, asked: z.output<typeof imports.rows.query>): Promise<Answer<typeof imports.rows>> =>
  look(ctx, async (trx) => {
    const one = await readImport(ctx, trx, id)
    let query = trx.selectFrom('importRows').select(rowColumns).where('homeId', '=', ownHome(ctx)).where('importId', '=', id)
    if (asked.state) query = query.where('state', '=', asked.state)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { row: 'importRows.line' }, defaultSort: 'row', id: 'importRows.id', keys: (row) => [row.line, row.id] })
    return { items: presentRows(ctx, one, page.rows), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

/** The values of a choice by the names that the reader knows them by. */
function choiceNames(ctx: Context, target: ImportTarget): <V>(field: string, value: V) => V | string {
  const choices = new Map(target.fields.filter((field) => field.kind === 'choice').map((field) => [field.key, { field, names: new Map(field.choices?.map((one) => [one.code, shownChoice(one, ctx.actor.language)] as const)) }]))
  return (key, value) => {
    const found = typeof value === 'string' ? choices.get(key) : undefined
    return found && typeof value === 'string' ? codesOf(found.field, value).map((code) => found.names.get(code) ?? code).join(', ') : value
  }
}

export const isTarget = (name: string): name is ImportTargetName => importTargets.some((one) => one === name)
