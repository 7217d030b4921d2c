import type { Answer } from '@guildhall/contract/http'
import type { NeedFilter, suggestions } from '@guildhall/contract/needs'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import { notAllowed } from '../../../platform/http/refused.ts'
import { suggestionRights } from './suggestions.thing.ts'
import { translateNeedsJob } from './translate-needs.job.ts'

/** Asks the engine to read the needs that a filter names. */
export const makeSuggestions = (ctx: Context, filter: NeedFilter): Promise<Answer<typeof suggestions.make>> => act(ctx, async (trx) => ({ jobId: await send(ctx, trx, filter, newId(ctx)) }))

/** The same after an import, in the transaction that ends it. Ended twice, it is one job. */
export async function suggestForImport(ctx: Context, trx: Trx, importId: string, taken: number): Promise<void> {
  if (taken > 0) await send(ctx, trx, { importId }, `import:${importId}:${taken}`)
}

async function send(ctx: Context, trx: Trx, filter: NeedFilter, effect: string): Promise<string> {
  const { personId, organisationId } = signatureOf(ctx.actor)
  if (!personId || !organisationId || !can(suggestionRights, 'make', ctx.actor, {})) throw notAllowed()
  return ctx.house.jobs.send(ctx, trx, translateNeedsJob, { personId, homeId: organisationId, filter }, { key: `translate-needs:${effect}` })
}
