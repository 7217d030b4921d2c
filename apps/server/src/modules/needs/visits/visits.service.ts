import type { Answer } from '@guildhall/contract/http'
import type { Visit, visits } from '@guildhall/contract/needs'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { allowedOf, can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, json, look } from '../../../platform/database/doors.ts'
import { fault, notAllowed, notFound, stale } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { findIds, noId } from '../../../platform/search/find.ts'
import { defineThing, indexThing, nextNumber } from '../../../platform/things/thing.ts'
import { type NewNeed, recordNeed } from '../needs/needs.service.ts'
import { listOccupationsOf } from '../posts/post-columns.ts'

/** A visit to an enterprise (访企拓岗): the college's record; the needs that were voiced are the enterprise's. */
export const visitThing = defineThing({
  kind: 'visit',
  numberPrefix: 'V',
  urlOf: (id) => `/visits/${id}`,
  rights: {
    read: ['college:any'],
    add: ['at college:office', 'at college:lead', 'at college:teacher', 'at college:administrator'],
    change: ['college:office', 'college:lead', 'college:teacher', 'college:administrator'],
  },
})

const rows = (trx: Trx) =>
  trx
    .selectFrom('visits')
    .innerJoin('organisations', 'organisations.id', 'visits.enterpriseId')
    .select(['visits.id', 'visits.homeId', 'visits.number', 'visits.enterpriseId', 'organisations.name as enterpriseName', 'organisations.creditCode', 'visits.onDate', 'visits.ledBy', 'visits.ledByPosition', 'visits.receivedBy', 'visits.receivedByPosition', 'visits.details', 'visits.at', 'visits.version'])
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
type VoicedNeed = Visit['needs'][number] & { visitId: string | null }

const present = (row: Row, needs: readonly VoicedNeed[]) => ({
  id: row.id, number: row.number, enterprise: { id: row.enterpriseId, name: row.enterpriseName, creditCode: row.creditCode }, onDate: row.onDate, ledBy: row.ledBy, ledByPosition: row.ledByPosition, receivedBy: row.receivedBy, receivedByPosition: row.receivedByPosition,
  needs: needs.filter((one) => one.visitId === row.id).map(({ visitId: _v, ...one }) => one), at: row.at,
})

async function needsOf(trx: Trx, visitIds: readonly string[]): Promise<VoicedNeed[]> {
  if (!visitIds.length) return []
  const rows = await trx.selectFrom('needs').select(['id', 'number', 'text', 'post', 'visitId']).where('visitId', 'in', visitIds).where('withdrawnAt', 'is', null).orderBy('id').execute()
  const occupations = await listOccupationsOf(trx, rows.map((row) => row.id))
  return rows.map((row) => ({ ...row, occupations: occupations.get(row.id) ?? [] }))
}

export async function listVisits(ctx: Context, asked: z.output<typeof visits.list.query>): Promise<Answer<typeof visits.list>> {
  const narrowed = await findIds(ctx, asked.q, visitThing.kind)
  return look(ctx, async (trx) => {
    let query = rows(trx).where('visits.homeId', '=', signatureOf(ctx.actor).organisationId ?? noId)
    if (narrowed) query = query.where('visits.id', 'in', narrowed.length ? narrowed : [noId])
    if (asked.enterpriseId) query = query.where('visits.enterpriseId', '=', asked.enterpriseId)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { onDate: 'visits.onDate' }, defaultSort: '-onDate', id: 'visits.id', keys: (row) => [row.onDate, row.id] })
    const needs = await needsOf(trx, page.rows.map((row) => row.id))
    return { items: page.rows.map((row) => present(row, needs)), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

async function readVisit(ctx: Context, trx: Trx, id: string): Promise<Visit> {
  const row = await rows(trx).where('visits.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const allowed = allowedOf(visitThing.rights, ctx.actor, { college: row.homeId })
  return { ...present(row, await needsOf(trx, [id])), details: row.details as Visit['details'], version: row.version, allowed } // safe: written by this module
}

export const getVisit = (ctx: Context, id: string): Promise<Visit> => look(ctx, (trx) => readVisit(ctx, trx, id))

type NewVisit = Omit<z.output<typeof visits.add.body>, 'needs'> & Readonly<{ needs: readonly (Omit<z.output<typeof visits.add.body>['needs'][number], 'occupations'> & Pick<NewNeed, 'occupations'>)[] }>

/** Records a visit and, in the same act, each need that was voiced there: that is how a need is born at a desk. */
export const addVisit = (ctx: Context, given: NewVisit): Promise<Visit> =>
  act(ctx, async (trx) => {
    if (!can(visitThing.rights, 'add', ctx.actor, {})) throw notAllowed()
    const homeId = signatureOf(ctx.actor).organisationId!
    if (given.onDate > dayOf(ctx.now)) throw fault('/onDate', 'said-in-the-future')
    const enterprise = await trx.selectFrom('organisations').select(['kind', 'name']).where('id', '=', given.enterpriseId).where('withdrawnAt', 'is', null).executeTakeFirst()
    if (enterprise?.kind !== 'enterprise') throw fault('/enterpriseId', 'enterprise-needed')
    const id = newId(ctx)
    const number = await nextNumber(ctx, trx, visitThing, homeId)
    const { needs, details, ...columns } = given
    await trx
      .insertInto('visits')
      .values({ homeId, id, number, ...columns, ledByPosition: columns.ledByPosition ?? null, receivedBy: columns.receivedBy ?? null, receivedByPosition: columns.receivedByPosition ?? null, details: json(details), personId: signatureOf(ctx.actor).personId, at: ctx.now, parties: ids([homeId]) })
      .execute()
    await indexThing(ctx, trx, visitThing, { homeId, id, number, title: enterprise.name, words: [given.onDate, given.ledBy, given.receivedBy], parties: [homeId] })
    await keepAction(ctx, trx, { homeId, kind: visitThing.kind, id, action: 'recorded', body: { onDate: given.onDate, enterpriseId: given.enterpriseId }, parties: [homeId] })
    for (const need of needs) await recordNeed(ctx, trx, { text: need.text, post: need.post ?? null, ...(need.occupations ? { occupations: need.occupations } : {}), trust: need.trust, source: 'visit', enterpriseId: given.enterpriseId, saidOn: given.onDate, visitId: id })
    return readVisit(ctx, trx, id)
  })

export const changeVisit = (ctx: Context, id: string, given: z.output<typeof visits.change.body>): Promise<Visit> =>
  act(ctx, async (trx) => {
    const before = await readVisit(ctx, trx, id)
    if (!before.allowed.includes('change')) throw notAllowed()
    const { version, details, ...sent } = given
    const homeId = signatureOf(ctx.actor).organisationId!
    const changed = await trx
      .updateTable('visits')
      .set((eb) => ({ ...Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)), ...(details ? { details: json(details) } : {}), version: eb('version', '+', 1) }))
      .where('homeId', '=', homeId)
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    if (!changed.numUpdatedRows) throw stale(await readVisit(ctx, trx, id))
    await keepAction(ctx, trx, { homeId, kind: visitThing.kind, id, action: 'changed', body: sent, parties: [homeId] })
    return readVisit(ctx, trx, id)
  })
