import { hiddenKinds } from '@guildhall/translation'
import { z } from 'zod'
import { ById, endpoint } from '../http/index.ts'
import { Workbench } from './workbench.ts'

/** What a language model would be sent about a need, before anything is sent. `questions` 0: the engine has no doubt that a model could settle. */
export const SecondOpinion = z
  .object({ text: z.string(), hidden: z.array(z.object({ kind: z.enum(hiddenKinds), n: z.number().int() })), questions: z.number().int(), endpoint: z.string(), model: z.string() })
  .meta({ id: 'SecondOpinion' })
export type SecondOpinion = z.infer<typeof SecondOpinion>

export const secondOpinions = {
  preview: endpoint({ method: 'GET', path: '/api/v1/needs/:id/second-opinion', access: 'session', summary: 'What would be sent to the language model, redacted', params: ById, answer: SecondOpinion }),
  ask: endpoint({ method: 'POST', path: '/api/v1/needs/:id/second-opinion', access: 'session', summary: 'Ask the language model about an opened need, and keep the proposal with what it answered', params: ById, answer: Workbench }),
}
