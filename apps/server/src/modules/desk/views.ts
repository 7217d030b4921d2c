import { views } from '@guildhall/contract/platform'
import type { FastifyInstance } from 'fastify'
import { signatureOf } from '../../platform/access/actor.ts'
import { type Context, newId } from '../../platform/context.ts'
import { act, ids, look } from '../../platform/database/doors.ts'
import { notFound } from '../../platform/http/refused.ts'
import { done, mount } from '../../platform/http/mount.ts'
import { noId } from '../../platform/search/find.ts'

const own = (ctx: Context) => {
  const { personId, organisationId } = signatureOf(ctx.actor)
  return { personId: personId ?? noId, homeId: organisationId ?? noId }
}

export function mountViews(app: FastifyInstance): void {
  mount(app, views.list, ({ ctx, query }) =>
    look(ctx, async (trx) => {
      const { personId, homeId } = own(ctx)
      const rows = await trx.selectFrom('savedViews').select(['id', 'list', 'name', 'query', 'shared', 'personId']).where('homeId', '=', homeId).where('list', '=', query.list).where((eb) => eb.or([eb('personId', '=', personId), eb('shared', '=', true)])).orderBy('name').limit(100).execute()
      return { items: rows.map(({ personId: owner, ...row }) => ({ ...row, mine: owner === personId })) }
    }),
  )
  mount(app, views.save, ({ ctx, body }) =>
    act(ctx, async (trx) => {
      const { personId, homeId } = own(ctx)
      const id = newId(ctx)
      await trx.insertInto('savedViews').values({ homeId, id, ...body, personId, at: ctx.now, parties: ids([homeId]) }).execute()
      return { id, ...body, mine: true }
    }),
  )
  mount(app, views.remove, ({ ctx, params }) =>
    act(ctx, async (trx) => {
      const { personId, homeId } = own(ctx)
      const removed = await trx.deleteFrom('savedViews').where('homeId', '=', homeId).where('id', '=', params.id).where('personId', '=', personId).executeTakeFirst()
      if (!removed.numDeletedRows) throw notFound()
      return done
    }),
  )
}
