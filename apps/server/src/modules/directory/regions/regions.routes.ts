import { regions } from '@guildhall/contract/directory'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { addRegion, listRegions } from './regions.service.ts'

export function mountRegions(app: FastifyInstance): void {
  mount(app, regions.list, ({ ctx, query }) => listRegions(ctx, query))
  mount(app, regions.add, ({ ctx, body }) => addRegion(ctx, body))
}
