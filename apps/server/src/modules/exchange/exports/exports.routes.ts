import { listExports } from '@guildhall/contract/exchange'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { sendFile } from '../send-file.ts'
import { exportList, listExportable, openExport, startExport } from './exports.service.ts'

export function mountExports(app: FastifyInstance): void {
  mount(app, listExports.lists, async ({ ctx }) => listExportable(ctx))
  mount(app, listExports.organisations, async ({ ctx, query, reply }) => sendFile(reply, await exportList(ctx, 'organisations', query)))
  mount(app, listExports.needs, async ({ ctx, query, reply }) => sendFile(reply, await exportList(ctx, 'needs', query)))
  mount(app, listExports.outcomes, async ({ ctx, query, reply }) => sendFile(reply, await exportList(ctx, 'outcomes', query)))
  mount(app, listExports.majors, async ({ ctx, query, reply }) => sendFile(reply, await exportList(ctx, 'majors', query)))
  mount(app, listExports.programmes, async ({ ctx, query, reply }) => sendFile(reply, await exportList(ctx, 'programmes', query)))
  mount(app, listExports['change-proposals'], async ({ ctx, query, reply }) => sendFile(reply, await exportList(ctx, 'change-proposals', query)))
  mount(app, listExports.visits, async ({ ctx, query, reply }) => sendFile(reply, await exportList(ctx, 'visits', query)))
  mount(app, listExports.classes, async ({ ctx, query, reply }) => sendFile(reply, await exportList(ctx, 'classes', query)))
  mount(app, listExports.learners, async ({ ctx, query, reply }) => sendFile(reply, await exportList(ctx, 'learners', query)))
  mount(app, listExports.start, ({ ctx, body }) => startExport(ctx, body))
  mount(app, listExports.file, async ({ ctx, params, reply }) => sendFile(reply, await openExport(ctx, params.id)))
}
