import type { Campus, campuses } from '@guildhall/contract/directory'
import type { Answer } from '@guildhall/contract/http'
import type { LocalizedText } from '@guildhall/kernel'
import { sql } from 'kysely'
import type { z } from 'zod'
import { allowedOf, can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, json, look } from '../../../platform/database/doors.ts'
import { notAllowed, notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { indexThing } from '../../../platform/things/thing.ts'
import { demandCollege, nameSort, ownCollege } from './own-college.ts'
import { campusThing } from './departments.thing.ts'

const rows = (trx: Trx) =>
  trx
    .selectFrom('campuses')
    .select(['campuses.id', 'campuses.homeId', 'campuses.name', 'campuses.address', nameSort('campuses').as('sortName')])
    .select(sql<number>`(select count(*)::int from departments d where d.home_id = campuses.home_id and d.campus_id = campuses.id)`.as('departments'))
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const present = (ctx: Context, { homeId, sortName: _s, ...row }: Row): Campus => ({ ...row, allowed: allowedOf(campusThing.rights, ctx.actor, { college: homeId }) })

export const listCampuses = (ctx: Context, asked: z.output<typeof campuses.list.query>): Promise<Answer<typeof campuses.list>> =>
  look(ctx, async (trx) => {
    let query = rows(trx).where('campuses.homeId', '=', ownCollege(ctx))
    if (asked.q) query = query.where(sql<boolean>`campuses.name::text ilike ${`%${asked.q.replace(/[\\%_]/g, (one) => `\\${one}`)}%`}`)
    const page = await pageOfQuery(ctx, trx, asked, { query: trx.selectFrom(query.as('one')).selectAll(), sorts: { name: 'one.sortName' }, defaultSort: 'name', id: 'one.id', keys: (row) => [row.sortName, row.id] })
    return { items: page.rows.map((row) => present(ctx, row)), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

async function readCampus(ctx: Context, trx: Trx, id: string): Promise<Campus> {
  const row = await rows(trx).where('campuses.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(ctx, row)
}

/** Writes a campus with what belongs to it, within the transaction of whoever adds it. */
export async function insertCampus(ctx: Context, trx: Trx, homeId: string, given: { name: LocalizedText; address: string | null }): Promise<string> {
  const id = newId(ctx)
  await trx.insertInto('campuses').values({ homeId, id, name: json(given.name), address: given.address, parties: ids([homeId]) }).execute()
  await indexThing(ctx, trx, campusThing, { homeId, id, number: null, title: given.name, words: [given.address], parties: [homeId] })
  await keepAction(ctx, trx, { homeId, kind: campusThing.kind, id, action: 'added', body: given, parties: [homeId] })
  return id
}

export const addCampus = (ctx: Context, given: z.output<typeof campuses.add.body>): Promise<Campus> =>
  act(ctx, async (trx) => {
    const homeId = demandCollege(ctx)
    if (!can(campusThing.rights, 'add', ctx.actor, { college: homeId })) throw notAllowed()
    return readCampus(ctx, trx, await insertCampus(ctx, trx, homeId, { name: given.name, address: given.address ?? null }))
  })

export const changeCampus = (ctx: Context, id: string, given: z.output<typeof campuses.change.body>): Promise<Campus> =>
  act(ctx, async (trx) => {
    const before = await readCampus(ctx, trx, id)
    if (!before.allowed.includes('change')) throw notAllowed()
    const homeId = ownCollege(ctx)
    const after = { name: given.name ?? before.name, address: given.address === undefined ? before.address : given.address }
    await trx.updateTable('campuses').set({ name: json(after.name), address: after.address }).where('homeId', '=', homeId).where('id', '=', id).execute()
    await indexThing(ctx, trx, campusThing, { homeId, id, number: null, title: after.name, words: [after.address], parties: [homeId] })
    await keepAction(ctx, trx, { homeId, kind: campusThing.kind, id, action: 'changed', body: given, parties: [homeId] })
    return readCampus(ctx, trx, id)
  })
