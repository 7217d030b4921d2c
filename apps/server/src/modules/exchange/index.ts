import type { FastifyInstance } from 'fastify'
import { mountExports } from './exports/exports.routes.ts'
import { mountImports } from './imports/imports.routes.ts'

export { exportListJob } from './exports/exports.service.ts'
export { takeImportJob } from './imports/take.service.ts'
export { undoImportJob } from './imports/undo.service.ts'

/** Registers filled from files, and lists that leave as files. */
export function mountExchange(app: FastifyInstance): void {
  mountImports(app)
  mountExports(app)
}
