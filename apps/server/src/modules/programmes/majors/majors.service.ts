import type { Answer } from '@guildhall/contract/http'
import type { Major, majors } from '@guildhall/contract/programmes'
import { sql } from 'kysely'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { allowedOf, can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, json, look } from '../../../platform/database/doors.ts'
import { fault, notAllowed, notFound, stale } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { findIds, noId } from '../../../platform/search/find.ts'
import { sortNameOf } from '../../../platform/search/sounds.ts'
import { indexThing } from '../../../platform/things/thing.ts'
import { majorThing } from '../programmes.things.ts'

const youngest = sql`(select p.id from training_programmes p where p.home_id = majors.home_id and p.major_id = majors.id and p.state <> 'closed' order by p.cohort desc limit 1)`

// Counts open their rows: each is the length of a list that a page shows.
const counts = {
  asked: sql<number>`(select count(distinct l.to_id)::int from links l join needs n on n.id = l.from_id join need_receipts r on r.need_id = n.id and r.home_id = majors.home_id where l.relation = 'voiced' and l.home_id = majors.home_id and l.withdrawn_at is null and n.withdrawn_at is null and r.major_id = majors.id)`,
  taught: sql<number>`(select count(distinct o.outcome_id)::int from programme_courses c join units u on u.home_id = c.home_id and u.course_version_id = c.course_version_id join unit_outcomes o on o.home_id = u.home_id and o.unit_id = u.id where c.home_id = majors.home_id and c.programme_id = ${youngest})`,
  unread: sql<number>`(select count(*)::int from need_receipts r where r.home_id = majors.home_id and r.major_id = majors.id and r.status = 'unread')`,
  proposals: sql<number>`(select count(*)::int from change_proposals p where p.home_id = majors.home_id and p.major_id = majors.id and p.status in ('draft', 'returned', 'in-opinion', 'in-vote', 'in-approval'))`,
}

const rows = (trx: Trx) =>
  trx
    .selectFrom('majors')
    .leftJoin('people', 'people.id', 'majors.leadId')
    .select([
      'majors.id', 'majors.homeId', 'majors.code', 'majors.name', 'majors.sortName', 'majors.majorGroup', 'majors.level', 'majors.years', 'majors.closedAt', 'majors.version', 'people.id as leadId', 'people.name as leadName',
      counts.asked.as('asked'), counts.taught.as('taught'), counts.unread.as('unread'), counts.proposals.as('proposals'),
      sql<Major['programmes']>`(select coalesce(json_agg(json_build_object('id', p.id, 'number', p.number, 'cohort', p.cohort, 'state', p.state) order by p.cohort desc), '[]') from training_programmes p where p.home_id = majors.home_id and p.major_id = majors.id)`.as('programmes'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const present = (ctx: Context, { homeId, sortName: _s, leadId, leadName, ...row }: Row): Major => ({
  ...row, level: row.level as Major['level'], lead: leadId && leadName ? { id: leadId, name: leadName } : null, allowed: allowedOf(majorThing.rights, ctx.actor, { college: homeId }), // safe: a CHECK holds the levels
})

const own = (ctx: Context) => signatureOf(ctx.actor).organisationId ?? noId

export async function listMajors(ctx: Context, asked: z.output<typeof majors.list.query>): Promise<Answer<typeof majors.list>> {
  const narrowed = await findIds(ctx, asked.q, majorThing.kind)
  return look(ctx, async (trx) => {
    let query = rows(trx).where('majors.homeId', '=', own(ctx))
    if (narrowed) query = query.where('majors.id', 'in', narrowed.length ? narrowed : [noId])
    if (asked.closed) query = query.where('majors.closedAt', asked.closed === 'yes' ? 'is not' : 'is', null)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { name: 'majors.sortName', code: 'majors.code' }, defaultSort: 'name', id: 'majors.id', keys: (row, sort) => [sort === 'code' ? row.code : row.sortName, row.id] })
    return { items: page.rows.map((row) => present(ctx, row)), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

async function readMajor(ctx: Context, trx: Trx, id: string): Promise<Major> {
  const row = await rows(trx).where('majors.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(ctx, row)
}

export const getMajor = (ctx: Context, id: string): Promise<Major> => look(ctx, (trx) => readMajor(ctx, trx, id))

export const addMajor = (ctx: Context, given: z.output<typeof majors.add.body>): Promise<Major> =>
  act(ctx, async (trx) => {
    if (!can(majorThing.rights, 'add', ctx.actor, {})) throw notAllowed()
    const homeId = own(ctx)
    const known = await trx.selectFrom('majors').select('id').where('homeId', '=', homeId).where('code', '=', given.code).executeTakeFirst()
    if (known) throw fault('/code', 'major-code-taken', { code: given.code })
    const id = newId(ctx)
    await trx
      .insertInto('majors')
      .values({ homeId, id, code: given.code, name: json(given.name), sortName: sortNameOf(Object.values(given.name)[0] ?? ''), majorGroup: given.majorGroup ?? null, level: given.level, years: given.years, leadId: given.leadId ?? null, updatedAt: ctx.now, parties: ids([homeId]) })
      .execute()
    await indexThing(ctx, trx, majorThing, { homeId, id, number: given.code, title: given.name, words: [given.majorGroup], parties: [homeId] })
    await keepAction(ctx, trx, { homeId, kind: majorThing.kind, id, action: 'added', body: given, parties: [homeId] })
    return readMajor(ctx, trx, id)
  })

export const changeMajor = (ctx: Context, id: string, given: z.output<typeof majors.change.body>): Promise<Major> =>
  act(ctx, async (trx) => {
    const before = await readMajor(ctx, trx, id)
    if (!before.allowed.includes('change')) throw notAllowed()
    const { version, name, ...sent } = given
    const homeId = own(ctx)
    const changed = await trx
      .updateTable('majors')
      .set((eb) => ({ ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)), ...(name ? { name: json(name), sortName: sortNameOf(Object.values(name)[0] ?? '') } : {}), version: eb('version', '+', 1), updatedAt: ctx.now }))
      .where('homeId', '=', homeId)
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (!changed.numUpdatedRows) throw stale(await readMajor(ctx, trx, id))
    await indexThing(ctx, trx, majorThing, { homeId, id, number: before.code, title: name ?? before.name, words: [given.majorGroup ?? before.majorGroup], parties: [homeId] })
    await keepAction(ctx, trx, { homeId, kind: majorThing.kind, id, action: 'changed', body: given, parties: [homeId] })
    return readMajor(ctx, trx, id)
  })
