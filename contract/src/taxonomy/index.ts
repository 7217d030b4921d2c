import { conceptKinds } from '@guildhall/translation'
import { z } from 'zod'
import { ById, ContentLanguage, endpoint, Id, LocalizedTextOut, listQuery, Moment, pageOf } from '../http/index.ts'

export const conceptRelationKinds = ['broader', 'related', 'essential-for', 'optional-for', 'examined-in', 'used-in'] as const
export const taxonomyStates = ['loading', 'ready', 'retired'] as const

/** One line of a taxonomy that was not taken, and why: `taxonomy-reject.<code>` says it. */
export const ImportReject = z.object({ file: z.string(), line: z.number().int(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

/** What an import did. Of the rejected lines the first 200 are told, all are counted. */
export const ImportCounts = z
  .object({
    concepts: z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int() }),
    relations: z.object({ new: z.number().int(), same: z.number().int() }),
    rejects: z.array(ImportReject),
    rejectCount: z.number().int(),
  })
  .meta({ id: 'TaxonomyImportCounts' })
export type ImportCounts = z.infer<typeof ImportCounts>

export const TaxonomyRow = z
  .object({ id: Id, code: z.string(), version: z.string(), name: LocalizedTextOut, source: z.string(), licence: z.string(), state: z.enum(taxonomyStates), languages: z.array(ContentLanguage), concepts: z.number().int(), relations: z.number().int(), importedAt: Moment, allowed: z.array(z.string()) })
  .meta({ id: 'TaxonomyRow' })
export type TaxonomyRow = z.infer<typeof TaxonomyRow>

export const ConceptRow = z
  .object({ id: Id, taxonomy: z.object({ id: Id, code: z.string(), version: z.string() }), code: z.string(), notation: z.string().nullable(), kind: z.enum(conceptKinds), label: LocalizedTextOut, retiredAt: Moment.nullable() })
  .meta({ id: 'ConceptRow' })
export type ConceptRow = z.infer<typeof ConceptRow>

const Related = z.object({ id: Id, code: z.string(), notation: z.string().nullable(), kind: z.enum(conceptKinds), label: LocalizedTextOut }).meta({ id: 'RelatedConcept' })
const strings = z.array(z.string()).optional()

export const ConceptPage = ConceptRow.extend({
  alternatives: z.object({ zh: strings, en: strings, de: strings }),
  description: LocalizedTextOut,
  /** What is done there: main tasks, activities. */
  tasks: z.object({ zh: strings, en: strings, de: strings }),
  /** At most 100 each; `count` tells how many there are. `from`: this concept is the first side of the relation; `to`: it is the second. */
  parents: z.object({ count: z.number().int(), items: z.array(Related) }),
  children: z.object({ count: z.number().int(), items: z.array(Related) }),
  relations: z.array(z.object({ kind: z.enum(conceptRelationKinds), side: z.enum(['from', 'to']), count: z.number().int(), items: z.array(Related) })),
}).meta({ id: 'ConceptPage' })
export type ConceptPage = z.infer<typeof ConceptPage>

export const taxonomies = {
  list: endpoint({ method: 'GET', path: '/api/v1/taxonomies', access: 'session', summary: 'Taxonomies of this installation, by code and version', answer: z.object({ items: z.array(TaxonomyRow), allowed: z.array(z.string()) }) }),
  retire: endpoint({ method: 'POST', path: '/api/v1/taxonomies/:id/retire', access: 'session', summary: 'Retire a version: its concepts stay for who knows them, and are no longer found', params: ById, body: z.object({}), answer: TaxonomyRow }),
  restore: endpoint({ method: 'POST', path: '/api/v1/taxonomies/:id/restore', access: 'session', summary: 'Take a retired version back into use', params: ById, body: z.object({}), answer: TaxonomyRow }),
  rejects: endpoint({ method: 'GET', path: '/api/v1/taxonomies/imports/:id/rejects', access: 'session', summary: 'All lines that an import (the id of its job) did not take, as CSV', params: ById, answer: z.unknown(), download: true }),
  import: endpoint({ method: 'POST', path: '/api/v1/taxonomies/import', access: 'session', summary: 'Import a taxonomy (ZIP, GZ, CSV, TSV or JSON) as background work', upload: true, body: z.object({}), answer: z.object({ jobId: Id }), status: 202 }),
}

export const concepts = {
  list: endpoint({ method: 'GET', path: '/api/v1/concepts', access: 'session', summary: 'Concepts by words of any language, taxonomy and kind', query: listQuery({ sort: ['code'], filters: { taxonomyId: Id.optional(), kind: z.enum(conceptKinds).optional() } }), answer: pageOf(ConceptRow) }),
  one: endpoint({ method: 'GET', path: '/api/v1/concepts/:id', access: 'session', summary: 'A concept with what stands around it', params: ById, answer: ConceptPage }),
}
