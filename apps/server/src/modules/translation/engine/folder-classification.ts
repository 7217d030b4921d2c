import type { Concept, Taxonomy } from '@guildhall/translation'
import type { Folder } from './folder-files.ts'

export const classification = 'cn/csco2022_definitions.csv'
export const standards = 'cn/skill_standards_mohrss.tsv'

export function readClassification(folder: Folder): Taxonomy {
  const found = new Map<string, Concept>()
  for (const row of folder.rows(classification)) {
    const id = row['code']!
    const before = found.get(id)
    const labels = [...(before?.labels.zh ?? []), bareName(row['name']!), ...aliasesOf(row)]
    const description = [before?.description?.zh ?? '', row['definition'] ?? ''].join('\n').trim()
    const parent = id.split('-').slice(0, 3).join('-')
    found.set(id, {
      id,
      kind: row['level'] === '4' ? 'occupation' : 'group',
      labels: { zh: labels },
      description: { zh: description },
      parents: [parent],
    })
  }
  return { id: 'csco-2022', version: '2022', concepts: [...found.values()] }
}

/** A trailing S or L is the mark of a digital or green occupation, not part of its name. */
const bareName = (name: string) => name.replace(/\s*[SL](?:\/[SL])?$/, '')
const aliasesOf = (row: Readonly<Record<string, string>>) =>
  (row['alias'] ?? '')
    .split(/[|;；,，、\n]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')

/** Definition, tasks and the skills of the national standards of an occupation. */
export function readTasks(folder: Folder): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>()
  for (const row of folder.rows(classification)) {
    const parts = texts.get(row['code']!) ?? []
    parts.push(bareName(row['name']!), row['definition'] ?? '', row['tasks'] ?? '')
    texts.set(row['code']!, parts)
  }
  const seen = new Set<string>()
  for (const row of folder.rows(standards)) {
    const key = `${row['occupation_code']} ${row['skill']}`
    if (!seen.has(key)) texts.get(row['occupation_code']!)?.push(row['skill']!)
    seen.add(key)
  }
  return new Map([...texts].map(([id, parts]) => [id, parts.join('\n')]))
}

/**
 * By code and by name, what the classification says of an occupation: the names of its groups, its definition, its tasks. `major-zh` asks with it, as the
 * name of an occupation and the name of a major rarely share a word.
 */
export function readDefinitions(folder: Folder): ReadonlyMap<string, string> {
  const tasks = readTasks(folder)
  const rows = folder.rows(classification)
  const names = new Map(rows.map((row) => [row['code']!, bareName(row['name']!)]))
  const found = new Map<string, string>()
  for (const row of rows) {
    const code = row['code']!
    const [major, middle, minor] = code.split('-')
    const groups = [`${major}-${middle}-00-00`, `${major}-${middle}-${minor}-00`].map((group) => names.get(group) ?? '')
    const text = [...groups, tasks.get(code) ?? ''].join('\n')
    found.set(code, text)
    if (!found.has(names.get(code)!)) found.set(names.get(code)!, text)
  }
  return found
}
