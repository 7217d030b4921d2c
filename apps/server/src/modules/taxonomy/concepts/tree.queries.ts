import type { Answer } from '@guildhall/contract/http'
import type { ConceptLevel, concepts } from '@guildhall/contract/taxonomy'
import { toContentLanguage } from '@guildhall/kernel'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'

type Part = Readonly<{ from: number; limit: number; retired?: 'with' | undefined }>

/** The tops of a taxonomy: what has nothing above it within the taxonomy. */
export const listRoots = (ctx: Context, asked: z.output<typeof concepts.roots.query>): Promise<Answer<typeof concepts.roots>> =>
  look(ctx, (trx) =>
    readLevel(ctx, trx, asked, sql`
      ${asked.taxonomyId ? sql`c.taxonomy_id = ${asked.taxonomyId}::uuid` : sql`c.taxonomy_id in (select id from taxonomies where state <> 'retired')`}
      and c.is_top`),
  )

export const listBelow = (ctx: Context, id: string, asked: Part): Promise<Answer<typeof concepts.below>> =>
  look(ctx, async (trx) => {
    const above = await trx.selectFrom('concepts').select(['taxonomyId', 'code']).where('id', '=', id).executeTakeFirst()
    if (!above) throw notFound()
    return readLevel(ctx, trx, asked, sql`c.taxonomy_id = ${above.taxonomyId} and c.code in (select from_code from concept_relations where taxonomy_id = ${above.taxonomyId} and to_code = ${above.code} and kind = 'broader')`)
  })

/** Concepts of one level: by the code that people know, else by name in the reader's language. Groups come before what they sort. */
async function readLevel(ctx: Context, trx: Trx, { from, limit, retired }: Part, where: RawBuilder<SqlBool>): Promise<ConceptLevel> {
  const language = toContentLanguage(ctx.actor.language)
  const { rows } = await sql<ConceptLevel['items'][number] & { count: number }>`
    with level as (
      select c.id, c.taxonomy_id, c.code, c.notation, c.kind, c.label, c.retired_at, count(*) over ()::int as count
      from concepts c where ${where} and (${retired ? sql`true` : sql`c.retired_at is null`})
      order by c.kind <> 'group', c.notation nulls last, coalesce(c.label->>${language}, c.label->>'en', c.label->>'zh', c.label->>'de'), c.code
      limit ${limit} offset ${from}
    )
    select level.id, level.code, level.notation, level.kind, level.label, level.retired_at, level.count,
      (select count(*)::int from concept_relations r join concepts one on one.taxonomy_id = r.taxonomy_id and one.code = r.from_code
        where r.taxonomy_id = level.taxonomy_id and r.to_code = level.code and r.kind = 'broader' and (${retired ? sql`true` : sql`one.retired_at is null`})) as below
    from level`.execute(trx)
  return { count: rows[0]?.count ?? 0, items: rows.map(({ count: _count, ...node }) => node) }
}
