import type { Department, departments } from '@guildhall/contract/directory'
import type { Answer } from '@guildhall/contract/http'
import { sql } from 'kysely'
import type { z } from 'zod'
import { allowedOf, can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, json, look } from '../../../platform/database/doors.ts'
import { fault, notAllowed, notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { indexThing } from '../../../platform/things/thing.ts'
import { departmentThing } from './departments.thing.ts'
import { demandCollege, nameSort, ownCollege } from './own-college.ts'

const rows = (trx: Trx) =>
  trx
    .selectFrom('departments')
    .leftJoin('campuses', (join) => join.onRef('campuses.homeId', '=', 'departments.homeId').onRef('campuses.id', '=', 'departments.campusId'))
    .select(['departments.id', 'departments.homeId', 'departments.name', 'departments.code', 'departments.campusId', 'campuses.name as campusName', nameSort('departments').as('sortName'), sql<string>`coalesce(departments.code, '~')`.as('sortCode')])
    .select(sql<number>`(select count(*)::int from classes c where c.home_id = departments.home_id and c.department_id = departments.id and c.archived_at is null)`.as('classes'))
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const present = (ctx: Context, row: Row): Department => ({
  id: row.id, name: row.name, code: row.code, campus: row.campusId && row.campusName ? { id: row.campusId, name: row.campusName } : null, classes: row.classes, allowed: allowedOf(departmentThing.rights, ctx.actor, { college: row.homeId }),
})

export const listDepartments = (ctx: Context, asked: z.output<typeof departments.list.query>): Promise<Answer<typeof departments.list>> =>
  look(ctx, async (trx) => {
    let query = rows(trx).where('departments.homeId', '=', ownCollege(ctx))
    if (asked.campusId) query = query.where('departments.campusId', '=', asked.campusId)
    if (asked.q) query = query.where(sql<boolean>`(departments.name::text || ' ' || coalesce(departments.code, '')) ilike ${`%${asked.q.replace(/[\\%_]/g, (one) => `\\${one}`)}%`}`)
    const page = await pageOfQuery(ctx, trx, asked, { query: trx.selectFrom(query.as('one')).selectAll(), sorts: { code: 'one.sortCode', name: 'one.sortName' }, defaultSort: 'code', id: 'one.id', keys: (row, sort) => [sort === 'name' ? row.sortName : row.sortCode, row.id] })
    return { items: page.rows.map((row) => present(ctx, row)), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

async function readDepartment(ctx: Context, trx: Trx, id: string): Promise<Department> {
  const row = await rows(trx).where('departments.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(ctx, row)
}

type Fields = { name?: Department['name'] | undefined; code?: string | null | undefined; campusId?: string | null | undefined }

async function check(trx: Trx, homeId: string, id: string, given: Fields): Promise<void> {
  if (given.code) {
    const other = await trx.selectFrom('departments').select('id').where('homeId', '=', homeId).where('code', '=', given.code).where('id', '<>', id).executeTakeFirst()
    if (other) throw fault('/code', 'department-code-taken', { code: given.code })
  }
  if (given.campusId && !(await trx.selectFrom('campuses').select('id').where('homeId', '=', homeId).where('id', '=', given.campusId).executeTakeFirst())) throw fault('/campusId', 'no-such-campus')
}

export const addDepartment = (ctx: Context, given: z.output<typeof departments.add.body>): Promise<Department> =>
  act(ctx, async (trx) => {
    const homeId = demandCollege(ctx)
    if (!can(departmentThing.rights, 'add', ctx.actor, { college: homeId })) throw notAllowed()
    const id = newId(ctx)
    await check(trx, homeId, id, given)
    await trx.insertInto('departments').values({ homeId, id, name: json(given.name), code: given.code ?? null, campusId: given.campusId ?? null, parties: ids([homeId]) }).execute()
    await indexThing(ctx, trx, departmentThing, { homeId, id, number: given.code ?? null, title: given.name, words: [], parties: [homeId] })
    await keepAction(ctx, trx, { homeId, kind: departmentThing.kind, id, action: 'added', body: given, parties: [homeId] })
    return readDepartment(ctx, trx, id)
  })

export const changeDepartment = (ctx: Context, id: string, given: z.output<typeof departments.change.body>): Promise<Department> =>
  act(ctx, async (trx) => {
    const before = await readDepartment(ctx, trx, id)
    if (!before.allowed.includes('change')) throw notAllowed()
    const homeId = ownCollege(ctx)
    await check(trx, homeId, id, given)
    const after = { name: given.name ?? before.name, code: given.code === undefined ? before.code : given.code, campusId: given.campusId === undefined ? (before.campus?.id ?? null) : given.campusId }
    await trx.updateTable('departments').set({ ...after, name: json(after.name) }).where('homeId', '=', homeId).where('id', '=', id).execute()
    await indexThing(ctx, trx, departmentThing, { homeId, id, number: after.code, title: after.name, words: [], parties: [homeId] })
    await keepAction(ctx, trx, { homeId, kind: departmentThing.kind, id, action: 'changed', body: given, parties: [homeId] })
    return readDepartment(ctx, trx, id)
  })
