import type { PostOfNeed, posts } from '@guildhall/contract/needs'
import type { z } from 'zod'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import { act, look } from '../../../platform/database/doors.ts'
import { conflict, fault, notFound } from '../../../platform/http/refused.ts'
import { findOccupationsById } from '../../taxonomy/index.ts'
import type { Engine } from '../../translation/index.ts'
import { demandNeed, keepNeedAction } from '../needs/needs.service.ts'
import { askedPostOf, readPostOfNeed } from './posts.queries.ts'
import { insertPostDecision, type WeighedChoice } from './posts.store.ts'
import { type AskedPost, proposeOccupations } from './propose.ts'

/** A named person ties the post of a need to an occupation, or says that none of a classification fits. */
export async function decidePost(ctx: Context, engine: Engine, needId: string, given: z.output<typeof posts.decide.body>): Promise<PostOfNeed> {
  const asked = await askedPostOf(ctx, needId)
  if (!asked.post) throw conflict('need-names-no-post')
  const taxonomies = await proposeOccupations(ctx, engine, asked)
  const [choice] = 'none' in given ? [{ taxonomy: given.none, conceptId: null, code: null, grade: null, evidence: {} } satisfies WeighedChoice] : await weigh(ctx, taxonomies, [given.conceptId], '/conceptId')
  if (!choice) throw fault('/conceptId', 'no-such-occupation')
  return act(ctx, async (trx) => {
    const need = await demandNeed(ctx, trx, needId, 'change')
    await insertPostDecision(ctx, trx, { needId, enterpriseId: need.enterprise.id, post: asked.post, parties: [need.enterprise.id, ...need.givenTo.map((one) => one.id), need.opened ? everyone : null] }, choice)
    await keepNeedAction(ctx, trx, need, choice.conceptId ? 'occupation-accepted' : 'no-occupation-fits', { taxonomy: choice.taxonomy, post: asked.post, ...(choice.code ? { code: choice.code, conceptId: choice.conceptId } : {}), ...(choice.grade ? { grade: choice.grade } : {}) })
    return readPostOfNeed(ctx, trx, needId, taxonomies)
  })
}

export async function undoPostDecision(ctx: Context, engine: Engine, needId: string, decisionId: string): Promise<PostOfNeed> {
  const taxonomies = await proposeOccupations(ctx, engine, await askedPostOf(ctx, needId))
  return act(ctx, async (trx) => {
    const need = await demandNeed(ctx, trx, needId, 'change')
    const undone = await trx
      .updateTable('postDecisions')
      .set({ undoneAt: ctx.now, undoneBy: signatureOf(ctx.actor).personId })
      .where('homeId', '=', need.enterprise.id)
      .where('needId', '=', needId)
      .where('id', '=', decisionId)
      .where('undoneAt', 'is', null)
      .returning(['taxonomy'])
      .executeTakeFirst()
    if (!undone) throw notFound()
    await keepNeedAction(ctx, trx, need, 'occupation-undone', { taxonomy: undone.taxonomy, decisionId })
    return readPostOfNeed(ctx, trx, needId, taxonomies)
  })
}

/** What was chosen while a need was written, with what the engine says of it: the evidence of a decision is the server's, not the browser's. */
export async function weighChoices(ctx: Context, engine: Engine, asked: AskedPost, conceptIds: readonly string[] | undefined): Promise<readonly WeighedChoice[]> {
  if (!conceptIds?.length || !asked.post) return []
  return weigh(ctx, await proposeOccupations(ctx, engine, asked), conceptIds, '/occupations')
}

async function weigh(ctx: Context, taxonomies: PostOfNeed['taxonomies'], conceptIds: readonly string[], at: string): Promise<WeighedChoice[]> {
  const concepts = await look(ctx, (trx) => findOccupationsById(trx, conceptIds))
  if (concepts.length !== new Set(conceptIds).size) throw fault(at, 'no-such-occupation')
  if (new Set(concepts.map((one) => one.taxonomy)).size !== concepts.length) throw fault(at, 'one-occupation-a-classification')
  const proposed = new Map(taxonomies.flatMap((one) => one.proposals).map((one) => [one.id, one]))
  return concepts.map(({ id, code, taxonomy }) => {
    const one = proposed.get(id)
    // What was found by search has no grade: a person alone says so.
    return { taxonomy: taxonomy as WeighedChoice['taxonomy'], conceptId: id, code, grade: one?.grade ?? null, evidence: one ? { ...(one.matched ? { matched: one.matched } : {}), spans: one.spans, reasons: one.reasons } : {} } // safe: asked for the classifications of occupations alone
  })
}
