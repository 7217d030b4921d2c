import type { Answer } from '@guildhall/contract/http'
import type { ConceptPage, ConceptRow, concepts, conceptRelationKinds, TaxonomyRow, taxonomies } from '@guildhall/contract/taxonomy'
import type { LocalizedText } from '@guildhall/kernel'
import { type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { allowedOf } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { taxonomyRights } from '../taxonomy.things.ts'

const mostRelated = 100

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

const rows = (trx: Trx) =>
  trx
    .selectFrom('concepts')
    .innerJoin('taxonomies', 'taxonomies.id', 'concepts.taxonomyId')
    .select(['concepts.id', 'concepts.code', 'concepts.notation', 'concepts.kind', 'concepts.label', 'concepts.retiredAt', 'taxonomies.id as ofId', 'taxonomies.code as ofCode', 'taxonomies.version as ofVersion'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const present = ({ ofId, ofCode, ofVersion, kind, ...row }: Row): ConceptRow => ({ ...row, kind: kind as ConceptRow['kind'], taxonomy: { id: ofId, code: ofCode, version: ofVersion } }) // safe: a CHECK holds the kinds

const wordsOf = (q: string | undefined) => (q ?? '').normalize('NFKC').toLowerCase().slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 8)

export const listConcepts = (ctx: Context, asked: z.output<typeof concepts.list.query>): Promise<Answer<typeof concepts.list>> =>
  look(ctx, async (trx) => {
    let query = rows(trx)
    for (const word of wordsOf(asked.q)) query = query.where(sql<SqlBool>`concepts.words like ${`%${word.replace(/[\\%_]/g, (one) => `\\${one}`)}%`}`)
    query = asked.taxonomyId ? query.where('concepts.taxonomyId', '=', asked.taxonomyId) : query.where('taxonomies.state', '<>', 'retired')
    if (asked.kind) query = query.where('concepts.kind', '=', asked.kind)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { code: 'concepts.code' }, defaultSort: 'code', id: 'concepts.id', keys: (row) => [row.code, row.id] })
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

type RelationKind = (typeof conceptRelationKinds)[number]
type Related = ConceptPage['parents']['items'][number]
type RelatedRow = Readonly<{ relation: RelationKind; side: 'from' | 'to'; count: number; id: string; code: string; notation: string | null; kind: Related['kind']; label: LocalizedText }>

export const getConcept = (ctx: Context, id: string): Promise<ConceptPage> =>
  look(ctx, async (trx) => {
    const row = await rows(trx).select(['concepts.alternatives', 'concepts.description', 'concepts.tasks']).where('concepts.id', '=', id).executeTakeFirst()
    if (!row) throw notFound()
    const { alternatives, description, tasks, ...rest } = row
    const groups = new Map<string, ConceptPage['relations'][number]>()
    for (const { relation, side, count, ...item } of await readRelated(trx, row.ofId, row.code)) {
      const group = groups.get(`${relation} ${side}`) ?? { kind: relation, side, count, items: [] }
      group.items.push(item)
      groups.set(`${relation} ${side}`, group)
    }
    const take = (key: string) => {
      const group = groups.get(key)
      groups.delete(key)
      return { count: group?.count ?? 0, items: group?.items ?? [] }
    }
    return {
      ...present(rest), alternatives: alternatives as ConceptPage['alternatives'], description: description as LocalizedText, tasks: tasks as ConceptPage['tasks'], // safe: written by the import alone
      parents: take('broader from'), children: take('broader to'), relations: [...groups.values()],
    }
  })

/** What stands around a concept, at most 100 of each relation and side. A relation may lead into another taxonomy (a skill to the occupation that examines it). */
async function readRelated(trx: Trx, taxonomyId: string, code: string): Promise<RelatedRow[]> {
  const { rows: found } = await sql<RelatedRow>`
    with around as (
      select kind, 'from' as side, to_code as code, taxonomy_id from concept_relations where taxonomy_id = ${taxonomyId} and from_code = ${code}
      union all
      select kind, 'to' as side, from_code as code, taxonomy_id from concept_relations where taxonomy_id = ${taxonomyId} and to_code = ${code}
    ), counted as (
      select *, count(*) over (partition by kind, side)::int as count, row_number() over (partition by kind, side order by code) as place from around
    )
    select r.kind as relation, r.side, r.count, c.id, c.code, c.notation, c.kind, c.label
    from counted r cross join lateral (
      select one.id, one.code, one.notation, one.kind, one.label from taxonomies t join concepts one on one.taxonomy_id = t.id and one.code = r.code
      order by (t.id = r.taxonomy_id) desc, t.version desc limit 1
    ) c
    where r.place <= ${mostRelated}
    order by r.kind, r.side, r.place`.execute(trx)
  return found
}
