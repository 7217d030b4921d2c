import { imports } from '@guildhall/contract/exchange'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { sendFile } from '../send-file.ts'
import { checkFile, checkPasted } from './check.service.ts'
import { writeFaults } from './faults.service.ts'
import { getImport, listImports, listRows } from './imports.queries.ts'
import { mendRows } from './mend.service.ts'
import { takeImport } from './take.service.ts'
import { listTargets, writeTemplate } from './template.service.ts'
import { undoImport } from './undo.service.ts'

export function mountImports(app: FastifyInstance): void {
  mount(app, imports.targets, async ({ ctx }) => listTargets(ctx))
  mount(app, imports.template, async ({ ctx, params, reply }) => sendFile(reply, await writeTemplate(ctx, params.target)))
  mount(app, imports.check, ({ ctx, params, body, file }) => checkFile(ctx, params.target, file, body))
  mount(app, imports.checkPasted, ({ ctx, params, body }) => checkPasted(ctx, params.target, body))
  mount(app, imports.list, ({ ctx, query }) => listImports(ctx, query))
  mount(app, imports.one, ({ ctx, params }) => getImport(ctx, params.id))
  mount(app, imports.rows, ({ ctx, params, query }) => listRows(ctx, params.id, query))
  mount(app, imports.mend, ({ ctx, params, body }) => mendRows(ctx, params.id, body.rows))
  mount(app, imports.take, ({ ctx, params, body }) => takeImport(ctx, params.id, body))
  mount(app, imports.faults, async ({ ctx, params, reply }) => sendFile(reply, await writeFaults(ctx, params.id)))
  mount(app, imports.undo, ({ ctx, params }) => undoImport(ctx, params.id))
}
