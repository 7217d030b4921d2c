import type { ContentLanguage, LocalizedText } from '@guildhall/kernel'
import { sql } from 'kysely'
import type { Db } from '../../../platform/database/connect.ts'
import type { TaxonomyConcept, TaxonomyRelation } from '../readers/taxonomy-item.ts'
import { type Searched, toSearched } from './searched.ts'

/** A concept as it stands in the table, all languages together. */
type ConceptValues = Readonly<{ code: string; notation: string | null; kind: string; label: LocalizedText; alternatives: Alternatives; description: LocalizedText; tasks: Alternatives; retired: boolean }> & Searched
/** Lists of text by language: alternative labels, tasks. */
type Alternatives = Readonly<Partial<Record<ContentLanguage, readonly string[]>>>
type Kept = Pick<ConceptValues, 'code' | 'kind' | 'notation' | 'label' | 'alternatives' | 'description' | 'tasks' | 'retired'>

/** The concept with what is kept of it: a language that comes now replaces that language, the others stay. */
function merge(kept: Kept | undefined, concept: TaxonomyConcept, labelsOnly: boolean): ConceptValues {
  const spoken = Object.entries(concept.labels) as [ContentLanguage, { preferred: string; alternative: readonly string[] }][] // safe: the keys of labels are languages
  const label: LocalizedText = { ...kept?.label, ...Object.fromEntries(spoken.map(([language, one]) => [language, one.preferred])) }
  const alternatives: Alternatives = { ...kept?.alternatives, ...Object.fromEntries(spoken.map(([language, one]) => [language, one.alternative])) }
  const notation = (labelsOnly ? undefined : concept.notation) ?? kept?.notation ?? null
  const tasks: Alternatives = { ...kept?.tasks, ...(concept.tasks ? Object.fromEntries(spoken.map(([language]) => [language, concept.tasks])) : {}) }
  const said = { notation, label, alternatives, description: { ...kept?.description, ...concept.description }, tasks }
  const own = labelsOnly && kept ? { kind: kept.kind, retired: kept.retired } : { kind: concept.kind, retired: concept.status === 'obsolete' }
  return { code: concept.id, ...own, ...said, ...toSearched(said) }
}

export type Written = 'new' | 'changed' | 'same'

/** Writes a batch of concepts in two statements: what is kept is read and merged, then everything that differs is written. Answers what happened to each code. */
export async function writeConcepts(db: Db, taxonomyId: string, batch: readonly TaxonomyConcept[], given: Readonly<{ now: string; newId: () => string; labelsOnly?: boolean }>): Promise<ReadonlyMap<string, Written>> {
  const codes = [...new Set(batch.map((one) => one.id))]
  const kept = await sql<Kept>`select code, kind, notation, label, alternatives, description, tasks, retired_at is not null as retired from concepts where taxonomy_id = ${taxonomyId} and code = any(${codes}::text[])`.execute(db)
  const before = new Map<string, Kept>(kept.rows.map((row) => [row.code, row]))
  const merged = new Map<string, ConceptValues>()
  for (const concept of batch) merged.set(concept.id, merge(merged.get(concept.id) ?? before.get(concept.id), concept, given.labelsOnly ?? false))
  const rows = [...merged.values()].map((one) => ({ ...one, id: given.newId() }))
  const written = await sql<{ code: string }>`
    insert into concepts as c (id, taxonomy_id, code, notation, kind, label, alternatives, description, tasks, words, said, grams, retired_at)
    select r.id, ${taxonomyId}::uuid, r.code, r.notation, r.kind, r.label, r.alternatives, r.description, r.tasks, r.words, r.said, r.grams, case when r.retired then ${given.now}::timestamptz end
    from json_to_recordset(${JSON.stringify(rows)}) as r(id uuid, code text, notation text, kind text, label jsonb, alternatives jsonb, description jsonb, tasks jsonb, words text, said text, grams text[], retired boolean)
    on conflict (taxonomy_id, code) do update set
      notation = excluded.notation, kind = excluded.kind, label = excluded.label, alternatives = excluded.alternatives, description = excluded.description, tasks = excluded.tasks,
      words = excluded.words, said = excluded.said, grams = excluded.grams,
      retired_at = case when excluded.retired_at is null then null else coalesce(c.retired_at, excluded.retired_at) end
    where (c.notation, c.kind, c.label, c.alternatives, c.description, c.tasks, c.words, c.retired_at is null)
      is distinct from (excluded.notation, excluded.kind, excluded.label, excluded.alternatives, excluded.description, excluded.tasks, excluded.words, excluded.retired_at is null)
    returning c.code`.execute(db)
  const touched = new Set(written.rows.map((row) => row.code))
  return new Map(codes.map((code) => [code, !touched.has(code) ? 'same' : before.has(code) ? 'changed' : 'new']))
}

/** Writes a batch of relations; answers how many were not there yet. One that a batch names twice (a skill examined at two grades) is one. */
export async function writeRelations(db: Db, taxonomyId: string, batch: readonly TaxonomyRelation[]): Promise<{ fresh: number; known: number }> {
  const rows = [...new Map(batch.map(({ from, to, kind }) => [JSON.stringify([from, to, kind]), { from, to, kind }])).values()]
  const written = await sql`
    insert into concept_relations (taxonomy_id, from_code, to_code, kind)
    select ${taxonomyId}::uuid, r."from", r."to", r.kind from json_to_recordset(${JSON.stringify(rows)}) as r("from" text, "to" text, kind text)
    on conflict do nothing`.execute(db)
  const fresh = Number(written.numAffectedRows ?? 0)
  return { fresh, known: rows.length - fresh }
}

export type TaxonomyHead = Readonly<{ code: string; version: string; name: LocalizedText; source: string; licence: string }>

/** The taxonomy's own row: found, or made in the state "loading". */
export async function openTaxonomy(db: Db, head: TaxonomyHead, given: Readonly<{ now: string; newId: () => string }>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into taxonomies (id, code, version, name, source, licence, imported_at)
    values (${given.newId()}, ${head.code}, ${head.version}, ${JSON.stringify(head.name)}::jsonb, ${head.source}, ${head.licence}, ${given.now})
    on conflict (code, version) do update set name = excluded.name, source = excluded.source, licence = excluded.licence
    returning id`.execute(db)
  return rows[0]!.id
}

/** Versions of ESCO that are here in English, the newest first. */
export async function listEnglishVersions(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('taxonomies').select('version').where('code', '=', 'esco').where('state', '=', 'ready').where(sql<boolean>`'en' = any(languages)`).orderBy('importedAt', 'desc').orderBy('version', 'desc').execute()
  return rows.map((one) => one.version)
}

export async function listCodes(db: Db, taxonomyId: string): Promise<ReadonlySet<string>> {
  return new Set((await db.selectFrom('concepts').select('code').where('taxonomyId', '=', taxonomyId).execute()).map((one) => one.code))
}

/** Says that the taxonomy is whole: where its trees begin, languages and sizes as they are now. A retired one stays retired. */
export async function closeTaxonomy(db: Db, id: string, languages: readonly string[], now: string | undefined): Promise<void> {
  // Concept by concept, over the keys: as a join it is planned by figures from before the import, and once went over twelve thousand concepts for each of as many relations.
  await sql`
    update concepts c set is_top = not c.is_top
    where c.taxonomy_id = ${id} and c.is_top = exists (
      select from concept_relations r where r.taxonomy_id = ${id} and r.from_code = c.code and r.kind = 'broader'
        and exists (select from concepts above where above.taxonomy_id = ${id} and above.code = r.to_code)
    )`.execute(db)
  await sql`
    update taxonomies t set
      state = case when t.state = 'retired' then t.state else 'ready' end,
      languages = (select array_agg(distinct one order by one) from unnest(t.languages || ${[...languages]}::text[]) as one),
      counts = json_build_object('concepts', (select count(*) from concepts where taxonomy_id = t.id), 'relations', (select count(*) from concept_relations where taxonomy_id = t.id)),
      imported_at = coalesce(${now ?? null}::timestamptz, t.imported_at)
    where t.id = ${id}`.execute(db)
}
