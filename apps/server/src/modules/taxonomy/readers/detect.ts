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

/** Columns by which a renamed file is known. */
const roleColumns: readonly (readonly [FileRole, readonly string[]])[] = [
  ['occupation-skills', ['occupationUri', 'relationType', 'skillUri']],
  ['skill-skills', ['originalSkillUri', 'relationType', 'relatedSkillUri']],
  ['csco-definitions', ['level', 'code', 'name', 'definition', 'tasks']],
  ['majors', ['level', 'code', 'name', 'category', 'catalog']],
  ['skill-standards', ['occupation_code', 'skill', 'grade']],
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
  return role === 'csco-definitions' || role === 'csco-tree' ? 'csco' : 'esco'
}

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
  return /^skill_standards.*\.tsv$/.test(base) ? { name, role: 'skill-standards', language: 'zh' } : undefined
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
  return taxonomy === 'csco' ? /csco(\d{4})/i.exec(files[0]!.name)?.[1] : undefined
}
