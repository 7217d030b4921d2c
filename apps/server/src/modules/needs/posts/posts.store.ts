import type { TitleGrade } from '@guildhall/translation'
import { signatureOf } from '../../../platform/access/actor.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { ids, json } from '../../../platform/database/doors.ts'
import type { OccupationTaxonomyCode } from '../../taxonomy/index.ts'
import { textKeyOf } from '../../translation/index.ts'

/** What is kept of a decision: an occupation with what led to it when it was chosen, or that none of a classification fits. */
export type WeighedChoice = Readonly<{
  taxonomy: OccupationTaxonomyCode
  conceptId: string | null
  code: string | null
  grade: TitleGrade | null
  evidence: Readonly<{ matched?: string; spans?: readonly { start: number; end: number }[]; reasons?: readonly { code: string }[] }>
}>

/** The same post in other letters is the same post. */
export const postKeyOf = (post: string): string => textKeyOf(post).slice(0, 200)

type Where = Readonly<{ needId: string; enterpriseId: string }>

export async function insertPostDecision(ctx: Context, trx: Trx, need: Where & Readonly<{ post: string; parties: readonly (string | null)[] }>, choice: WeighedChoice): Promise<void> {
  const { organisationId, personId } = signatureOf(ctx.actor)
  await endPostDecisions(ctx, trx, need, choice.taxonomy)
  await trx
    .insertInto('postDecisions')
    .values({
      homeId: need.enterpriseId, id: newId(ctx), needId: need.needId, taxonomy: choice.taxonomy, conceptId: choice.conceptId, post: need.post, postKey: postKeyOf(need.post), grade: choice.grade, evidence: json(choice.evidence),
      organisationId, personId, at: ctx.now, parties: ids(need.parties),
    })
    .execute()
}

/** Ends what stands of a need's post, of one classification or of all; answers how many that were. */
export async function endPostDecisions(ctx: Context, trx: Trx, need: Where, taxonomy?: OccupationTaxonomyCode): Promise<number> {
  let query = trx.updateTable('postDecisions').set({ undoneAt: ctx.now, undoneBy: signatureOf(ctx.actor).personId }).where('homeId', '=', need.enterpriseId).where('needId', '=', need.needId).where('undoneAt', 'is', null)
  if (taxonomy) query = query.where('taxonomy', '=', taxonomy)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}
