import type { Answer } from '@guildhall/contract/http'
import type { ProposalRoute, proposalRoutes } from '@guildhall/contract/programmes'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, json, look } from '../../../platform/database/doors.ts'
import { conflict, fault, notAllowed, notFound, stale } from '../../../platform/http/refused.ts'
import { noId } from '../../../platform/search/find.ts'
import { proposalThing } from './proposals.thing.ts'
import { findRouteFault, type RouteStep } from './route.ts'

const own = (ctx: Context) => signatureOf(ctx.actor).organisationId ?? noId

const rows = (trx: Trx, homeId: string) => trx.selectFrom('proposalRoutes').select(['id', 'name', 'steps', 'active', 'version']).where('homeId', '=', homeId)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

async function present(trx: Trx, row: Row): Promise<ProposalRoute> {
  const steps = row.steps as RouteStep[] // safe: written by this module from the contract's schema
  const people = [...new Set(steps.flatMap((step) => [...step.people, ...(step.chairId ? [step.chairId] : []), ...step.deputies.map((one) => one.deputyId)]))]
  return { id: row.id, name: row.name, steps, active: row.active, version: row.version, people: people.length ? await trx.selectFrom('people').select(['id', 'name']).where('id', 'in', people).execute() : [] }
}

export const listRoutes = (ctx: Context): Promise<Answer<typeof proposalRoutes.list>> =>
  look(ctx, async (trx) => {
    const found = await rows(trx, own(ctx)).orderBy('name').limit(50).execute()
    return { items: await Promise.all(found.map((row) => present(trx, row))) }
  })

/** Sets a route of the college. Proposals under way keep the route that they were sent on. */
export const saveRoute = (ctx: Context, given: z.output<typeof proposalRoutes.save.body>): Promise<ProposalRoute> =>
  act(ctx, async (trx) => {
    if (!can(proposalThing.rights, 'set-route', ctx.actor, {})) throw notAllowed()
    const homeId = own(ctx)
    const wrong = findRouteFault(given.steps)
    if (wrong) throw fault(wrong.at, wrong.code)
    await refuseStrangers(trx, homeId, given.steps)
    const id = given.id ?? newId(ctx)
    if (given.id) {
      const before = await rows(trx, homeId).where('id', '=', given.id).forUpdate().executeTakeFirst() // two people at once: one after the other
      if (!before) throw notFound()
      if (given.version !== before.version) throw stale(await present(trx, before))
      await trx.updateTable('proposalRoutes').set((eb) => ({ name: given.name, steps: json(given.steps), active: given.active, version: eb('version', '+', 1), updatedAt: ctx.now })).where('homeId', '=', homeId).where('id', '=', id).execute()
    } else {
      await trx.insertInto('proposalRoutes').values({ homeId, id, name: given.name, steps: json(given.steps), active: given.active, updatedAt: ctx.now, parties: ids([homeId]) }).execute()
    }
    await keepAction(ctx, trx, { homeId, kind: 'proposal-route', id, action: 'set', body: given, parties: [homeId] })
    return present(trx, await rows(trx, homeId).where('id', '=', id).executeTakeFirstOrThrow())
  })

async function refuseStrangers(trx: Trx, homeId: string, steps: readonly RouteStep[]): Promise<void> {
  const people = [...new Set(steps.flatMap((step) => [...step.people, ...(step.chairId ? [step.chairId] : []), ...step.deputies.map((one) => one.deputyId)]))]
  const members = people.length ? await trx.selectFrom('memberships').select('personId').where('organisationId', '=', homeId).where('personId', 'in', people).where('endedAt', 'is', null).execute() : []
  if (members.length !== people.length) throw fault('/steps', 'not-of-this-college')
}

/** The route a proposal is sent on: the named one, else the college's only or first active one. */
export async function getRouteFor(trx: Trx, homeId: string, routeId: string | undefined): Promise<RouteStep[]> {
  let query = rows(trx, homeId).where('active', '=', true)
  if (routeId) query = query.where('id', '=', routeId)
  const found = await query.orderBy('id').limit(1).executeTakeFirst()
  if (!found) throw routeId ? notFound() : conflict('no-route-yet')
  return found.steps as RouteStep[] // safe: as above
}
