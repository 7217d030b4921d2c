import type { Answer } from '@guildhall/contract/http'
import type { ConceptPage, concepts, conceptRelationKinds, RelatedConcept } from '@guildhall/contract/taxonomy'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'

/** So many of each relation come with the concept; who wants all asks for them. */
const shownAtOnce = 12

type RelationKind = (typeof conceptRelationKinds)[number]
type Side = 'from' | 'to'
type Row = RelatedConcept & Readonly<{ relation: RelationKind; side: Side; count: number }>
type Window = Readonly<{ from: number; limit: number; only?: Readonly<{ kind: RelationKind; side: Side }> }>

/** The first of everything in any relation to a concept, in groups. */
export async function readAround(trx: Trx, taxonomyId: string, code: string): Promise<Pick<ConceptPage, 'parents' | 'children' | 'relations'>> {
  const groups = new Map<string, ConceptPage['relations'][number]>()
  for (const { relation, side, count, ...item } of await readRelated(trx, taxonomyId, code, { from: 0, limit: shownAtOnce })) {
    const group = groups.get(`${relation} ${side}`) ?? { kind: relation, side, count, items: [] }
    group.items.push(item)
    groups.set(`${relation} ${side}`, group)
  }
  const take = (key: string) => {
    const group = groups.get(key)
    groups.delete(key)
    return { count: group?.count ?? 0, items: group?.items ?? [] }
  }
  return { parents: take('broader from'), children: take('broader to'), relations: [...groups.values()] }
}

/** One relation, as far as somebody wants to read. */
export const listRelated = (ctx: Context, id: string, { kind, side, from, limit }: z.output<typeof concepts.related.query>): Promise<Answer<typeof concepts.related>> =>
  look(ctx, async (trx) => {
    const one = await trx.selectFrom('concepts').select(['taxonomyId', 'code']).where('id', '=', id).executeTakeFirst()
    if (!one) throw notFound()
    const rows = await readRelated(trx, one.taxonomyId, one.code, { from, limit, only: { kind, side } })
    return { count: rows[0]?.count ?? 0, items: rows.map(({ relation: _relation, side: _side, count: _count, ...item }) => item) }
  })

/** What stands around a concept, in the order of codes. A relation may lead into another taxonomy (a skill to the occupation that examines it); one that leads nowhere is not counted. */
async function readRelated(trx: Trx, taxonomyId: string, code: string, { from, limit, only }: Window): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with around as (
      select kind, 'from' as side, to_code as code, taxonomy_id from concept_relations where taxonomy_id = ${taxonomyId} and from_code = ${code}
      union
      -- being related has no direction: each is told once
      select kind, case when kind = 'related' then 'from' else 'to' end as side, from_code as code, taxonomy_id from concept_relations where taxonomy_id = ${taxonomyId} and to_code = ${code}
      union
      -- another taxonomy speaks of this one by its code
      select r.kind, 'to' as side, r.from_code as code, r.taxonomy_id from taxonomies t join concept_relations r on r.taxonomy_id = t.id and r.to_code = ${code}
      where t.id <> ${taxonomyId} and t.state <> 'retired' and r.kind = 'examined-in'
    ), counted as (
      select a.kind, a.side, c.id, c.code, c.notation, c.kind as concept_kind, c.label, count(*) over (partition by a.kind, a.side)::int as count,
        row_number() over (partition by a.kind, a.side order by c.notation nulls last, c.code)::int as place
      from around a cross join lateral (
        select one.id, one.code, one.notation, one.kind, one.label from taxonomies t join concepts one on one.taxonomy_id = t.id and one.code = a.code
        order by (t.id = a.taxonomy_id) desc, t.version desc limit 1
      ) c
      where ${only ? sql`a.kind = ${only.kind} and a.side = ${only.side}` : sql`true`}
    )
    select kind as relation, side, count, id, code, notation, concept_kind as kind, label from counted
    where place > ${from} and place <= ${from + limit} order by relation, side, place`.execute(trx)
  return rows
}
