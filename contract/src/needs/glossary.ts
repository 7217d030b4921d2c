import { z } from 'zod'
import { ContentLanguage, endpoint, Id, LocalizedTextOut, listQuery, Moment, pageOf } from '../http/index.ts'

export const glossaryVerdicts = ['accepted', 'edited', 'rejected'] as const

/** One decision of my college about an enterprise's words, and how often it decided about the same words: what the engine remembers. */
export const GlossaryRow = z
  .object({
    id: Id, phrase: z.string(), language: ContentLanguage, verdict: z.enum(glossaryVerdicts), reason: z.string().nullable(), needId: Id.nullable(),
    enterprise: z.object({ id: Id, name: LocalizedTextOut }), outcome: z.object({ id: Id, number: z.string(), text: LocalizedTextOut }).nullable(), concepts: z.array(z.string()), person: z.string().nullable(), at: Moment,
    times: z.object({ accepted: z.number().int(), edited: z.number().int(), rejected: z.number().int() }),
    /** The words were used by a second enterprise: from then on they help with everybody's. */
    shared: z.boolean(), mayUndo: z.boolean(),
  })
  .meta({ id: 'GlossaryRow' })
export type GlossaryRow = z.infer<typeof GlossaryRow>

export const glossary = {
  list: endpoint({
    method: 'GET', path: '/api/v1/glossary', access: 'session', summary: 'What my college decided about the words of enterprises, and so what the engine remembers',
    query: listQuery({ sort: ['at'], filters: { verdict: z.enum(glossaryVerdicts).optional(), enterpriseId: Id.optional(), language: ContentLanguage.optional() } }), answer: pageOf(GlossaryRow),
  }),
}
