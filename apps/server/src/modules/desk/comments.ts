import type { Answer } from '@guildhall/contract/http'
import { type Comment, comments } from '@guildhall/contract/platform'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { everyone, signatureOf } from '../../platform/access/actor.ts'
import { type Context, newId } from '../../platform/context.ts'
import type { Trx } from '../../platform/database/connect.ts'
import { act, ids, json, look } from '../../platform/database/doors.ts'
import { fault, notFound } from '../../platform/http/refused.ts'
import { putInInbox } from '../../platform/inbox/inbox.ts'
import { done, mount } from '../../platform/http/mount.ts'

/** Who is party to a thing, as the search table knows it; a thing that the actor cannot see has none. */
async function partiesOfThing(trx: Trx, about: { kind: string; id: string }): Promise<{ parties: string[]; url: string; homeId: string }> {
  const found = await trx.selectFrom('searchEntries').select(['parties', 'url', 'homeId']).where('id', '=', about.id).where('kind', '=', about.kind).executeTakeFirst()
  if (!found) throw notFound()
  return found
}

const rows = (trx: Trx) =>
  trx
    .selectFrom('comments')
    .leftJoin('people', 'people.id', 'comments.personId')
    .leftJoin('organisations', 'organisations.id', 'comments.organisationId')
    .select(['comments.id', 'comments.text', 'comments.anchor', 'comments.at', 'comments.personId', 'people.name as person', 'comments.organisationId', 'organisations.name as organisation'])
    .where('comments.withdrawnAt', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const present = (ctx: Context, row: Row): Comment => ({
  id: row.id, text: row.text, anchor: row.anchor as Comment['anchor'], at: row.at, person: row.personId && row.person ? { id: row.personId, name: row.person } : null, // safe: written below
  organisation: row.organisationId && row.organisation ? { id: row.organisationId, name: row.organisation } : null, mine: row.personId === signatureOf(ctx.actor).personId,
})

const listComments = (ctx: Context, about: { kind: string; id: string }): Promise<Answer<typeof comments.list>> =>
  look(ctx, async (trx) => {
    const { parties } = await partiesOfThing(trx, about)
    const items = await rows(trx).where('comments.objectId', '=', about.id).orderBy('comments.at').limit(500).execute()
    const own = signatureOf(ctx.actor).organisationId
    const readers = readersOf(parties, own)
    const readBy = readers.length ? await trx.selectFrom('organisations').select(['id', 'name']).where('id', 'in', readers).orderBy('sortName').limit(50).execute() : []
    return { items: items.map((row) => present(ctx, row)), readBy }
  })

/** Comments on something that the whole installation may read stay within one's own organisation. */
const readersOf = (parties: readonly string[], own: string | null) => (parties.includes(everyone) ? [own] : [...parties, own]).filter((one): one is string => Boolean(one))

const addComment = (ctx: Context, given: z.output<typeof comments.add.body>): Promise<Comment> =>
  act(ctx, async (trx) => {
    const { parties, url } = await partiesOfThing(trx, given)
    const own = signatureOf(ctx.actor).organisationId
    if (!own) throw notFound()
    const readers = readersOf(parties, own)
    const mentioned = given.mentions.length ? await trx.selectFrom('memberships').select(['personId', 'organisationId']).where('personId', 'in', given.mentions).where('organisationId', 'in', readers).where('endedAt', 'is', null).execute() : []
    if (new Set(mentioned.map((one) => one.personId)).size !== new Set(given.mentions).size) throw fault('/mentions', 'mention-cannot-read')
    const id = newId(ctx)
    await trx
      .insertInto('comments')
      .values({ homeId: own, id, objectKind: given.kind, objectId: given.id, text: given.text, anchor: given.anchor ? json(given.anchor) : null, mentions: ids(given.mentions), ...signatureColumns(ctx), at: ctx.now, parties: ids(readers) })
      .execute()
    for (const one of mentioned) {
      await putInInbox(ctx, trx, { kind: 'notice', code: 'mentioned', params: { name: ctx.actor.kind === 'person' ? ctx.actor.name : '', text: given.text.slice(0, 120) }, organisationId: one.organisationId, person: one.personId, object: { kind: given.kind, id: given.id }, url, effectKey: `mention:${id}:${one.personId}` })
    }
    return present(ctx, await rows(trx).where('comments.id', '=', id).executeTakeFirstOrThrow())
  })

const signatureColumns = (ctx: Context) => {
  const { personId, organisationId } = signatureOf(ctx.actor)
  return { personId, organisationId }
}

const withdrawComment = (ctx: Context, id: string) =>
  act(ctx, async (trx) => {
    const changed = await trx.updateTable('comments').set({ withdrawnAt: ctx.now }).where('id', '=', id).where('personId', '=', signatureOf(ctx.actor).personId).where('withdrawnAt', 'is', null).executeTakeFirst()
    if (!changed.numUpdatedRows) throw notFound()
    return done
  })

export function mountComments(app: FastifyInstance): void {
  mount(app, comments.list, ({ ctx, query }) => listComments(ctx, query))
  mount(app, comments.add, ({ ctx, body }) => addComment(ctx, body))
  mount(app, comments.withdraw, ({ ctx, params }) => withdrawComment(ctx, params.id))
}
