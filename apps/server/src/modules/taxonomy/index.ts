import { concepts, type ImportCounts, taxonomies } from '@guildhall/contract/taxonomy'
import type { Concept } from '@guildhall/translation'
import type { FastifyInstance } from 'fastify'
import { newIdAt } from '../../platform/clock/clock.ts'
import type { House } from '../../platform/context.ts'
import { mount } from '../../platform/http/mount.ts'
import { mountBridge } from './bridge/bridge.routes.ts'
import { exportBranch } from './concepts/branch.queries.ts'
import { getConcept } from './concepts/concepts.queries.ts'
import { listRelated } from './concepts/related.queries.ts'
import { listConcepts } from './concepts/search.queries.ts'
import { listTaxonomies } from './concepts/taxonomies.queries.ts'
import { listBelow, listRoots } from './concepts/tree.queries.ts'
import { readUses } from './concepts/uses.queries.ts'
import { startImport } from './imports/import-job.ts'
import { readRejects } from './imports/rejects.ts'
import { setRetired } from './imports/retire.service.ts'
import { importLexicon } from './imports/import-taxonomy.ts'

export { findTies, listTiedConcepts } from './bridge/bridge.queries.ts'
export { seedBridge } from './bridge/seed-bridge.ts'
export { type CompetenceTaxonomy, listCompetenceTaxonomies, readCompetences } from './concepts/competences.queries.ts'
export { findOccupations, findOccupationsById, listOccupationTaxonomies, type OccupationConcept, type OccupationTaxonomy, type OccupationTaxonomyCode, occupationTaxonomies, readOccupations } from './concepts/occupations.queries.ts'
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
  mount(app, concepts.roots, ({ ctx, query }) => listRoots(ctx, query))
  mount(app, concepts.below, ({ ctx, params, query }) => listBelow(ctx, params.id, query))
  mount(app, concepts.related, ({ ctx, params, query }) => listRelated(ctx, params.id, query))
  mount(app, concepts.uses, ({ ctx, params }) => readUses(ctx, params.id))
  mount(app, concepts.branch, async ({ ctx, params, reply }) => {
    const { name, bytes } = await exportBranch(ctx, params.id)
    return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).send(bytes)
  })
  mount(app, concepts.one, ({ ctx, params }) => getConcept(ctx, params.id))
  mountBridge(app)
}

/** The starter lexicon as the taxonomy `guildhall`. Its concepts are handed in: the engine that reads them stands after this module. */
export function seedLexicon(house: House, lexicon: readonly Readonly<{ version: string; concepts: readonly Concept[] }>[]): Promise<ImportCounts> {
  const now = house.clock.now()
  return importLexicon(house.db, lexicon, { now, report: async () => undefined, newId: () => newIdAt(now) })
}
