import { z } from 'zod'
import { ById, ContentLanguage, Done, endpoint, Id, LocalizedTextOut, Moment } from '../http/index.ts'
import { tieMatches } from '../taxonomy/bridge.ts'
import { OutcomeFields } from '../translation/outcomes.ts'
import { Finding, TranslationOut } from '../translation/translations.ts'
import { Need } from './needs.ts'

const Span = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) })

const Decided = z
  .object({ id: Id, verdict: z.enum(['accepted', 'edited', 'rejected']), spans: z.array(Span), outcome: z.object({ id: Id, number: z.string(), text: LocalizedTextOut }).nullable(), reason: z.string().nullable(), person: z.string().nullable(), at: Moment })
  .meta({ id: 'TranslationDecision' })

/** A need beside what the engine proposes, what people decided, and outcomes of the college that are like it. */
export const Workbench = z
  .object({
    need: Need,
    translation: TranslationOut,
    /** Words that ask for age, sex and the like: for a person to look at, never a competence. */
    findings: z.array(Finding),
    engine: z.string(),
    decisions: z.array(Decided),
    /** Outcomes that this college agreed for the same words of this enterprise before, and where these words stand. */
    remembered: z.array(z.object({ id: Id, number: z.string(), text: LocalizedTextOut, phrase: z.string(), times: z.number().int(), span: Span })),
    like: z.array(z.object({ draft: z.number().int(), id: Id, number: z.string(), text: LocalizedTextOut, similarity: z.number() })),
    /** What the competence of a draft is tied to in ESCO, unless people refused it; `from` is the competence's code. */
    tied: z.array(z.object({ from: z.string(), conceptId: Id, taxonomy: z.string(), notation: z.string().nullable(), label: LocalizedTextOut, state: z.enum(['possible', 'reviewed']), holds: z.enum(tieMatches) })),
    /** The needs before and after this one that wait, in the order of the list. */
    previous: Id.nullable(),
    next: Id.nullable(),
    position: z.number().int(),
    waiting: z.number().int(),
  })
  .meta({ id: 'Workbench' })
export type Workbench = z.infer<typeof Workbench>

export const workbench = {
  open: endpoint({ method: 'GET', path: '/api/v1/needs/:id/workbench', access: 'session', summary: 'A need and what the engine makes of it', params: ById, query: z.object({ fresh: z.enum(['yes']).optional(), language: ContentLanguage.optional() }), answer: Workbench }),
  read: endpoint({ method: 'POST', path: '/api/v1/needs/:id/read', access: 'session', summary: 'The need is on the table: read, and the engine’s proposal is kept beside it', params: ById, answer: Done }),
  accept: endpoint({
    method: 'POST', path: '/api/v1/needs/:id/outcomes', access: 'session', summary: 'Accept a proposed outcome, edited or not, write one by hand, or tie the words to an outcome that exists',
    params: ById,
    body: z.object({ spans: z.array(Span).min(1).max(20), draft: z.number().int().min(0).nullable(), edited: z.boolean().default(false), outcome: OutcomeFields.optional(), outcomeId: Id.optional() }), answer: Workbench,
  }),
  reject: endpoint({
    method: 'POST', path: '/api/v1/needs/:id/rejections', access: 'session', summary: 'Not accepted: one of five reasons, or a sentence',
    params: ById, body: z.object({ spans: z.array(Span).min(1).max(20), draft: z.number().int().min(0).nullable(), reason: z.string().trim().min(1).max(300) }), answer: Workbench,
  }),
  undo: endpoint({ method: 'POST', path: '/api/v1/needs/:id/decisions/:decisionId/undo', access: 'session', summary: 'Undo a decision about a suggestion', params: z.object({ id: Id, decisionId: Id }), answer: Workbench }),
  ask: endpoint({ method: 'POST', path: '/api/v1/needs/:id/ask', access: 'session', summary: 'Ask the enterprise whether this is what it meant', params: ById, answer: Done }),
}
/** Five reasons for rejecting a suggestion; a sentence of one’s own is the sixth. */
export const rejectReasons = ['not-said', 'wrong-competence', 'too-broad', 'already-covered', 'not-for-us'] as const
