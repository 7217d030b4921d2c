import { learners } from '@guildhall/contract/directory'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { getLearner, listLearners } from './learners.queries.ts'
import { addLearner, changeLearner, recordLearnerChange } from './learners.service.ts'

export function mountLearners(app: FastifyInstance): void {
  mount(app, learners.list, ({ ctx, query }) => listLearners(ctx, query))
  mount(app, learners.one, ({ ctx, params }) => getLearner(ctx, params.id))
  mount(app, learners.add, ({ ctx, body }) => addLearner(ctx, body))
  mount(app, learners.change, ({ ctx, params, body }) => changeLearner(ctx, params.id, body))
  mount(app, learners.record, ({ ctx, params, body }) => recordLearnerChange(ctx, params.id, body))
}
