import { outcomes } from '@guildhall/contract/translation'
import type { FastifyInstance } from 'fastify'
import { signatureOf } from '../../../platform/access/actor.ts'
import { look } from '../../../platform/database/doors.ts'
import { mount } from '../../../platform/http/mount.ts'
import { getOutcome, listLike, listOutcomes } from './outcomes.queries.ts'
import { addOutcome, changeOutcome, markSame, unmarkSame, withdrawOutcome } from './outcomes.service.ts'

export function mountOutcomes(app: FastifyInstance): void {
  mount(app, outcomes.list, ({ ctx, query }) => listOutcomes(ctx, query))
  mount(app, outcomes.like, async ({ ctx, query }) => ({ items: await look(ctx, (trx) => listLike(trx, signatureOf(ctx.actor).organisationId ?? '', query.text, 8)) }))
  mount(app, outcomes.one, ({ ctx, params }) => getOutcome(ctx, params.id))
  mount(app, outcomes.add, ({ ctx, body }) => addOutcome(ctx, body))
  mount(app, outcomes.change, ({ ctx, params, body }) => changeOutcome(ctx, params.id, body))
  mount(app, outcomes.withdraw, ({ ctx, params, body }) => withdrawOutcome(ctx, params.id, body.reason))
  mount(app, outcomes.markSame, ({ ctx, params, body }) => markSame(ctx, params.id, body.otherId))
  mount(app, outcomes.unmarkSame, ({ ctx, params }) => unmarkSame(ctx, params.id, params.otherId))
}
