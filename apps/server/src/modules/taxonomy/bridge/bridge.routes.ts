import { bridge } from '@guildhall/contract/taxonomy'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { countTies, exportTies, listTies } from './bridge.queries.ts'
import { judgeTie, proposeTie, undoVerdict } from './bridge.service.ts'

export function mountBridge(app: FastifyInstance): void {
  mount(app, bridge.list, ({ ctx, query }) => listTies(ctx, query))
  mount(app, bridge.counts, ({ ctx }) => countTies(ctx))
  mount(app, bridge.file, async ({ ctx, query, reply }) => reply.type('text/csv; charset=utf-8').header('content-disposition', "attachment; filename=\"bridge.csv\"; filename*=UTF-8''bridge.csv").send(await exportTies(ctx, query)))
  mount(app, bridge.judge, ({ ctx, params, body }) => judgeTie(ctx, params.id, body))
  mount(app, bridge.undo, ({ ctx, params }) => undoVerdict(ctx, params.id))
  mount(app, bridge.propose, ({ ctx, body }) => proposeTie(ctx, body))
}
