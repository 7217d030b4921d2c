import type { Answer } from '@guildhall/contract/http'
import { timeline } from '@guildhall/contract/platform'
import type { FastifyInstance } from 'fastify'
import { findChainBreak, listActions } from '../../platform/actions/actions.ts'
import type { Context } from '../../platform/context.ts'
import { look } from '../../platform/database/doors.ts'
import { mount } from '../../platform/http/mount.ts'

/** What happened to a thing, as far as the reader was party to it; whether the whole chain holds is checked by the house. */
const listTimeline = (ctx: Context, about: { id: string }): Promise<Answer<typeof timeline.list>> =>
  look(ctx, async (trx) => {
    const actions = await listActions(trx, about.id)
    const people = await namesOf(trx.selectFrom('people').select(['id', 'name']).where('id', 'in', idsOf(actions.map((one) => one.personId))).execute())
    const organisations = await namesOf(trx.selectFrom('organisations').select(['id', 'name']).where('id', 'in', idsOf(actions.map((one) => one.organisationId))).execute())
    const whole = actions.length && actions[0]!.seq === 1 && actions.every((one, index) => one.seq === index + 1)
    return {
      items: actions.map((one) => ({
        seq: one.seq, action: one.action, at: one.at, byLink: one.linkId !== null, body: one.body as Record<string, unknown>, // safe: written as an object by keepAction
        person: one.personId && people.has(one.personId) ? { id: one.personId, name: people.get(one.personId)! } : null,
        organisation: one.organisationId && organisations.has(one.organisationId) ? { id: one.organisationId, name: organisations.get(one.organisationId)! } : null,
      })),
      chainHolds: !whole || findChainBreak(actions) === undefined,
    }
  })

const nobody = '00000000-0000-0000-0000-000000000000'
const idsOf = (values: readonly (string | null)[]) => [nobody, ...new Set(values.filter((one): one is string => one !== null))]

async function namesOf<Name>(rows: Promise<{ id: string; name: Name }[]>): Promise<Map<string, Name>> {
  return new Map((await rows).map((row) => [row.id, row.name]))
}

export function mountTimeline(app: FastifyInstance): void {
  mount(app, timeline.list, ({ ctx, query }) => listTimeline(ctx, query))
}
