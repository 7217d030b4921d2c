import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import type { TaxonomyName } from './taxonomy-item.ts'

/** What a file is within its taxonomy. */
export const fileRoles = [
  'skills',
  'occupations',
  'isco-groups',
  'skill-groups',
  'skills-hierarchy',
  'broader-occupations',
  'broader-skills',
  'occupation-skills',
  'skill-skills',
  'csco-definitions',
  'csco-tree',
  'majors',
  'skill-standards',
  'kldb-classes',
  'kldb-titles',
  'onet-occupations',
  'onet-alternate-titles',
  'onet-reported-titles',
  'onet-tasks',
  'onet-activities',
  'onet-tasks-to-activities',
  'onet-technology',
  'onet-related',
] as const
export type FileRole = (typeof fileRoles)[number]

export type DetectedFile = Readonly<{ name: string; role: FileRole; language?: ContentLanguage }>
export type DetectedSource = Readonly<{
  taxonomy: TaxonomyName
  version?: string
  language: ContentLanguage
  folder: string
  files: readonly DetectedFile[]
}>

const escoRoles: Readonly<Record<string, FileRole>> = {
  skills: 'skills',
  occupations: 'occupations',
  iscogroups: 'isco-groups',
  skillgroups: 'skill-groups',
  skillshierarchy: 'skills-hierarchy',
  broaderrelationsoccpillar: 'broader-occupations',
  broaderrelationsskillpillar: 'broader-skills',
  occupationskillrelations: 'occupation-skills',
  skillskillrelations: 'skill-skills',
}

/** O*NET under the names of its text archive (`Occupation Data.txt`) or with lines between the words. */
const onetRoles: Readonly<Record<string, FileRole>> = {
  occupation_data: 'onet-occupations',
  alternate_titles: 'onet-alternate-titles',
  sample_of_reported_titles: 'onet-reported-titles',
  task_statements: 'onet-tasks',
  dwa_reference: 'onet-activities',
  tasks_to_dwas: 'onet-tasks-to-activities',
  technology_skills: 'onet-technology',
  related_occupations: 'onet-related',
}

/** Columns by which a renamed file is known. */
const roleColumns: readonly (readonly [FileRole, readonly string[]])[] = [
  ['occupation-skills', ['occupationUri', 'relationType', 'skillUri']],
  ['skill-skills', ['originalSkillUri', 'relationType', 'relatedSkillUri']],
  ['csco-definitions', ['level', 'code', 'name', 'definition', 'tasks']],
  ['majors', ['level', 'code', 'name', 'category', 'catalog']],
  ['skill-standards', ['occupation_code', 'skill', 'grade']],
  ['kldb-classes', ['Ebene', 'Titel', 'Einschlüsse', 'Ausschlüsse']],
  ['kldb-titles', ['kldb5', 'title']],
  ['onet-alternate-titles', ['O*NET-SOC Code', 'Alternate Title']],
  ['onet-reported-titles', ['O*NET-SOC Code', 'Reported Job Title']],
  ['onet-tasks-to-activities', ['O*NET-SOC Code', 'Task ID', 'DWA ID']],
  ['onet-tasks', ['O*NET-SOC Code', 'Task ID', 'Task', 'Task Type']],
  ['onet-activities', ['IWA ID', 'DWA ID', 'DWA Title']],
  ['onet-technology', ['O*NET-SOC Code', 'Example', 'Commodity Code']],
  ['onet-related', ['O*NET-SOC Code', 'Related O*NET-SOC Code']],
  ['onet-occupations', ['O*NET-SOC Code', 'Title', 'Description']],
]

/**
 * Which taxonomies a listing of files holds, with version and language, one source for each folder and language. Collections of ESCO (green, digital …) are parts of its
 * skills and left aside.
 * @example detectSources(['ESCO v1.1.1 - en/skills_en.csv.gz'])[0] // { taxonomy: 'esco', version: '1.1.1', language: 'en', … }
 */
export function detectSources(names: readonly string[], where = ''): DetectedSource[] {
  const groups = new Map<string, { taxonomy: TaxonomyName; folder: string; files: DetectedFile[] }>()
  for (const name of names) {
    const file = detectFile(name)
    if (!file) continue
    const taxonomy = taxonomyOf(file.role)
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')))
    const key = `${taxonomy}|${folder}`
    const group = groups.get(key) ?? { taxonomy, folder, files: [] }
    group.files.push(file)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap((group) => splitLanguages(group, `${where}/${group.folder}`))
}

/** What a file is by its columns, for one whose name says nothing. */
export const roleOfColumns = (columns: readonly string[]): FileRole | undefined =>
  roleColumns.find(([, needed]) => needed.every((column) => columns.includes(column)))?.[0]

export function taxonomyOf(role: FileRole): TaxonomyName {
  if (role === 'majors' || role === 'skill-standards') return role
  if (role.startsWith('kldb-')) return 'kldb'
  if (role.startsWith('onet-')) return 'onet'
  return role.startsWith('csco-') ? 'csco' : 'esco'
}

/** The language in which a taxonomy is kept, for a file that does not tell its own. */
export const languageOf: Readonly<Record<TaxonomyName, ContentLanguage>> = { esco: 'en', csco: 'zh', majors: 'zh', 'skill-standards': 'zh', kldb: 'de', onet: 'en' }

export function detectFile(name: string): DetectedFile | undefined {
  const base = name
    .slice(name.lastIndexOf('/') + 1)
    .replace(/\.gz$/i, '')
    .toLowerCase()
  const esco = /^([a-z]+?)(?:_([a-z]{2}))?\.csv$/.exec(base)
  const role = esco ? escoRoles[esco[1]!] : undefined
  if (role) {
    const language = contentLanguages.find((one) => one === esco![2])
    // Other languages of ESCO are no languages of content here.
    return esco![2] !== undefined && !language ? undefined : { name, role, ...(language ? { language } : {}) }
  }
  if (/^csco\d{4}_definitions\.csv$/.test(base)) return { name, role: 'csco-definitions', language: 'zh' }
  if (/^csco\d{4}_tree\.json$/.test(base)) return { name, role: 'csco-tree', language: 'zh' }
  if (/^majors.*\.tsv$/.test(base)) return { name, role: 'majors', language: 'zh' }
  if (/^skill_standards.*\.tsv$/.test(base)) return { name, role: 'skill-standards', language: 'zh' }
  if (/^kldb ?_?2010.*titles\.tsv$/.test(base)) return { name, role: 'kldb-titles', language: 'de' }
  if (/^kldb ?_?2010.*\.csv$/.test(base)) return { name, role: 'kldb-classes', language: 'de' }
  const onet = onetRoles[base.replace(/\.(txt|tsv)$/, '').replaceAll(' ', '_')]
  return onet && /\.(txt|tsv)$/.test(base) ? { name, role: onet, language: 'en' } : undefined
}

function splitLanguages(
  { taxonomy, folder, files }: { taxonomy: TaxonomyName; folder: string; files: readonly DetectedFile[] },
  path: string,
): DetectedSource[] {
  const spoken = contentLanguages.filter((language) => files.some((file) => file.language === language))
  const order = spoken.includes('en') ? ['en' as const, ...spoken.filter((language) => language !== 'en')] : spoken
  const version = versionOf(taxonomy, path, files)
  const base = { taxonomy, folder, ...(version ? { version } : {}) }
  if (order.length === 0) return [{ ...base, language: 'en', files }]
  // Relations have no language: they go with the first one.
  return order.map((language, i) => ({
    ...base,
    language,
    files: files.filter((file) => file.language === language || (i === 0 && !file.language)),
  }))
}

function versionOf(taxonomy: TaxonomyName, path: string, files: readonly DetectedFile[]): string | undefined {
  if (taxonomy === 'esco') return /(?:^|[^\d.])v?(1\.\d{1,2}(?:\.\d{1,2})?)(?=[^\d.]|$)/i.exec(path)?.[1]
  if (taxonomy === 'onet') return /(?:^|[^\d.])(\d{2})[._](\d)(?=[^\d.]|$)/.exec(path)?.slice(1, 3).join('.')
  return taxonomy === 'csco' ? /csco(\d{4})/i.exec(files[0]!.name)?.[1] : undefined
}
