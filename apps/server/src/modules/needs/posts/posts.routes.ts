import { posts } from '@guildhall/contract/needs'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import type { Engine } from '../../translation/index.ts'
import { getPostOfNeed, listUsedOccupations, proposeForPost } from './posts.queries.ts'
import { decidePost, undoPostDecision } from './posts.service.ts'

export function mountPosts(app: FastifyInstance, engine: Engine): void {
  mount(app, posts.propose, ({ ctx, query }) => proposeForPost(ctx, engine, query))
  mount(app, posts.used, ({ ctx }) => listUsedOccupations(ctx))
  mount(app, posts.ofNeed, ({ ctx, params }) => getPostOfNeed(ctx, engine, params.id))
  mount(app, posts.decide, ({ ctx, params, body }) => decidePost(ctx, engine, params.id, body))
  mount(app, posts.undo, ({ ctx, params }) => undoPostDecision(ctx, engine, params.id, params.decisionId))
}
