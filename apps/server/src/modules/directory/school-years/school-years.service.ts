import type { Calendar, SchoolYear, schoolYears } from '@guildhall/contract/directory'
import type { Answer } from '@guildhall/contract/http'
import { sql } from 'kysely'
import type { z } from 'zod'
import { allowedOf, can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, json, look } from '../../../platform/database/doors.ts'
import { fault, notAllowed, notFound, Refused, stale } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { indexThing } from '../../../platform/things/thing.ts'
import { demandCollege, ownCollege } from '../departments/own-college.ts'
import { faultsOf, toCollegeCalendar, weeksOf } from './calendar.ts'
import { schoolYearThing } from './school-years.thing.ts'

const rows = (trx: Trx) =>
  trx.selectFrom('schoolYears').select(['schoolYears.id', 'schoolYears.homeId', 'schoolYears.name', 'schoolYears.starts', 'schoolYears.ends', 'schoolYears.calendar', 'schoolYears.version']).select(sql<number>`jsonb_array_length(school_years.calendar -> 'terms')`.as('terms'))
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const present = (ctx: Context, { homeId, ...row }: Row): SchoolYear => {
  const today = dayOf(ctx.now)
  return { ...row, calendar: row.calendar as Calendar, isCurrent: row.starts <= today && row.ends >= today, allowed: allowedOf(schoolYearThing.rights, ctx.actor, { college: homeId }) } // safe: written in the contract's shape, and the gate compares
}

export const listSchoolYears = (ctx: Context, asked: z.output<typeof schoolYears.list.query>): Promise<Answer<typeof schoolYears.list>> =>
  look(ctx, async (trx) => {
    let query = rows(trx).where('schoolYears.homeId', '=', ownCollege(ctx))
    if (asked.q) query = query.where('schoolYears.name', 'like', `%${asked.q.replace(/[\\%_]/g, (one) => `\\${one}`)}%`)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { starts: 'schoolYears.starts' }, defaultSort: '-starts', id: 'schoolYears.id', keys: (row) => [row.starts, row.id] })
    return { items: page.rows.map((row) => { const { calendar: _c, version: _v, ...shown } = present(ctx, row); return shown }), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

async function readSchoolYear(ctx: Context, trx: Trx, id: string): Promise<SchoolYear> {
  const row = await rows(trx).where('schoolYears.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return present(ctx, row)
}

export const getSchoolYear = (ctx: Context, id: string): Promise<SchoolYear> => look(ctx, (trx) => readSchoolYear(ctx, trx, id))

export const listWeeks = async (ctx: Context, id: string): Promise<Answer<typeof schoolYears.weeks>> => ({ items: weeksOf(toCollegeCalendar(await getSchoolYear(ctx, id))) })

type Fields = { name: string; starts: string; ends: string; calendar: Calendar }

async function check(trx: Trx, homeId: string, id: string, year: Fields): Promise<void> {
  const faults = faultsOf(year)
  if (faults.length) throw new Refused(422, 'invalid', { faults })
  if (year.ends <= year.starts) throw fault('/ends', 'calendar-year-reversed', { from: year.starts, to: year.ends })
  const other = await trx.selectFrom('schoolYears').select('id').where('homeId', '=', homeId).where('name', '=', year.name).where('id', '<>', id).executeTakeFirst()
  if (other) throw fault('/name', 'school-year-name-taken', { name: year.name })
}

export const addSchoolYear = (ctx: Context, given: z.output<typeof schoolYears.add.body>): Promise<SchoolYear> =>
  act(ctx, async (trx) => {
    const homeId = demandCollege(ctx)
    if (!can(schoolYearThing.rights, 'add', ctx.actor, { college: homeId })) throw notAllowed()
    const id = newId(ctx)
    await check(trx, homeId, id, given)
    await trx.insertInto('schoolYears').values({ homeId, id, name: given.name, starts: given.starts, ends: given.ends, calendar: json(given.calendar), parties: ids([homeId]) }).execute()
    await indexThing(ctx, trx, schoolYearThing, { homeId, id, number: null, title: { zh: given.name }, words: [], parties: [homeId] })
    await keepAction(ctx, trx, { homeId, kind: schoolYearThing.kind, id, action: 'added', body: given, parties: [homeId] })
    return readSchoolYear(ctx, trx, id)
  })

export const changeSchoolYear = (ctx: Context, id: string, given: z.output<typeof schoolYears.change.body>): Promise<SchoolYear> =>
  act(ctx, async (trx) => {
    const before = await readSchoolYear(ctx, trx, id)
    if (!before.allowed.includes('change')) throw notAllowed()
    const homeId = ownCollege(ctx)
    const { version, ...sent } = given
    const after = { name: sent.name ?? before.name, starts: sent.starts ?? before.starts, ends: sent.ends ?? before.ends, calendar: sent.calendar ?? before.calendar }
    await check(trx, homeId, id, after)
    const changed = await trx
      .updateTable('schoolYears')
      .set((eb) => ({ ...after, calendar: json(after.calendar), version: eb('version', '+', 1) }))
      .where('homeId', '=', homeId)
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (!changed.numUpdatedRows) throw stale(await readSchoolYear(ctx, trx, id))
    await indexThing(ctx, trx, schoolYearThing, { homeId, id, number: null, title: { zh: after.name }, words: [], parties: [homeId] })
    await keepAction(ctx, trx, { homeId, kind: schoolYearThing.kind, id, action: 'changed', body: sent, parties: [homeId] })
    return readSchoolYear(ctx, trx, id)
  })
