import type { Answer } from '@guildhall/contract/http'
import type { teachingRecords } from '@guildhall/contract/programmes'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, look } from '../../../platform/database/doors.ts'
import { fault, notAllowed, notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { noId } from '../../../platform/search/find.ts'
import { programmeThing } from '../programmes.things.ts'

const own = (ctx: Context) => signatureOf(ctx.actor).organisationId ?? noId

const rows = (trx: Trx) =>
  trx
    .selectFrom('teachingRecords')
    .innerJoin('classes', (join) => join.onRef('classes.homeId', '=', 'teachingRecords.homeId').onRef('classes.id', '=', 'teachingRecords.classId'))
    .innerJoin('units', (join) => join.onRef('units.homeId', '=', 'teachingRecords.homeId').onRef('units.id', '=', 'teachingRecords.unitId'))
    .select(['teachingRecords.id', 'classes.id as classId', 'classes.name as className', 'units.id as unitId', 'units.name as unitName', 'teachingRecords.term', 'teachingRecords.hours', 'teachingRecords.taughtBy', 'teachingRecords.taughtBySide', 'teachingRecords.onDate', 'teachingRecords.at'])
    .where('teachingRecords.withdrawnAt', 'is', null)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const present = (row: Row) => ({ id: row.id, class: { id: row.classId, name: row.className }, unit: { id: row.unitId, name: row.unitName }, term: row.term, hours: row.hours, taughtBy: row.taughtBy, side: row.taughtBySide as 'college' | 'enterprise', onDate: row.onDate, at: row.at }) // safe: a CHECK holds the sides

export const listTeachingRecords = (ctx: Context, asked: z.output<typeof teachingRecords.list.query>): Promise<Answer<typeof teachingRecords.list>> =>
  look(ctx, async (trx) => {
    let query = rows(trx).where('teachingRecords.homeId', '=', own(ctx))
    if (asked.unitId) query = query.where('teachingRecords.unitId', '=', asked.unitId)
    if (asked.classId) query = query.where('teachingRecords.classId', '=', asked.classId)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { at: 'teachingRecords.at' }, defaultSort: '-at', id: 'teachingRecords.id', keys: (row) => [row.at, row.id] })
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

/** Records what was really taught: class, unit, term, hours, by whom, whether by the college or an enterprise. */
export const addTeachingRecord = (ctx: Context, given: z.output<typeof teachingRecords.add.body>): Promise<Answer<typeof teachingRecords.add>> =>
  act(ctx, async (trx) => {
    const homeId = own(ctx)
    if (!can(programmeThing.rights, 'record', ctx.actor, { college: homeId })) throw notAllowed()
    if (given.onDate && given.onDate > dayOf(ctx.now)) throw fault('/onDate', 'said-in-the-future')
    if (!(await trx.selectFrom('classes').select('id').where('homeId', '=', homeId).where('id', '=', given.classId).executeTakeFirst())) throw fault('/classId', 'no-such-class')
    if (!(await trx.selectFrom('units').select('id').where('homeId', '=', homeId).where('id', '=', given.unitId).executeTakeFirst())) throw fault('/unitId', 'no-such-unit')
    const id = newId(ctx)
    const { side, onDate, ...columns } = given
    await trx.insertInto('teachingRecords').values({ homeId, id, ...columns, taughtBySide: side, onDate: onDate ?? null, personId: signatureOf(ctx.actor).personId, at: ctx.now, parties: ids([homeId]) }).execute()
    await keepAction(ctx, trx, { homeId, kind: 'teaching-record', id, action: 'recorded', body: given, parties: [homeId] })
    return present(await rows(trx).where('teachingRecords.id', '=', id).executeTakeFirstOrThrow())
  })

export const withdrawTeachingRecord = (ctx: Context, id: string): Promise<{ ok: true }> =>
  act(ctx, async (trx) => {
    const homeId = own(ctx)
    if (!can(programmeThing.rights, 'record', ctx.actor, { college: homeId })) throw notAllowed()
    const done = await trx.updateTable('teachingRecords').set({ withdrawnAt: ctx.now }).where('homeId', '=', homeId).where('id', '=', id).where('withdrawnAt', 'is', null).executeTakeFirst()
    if (!done.numUpdatedRows) throw notFound()
    await keepAction(ctx, trx, { homeId, kind: 'teaching-record', id, action: 'withdrawn', parties: [homeId] })
    return { ok: true }
  })
