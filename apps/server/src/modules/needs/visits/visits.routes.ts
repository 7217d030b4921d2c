import { visits } from '@guildhall/contract/needs'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import type { Engine } from '../../translation/index.ts'
import { weighChoices } from '../posts/posts.service.ts'
import { addVisit, changeVisit, getVisit, listVisits } from './visits.service.ts'

export function mountVisits(app: FastifyInstance, engine: Engine): void {
  mount(app, visits.list, ({ ctx, query }) => listVisits(ctx, query))
  mount(app, visits.one, ({ ctx, params }) => getVisit(ctx, params.id))
  mount(app, visits.add, async ({ ctx, body }) => {
    const needs = await Promise.all(body.needs.map(async (need) => ({ ...need, occupations: await weighChoices(ctx, engine, { post: need.post ?? '', enterpriseId: body.enterpriseId }, need.occupations) })))
    return addVisit(ctx, { ...body, needs })
  })
  mount(app, visits.change, ({ ctx, params, body }) => changeVisit(ctx, params.id, body))
}
