import type { FastifyInstance } from 'fastify'
import { mountImports } from './imports/imports.routes.ts'

export { takeImportJob } from './imports/take.service.ts'
export { undoImportJob } from './imports/undo.service.ts'

/** Registers filled from files, and lists that leave as files. */
export function mountExchange(app: FastifyInstance): void {
  mountImports(app)
}
