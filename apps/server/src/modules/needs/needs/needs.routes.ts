import { needs, threads } from '@guildhall/contract/needs'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import type { Engine } from '../../translation/index.ts'
import { weighChoices } from '../posts/posts.service.ts'
import { answerOutcome } from './answers.service.ts'
import { getNeed, listNeeds } from './needs.queries.ts'
import { addManyNeeds, addNeed, changeNeed, giveNeed, joinNeed, reopenNeed, separateNeed, setNeedAside, withdrawNeed } from './needs.service.ts'
import { getThread } from './threads.queries.ts'

export function mountNeedEndpoints(app: FastifyInstance, engine: Engine): void {
  mount(app, needs.list, ({ ctx, query }) => listNeeds(ctx, query))
  mount(app, needs.one, ({ ctx, params }) => getNeed(ctx, params.id))
  mount(app, needs.add, async ({ ctx, body }) => addNeed(ctx, { ...body, occupations: await weighChoices(ctx, engine, { post: body.post ?? '', enterpriseId: body.enterpriseId, language: body.language }, body.occupations) }))
  mount(app, needs.addMany, async ({ ctx, body }) => addManyNeeds(ctx, { ...body, occupations: await weighChoices(ctx, engine, { post: body.post ?? '', enterpriseId: body.enterpriseId, language: body.language }, body.occupations) }))
  mount(app, needs.change, ({ ctx, params, body }) => changeNeed(ctx, params.id, body))
  mount(app, needs.give, ({ ctx, params, body }) => giveNeed(ctx, params.id, body.collegeIds))
  mount(app, needs.setAside, ({ ctx, params, body }) => setNeedAside(ctx, params.id, body.reason))
  mount(app, needs.reopen, ({ ctx, params }) => reopenNeed(ctx, params.id))
  mount(app, needs.join, ({ ctx, params, body }) => joinNeed(ctx, params.id, body.otherId))
  mount(app, needs.separate, ({ ctx, params }) => separateNeed(ctx, params.id))
  mount(app, needs.withdraw, ({ ctx, params, body }) => withdrawNeed(ctx, params.id, body.reason))
  mount(app, needs.answer, ({ ctx, params, body }) => answerOutcome(ctx, params.id, body))
  mount(app, threads.ofNeed, ({ ctx, params }) => getThread(ctx, params.id))
}
