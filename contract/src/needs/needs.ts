import { z } from 'zod'
import { ById, ContentLanguage, Day, Done, endpoint, Id, LocalizedTextOut, listQuery, Moment, pageOf } from '../http/index.ts'
import { ChosenOccupations, LinkedOccupation } from './posts.ts'

export const needSources = ['typed', 'pasted', 'file', 'visit', 'link', 'api', 'advert'] as const
export const trusts = ['line-manager', 'personnel', 'advert', 'second-hand'] as const
export const receiptStatuses = ['unread', 'read', 'translated', 'set-aside'] as const

/** One major, or needs that no major was given yet. */
export const MajorFilter = z.union([Id, z.literal('none')])
/** One occupation, or needs whose post nobody tied to one. */
export const OccupationFilter = z.union([Id, z.literal('none')])

const Org = z.object({ id: Id, name: LocalizedTextOut })

export const NeedRow = z
  .object({
    id: Id, number: z.string(), text: z.string(), language: ContentLanguage, enterprise: Org, source: z.enum(needSources), trust: z.enum(trusts), saidOn: Day, post: z.string().nullable(), occupations: z.array(LinkedOccupation),
    /** Where my college stands with it; for an enterprise: the furthest any college got. */
    status: z.enum(receiptStatuses), majorId: Id.nullable(), outcomes: z.number().int(), copies: z.number().int(), receivedAt: Moment,
  })
  .meta({ id: 'NeedRow' })
export type NeedRow = z.infer<typeof NeedRow>

export const Need = NeedRow.extend({
  sourceNote: z.string().nullable(), region: Org.nullable(), peopleWanted: z.number().int().nullable(), opened: z.boolean(), joinedInto: z.object({ id: Id, number: z.string() }).nullable(),
  joined: z.array(z.object({ id: Id, number: z.string(), text: z.string() })),
  /** Others of the same enterprise that say nearly the same: to be joined by a person. */
  alike: z.array(z.object({ id: Id, number: z.string(), text: z.string(), similarity: z.number() })),
  givenTo: z.array(Org), recordedBy: z.object({ organisation: Org, person: z.string().nullable() }), setAsideReason: z.string().nullable(),
  outcomeList: z.array(z.object({ id: Id, number: z.string(), text: LocalizedTextOut, says: LocalizedTextOut, level: z.number().int(), college: Org, answer: z.enum(['yes', 'nearly', 'no']).nullable(), answerWords: z.string().nullable() })),
  version: z.number().int(), allowed: z.array(z.string()),
}).meta({ id: 'Need' })
export type Need = z.infer<typeof Need>

const given = {
  text: z.string().trim().min(1).max(20_000),
  language: ContentLanguage.optional(),
  source: z.enum(needSources).default('typed'),
  sourceNote: z.string().trim().max(300).nullable().optional(),
  saidOn: Day.optional(),
  post: z.string().trim().max(120).nullable().optional(),
  regionId: Id.nullable().optional(),
  peopleWanted: z.number().int().min(1).max(100_000).nullable().optional(),
  trust: z.enum(trusts).optional(),
}
const occupations = ChosenOccupations.optional()

/** What became of a need, station by station, with the breaks. */
export const Thread = z
  .object({
    need: z.object({ id: Id, number: z.string(), text: z.string().nullable(), language: ContentLanguage, enterprise: Org.nullable(), saidOn: Day, receivedAt: Moment }),
    outcomes: z.array(z.object({ id: Id, number: z.string(), text: LocalizedTextOut, agreedAt: Moment, answer: z.enum(['yes', 'nearly', 'no']).nullable() })),
    units: z.array(z.object({ id: Id, outcomeId: Id, name: z.string(), course: LocalizedTextOut, programme: LocalizedTextOut, cohort: z.number().int(), hours: z.number(), recorded: z.boolean(), url: z.string() })),
    proposals: z.array(z.object({ id: Id, number: z.string(), title: z.string(), outcomeIds: z.array(Id), status: z.string(), decidedAt: Moment.nullable(), reason: z.string().nullable(), days: z.number().int().nullable(), fromCohort: z.number().int() })),
    told: z.array(z.object({ at: Moment, proposalId: Id })),
    breaks: z.array(z.object({ code: z.enum(['unread', 'no-outcome', 'taught-nowhere', 'no-decision', 'not-told']), outcomeId: Id.nullable() })),
    asOf: Moment,
  })
  .meta({ id: 'Thread' })
export type Thread = z.infer<typeof Thread>

export const needs = {
  list: endpoint({
    method: 'GET', path: '/api/v1/needs', access: 'session', summary: 'Needs that I may read',
    query: listQuery({
      sort: ['receivedAt', 'saidOn'],
      filters: { status: z.enum(receiptStatuses).optional(), enterpriseId: Id.optional(), majorId: MajorFilter.optional(), source: z.enum(needSources).optional(), language: ContentLanguage.optional(), occupationId: OccupationFilter.optional(), from: Day.optional(), until: Day.optional() },
    }),
    answer: pageOf(NeedRow),
  }),
  one: endpoint({ method: 'GET', path: '/api/v1/needs/:id', access: 'session', summary: 'One need', params: ById, answer: Need }),
  add: endpoint({
    method: 'POST', path: '/api/v1/needs', access: 'session', summary: 'Record a need in an enterprise’s own words',
    body: z.object({ ...given, enterpriseId: Id.optional(), givenTo: z.array(Id).max(50).optional(), majorId: Id.nullable().optional(), visitId: Id.nullable().optional(), occupations }), answer: Need, status: 201,
  }),
  addMany: endpoint({
    method: 'POST', path: '/api/v1/needs/many', access: 'session', summary: 'Record pasted text as one need a line or one need a paragraph',
    body: z.object({ text: z.string().trim().min(1).max(200_000), split: z.enum(['line', 'paragraph', 'whole']).default('line'), enterpriseId: Id.optional(), language: ContentLanguage.optional(), saidOn: Day.optional(), post: z.string().trim().max(120).nullable().optional(), regionId: Id.nullable().optional(), trust: z.enum(trusts).optional(), majorId: Id.nullable().optional(), occupations }),
    answer: z.object({ added: z.number().int(), same: z.number().int(), ids: z.array(Id) }), status: 201,
  }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/needs/:id', access: 'session', summary: 'Change what is known about a need; its words are never edited', params: ById, body: z.object({ version: z.number().int(), post: given.post, regionId: given.regionId, peopleWanted: given.peopleWanted, opened: z.boolean().optional(), majorId: Id.nullable().optional() }), answer: Need }),
  give: endpoint({ method: 'POST', path: '/api/v1/needs/:id/give', access: 'session', summary: 'Give a need to further colleges', params: ById, body: z.object({ collegeIds: z.array(Id).min(1).max(50) }), answer: Need }),
  setAside: endpoint({ method: 'POST', path: '/api/v1/needs/:id/set-aside', access: 'session', summary: 'Not taken further here, with a reason the enterprise reads', params: ById, body: z.object({ reason: z.string().trim().min(1).max(1000) }), answer: Need }),
  reopen: endpoint({ method: 'POST', path: '/api/v1/needs/:id/reopen', access: 'session', summary: 'Take it up again', params: ById, answer: Need }),
  join: endpoint({ method: 'POST', path: '/api/v1/needs/:id/join', access: 'session', summary: 'Says the same as another need of this enterprise', params: ById, body: z.object({ otherId: Id }), answer: Need }),
  separate: endpoint({ method: 'POST', path: '/api/v1/needs/:id/separate', access: 'session', summary: 'It is a need of its own after all', params: ById, answer: Need }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/needs/:id/withdraw', access: 'session', summary: 'Withdraw a need, with a reason', params: ById, body: z.object({ reason: z.string().trim().min(1).max(500) }), answer: Done }),
  answer: endpoint({
    method: 'POST', path: '/api/v1/needs/:id/answers', access: 'session', summary: 'The enterprise says whether an outcome is what it meant',
    params: ById, body: z.object({ outcomeId: Id, answer: z.enum(['yes', 'nearly', 'no']), words: z.string().trim().max(1000).nullable().optional() }), answer: Need,
  }),
}

export const threads = {
  ofNeed: endpoint({ method: 'GET', path: '/api/v1/needs/:id/thread', access: 'session', summary: 'The thread of a need, station by station', params: ById, answer: Thread }),
}
