import type { Answer } from '@guildhall/contract/http'
import { type Import, type ImportRow, type ImportRun, type ImportTargetName, type imports, importTargets } from '@guildhall/contract/exchange'
import { sql } from 'kysely'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { shownChoice } from '../../../platform/exchange-io/import-fields.ts'
import type { ImportTarget } from '../../../platform/exchange-io/import-target.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { noId } from '../../../platform/search/find.ts'
import { targetOf } from '../targets/targets.ts'
import { openTargets } from './import-rights.ts'
import type { KeptPlan } from './imports.store.ts'

export const ownHome = (ctx: Context): string => signatureOf(ctx.actor).organisationId ?? noId

/** Rows that are in, and those that were refused on their way: the counts of the check alone would not tell them. */
const takenRows = sql<number>`(select count(*)::int from import_rows r where r.home_id = imports.home_id and r.import_id = imports.id and r.taken_at is not null)`
const wrongRows = sql<number>`(select count(*)::int from import_rows r where r.home_id = imports.home_id and r.import_id = imports.id and r.state = 'wrong')`

/** Imports of the actor's organisation, of registers that the actor may fill. */
const rows = (ctx: Context, trx: Trx) =>
  trx
    .selectFrom('imports')
    .leftJoin('people', 'people.id', 'imports.personId')
    .select(['imports.id', 'imports.homeId', 'imports.target', 'imports.fileName', 'imports.state', 'imports.counts', 'imports.jobId', 'imports.at', 'imports.takenAt', 'people.id as personId', 'people.name as personName', takenRows.as('taken'), wrongRows.as('wrong')])
    .where('imports.homeId', '=', ownHome(ctx))
    .where('imports.target', 'in', [...openTargets(ctx).map((one) => one.name), noId])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

function present(row: Row): ImportRun {
  const counts = { ...(row.counts as ImportRun['counts']), wrong: row.wrong } // safe: written by a check
  const state = row.state as ImportRun['state'] // safe: a CHECK holds the states
  const target = row.target as ImportTargetName // safe: the query asks for these only
  const allowed: ImportRun['allowed'] = []
  const left = counts.new + counts.changed + counts.doubtful - row.taken
  if (['checked', 'stopped', 'taking'].includes(state) && left > 0) allowed.push('take')
  if (['done', 'stopped', 'failed'].includes(state) && row.taken > 0 && targetOf(target).undo) allowed.push('undo')
  if (row.wrong > 0) allowed.push('faults')
  return { id: row.id, target, fileName: row.fileName, state, counts, taken: row.taken, jobId: row.jobId, by: row.personId && row.personName ? { id: row.personId, name: row.personName } : null, at: row.at, takenAt: row.takenAt, allowed }
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

export const listRows = (ctx: Context, id: string, asked: z.output<typeof imports.rows.query>): Promise<Answer<typeof imports.rows>> =>
  look(ctx, async (trx) => {
    const { target } = await readImport(ctx, trx, id)
    const say = choiceNames(ctx, targetOf(target))
    let query = trx.selectFrom('importRows').select(['id', 'line', 'state', 'known', 'content', 'names', 'changes', 'faults', 'doubts', 'takenAt', 'thingId']).where('homeId', '=', ownHome(ctx)).where('importId', '=', id)
    if (asked.state) query = query.where('state', '=', asked.state)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { row: 'importRows.line' }, defaultSort: 'row', id: 'importRows.id', keys: (row) => [row.line, row.id] })
    const items = page.rows.map(
      ({ id: _id, line, content, names, changes, ...row }) => {
        const values = Object.entries({ ...(content as ImportRow['values']), ...(names as Record<string, string>) }).map(([field, value]) => [field, say(field, value)]) // safe: written by a check
        const told = (changes as ImportRow['changes']).map((one) => ({ field: one.field, from: say(one.field, one.from), to: say(one.field, one.to) })) // safe: as above
        return { ...row, row: line, values: Object.fromEntries(values), changes: told } as ImportRow // safe: written in the contract's shape, and the gate compares
      },
    )
    return { items, next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

/** The values of a choice by the names that the reader knows them by. */
function choiceNames(ctx: Context, target: ImportTarget): <V>(field: string, value: V) => V | string {
  const choices = new Map(target.fields.filter((field) => field.kind === 'choice').map((field) => [field.key, new Map(field.choices?.map((one) => [one.code, shownChoice(one, ctx.actor.language)] as const))]))
  return (field, value) => (typeof value === 'string' ? choices.get(field)?.get(value) : undefined) ?? value
}

export const isTarget = (name: string): name is ImportTargetName => importTargets.some((one) => one === name)
