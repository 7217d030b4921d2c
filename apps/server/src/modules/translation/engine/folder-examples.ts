import type { ContentLanguage } from '@guildhall/kernel'
import type { Example } from '@guildhall/translation'
import type { Folder, Row } from './folder-files.ts'
import { readDefinitions } from './folder-classification.ts'
import type { FolderTask } from './folder-tasks.ts'

const linking = 'bench/skill-linking-en'
const linkingSets = ['tech_validation', 'tech_test_dev-half', 'house_validation', 'house_test_dev-half'] as const
const madeUpSets = ['skillskape_train', 'skillskape_dev'] as const
const titleSets = ['deu_q_de_c_de', 'aut_q_de_c_de', 'usa_q_en_c_en'] as const
const skillsEn = 'esco/en-1.1.0/skills_en.csv'
const occupationsEn = 'esco/en-1.1.1/occupations_en.csv'
const competences = 'bench/competence-esco-de/dev.tsv'
const adverts = 'bench/ad-occupation-en/hahu_dev.csv'
const zhTitles = 'bench/title-csco-zh/dev.csv'
const majorsNamed = 'bench/occupation-major-zh/dev.tsv'

/** The files of labelled examples that a task learns from, where the folder has them. */
export function exampleFiles(task: FolderTask, language: ContentLanguage): readonly string[] {
  switch (task) {
    case 'skill':
      return language === 'en' ? [...linkingSets, ...madeUpSets].map((set) => `${linking}/${set}.csv`) : [competences]
    case 'competence-de':
      return [competences]
    case 'occupation':
      return titleSets
        .filter((set) => set.endsWith(language))
        .flatMap((set) => ['dev_queries', 'dev_annotations', 'concept_mapping'].map((name) => `bench/title-esco/${set}/${name}.tsv`))
    case 'occupation-ad':
      return [adverts]
    case 'occupation-zh':
      return [zhTitles]
    case 'major-zh':
      return [majorsNamed]
  }
}

/** An example, and which set it comes from: cross-validation and reports ask for it. */
export type SetExample = Example & Readonly<{ set: string; code?: string }>

export function readExamples(folder: Folder, task: FolderTask, language: ContentLanguage): readonly SetExample[] {
  switch (task) {
    case 'skill':
      return language === 'en' ? [...readLinking(folder), ...readMadeUp(folder)] : readCompetences(folder)
    case 'competence-de':
      return readCompetences(folder)
    case 'occupation':
      return titleSets.filter((set) => set.endsWith(language)).flatMap((set) => readTitles(folder, set, language))
    case 'occupation-ad':
      return readAdverts(folder)
    case 'occupation-zh':
      return folder
        .rows(zhTitles)
        .map((row) => ({ text: row['job_name']!, language: 'zh', answers: [row['expected_code']!], set: 'title-csco-zh' }))
    case 'major-zh':
      return readMajorsNamed(folder)
  }
}

function readLinking(folder: Folder): readonly SetExample[] {
  const uris = new Map(folder.rows(skillsEn).map((row) => [row['preferredLabel']!, row['conceptUri']!]))
  const found: SetExample[] = []
  for (const set of linkingSets) {
    for (const [text, rows] of groupBy(folder.rows(`${linking}/${set}.csv`), 'sentence')) {
      const answers = [...new Set(rows.map((row) => uris.get(row['label']!)).filter((uri) => uri !== undefined))]
      if (answers.length > 0) found.push({ text, language: 'en', answers, set: set.split('_')[0]! })
    }
  }
  return found
}

function readMadeUp(folder: Folder): readonly SetExample[] {
  const uris = new Map(folder.rows(skillsEn).map((row) => [row['preferredLabel']!, row['conceptUri']!]))
  return madeUpSets.flatMap((set) =>
    folder.rows(`${linking}/${set}.csv`).flatMap((row): readonly SetExample[] => {
      const answers = readList(row['skills']!).flatMap((label) => uris.get(label) ?? [])
      return answers.length > 0 ? [{ text: row['sentence']!, language: 'en', answers, set: 'skillskape', use: 'neighbour' }] : []
    }),
  )
}

/** `['a', "b's"]` as Python prints a list. */
const readList = (text: string) =>
  [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map((match) => (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1'))

/** Exact matches are right answers; the looser relations say where a competence lies, and serve as neighbours. */
function readCompetences(folder: Folder): readonly SetExample[] {
  const found: SetExample[] = []
  for (const [, rows] of groupBy(folder.rows(competences), 'ba_id')) {
    const exact = rows.filter((row) => row['relation'] === 'skos:exactMatch')
    const text = rows[0]!['ba_competence']!
    if (exact.length > 0) found.push({ text, language: 'de', answers: exact.map((row) => row['esco_uri']!), set: 'competence-de' })
    else found.push({ text, language: 'de', answers: rows.map((row) => row['esco_uri']!), set: 'loose', use: 'neighbour' })
  }
  return found
}

function readTitles(folder: Folder, set: string, language: ContentLanguage): readonly SetExample[] {
  const base = `bench/title-esco/${set}`
  const concepts = new Map(folder.bare(`${base}/concept_mapping.tsv`).map(([element, uri]) => [element!, uri!]))
  const answers = new Map<string, Set<string>>()
  for (const [query, , element] of folder.bare(`${base}/dev_annotations.tsv`)) {
    const uri = concepts.get(element!)
    if (!uri) continue
    const found = answers.get(query!)
    if (found) found.add(uri)
    else answers.set(query!, new Set([uri]))
  }
  return folder
    .bare(`${base}/dev_queries.tsv`)
    .filter(([query]) => answers.has(query!))
    .map(([query, text]) => ({ text: text!, language, answers: [...answers.get(query!)!], set }))
}

function readAdverts(folder: Folder): readonly SetExample[] {
  const uris = new Map(folder.rows(occupationsEn).map((row) => [row['code']!, row['conceptUri']!]))
  return folder.rows(adverts).flatMap((row): readonly SetExample[] => {
    const uri = uris.get(row['esco_code']!)
    return uri ? [{ text: `${row['title']!}\n${row['description']!}`, language: 'en', answers: [uri], set: 'hahu' }] : []
  })
}

function readMajorsNamed(folder: Folder): readonly SetExample[] {
  const definitions = readDefinitions(folder)
  const found: SetExample[] = []
  for (const [code, rows] of groupBy(folder.rows(majorsNamed), 'occupation_code')) {
    const exact = rows.filter((row) => row['exact'] === '1')
    const named = exact.length > 0 ? exact : rows
    found.push({
      text: rows[0]!['occupation_name']!,
      language: 'zh',
      answers: [...new Set(named.map((row) => row['major_code']!))],
      code,
      ...(definitions.has(code) ? { context: definitions.get(code)! } : {}),
      ...(exact.length > 0 ? { set: 'major-zh' } : { set: 'loose', use: 'neighbour' }),
    })
  }
  return found
}

function groupBy(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row[column]!)
    if (group) group.push(row)
    else groups.set(row[column]!, [row])
  }
  return groups
}
