import { conceptKinds } from '@guildhall/translation'
import { z } from 'zod'
import { ById, ContentLanguage, endpoint, Id, LocalizedTextOut, listQuery, Moment, pageOf } from '../http/index.ts'

export { bridge, Tie, tieConfidences, tieMatches, tieOrigins, tieReasons, tieStates, TieVerdict, tieVerdicts } from './bridge.ts'
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

/** Where the words of a search were found in a concept, with the text around them. `sound`: by the pinyin of its Chinese name. */
export const foundPlaces = ['code', 'label', 'alternative', 'sound', 'description', 'task'] as const
export const FoundIn = z
  .object({ place: z.enum(foundPlaces), language: ContentLanguage.nullable(), text: z.string(), spans: z.array(z.object({ start: z.number().int(), end: z.number().int() })) })
  .meta({ id: 'FoundIn' })
export type FoundIn = z.infer<typeof FoundIn>

const Related = z.object({ id: Id, code: z.string(), notation: z.string().nullable(), kind: z.enum(conceptKinds), label: LocalizedTextOut }).meta({ id: 'RelatedConcept' })
export type RelatedConcept = z.infer<typeof Related>

export const ConceptRow = Related.extend({ taxonomy: z.object({ id: Id, code: z.string(), version: z.string() }), retiredAt: Moment.nullable(), found: FoundIn.nullable() }).meta({ id: 'ConceptRow' })
export type ConceptRow = z.infer<typeof ConceptRow>

/** A concept in the tree, and how many stand right below it. */
export const ConceptNode = Related.extend({ retiredAt: Moment.nullable(), below: z.number().int() }).meta({ id: 'ConceptNode' })
export type ConceptNode = z.infer<typeof ConceptNode>

/** Part of a list of known length: from the place `from` on. */
const part = { from: z.coerce.number().int().min(0).max(100_000).default(0), limit: z.coerce.number().int().min(1).max(500).default(200) }
const retired = z.enum(['with']).optional()
const Level = z.object({ count: z.number().int(), items: z.array(ConceptNode) }).meta({ id: 'ConceptLevel' })
export type ConceptLevel = z.infer<typeof Level>

const strings = z.array(z.string()).optional()
const lists = z.object({ zh: strings, en: strings, de: strings })
export const sides = ['from', 'to'] as const

export const ConceptPage = ConceptRow.omit({ found: true })
  .extend({
    alternatives: lists,
    description: LocalizedTextOut,
    /** What is done there: main tasks, activities. */
    tasks: lists,
    /** From the top of its taxonomy down to right above it, on one way: a concept may stand in several places. */
    path: z.array(Related),
    /** The first of each; `count` tells how many there are. `from`: this concept is the first side of the relation; `to`: it is the second. */
    parents: z.object({ count: z.number().int(), items: z.array(Related) }),
    children: z.object({ count: z.number().int(), items: z.array(Related) }),
    relations: z.array(z.object({ kind: z.enum(conceptRelationKinds), side: z.enum(sides), count: z.number().int(), items: z.array(Related) })),
  })
  .meta({ id: 'ConceptPage' })
export type ConceptPage = z.infer<typeof ConceptPage>

/** What of the reader's own college refers to a concept: outcomes, the course units that carry them, the needs that they came from; and the posts of needs. */
export const ConceptUses = z
  .object({
    outcomes: z.object({ count: z.number().int(), items: z.array(z.object({ id: Id, number: z.string(), text: LocalizedTextOut, level: z.number().int(), needs: z.number().int(), units: z.number().int() })) }),
    needs: z.number().int(),
    units: z.number().int(),
    /** Change proposals that rest on one of these outcomes, decided or not. */
    proposals: z.number().int(),
    /** Needs whose post a person tied to this occupation. */
    posts: z.number().int(),
  })
  .meta({ id: 'ConceptUses' })
export type ConceptUses = z.infer<typeof ConceptUses>

export const taxonomies = {
  list: endpoint({ method: 'GET', path: '/api/v1/taxonomies', access: 'session', summary: 'Taxonomies of this installation, by code and version', answer: z.object({ items: z.array(TaxonomyRow), allowed: z.array(z.string()) }) }),
  retire: endpoint({ method: 'POST', path: '/api/v1/taxonomies/:id/retire', access: 'session', summary: 'Retire a version: its concepts stay for who knows them, and are no longer found', params: ById, body: z.object({}), answer: TaxonomyRow }),
  restore: endpoint({ method: 'POST', path: '/api/v1/taxonomies/:id/restore', access: 'session', summary: 'Take a retired version back into use', params: ById, body: z.object({}), answer: TaxonomyRow }),
  rejects: endpoint({ method: 'GET', path: '/api/v1/taxonomies/imports/:id/rejects', access: 'session', summary: 'All lines that an import (the id of its job) did not take, as CSV', params: ById, answer: z.unknown(), download: true }),
  import: endpoint({ method: 'POST', path: '/api/v1/taxonomies/import', access: 'session', summary: 'Import a taxonomy (ZIP, GZ, CSV, TSV or JSON) as background work', upload: true, body: z.object({}), answer: z.object({ jobId: Id }), status: 202 }),
}

export const concepts = {
  list: endpoint({
    method: 'GET', path: '/api/v1/concepts', access: 'session', summary: 'Concepts by words of any language in their names, descriptions and tasks (the best first), by taxonomy and kind',
    query: listQuery({ sort: ['code'], filters: { taxonomyId: Id.optional(), kind: z.enum(conceptKinds).optional(), retired } }), answer: pageOf(ConceptRow),
  }),
  roots: endpoint({ method: 'GET', path: '/api/v1/concepts/roots', access: 'session', summary: 'The tops of the trees: concepts with nothing above them, of one taxonomy or of all', query: z.object({ taxonomyId: Id.optional(), retired, ...part }), answer: Level }),
  below: endpoint({ method: 'GET', path: '/api/v1/concepts/:id/below', access: 'session', summary: 'The concepts right below one', params: ById, query: z.object({ retired, ...part }), answer: Level }),
  related: endpoint({
    method: 'GET', path: '/api/v1/concepts/:id/related', access: 'session', summary: 'All concepts in one relation to this one', params: ById,
    query: z.object({ kind: z.enum(conceptRelationKinds).default('broader'), side: z.enum(sides).default('from'), ...part }), answer: z.object({ count: z.number().int(), items: z.array(Related) }),
  }),
  uses: endpoint({ method: 'GET', path: '/api/v1/concepts/:id/uses', access: 'session', summary: 'Outcomes of the reader’s college that refer to a concept, with their needs and units', params: ById, answer: ConceptUses }),
  branch: endpoint({ method: 'GET', path: '/api/v1/concepts/:id/branch', access: 'session', summary: 'A concept and everything below it as CSV', params: ById, answer: z.unknown(), download: true }),
  one: endpoint({ method: 'GET', path: '/api/v1/concepts/:id', access: 'session', summary: 'A concept with what stands around it', params: ById, answer: ConceptPage }),
}
