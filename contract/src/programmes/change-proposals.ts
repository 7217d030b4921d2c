import { z } from 'zod'
import { ById, Day, endpoint, Id, LocalizedTextOut, listQuery, Moment, pageOf } from '../http/index.ts'
import { proposalStatuses } from './change-proposals.process.ts'

export const changeKinds = ['add-unit', 'change-unit', 'remove-unit', 'attach-outcome', 'change-course'] as const
export const routeStepKinds = ['opinion', 'vote', 'approval'] as const
export const stances = ['for', 'against', 'neither'] as const

const hours = z.number().min(0).max(2000)
/** One change of a course. Course and unit are named by the version that is being changed. */
export const ChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-unit'), courseVersionId: Id, name: z.string().trim().min(1).max(200), content: z.string().trim().max(4000).default(''), hoursTheory: hours, hoursPractice: hours, outcomeIds: z.array(Id).max(20), assessment: z.string().trim().max(300).nullable().default(null) }),
  z.object({ kind: z.literal('change-unit'), courseVersionId: Id, unitId: Id, name: z.string().trim().min(1).max(200).optional(), content: z.string().trim().max(4000).optional(), hoursTheory: hours.optional(), hoursPractice: hours.optional() }),
  z.object({ kind: z.literal('remove-unit'), courseVersionId: Id, unitId: Id }),
  z.object({ kind: z.literal('attach-outcome'), courseVersionId: Id, unitId: Id, outcomeId: Id, depth: z.enum(['touched', 'taught', 'assessed']).default('taught'), assessment: z.string().trim().max(300).nullable().default(null) }),
  z.object({ kind: z.literal('change-course'), courseVersionId: Id, credits: z.number().min(0).max(60).optional(), assessment: z.string().trim().max(200).optional() }),
])
export type Change = z.infer<typeof ChangeSchema>

const person = z.object({ id: Id, name: z.string() })
const Org = z.object({ id: Id, name: LocalizedTextOut })

const RouteStep = z.object({
  kind: z.enum(routeStepKinds),
  name: z.string().trim().min(1).max(80),
  /** People of the college, in the step’s role: asked, member, approver. */
  people: z.array(Id).max(60).default([]),
  /** Enterprises, associations asked for an opinion; they see the agreed outcomes and “an enterprise of the region”. */
  organisations: z.array(Id).max(60).default([]),
  chairId: Id.nullable().default(null),
  /** Who stands in for whom: member → deputy. */
  deputies: z.array(z.object({ personId: Id, deputyId: Id })).max(60).default([]),
  days: z.number().int().min(1).max(120).default(14),
  quorum: z.number().int().min(1).max(60).nullable().default(null),
  majority: z.enum(['simple', 'two-thirds']).default('simple'),
})
export const ProposalRoute = z.object({ id: Id, name: z.string(), steps: z.array(RouteStep), active: z.boolean(), version: z.number().int(), people: z.array(person) }).meta({ id: 'ProposalRoute' })
export type ProposalRoute = z.infer<typeof ProposalRoute>

export const ProposalRow = z
  .object({ id: Id, number: z.string(), title: z.string(), status: z.enum(proposalStatuses), major: Org, programme: z.object({ id: Id, number: z.string(), cohort: z.number().int() }), fromCohort: z.number().int(), outcomes: z.number().int(), firstSaidOn: Day.nullable(), decidedAt: Moment.nullable(), days: z.number().int().nullable(), stepEnds: Day.nullable(), updatedAt: Moment })
  .meta({ id: 'ProposalRow' })
export type ProposalRow = z.infer<typeof ProposalRow>

const CourseDiff = z.object({
  courseVersionId: Id, code: z.string(), name: LocalizedTextOut,
  before: z.object({ credits: z.number(), hoursTheory: z.number(), hoursPractice: z.number(), assessment: z.string() }), after: z.object({ credits: z.number(), hoursTheory: z.number(), hoursPractice: z.number(), assessment: z.string() }),
  units: z.array(z.object({ unitId: Id.nullable(), name: z.string(), state: z.enum(['new', 'changed', 'removed', 'same']), before: z.object({ name: z.string(), content: z.string(), hoursTheory: z.number(), hoursPractice: z.number() }).nullable(), after: z.object({ name: z.string(), content: z.string(), hoursTheory: z.number(), hoursPractice: z.number() }).nullable(), outcomesAdded: z.array(z.object({ id: Id, number: z.string(), text: LocalizedTextOut })) })),
})

export const Proposal = ProposalRow.extend({
  grounds: z.string(), changes: z.array(ChangeSchema),
  diff: z.object({ courses: z.array(CourseDiff), totals: z.object({ hoursBefore: z.number(), hoursAfter: z.number(), creditsBefore: z.number(), creditsAfter: z.number() }), warnings: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })) }),
  outcomeList: z.array(z.object({ id: Id, number: z.string(), text: LocalizedTextOut, level: z.number().int(), enterprises: z.number().int(), voices: z.array(z.object({ text: z.string(), language: z.string(), enterprise: LocalizedTextOut.nullable(), saidOn: Day })) })),
  route: z.array(RouteStep).nullable(), step: z.number().int().nullable(), people: z.array(person),
  opinions: z.array(z.object({ id: Id, step: z.number().int(), person: person.nullable(), organisation: Org, stance: z.enum(stances), text: z.string(), at: Moment })),
  votes: z.array(z.object({ step: z.number().int(), round: z.number().int(), cast: z.number().int(), members: z.number().int(), quorum: z.number().int().nullable(), closed: z.boolean(), yes: z.number().int().nullable(), no: z.number().int().nullable(), abstain: z.number().int().nullable(), mine: z.enum(['yes', 'no', 'abstain']).nullable() })),
  returnReason: z.string().nullable(), decisionReason: z.string().nullable(), decidedBy: person.nullable(), documentNumber: z.string().nullable(), documentFileId: Id.nullable(), decidedOnPaperOn: Day.nullable(), frozenAt: Moment.nullable(),
  told: z.array(z.object({ enterprise: Org, at: Moment, forWeChat: z.string() })),
  author: person.nullable(), college: Org, version: z.number().int(), allowed: z.array(z.string()),
}).meta({ id: 'Proposal' })
export type Proposal = z.infer<typeof Proposal>

const draft = { title: z.string().trim().min(1).max(200), grounds: z.string().trim().max(8000).default(''), fromCohort: z.number().int().min(1990).max(2100), changes: z.array(ChangeSchema).max(100).default([]), outcomeIds: z.array(Id).max(60).default([]) }
const reason = z.string().trim().min(1).max(4000)

export const changeProposals = {
  list: endpoint({ method: 'GET', path: '/api/v1/change-proposals', access: 'session', summary: 'Change proposals', query: listQuery({ sort: ['updatedAt', 'number'], filters: { status: z.enum(proposalStatuses).optional(), majorId: Id.optional(), programmeId: Id.optional() } }), answer: pageOf(ProposalRow) }),
  one: endpoint({ method: 'GET', path: '/api/v1/change-proposals/:id', access: 'session', summary: 'One change proposal: diff, opinions, votes, what may be done', params: ById, answer: Proposal }),
  add: endpoint({ method: 'POST', path: '/api/v1/change-proposals', access: 'session', summary: 'Propose a change of a programme', body: z.object({ programmeId: Id, ...draft }), answer: Proposal, status: 201 }),
  edit: endpoint({ method: 'PATCH', path: '/api/v1/change-proposals/:id', access: 'session', summary: 'Edit a draft', params: ById, body: z.object(draft).partial().extend({ version: z.number().int() }), answer: Proposal }),
  submit: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/submit', access: 'session', summary: 'Send it on the college’s route', params: ById, body: z.object({ routeId: Id.optional() }), answer: Proposal }),
  opine: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/opinions', access: 'session', summary: 'Give an opinion', params: ById, body: z.object({ stance: z.enum(stances), text: z.string().trim().max(4000).default('') }), answer: Proposal }),
  closeOpinions: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/close-opinions', access: 'session', summary: 'End the hearing and go on', params: ById, body: z.object({}), answer: Proposal }),
  vote: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/votes', access: 'session', summary: 'Vote, once', params: ById, body: z.object({ vote: z.enum(['yes', 'no', 'abstain']), forPersonId: Id.optional() }), answer: Proposal }),
  closeVote: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/close-vote', access: 'session', summary: 'Count the votes; refused without a quorum', params: ById, body: z.object({}), answer: Proposal }),
  approve: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/approve', access: 'session', summary: 'Approve this step; after the last it is adopted', params: ById, body: z.object({ reason: z.string().trim().max(4000).default(''), documentNumber: z.string().trim().max(80).nullable().optional() }), answer: Proposal }),
  refuse: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/refuse', access: 'session', summary: 'Refuse, with a reason the enterprises read', params: ById, body: z.object({ reason, documentNumber: z.string().trim().max(80).nullable().optional() }), answer: Proposal }),
  return: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/return', access: 'session', summary: 'Return it to its author, with a reason', params: ById, body: z.object({ reason }), answer: Proposal }),
  recordPaper: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/paper-decision', access: 'session', summary: 'Enter a decision that was taken on paper', params: ById, body: z.object({ decision: z.enum(['adopted', 'refused']), reason, onDate: Day, documentNumber: z.string().trim().min(1).max(80) }), answer: Proposal }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/withdraw', access: 'session', summary: 'Withdraw it, with a reason', params: ById, body: z.object({ reason }), answer: Proposal }),
  attach: endpoint({ method: 'POST', path: '/api/v1/change-proposals/:id/document', access: 'session', summary: 'Attach the scan of the decision', params: ById, upload: true, body: z.object({}), answer: Proposal }),
  document: endpoint({ method: 'GET', path: '/api/v1/change-proposals/:id/document', access: 'session', summary: 'The attached scan', params: ById, answer: z.unknown(), download: true }),
}

export const proposalRoutes = {
  list: endpoint({ method: 'GET', path: '/api/v1/proposal-routes', access: 'session', summary: 'Routes of my college', answer: z.object({ items: z.array(ProposalRoute) }) }),
  save: endpoint({ method: 'PUT', path: '/api/v1/proposal-routes', access: 'session', summary: 'Set a route: its steps, members, quorum', body: z.object({ id: Id.optional(), name: z.string().trim().min(1).max(80), steps: z.array(RouteStep).min(1).max(8), active: z.boolean().default(true), version: z.number().int().optional() }), answer: ProposalRoute }),
}
