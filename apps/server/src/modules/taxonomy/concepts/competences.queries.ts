import type { ContentLanguage } from '@guildhall/kernel'
import type { Concept } from '@guildhall/translation'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/connect.ts'

export type CompetenceTaxonomy = Readonly<{ id: string; code: string; version: string; languages: readonly ContentLanguage[]; importedAt: string }>

/**
 * Taxonomies whose competences the engine may tie words to: the newest version of ESCO that is in. The starter lexicon the engine has of its own;
 * how well others do has not been measured.
 */
export async function listCompetenceTaxonomies(db: Db): Promise<CompetenceTaxonomy[]> {
  const rows = await db.selectFrom('taxonomies').select(['id', 'code', 'version', 'languages', 'importedAt']).where('code', '=', 'esco').where('state', '=', 'ready').orderBy('importedAt', 'desc').orderBy('version', 'desc').limit(1).execute()
  return rows.map((row) => ({ ...row, languages: row.languages as ContentLanguage[] })) // safe: the readers know these languages only
}

const rowsAtOnce = 1000
type Row = Readonly<{ id: string; label: Record<string, string>; alternatives: Record<string, string[]>; description: Record<string, string>; parent: string | null; uses: number }>

/** The competences of a taxonomy as the engine reads them, in the order of their codes, a thousand at a time. */
export async function* readCompetences(db: Db, taxonomyId: string): AsyncGenerator<Concept[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<Row>`
      select c.code as id, c.label, c.alternatives, c.description,
        (select max(r.to_code) from concept_relations r where r.taxonomy_id = c.taxonomy_id and r.from_code = c.code and r.kind = 'broader') as parent,
        (select count(*)::int from concept_relations r where r.taxonomy_id = c.taxonomy_id and r.from_code = c.code and r.kind in ('essential-for', 'optional-for')) as uses
      from concepts c where c.taxonomy_id = ${taxonomyId} and c.kind = 'competence' and c.retired_at is null and c.code > ${after} order by c.code limit ${rowsAtOnce}`.execute(db)
    if (!rows.length) return
    after = rows.at(-1)?.id ?? after
    yield rows.map(({ id, label, alternatives, description, parent, uses }) => ({
      id, kind: 'competence', labels: Object.fromEntries(Object.entries(label).map(([language, name]) => [language, [name, ...(alternatives[language] ?? [])]])), description, uses, ...(parent ? { parents: [parent] } : {}),
    }))
  }
}
