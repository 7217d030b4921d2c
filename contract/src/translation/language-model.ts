import { z } from 'zod'
import { endpoint, Moment } from '../http/index.ts'

/** Whether a language model may be asked for a second opinion: whether the operator set one up, and whether my organisation agreed to it. */
export const LanguageModel = z
  .object({
    /** Address and name of the model, as the operator set them; null where none is set up. */
    endpoint: z.string().nullable(), model: z.string().nullable(),
    consent: z.object({ endpoint: z.string(), model: z.string(), person: z.string().nullable(), at: Moment }).nullable(),
    /** Questions since midnight (UTC), and how many a day there may be. */
    usedToday: z.number().int(), dailyLimit: z.number().int(),
    allowed: z.array(z.string()),
  })
  .meta({ id: 'LanguageModel' })
export type LanguageModel = z.infer<typeof LanguageModel>

export const languageModel = {
  state: endpoint({ method: 'GET', path: '/api/v1/language-model', access: 'session', summary: 'Whether a language model may be asked, and who agreed to it', answer: LanguageModel }),
  agree: endpoint({ method: 'POST', path: '/api/v1/language-model/consent', access: 'session', summary: 'Agree for my college that opened needs may be sent, redacted, to this endpoint', body: z.object({ endpoint: z.string().max(500), model: z.string().max(200) }), answer: LanguageModel }),
  revoke: endpoint({ method: 'DELETE', path: '/api/v1/language-model/consent', access: 'session', summary: 'Take the agreement back: nothing is sent any more', answer: LanguageModel }),
}
