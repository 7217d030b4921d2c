import { suggestions } from '@guildhall/contract/needs'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { countSuggestions } from './suggestions.queries.ts'
import { makeSuggestions } from './suggestions.service.ts'

export function mountSuggestions(app: FastifyInstance): void {
  mount(app, suggestions.make, ({ ctx, body }) => makeSuggestions(ctx, body))
  mount(app, suggestions.count, ({ ctx, query }) => countSuggestions(ctx, query))
}
