import { z } from 'zod'
import { ContentLanguage, Day, endpoint, Id, Moment } from '../http/index.ts'
import { MajorFilter, needSources, OccupationFilter, receiptStatuses } from './needs.ts'

/** Which needs of my college: as its list is narrowed, or those of one import. */
const filter = {
  status: z.enum(receiptStatuses).optional(), enterpriseId: Id.optional(), majorId: MajorFilter.optional(), source: z.enum(needSources).optional(), language: ContentLanguage.optional(), occupationId: OccupationFilter.optional(), from: Day.optional(), until: Day.optional(), importId: Id.optional(),
}
export const NeedFilter = z.object(filter)
export type NeedFilter = z.infer<typeof NeedFilter>

/** What the engine proposes for many needs. Nobody has read a need because of it, and nothing is decided. */
export const suggestions = {
  make: endpoint({ method: 'POST', path: '/api/v1/needs/suggestions', access: 'session', summary: 'Let the engine read the needs that nobody has opened yet, as background work; asked again, it goes on where it stood', body: NeedFilter, answer: z.object({ jobId: Id }), status: 202 }),
  count: endpoint({
    method: 'GET', path: '/api/v1/needs/suggestions', access: 'session', summary: 'How many needs the engine has read, how many wait for it, and what it proposes', query: NeedFilter,
    /** `unread`: by people. `suggested`: there is a proposal by this engine. `waiting`: unread, and the engine has not read them, or an earlier engine did. `statements`: parts of them with at least one competence or outcome. */
    answer: z.object({ needs: z.number().int(), unread: z.number().int(), suggested: z.number().int(), waiting: z.number().int(), statements: z.number().int(), engines: z.array(z.object({ language: ContentLanguage, version: z.string() })), asOf: Moment }),
  }),
}
