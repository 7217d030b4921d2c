import type { Answer } from '@guildhall/contract/http'
import type { TaxonomyRow, taxonomies } from '@guildhall/contract/taxonomy'
import type { LocalizedText } from '@guildhall/kernel'
import { allowedOf } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { taxonomyRights } from '../taxonomy.things.ts'

export async function listTaxonomies(ctx: Context): Promise<Answer<typeof taxonomies.list>> {
  const allowed = allowedOf(taxonomyRights, ctx.actor, {})
  return look(ctx, async (trx) => {
    const rows = await trx.selectFrom('taxonomies').selectAll().orderBy('code').orderBy('version', 'desc').execute()
    return { items: rows.map((row) => presentTaxonomy(row, allowed)), allowed }
  })
}

type TaxonomyColumns = Readonly<{ id: string; code: string; version: string; name: LocalizedText; source: string; licence: string; state: string; languages: string[]; counts: unknown; importedAt: string }>
function presentTaxonomy({ counts, ...row }: TaxonomyColumns, allowed: string[]): TaxonomyRow {
  const { concepts = 0, relations = 0 } = counts as { concepts?: number; relations?: number } // safe: written by closeTaxonomy alone
  return { ...row, state: row.state as TaxonomyRow['state'], languages: row.languages as TaxonomyRow['languages'], concepts, relations, allowed } // safe: a CHECK holds the states; the readers know these languages only
}

export async function readTaxonomyRow(ctx: Context, trx: Trx, id: string): Promise<TaxonomyRow> {
  const row = await trx.selectFrom('taxonomies').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return presentTaxonomy(row, allowedOf(taxonomyRights, ctx.actor, {}))
}
