import { z } from 'zod'
import { ById, Day, endpoint, Id, LocalizedTextOut, LocalizedTextSchema, listQuery, Moment, pageOf } from '../http/index.ts'

export const outcomeKinds = ['skill', 'knowledge', 'key'] as const
export { evidenceForms } from '@guildhall/translation'

const Measure = z.object({ op: z.enum(['<=', '>=', '=']), value: z.number(), unit: z.string().max(20) })

/** A learning outcome as a person writes or accepts it: action, object, condition, standard, level, form of evidence. */
export const OutcomeFields = z.object({
  kind: z.enum(outcomeKinds).default('skill'),
  verb: z.string().max(60).nullable().optional(),
  action: LocalizedTextSchema,
  object: LocalizedTextSchema,
  independent: z.boolean().default(false),
  condition: LocalizedTextSchema.nullable().optional(),
  standard: LocalizedTextSchema.nullable().optional(),
  measure: Measure.nullable().optional(),
  level: z.number().int().min(1).max(8),
  evidenceForm: z.string().max(40),
  concepts: z.array(z.object({ taxonomy: z.string().max(60), concept: z.string().max(300), label: z.string().max(300) })).max(20).default([]),
  majorId: Id.nullable().optional(),
})

export const OutcomeRow = z
  .object({
    id: Id, number: z.string(), kind: z.enum(outcomeKinds), text: LocalizedTextOut, level: z.number().int(), status: z.enum(['agreed', 'withdrawn', 'merged']), majorId: Id.nullable(), updatedAt: Moment,
    /** Distinct enterprises whose words became it, as far as the college knows. */
    askedBy: z.number().int(),
  })
  .meta({ id: 'OutcomeRow' })
export type OutcomeRow = z.infer<typeof OutcomeRow>

const Voice = z
  .object({
    needId: Id, needNumber: z.string(), text: z.string(), language: z.string(), enterprise: z.object({ id: Id, name: LocalizedTextOut }).nullable(), saidOn: Day, spans: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
    answer: z.enum(['yes', 'nearly', 'no']).nullable(), answerWords: z.string().nullable(),
  })
  .meta({ id: 'Voice' })

export const Outcome = OutcomeRow.extend({
  verb: z.string().nullable(), action: LocalizedTextOut, object: LocalizedTextOut, independent: z.boolean(), condition: LocalizedTextOut.nullable(), standard: LocalizedTextOut.nullable(), measure: Measure.nullable(), evidenceForm: z.string(), evidenceText: LocalizedTextOut,
  concepts: z.array(z.object({ taxonomy: z.string(), concept: z.string(), label: z.string() })),
  college: z.object({ id: Id, name: LocalizedTextOut }),
  /** In the enterprises' own words; only needs that the reader may see. */
  voices: z.array(Voice),
  /** What an employer reads: the same outcome in plain words. */
  says: LocalizedTextOut,
  equivalents: z.array(z.object({ id: Id, number: z.string(), text: LocalizedTextOut })),
  version: z.number().int(),
  allowed: z.array(z.string()),
}).meta({ id: 'Outcome' })
export type Outcome = z.infer<typeof Outcome>

export const outcomes = {
  list: endpoint({
    method: 'GET', path: '/api/v1/outcomes', access: 'session', summary: 'Agreed learning outcomes',
    query: listQuery({ sort: ['updatedAt', 'number'], filters: { majorId: Id.optional(), mine: z.enum(['yes', 'no']).optional(), level: z.coerce.number().int().min(1).max(8).optional() } }), answer: pageOf(OutcomeRow),
  }),
  one: endpoint({ method: 'GET', path: '/api/v1/outcomes/:id', access: 'session', summary: 'One learning outcome', params: ById, answer: Outcome }),
  add: endpoint({ method: 'POST', path: '/api/v1/outcomes', access: 'session', summary: 'Write an outcome by hand', body: OutcomeFields, answer: Outcome, status: 201 }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/outcomes/:id', access: 'session', summary: 'Change an outcome', params: ById, body: OutcomeFields.partial().extend({ version: z.number().int() }), answer: Outcome }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/outcomes/:id/withdraw', access: 'session', summary: 'Withdraw an outcome, with a reason', params: ById, body: z.object({ reason: z.string().trim().min(1).max(500) }), answer: Outcome }),
  like: endpoint({ method: 'GET', path: '/api/v1/outcomes/like', access: 'session', summary: 'Outcomes of my college that say nearly the same', query: z.object({ text: z.string().min(1).max(500) }), answer: z.object({ items: z.array(OutcomeRow.extend({ similarity: z.number() })) }) }),
  markSame: endpoint({ method: 'POST', path: '/api/v1/outcomes/:id/equivalents', access: 'session', summary: 'Mark another outcome as the same for teaching', params: ById, body: z.object({ otherId: Id }), answer: Outcome }),
  unmarkSame: endpoint({ method: 'DELETE', path: '/api/v1/outcomes/:id/equivalents/:otherId', access: 'session', summary: 'They are not the same after all', params: z.object({ id: Id, otherId: Id }), answer: Outcome }),
}
