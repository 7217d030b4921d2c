import { concepts, type ImportCounts, taxonomies } from '@guildhall/contract/taxonomy'
import type { Concept } from '@guildhall/translation'
import type { FastifyInstance } from 'fastify'
import { newIdAt } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/context.ts'
import { mount } from '../../platform/http/mount.ts'
import { getConcept, listConcepts, listTaxonomies } from './concepts/concepts.queries.ts'
import { startImport } from './imports/import-job.ts'
import { readRejects } from './imports/rejects.ts'
import { setRetired } from './imports/retire.service.ts'
import { importLexicon } from './imports/import-taxonomy.ts'

export { type CompetenceTaxonomy, listCompetenceTaxonomies, readCompetences } from './concepts/competences.queries.ts'
export { importTaxonomyJob } from './imports/import-job.ts'
export { importTaxonomy } from './imports/import-taxonomy.ts'
export { listSources } from './readers/sources.ts'

/** Taxonomies in versions, their concepts, and how they come in. */
export function mountTaxonomy(app: FastifyInstance): void {
  mount(app, taxonomies.list, ({ ctx }) => listTaxonomies(ctx))
  mount(app, taxonomies.import, ({ ctx, file }) => startImport(ctx, file))
  mount(app, taxonomies.retire, ({ ctx, params }) => setRetired(ctx, params.id, true))
  mount(app, taxonomies.restore, ({ ctx, params }) => setRetired(ctx, params.id, false))
  mount(app, taxonomies.rejects, async ({ ctx, params, reply }) => reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="rejects.csv"').send(await readRejects(ctx, params.id)))
  mount(app, concepts.list, ({ ctx, query }) => listConcepts(ctx, query))
  mount(app, concepts.one, ({ ctx, params }) => getConcept(ctx, params.id))
}

/** The starter lexicon as the taxonomy `guildhall`. Its concepts are handed in: the engine that reads them stands after this module. */
export function seedLexicon(house: House, lexicon: readonly Readonly<{ version: string; concepts: readonly Concept[] }>[]): Promise<ImportCounts> {
  const now = house.clock.now()
  return importLexicon(house.db, lexicon, { now, report: async () => undefined, newId: () => newIdAt(now) })
}
