import { inbox } from '@guildhall/contract/platform'
import type { Answer } from '@guildhall/contract/http'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { PersonActor } from '../../platform/access/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Trx } from '../../platform/database/connect.ts'
import { act, look } from '../../platform/database/doors.ts'
import { conflict, notFound, signInFirst } from '../../platform/http/refused.ts'
import { done, mount } from '../../platform/http/mount.ts'
import { pageOfQuery } from '../../platform/lists/list-of.ts'

const me = (ctx: Context): PersonActor => {
  if (ctx.actor.kind !== 'person') throw signInFirst()
  return ctx.actor
}

/** Meant for me: by name, or by a role that I have at the organisation for which I act. */
const forMe = (actor: PersonActor) =>
  sql<boolean>`(inbox_items.for_person = ${actor.personId} or (inbox_items.for_person is null and (inbox_items.for_roles = '{}' or inbox_items.for_roles && ${`{${actor.roles.join(',')}}`}::text[])))`

const rows = (trx: Trx) =>
  trx
    .selectFrom('inboxItems')
    .leftJoin('organisations as senders', 'senders.id', 'inboxItems.fromOrganisation')
    .leftJoin('organisations as receivers', 'receivers.id', 'inboxItems.homeId')
    .select([
      'inboxItems.id', 'inboxItems.kind', 'inboxItems.code', 'inboxItems.params', 'inboxItems.url', 'inboxItems.objectKind', 'inboxItems.objectId', 'inboxItems.due', 'inboxItems.at', 'inboxItems.readAt', 'inboxItems.doneAt',
      'senders.id as fromId', 'senders.name as fromName', 'receivers.id as toId', 'receivers.name as toName',
    ])

const listInbox = (ctx: Context, asked: z.output<typeof inbox.list.query>): Promise<Answer<typeof inbox.list>> =>
  look(ctx, async (trx) => {
    const actor = me(ctx)
    let query = rows(trx)
    if (asked.box === 'others') {
      query = query.where('inboxItems.fromOrganisation', '=', actor.organisationId).where('inboxItems.kind', '=', 'task').where('inboxItems.doneAt', 'is', null)
      query = query.where((eb) => eb.or([eb('inboxItems.homeId', '<>', actor.organisationId), eb.not(forMe(actor))]))
    } else {
      query = query.where('inboxItems.homeId', '=', actor.organisationId).where(forMe(actor)).where('inboxItems.doneAt', asked.box === 'mine' ? 'is' : 'is not', null)
    }
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { at: 'inboxItems.at' }, defaultSort: '-at', id: 'inboxItems.id', keys: (row) => [row.at, row.id] })
    const items = page.rows.map(({ fromId, fromName, toId, toName, ...row }) => ({
      ...row, kind: row.kind as 'task' | 'notice', params: row.params as Record<string, string | number>, from: fromId && fromName ? { id: fromId, name: fromName } : null, to: toId && toName ? { id: toId, name: toName } : null, // safe: written by the platform
    }))
    return { items, next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

const countInbox = (ctx: Context): Promise<Answer<typeof inbox.count>> =>
  look(ctx, async (trx) => {
    const actor = me(ctx)
    const row = await trx
      .selectFrom('inboxItems')
      .select([sql<number>`count(*) filter (where kind = 'task')::int`.as('tasks'), sql<number>`count(*) filter (where kind = 'notice' and read_at is null)::int`.as('unread')])
      .where('homeId', '=', actor.organisationId)
      .where('doneAt', 'is', null)
      .where(forMe(actor))
      .executeTakeFirstOrThrow()
    return row
  })

const mark = (ctx: Context, id: string, what: 'read' | 'done') =>
  act(ctx, async (trx) => {
    const actor = me(ctx)
    const item = await trx.selectFrom('inboxItems').select(['kind', 'doneAt']).where('homeId', '=', actor.organisationId).where('id', '=', id).where(forMe(actor)).executeTakeFirst()
    if (!item) throw notFound()
    // A task ends when its thing is done, not when somebody wishes it away.
    if (what === 'done' && item.kind === 'task') throw conflict('task-is-not-done')
    await trx.updateTable('inboxItems').set(what === 'read' ? { readAt: ctx.now } : { doneAt: ctx.now, doneBy: actor.personId, readAt: ctx.now }).where('homeId', '=', actor.organisationId).where('id', '=', id).execute()
    return done
  })

export function mountInbox(app: FastifyInstance): void {
  mount(app, inbox.list, ({ ctx, query }) => listInbox(ctx, query))
  mount(app, inbox.count, ({ ctx }) => countInbox(ctx))
  mount(app, inbox.read, ({ ctx, params }) => mark(ctx, params.id, 'read'))
  mount(app, inbox.done, ({ ctx, params }) => mark(ctx, params.id, 'done'))
}
