import type { Answer } from '@guildhall/contract/http'
import type { NeedFilter, suggestions } from '@guildhall/contract/needs'
import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import { sql } from 'kysely'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notAllowed } from '../../../platform/http/refused.ts'
import { noId } from '../../../platform/search/find.ts'
import { findStoredTaxonomies, versionWith } from '../../translation/index.ts'
import { fitsFilter } from '../needs/receipt-filter.ts'
import { suggestionRights } from './suggestions.thing.ts'

/** The version by which a need of each language is read now. */
export type Versions = Readonly<Record<ContentLanguage, string>>

/** Receipts of the actor's college that a filter names, with their needs. */
export const receipts = (ctx: Context, trx: Trx, asked: NeedFilter) =>
  trx
    .selectFrom('needReceipts')
    .innerJoin('needs', 'needs.id', 'needReceipts.needId')
    .where('needReceipts.homeId', '=', signatureOf(ctx.actor).organisationId ?? noId)
    .where('needs.withdrawnAt', 'is', null)
    .where('needs.joinedInto', 'is', null)
    .where(fitsFilter(asked))


const isCurrent = (versions: Versions) => sql<boolean>`(need_receipts.translation is not null and need_receipts.engine_version = case needs.language when 'zh' then ${versions.zh} when 'en' then ${versions.en} else ${versions.de} end)`

/**
 * What the engine has still to read: nobody has opened the need, nobody has ever decided about it, and no proposal of this engine lies there.
 * A proposal that somebody has seen stays as it is, whatever later engines would say.
 */
export const isWaiting = (versions: Versions) => sql<boolean>`(need_receipts.status = 'unread' and not ${isCurrent(versions)} and not exists (
  select 1 from translation_decisions d where d.home_id = need_receipts.home_id and d.need_id = need_receipts.need_id))`

export async function countSuggestions(ctx: Context, asked: NeedFilter): Promise<Answer<typeof suggestions.count>> {
  if (!can(suggestionRights, 'count', ctx.actor, {})) throw notAllowed()
  const found = await Promise.all(contentLanguages.map(async (language) => [language, versionWith(await findStoredTaxonomies(ctx.house, language))] as const))
  const versions = Object.fromEntries(found) as Versions // safe: of all three languages
  return look(ctx, async (trx) => {
    const row = await receipts(ctx, trx, asked)
      .select([
        sql<number>`count(*)::int`.as('needs'), sql<number>`count(*) filter (where need_receipts.status = 'unread')::int`.as('unread'), sql<number>`count(*) filter (where ${isCurrent(versions)})::int`.as('suggested'),
        sql<number>`count(*) filter (where ${isWaiting(versions)})::int`.as('waiting'), sql<number>`coalesce(sum(need_receipts.suggested_statements), 0)::int`.as('statements'),
      ])
      .executeTakeFirstOrThrow()
    return { ...row, engines: found.map(([language, version]) => ({ language, version })), asOf: ctx.now }
  })
}
