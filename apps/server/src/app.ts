import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { mountDesk } from './modules/desk/index.ts'
import { mountDirectory } from './modules/directory/index.ts'
import { exportListJob, mountExchange, takeImportJob, undoImportJob } from './modules/exchange/index.ts'
import { findSessionActor, mountIdentity } from './modules/identity/index.ts'
import { mountNeeds, translateNeedsJob } from './modules/needs/index.ts'
import { mountProgrammes } from './modules/programmes/index.ts'
import { importTaxonomyJob, mountTaxonomy } from './modules/taxonomy/index.ts'
import { createEngine, mountTranslation, prepareTitlesJob } from './modules/translation/index.ts'
import type { House, JobDefinition } from './platform/context.ts'
import { buildServer } from './platform/http/server.ts'
import { sendMails } from './platform/mail/mail.ts'

/** Every kind of background work of the house. */
export const allJobs: readonly JobDefinition[] = [sendMails, importTaxonomyJob, takeImportJob, undoImportJob, exportListJob, translateNeedsJob, prepareTitlesJob] as unknown as JobDefinition[] // safe: the runner parses the data with each job's own schema

/** The whole application, ready to listen or to be asked by `inject`. Modules stand in their order of dependence. */
export async function buildApp(house: House, options: { web?: string } = {}): Promise<FastifyInstance> {
  const app = await buildServer({ house, findActor: (request) => findSessionActor(house, request), ...(options.web ? { web: options.web } : {}) })
  const engine = createEngine()
  app.addHook('onClose', () => engine.close())
  mountIdentity(app, house)
  mountDesk(app, house)
  mountDirectory(app)
  mountTaxonomy(app)
  mountTranslation(app, engine)
  mountNeeds(app, house, engine)
  mountProgrammes(app)
  mountExchange(app)
  app.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await sql`select 1`.execute(house.db).then(() => true, () => false)
    return reply.code(ready ? 200 : 503).send({ ok: ready })
  })
  await app.ready()
  return app
}
