import type { ContentLanguage } from '@guildhall/kernel'
import type { BuildOptions, Concept, Taxonomy } from '@guildhall/translation'
import { classification, readClassification, readTasks, standards } from './folder-classification.ts'
import { readBridges } from './folder-bridges.ts'
import { readExamples } from './folder-examples.ts'
import type { Folder } from './folder-files.ts'
import type { FolderTask } from './folder-tasks.ts'

export { type FolderTask, folderTasks } from './folder-tasks.ts'

/** The languages in which a task can be asked. */
export const taskLanguages: Readonly<Record<FolderTask, readonly ContentLanguage[]>> = {
  skill: ['en', 'de'],
  'competence-de': ['de'],
  occupation: ['en', 'de'],
  'occupation-ad': ['en'],
  'occupation-zh': ['zh'],
  'major-zh': ['zh'],
}

const skillsEn = 'esco/en-1.1.0/skills_en.csv'
const skillsDe = 'esco/de-merged/skills_de.csv'
const needs = 'esco/en-1.1.0/occupationSkillRelations.csv'
const broader = 'esco/en-1.1.0/broaderRelationsSkillPillar.csv'
const occupationsEn = ['esco/en-1.1.1/occupations_en.csv', 'esco/en-1.1.0/occupations_en.csv']
const groupsEn = ['esco/en-1.1.1/ISCOGroups_en.csv', 'esco/en-1.1.0/ISCOGroups_en.csv']
const occupationsDe = ['esco/de-1.2/occupations_de.csv']
const groupsDe = ['esco/de-1.2/ISCOGroups_de.csv']
const majors = 'cn/majors_moe.tsv'

/** The files that must be there for a task in a language. */
export function neededFiles(task: FolderTask, language: ContentLanguage): readonly string[] {
  if (task === 'skill' || task === 'competence-de') return [language === 'de' ? skillsDe : skillsEn]
  if (task === 'occupation-zh') return [classification]
  if (task === 'major-zh') return [majors]
  return [language === 'de' ? occupationsDe[0]! : occupationsEn[0]!]
}

/** All files that a task reads beside labelled examples: their content is the key of the cache. */
export function baseFiles(task: FolderTask, language: ContentLanguage): readonly string[] {
  switch (task) {
    case 'skill':
    case 'competence-de':
      return [language === 'de' ? skillsDe : skillsEn, needs, broader]
    case 'occupation':
      return language === 'de' ? [...occupationsDe, ...groupsDe] : [...occupationsEn, ...groupsEn]
    case 'occupation-ad':
      return [...occupationsEn, ...groupsEn, skillsEn, needs]
    case 'occupation-zh':
      return [classification, standards]
    case 'major-zh':
      return [majors, classification, standards]
  }
}

/** The taxonomies of a task, and what its index is given beside them. */
export function readTask(
  folder: Folder,
  task: FolderTask,
  language: ContentLanguage,
): { taxonomies: readonly Taxonomy[]; options: BuildOptions } {
  const examples = readExamples(folder, task, language)
  const shared = { languages: [language], examples }
  switch (task) {
    case 'skill':
    case 'competence-de':
      return { taxonomies: [readSkills(folder, language)], options: { ...shared, guarded: true } }
    case 'occupation':
      return {
        taxonomies: [readOccupations(folder, language)],
        options: { ...shared, profile: 'title', bridges: readBridges(folder, language), guarded: language === 'de' },
      }
    case 'occupation-ad':
      return {
        taxonomies: [withoutGroups(readOccupations(folder, language))],
        options: { ...shared, profile: 'advert', bridges: readBridges(folder, language), contexts: readDuties(folder) },
      }
    case 'occupation-zh':
      return { taxonomies: [readClassification(folder)], options: { ...shared, profile: 'title', contexts: readTasks(folder) } }
    case 'major-zh':
      return { taxonomies: [readMajors(folder)], options: { ...shared, contexts: readMajorWords(folder) } }
  }
}

function readSkills(folder: Folder, language: ContentLanguage): Taxonomy {
  const uses = countBy(folder.rows(needs).map((row) => row['skillUri']!))
  const parents = new Map(folder.rows(broader).map((row) => [row['conceptUri']!, row['broaderUri']!]))
  const rows = folder.rows(language === 'de' ? skillsDe : skillsEn)
  const concepts = rows.map((row): Concept => {
    const id = row['conceptUri']!
    const parent = parents.get(id)
    return {
      id,
      kind: 'competence',
      labels: { [language]: labelsOf(row) },
      description: { [language]: row['description'] ?? '' },
      uses: uses.get(id) ?? 0,
      ...(parent ? { parents: [parent] } : {}),
    }
  })
  return { id: 'esco-skills', version: '1.1.0', concepts }
}

function readOccupations(folder: Folder, language: ContentLanguage): Taxonomy {
  const found = new Map<string, Concept>()
  for (const file of language === 'de' ? occupationsDe : occupationsEn) {
    for (const row of folder.rows(file)) {
      const id = row['conceptUri']!
      const before = found.get(id)
      const labels = [...(before?.labels[language] ?? []), ...labelsOf(row)]
      found.set(id, {
        id,
        kind: 'occupation',
        labels: { [language]: labels },
        description: before?.description ?? { [language]: row['description'] ?? '' },
        parents: [`http://data.europa.eu/esco/isco/C${row['iscoGroup']}`],
      })
    }
  }
  for (const file of language === 'de' ? groupsDe : groupsEn) {
    for (const row of folder.rows(file)) {
      const id = row['conceptUri']!
      if (found.has(id)) continue
      found.set(id, {
        id,
        kind: 'group',
        labels: { [language]: labelsOf(row) },
        description: { [language]: row['description'] ?? '' },
        parents: [id],
      })
    }
  }
  return { id: 'esco-occupations', version: '1.1.1', concepts: [...found.values()] }
}

const withoutGroups = (taxonomy: Taxonomy): Taxonomy => ({
  ...taxonomy,
  concepts: taxonomy.concepts.filter((concept) => concept.kind !== 'group'),
})

/** What people in an occupation do: its description and the labels of the skills it needs. */
function readDuties(folder: Folder): ReadonlyMap<string, string> {
  const labels = new Map(folder.rows(skillsEn).map((row) => [row['conceptUri']!, row['preferredLabel']!]))
  const texts = new Map<string, string[]>()
  for (const file of occupationsEn)
    for (const row of folder.rows(file))
      texts.set(row['conceptUri']!, [row['preferredLabel']!, row['altLabels'] ?? '', row['description'] ?? ''])
  for (const row of folder.rows(needs)) {
    const label = labels.get(row['skillUri']!)
    if (label) texts.get(row['occupationUri']!)?.push(label)
  }
  return new Map([...texts].map(([id, parts]) => [id, parts.join('\n')]))
}

function readMajors(folder: Folder): Taxonomy {
  const concepts = folder
    .rows(majors)
    .filter((row) => row['level']!.startsWith('voc_'))
    .map(
      (row): Concept => ({
        id: row['code']!,
        kind: 'major',
        labels: { zh: [row['name']!] },
        description: { zh: (row['category'] ?? '').replace(/^\d+/, '') },
        parents: [row['code']!.slice(0, 4)],
      }),
    )
  return { id: 'majors-zh', version: '2021', concepts }
}

const readMajorWords = (folder: Folder): ReadonlyMap<string, string> =>
  new Map(folder.rows(majors).map((row) => [row['code']!, `${row['name']!} ${(row['category'] ?? '').replace(/^\d+/, '')}`]))

function labelsOf(row: Readonly<Record<string, string>>): readonly string[] {
  const others = [...(row['altLabels'] ?? '').split(/\n| \| /), ...(row['hiddenLabels'] ?? '').split(/\n| \| /)]
  return [row['preferredLabel']!, ...others].map((label) => label.trim()).filter((label) => label !== '')
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
