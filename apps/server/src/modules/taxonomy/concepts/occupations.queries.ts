import type { ContentLanguage, LocalizedText } from '@guildhall/kernel'
import type { Concept } from '@guildhall/translation'
import { sql } from 'kysely'
import type { Db, Trx } from '../../../platform/database/connect.ts'

/** Classifications that a title of a post is tied to, in the order in which people read them. O*NET is left out: a fourth list beside three is read by nobody. */
export const occupationTaxonomies = ['csco', 'esco', 'kldb'] as const
export type OccupationTaxonomyCode = (typeof occupationTaxonomies)[number]

export type OccupationTaxonomy = Readonly<{ id: string; code: OccupationTaxonomyCode; version: string; name: LocalizedText; languages: readonly ContentLanguage[]; importedAt: string }>

/** Whole taxonomies that hold occupations, newest edition first within each code. */
export async function listOccupationTaxonomies(db: Db | Trx): Promise<OccupationTaxonomy[]> {
  const rows = await db
    .selectFrom('taxonomies')
    .select(['id', 'code', 'version', 'name', 'languages', 'importedAt'])
    .where('code', 'in', [...occupationTaxonomies])
    .where('state', '=', 'ready')
    .where((eb) => eb.exists(eb.selectFrom('concepts').select('concepts.id').whereRef('concepts.taxonomyId', '=', 'taxonomies.id').where('concepts.kind', '=', 'occupation')))
    .orderBy('importedAt', 'desc')
    .orderBy('version', 'desc')
    .execute()
  const place = (code: string) => (occupationTaxonomies as readonly string[]).indexOf(code)
  return rows.map((row) => ({ ...row, code: row.code as OccupationTaxonomyCode, languages: row.languages as ContentLanguage[] })).sort((a, b) => place(a.code) - place(b.code)) // safe: asked for these codes; the readers know these languages only
}

const rowsAtOnce = 1000
type Row = Readonly<{ id: string; kind: Concept['kind']; label: Record<string, string>; alternatives: Record<string, string[]>; description: LocalizedText; parent: string | null }>

/** Occupations and the groups that stand above them, as the engine reads them, in the order of their codes. Groups of skills are none of it, nor the topmost groups, which hold everything. */
export async function* readOccupations(db: Db, taxonomyId: string): AsyncGenerator<Concept[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<Row>`
      with recursive above as (
        select c.code from concepts c where c.taxonomy_id = ${taxonomyId} and c.kind = 'occupation'
        union
        select r.to_code from above a join concept_relations r on r.taxonomy_id = ${taxonomyId} and r.from_code = a.code and r.kind = 'broader'
      )
      select c.code as id, c.kind, c.label, c.alternatives, c.description,
        (select max(r.to_code) from concept_relations r where r.taxonomy_id = c.taxonomy_id and r.from_code = c.code and r.kind = 'broader') as parent
      from concepts c where c.taxonomy_id = ${taxonomyId} and c.kind in ('occupation', 'group') and c.retired_at is null and c.code > ${after} and c.code in (select code from above)
        and (c.kind = 'occupation' or exists (select 1 from concept_relations r where r.taxonomy_id = c.taxonomy_id and r.from_code = c.code and r.kind = 'broader'))
      order by c.code limit ${rowsAtOnce}`.execute(db)
    if (!rows.length) return
    after = rows.at(-1)?.id ?? after
    yield rows.map(({ id, kind, label, alternatives, description, parent }) => ({
      id, kind, labels: Object.fromEntries(Object.entries(label).map(([language, name]) => [language, [name, ...(alternatives[language] ?? [])]])), description, ...(parent ? { parents: [parent] } : {}),
    }))
  }
}

export type OccupationConcept = Readonly<{ id: string; taxonomyId: string; taxonomy: string; version: string; code: string; notation: string | null; kind: 'occupation' | 'group'; label: LocalizedText; group: Readonly<{ notation: string | null; label: LocalizedText }> | null }>

const columns = sql`c.id, t.id as taxonomy_id, t.code as taxonomy, t.version, c.code, c.notation, c.kind, c.label,
  (select jsonb_build_object('notation', g.notation, 'label', g.label) from concept_relations r join concepts g on g.taxonomy_id = r.taxonomy_id and g.code = r.to_code and g.kind = 'group'
   where r.taxonomy_id = c.taxonomy_id and r.from_code = c.code and r.kind = 'broader' order by g.code limit 1) as "group"`

/** Occupations and groups by their codes, each with the group it stands in (of ESCO: the group of ISCO). */
export async function findOccupations(trx: Trx, asked: Readonly<{ taxonomyId: string; codes: readonly string[] }>): Promise<OccupationConcept[]> {
  if (!asked.codes.length) return []
  const { rows } = await sql<OccupationConcept>`select ${columns} from concepts c join taxonomies t on t.id = c.taxonomy_id where c.taxonomy_id = ${asked.taxonomyId} and c.code = any(${[...asked.codes]}::text[]) and c.kind in ('occupation', 'group')`.execute(trx)
  return rows
}

/** The same by the ids that people chose; of the classifications of occupations alone. */
export async function findOccupationsById(trx: Trx, ids: readonly string[]): Promise<OccupationConcept[]> {
  if (!ids.length) return []
  const { rows } = await sql<OccupationConcept>`select ${columns} from concepts c join taxonomies t on t.id = c.taxonomy_id where c.id = any(${[...ids]}::uuid[]) and c.kind in ('occupation', 'group') and t.code = any(${[...occupationTaxonomies]}::text[])`.execute(trx)
  return rows
}
