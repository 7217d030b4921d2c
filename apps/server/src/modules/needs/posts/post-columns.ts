import type { LinkedOccupation } from '@guildhall/contract/needs'
import { type SqlBool, sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database/connect.ts'

const standing = sql`from post_decisions d join concepts c on c.id = d.concept_id where d.need_id = needs.id and d.undone_at is null`

/** The occupations to which a need's post is tied, as a column of the need. */
export const occupationsOf = sql<LinkedOccupation[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'taxonomy', d.taxonomy, 'code', c.code, 'notation', c.notation, 'label', c.label) order by d.taxonomy), '[]') ${standing})`

/** Needs whose post is tied to this occupation; `none`: they name a post, and nobody tied it to any. */
export const hasOccupation = (occupationId: string) =>
  occupationId === 'none'
    ? sql<SqlBool>`(needs.post is not null and not exists (select 1 ${standing}))`
    : sql<SqlBool>`exists (select 1 ${standing} and d.concept_id = ${occupationId})`

/** The same for needs that stand in another list: of a visit. */
export async function listOccupationsOf(trx: Db | Trx, needIds: readonly string[]): Promise<Map<string, LinkedOccupation[]>> {
  if (!needIds.length) return new Map()
  const { rows } = await sql<{ id: string; occupations: LinkedOccupation[] }>`select needs.id, ${occupationsOf} as occupations from needs where needs.id = any(${[...needIds]}::uuid[])`.execute(trx)
  return new Map(rows.map((row) => [row.id, row.occupations]))
}
