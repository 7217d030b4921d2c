import type { TaxonomyRow } from '@guildhall/contract/taxonomy'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAudit } from '../../../platform/actions/actions.ts'
import type { Context } from '../../../platform/context.ts'
import { act } from '../../../platform/database/doors.ts'
import { conflict, notAllowed } from '../../../platform/http/refused.ts'
import { readTaxonomyRow } from '../concepts/taxonomies.queries.ts'
import { taxonomyRights } from '../taxonomy.things.ts'

/** Puts a version away, or takes it back. Nothing is deleted: outcomes go on naming its concepts. */
export const setRetired = (ctx: Context, id: string, isRetired: boolean): Promise<TaxonomyRow> =>
  act(ctx, async (trx) => {
    if (!can(taxonomyRights, 'retire', ctx.actor, {})) throw notAllowed()
    const before = await readTaxonomyRow(ctx, trx, id)
    if (before.state === 'loading') throw conflict('taxonomy-is-loading')
    if ((before.state === 'retired') === isRetired) return before
    await trx.updateTable('taxonomies').set({ state: isRetired ? 'retired' : 'ready' }).where('id', '=', id).execute()
    await keepAudit(ctx, trx, { homeId: signatureOf(ctx.actor).organisationId ?? everyone, action: isRetired ? 'taxonomy-retired' : 'taxonomy-restored', kind: 'taxonomy', id, detail: { code: before.code, version: before.version } })
    return readTaxonomyRow(ctx, trx, id)
  })
