import { glossary } from '@guildhall/contract/needs'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { listGlossary } from './glossary.queries.ts'

export function mountGlossary(app: FastifyInstance): void {
  mount(app, glossary.list, ({ ctx, query }) => listGlossary(ctx, query))
}
