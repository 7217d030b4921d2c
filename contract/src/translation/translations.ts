import { discriminationGrounds, statementKinds } from '@guildhall/translation'
import { z } from 'zod'
import { ContentLanguage, endpoint, LocalizedTextOut, ReasonOut } from '../http/index.ts'

const Provenance = z.union([
  z.object({ kind: z.literal('span'), start: z.number().int(), end: z.number().int() }),
  z.object({ kind: z.enum(['lexicon', 'memory', 'default', 'person']), id: z.string() }),
  z.object({ kind: z.literal('model'), id: z.string(), start: z.number().int(), end: z.number().int() }),
])
const slot = <V extends z.ZodType>(value: V) => z.object({ value, from: Provenance, grade: z.enum(['sure', 'likely', 'guess']) })
const Measure = z.object({ op: z.enum(['<=', '>=', '=']), value: z.number(), unit: z.string() })

export const LinkOut = z
  .object({
    concept: z.string(), taxonomy: z.string(), label: z.string(), score: z.number(), sure: z.boolean(),
    evidence: z.array(z.object({ start: z.number().int(), end: z.number().int(), matched: z.string() })), lanes: z.record(z.string(), z.number()), reasons: z.array(ReasonOut),
  })
  .meta({ id: 'Link' })

const Draft = z
  .object({
    span: z.object({ start: z.number().int(), end: z.number().int() }),
    kind: z.enum(['skill', 'knowledge', 'key']),
    action: slot(z.object({ verb: z.string(), text: LocalizedTextOut, pair: LocalizedTextOut.optional() })),
    object: slot(LocalizedTextOut),
    independent: z.boolean(),
    condition: slot(LocalizedTextOut).optional(),
    standard: slot(z.object({ text: LocalizedTextOut, measure: Measure.optional() })).optional(),
    level: z.object({ value: z.number().int(), low: z.number().int(), high: z.number().int(), grade: z.enum(['sure', 'likely', 'guess']), reasons: z.array(ReasonOut) }),
    evidence: slot(z.object({ form: z.string(), text: LocalizedTextOut })),
    links: z.array(LinkOut),
    text: LocalizedTextOut,
  })
  .meta({ id: 'OutcomeDraft' })

/** What the engine made of a text; every span counts UTF-16 units of that text. */
export const TranslationOut = z
  .object({
    language: ContentLanguage,
    statements: z.array(z.object({ start: z.number().int(), end: z.number().int(), kind: z.enum(statementKinds), links: z.array(LinkOut), outcomes: z.array(Draft), reasons: z.array(ReasonOut) })),
    unused: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
    /** Of the text as a whole: nothing found, a trade that the lexicon does not know. Absent in what was kept before it was said. */
    reasons: z.array(ReasonOut).optional(),
  })
  .meta({ id: 'Translation' })
export type TranslationOut = z.infer<typeof TranslationOut>

/** Words that ask for age, sex and the like: no competence, and maybe unlawful in an advert. */
export const Finding = z.object({ start: z.number().int(), end: z.number().int(), ground: z.enum(discriminationGrounds) }).meta({ id: 'Finding' })

/** What an advert, minutes or a report says, as plain lines. `cut`: it says more than can be translated at once. */
export const DocumentText = z.object({ text: z.string(), name: z.string(), format: z.enum(['text', 'docx', 'html', 'pdf', 'job-posting']), cut: z.boolean(), title: z.string().nullable() }).meta({ id: 'DocumentText' })
export type DocumentText = z.infer<typeof DocumentText>

export const translations = {
  try: endpoint({
    method: 'POST', path: '/api/v1/translations', access: 'session', summary: 'Translate a text without keeping it',
    body: z.object({ text: z.string().min(1).max(20_000), language: ContentLanguage.optional() }), answer: z.object({ translation: TranslationOut, findings: z.array(Finding), engine: z.string() }),
  }),
  document: endpoint({
    method: 'POST', path: '/api/v1/translations/document', access: 'session', summary: 'Read the text of a file (TXT, DOCX, HTML, PDF, JSON of a JobPosting) without keeping it', upload: true,
    body: z.object({}), answer: DocumentText,
  }),
}
