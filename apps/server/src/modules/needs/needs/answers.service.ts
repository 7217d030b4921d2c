import type { Need, needs } from '@guildhall/contract/needs'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { putInInbox, settleTasks } from '../../../platform/inbox/inbox.ts'
import { readNeed } from './needs.queries.ts'
import { demandNeed, keepNeedAction } from './needs.service.ts'

type Given = z.output<typeof needs.answer.body>

/** The enterprise says whether an outcome is what it meant; the college hears it at once, with the words. */
export async function recordAnswer(ctx: Context, trx: Trx, needId: string, given: Given): Promise<void> {
  const need = await demandNeed(ctx, trx, needId, 'answer')
  const outcome = need.outcomeList.find((one) => one.id === given.outcomeId)
  if (!outcome) throw notFound()
  const { personId, linkId } = signatureOf(ctx.actor)
  await trx
    .insertInto('outcomeAnswers')
    .values({ homeId: outcome.college.id, id: newId(ctx), needId, outcomeId: outcome.id, enterpriseId: need.enterprise.id, answer: given.answer, words: given.words || null, personId, linkId, at: ctx.now, parties: ids([outcome.college.id, need.enterprise.id]) })
    .execute()
  await settleTasks(ctx, trx, { id: needId, code: 'is-this-what-you-meant' })
  await putInInbox(ctx, trx, {
    kind: given.answer === 'yes' ? 'notice' : 'task', code: `enterprise-said-${given.answer}`, params: { number: outcome.number, words: given.words ?? '', text: need.text.slice(0, 80) }, organisationId: outcome.college.id, roles: ['lead', 'teacher'],
    object: { kind: 'need', id: needId }, url: `/needs/${needId}/workbench`, effectKey: `answer:${needId}:${outcome.id}:${ctx.now}`,
  })
  await keepNeedAction(ctx, trx, need, 'answered', { outcomeId: outcome.id, answer: given.answer, words: given.words ?? null })
}

export const answerOutcome = (ctx: Context, needId: string, given: Given): Promise<Need> =>
  act(ctx, async (trx) => {
    await recordAnswer(ctx, trx, needId, given)
    return readNeed(ctx, trx, needId)
  })
