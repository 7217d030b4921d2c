import type { FileRole } from './detect.ts'
import { isRow, readRows, type SourceRow } from './rows.ts'
import type { TaxonomySource } from './sources.ts'
import {
  type ConceptLabels,
  conceptItem,
  rejectItem,
  relationItem,
  type TaxonomyConcept,
  type TaxonomyConceptKind,
  type TaxonomyItem,
} from './taxonomy-item.ts'

type Parents = Map<string, { id: string; file: string; line: number }[]>

/**
 * Reads ESCO as the Commission gives it out in CSV: skills, occupations, groups, and what lies between them. Only the broader relations (some 24,000) and the addresses of
 * the concepts are held in memory; everything else passes through.
 */
export async function* readEsco(source: TaxonomySource): AsyncGenerator<TaxonomyItem> {
  const parents: Parents = new Map()
  for (const role of ['broader-occupations', 'broader-skills'] as const)
    for (const name of named(source, role)) yield* collectBroader(source, name, parents)
  for (const name of named(source, 'skills-hierarchy')) if (parents.size === 0) yield* collectHierarchy(source, name, parents)
  const seen = new Set<string>()
  for (const [role, kind] of conceptFiles) for (const name of named(source, role)) yield* readConcepts(source, name, kind, parents, seen)
  // Without the concepts of both sides nobody can say that a relation hangs in the air.
  const known = named(source, 'skills').length > 0 && named(source, 'occupations').length > 0 ? seen : undefined
  for (const [child, above] of parents) {
    for (const { id, file, line } of above) {
      const stray = [child, id].find((end) => known && !known.has(end))
      yield stray === undefined
        ? relationItem({ from: child, to: id, kind: 'broader' })
        : rejectItem(file, line, 'dangling', { value: stray })
    }
  }
  for (const name of named(source, 'occupation-skills')) yield* readRelations(source, name, ['skillUri', 'occupationUri'], known)
  // The related skill serves the original one.
  for (const name of named(source, 'skill-skills')) yield* readRelations(source, name, ['relatedSkillUri', 'originalSkillUri'], known)
}

const conceptFiles: readonly (readonly [FileRole, TaxonomyConceptKind])[] = [
  ['isco-groups', 'group'],
  ['skill-groups', 'group'],
  ['occupations', 'occupation'],
  ['skills', 'competence'],
]
const named = (source: TaxonomySource, role: FileRole) => source.files.filter((file) => file.role === role).map((file) => file.name)
const isUri = (text: string) => /^https?:\/\/\S+$/.test(text)

async function* collectBroader(source: TaxonomySource, name: string, parents: Parents): AsyncGenerator<TaxonomyItem> {
  for await (const row of readRows(source, name, ['conceptUri', 'broaderUri'])) {
    if (!isRow(row)) yield row
    else if (!isUri(row.get('conceptUri')) || !isUri(row.get('broaderUri')))
      yield rejectItem(name, row.line, 'bad-uri', { value: row.get('conceptUri') || row.get('broaderUri') })
    else addParent(parents, row.get('conceptUri'), { id: row.get('broaderUri'), file: name, line: row.line })
  }
}

/** Groups of skills above one another, where the archive comes without broader relations. */
async function* collectHierarchy(source: TaxonomySource, name: string, parents: Parents): AsyncGenerator<TaxonomyItem> {
  for await (const row of readRows(source, name, ['Level 0 URI', 'Level 1 URI'])) {
    if (!isRow(row)) {
      yield row
      continue
    }
    const chain = [0, 1, 2, 3].map((level) => row.get(`Level ${level} URI`)).filter(isUri)
    if (chain.length > 1) addParent(parents, chain.at(-1)!, { id: chain.at(-2)!, file: name, line: row.line })
  }
}

function addParent(parents: Parents, child: string, parent: { id: string; file: string; line: number }): void {
  const above = parents.get(child)
  if (!above) parents.set(child, [parent])
  else if (!above.some((one) => one.id === parent.id)) above.push(parent)
}

async function* readConcepts(
  source: TaxonomySource,
  name: string,
  kind: TaxonomyConceptKind,
  parents: Parents,
  seen: Set<string>,
): AsyncGenerator<TaxonomyItem> {
  for await (const row of readRows(source, name, ['conceptUri', 'preferredLabel'])) {
    if (!isRow(row)) {
      yield row
      continue
    }
    const id = row.get('conceptUri')
    if (!isUri(id)) yield rejectItem(name, row.line, 'bad-uri', { value: id })
    else if (seen.has(id)) yield rejectItem(name, row.line, 'duplicate', { value: id })
    else if (row.get('preferredLabel') === '') yield rejectItem(name, row.line, 'field-missing', { field: 'preferredLabel', value: id })
    else {
      seen.add(id)
      yield conceptItem(toConcept(row, id, kind, source, parents), { file: name, line: row.line })
    }
  }
}

function toConcept(row: SourceRow, id: string, kind: TaxonomyConceptKind, source: TaxonomySource, parents: Parents): TaxonomyConcept {
  const description = row.get('description') || row.get('definition')
  const isco = row.get('iscoGroup')
  const above = parents.get(id)?.map((parent) => parent.id) ?? (isco === '' ? [] : [`http://data.europa.eu/esco/isco/C${isco}`])
  const notation = row.get('code')
  const competence = row.get('skillType')
  const reuse = row.get('reuseLevel')
  const status = row.get('status')
  return {
    id,
    kind,
    labels: { [source.language]: toLabels(row) },
    ...(description ? { description: { [source.language]: description } } : {}),
    parents: above,
    ...(notation ? { notation } : {}),
    status: status === 'obsolete' || status === 'draft' ? status : 'released',
    ...(competence === 'knowledge' ? { competence } : competence === 'skill/competence' ? { competence: 'skill' as const } : {}),
    ...(reuse ? { reuse } : {}),
  }
}

/** Labels stand one below the other, in some files divided by ` | `; the preferred one is often repeated among them. */
function toLabels(row: SourceRow): ConceptLabels {
  const preferred = row.get('preferredLabel')
  const list = (text: string) =>
    [...new Set(text.split(/\n| \| /).map((label) => label.trim()))].filter((label) => label !== '' && label !== preferred)
  const hidden = list(row.get('hiddenLabels'))
  return { preferred, alternative: list(row.get('altLabels')), ...(hidden.length ? { hidden } : {}) }
}

async function* readRelations(
  source: TaxonomySource,
  name: string,
  [from, to]: readonly [string, string],
  known: ReadonlySet<string> | undefined,
): AsyncGenerator<TaxonomyItem> {
  for await (const row of readRows(source, name, [from, to, 'relationType'])) {
    if (!isRow(row)) {
      yield row
      continue
    }
    const relation = row.get('relationType')
    const ends = [row.get(from), row.get(to)] as const
    const stray = ends.find((id) => known && !known.has(id))
    if (!isUri(ends[0]) || !isUri(ends[1])) yield rejectItem(name, row.line, 'bad-uri', { value: isUri(ends[0]) ? ends[1] : ends[0] })
    else if (relation !== 'essential' && relation !== 'optional') yield rejectItem(name, row.line, 'unknown-relation', { value: relation })
    else if (stray !== undefined) yield rejectItem(name, row.line, 'dangling', { value: stray })
    else yield relationItem({ from: ends[0], to: ends[1], kind: `${relation}-for` })
  }
}
