import { visits } from '@guildhall/contract/needs'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { addVisit, changeVisit, getVisit, listVisits } from './visits.service.ts'

export function mountVisits(app: FastifyInstance): void {
  mount(app, visits.list, ({ ctx, query }) => listVisits(ctx, query))
  mount(app, visits.one, ({ ctx, params }) => getVisit(ctx, params.id))
  mount(app, visits.add, ({ ctx, body }) => addVisit(ctx, body))
  mount(app, visits.change, ({ ctx, params, body }) => changeVisit(ctx, params.id, body))
}
