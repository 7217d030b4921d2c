import { workbench } from '@guildhall/contract/needs'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import type { Engine } from '../../translation/index.ts'
import { openWorkbench } from './workbench.queries.ts'
import { acceptOutcome, askEnterprise, markRead, rejectDraft, undoDecision } from './workbench.service.ts'

export function mountWorkbench(app: FastifyInstance, engine: Engine): void {
  mount(app, workbench.open, ({ ctx, params, query }) => openWorkbench(ctx, engine, params.id, { fresh: query.fresh === 'yes', language: query.language }))
  mount(app, workbench.read, ({ ctx, params }) => markRead(ctx, engine, params.id))
  mount(app, workbench.accept, ({ ctx, params, body }) => acceptOutcome(ctx, engine, params.id, body))
  mount(app, workbench.reject, ({ ctx, params, body }) => rejectDraft(ctx, engine, params.id, body))
  mount(app, workbench.undo, ({ ctx, params }) => undoDecision(ctx, engine, params.id, params.decisionId))
  mount(app, workbench.ask, ({ ctx, params }) => askEnterprise(ctx, params.id))
}
