import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import { buildIndex, type FullIndex, type Link, openIndex, type Taxonomy } from '@guildhall/translation'
import { readDefinitions } from './folder-classification.ts'
import { type Folder, openFolder } from './folder-files.ts'
import { openTaskIndex, openTaxonomyIndex } from './index-cache.ts'
import { type FolderTask, folderTasks, neededFiles, taskLanguages } from './taxonomy-folder.ts'

export const linkTasks = [...folderTasks, 'title-similarity'] as const
export type LinkTask = (typeof linkTasks)[number]

export type Question = Readonly<{ text: string; language: string; code?: string }>
/** What was found; where nothing was, why. */
export type Found = Readonly<{
  links: readonly Link[]
  reason?: 'empty-text' | 'language-not-known' | 'not-in-this-taxonomy' | 'nothing-found'
}>

export type Linker = Readonly<{
  ask: (question: Question, top: number) => Found
  /** Builds every index of the task now, not at the first question. */
  prepare: () => void
}>

export type LinkerSource = Readonly<{
  task: LinkTask
  /** A folder as EVALUATION lays it out; without it the starter lexicon answers. */
  folder?: string
  candidates?: readonly Candidate[]
  lexicon?: readonly Taxonomy[]
  note: (text: string) => void
}>
export type Candidate = Readonly<{ id: string; text: string }>

/** The engine behind `guildhall link`, and behind the search of the server: one way for both. */
export function openLinker(source: LinkerSource): Linker {
  const folder = source.folder === undefined ? undefined : openFolder(source.folder)
  const languages = languagesOf(source, folder)
  const open = remember((language: ContentLanguage) => openIndexFor(source, folder, language))
  const definitions = remember((_: 'all') => (folder ? readDefinitions(folder) : new Map<string, string>()))
  return {
    ask: ({ text, language, code }, top) => {
      if (text.trim() === '') return { links: [], reason: 'empty-text' }
      const known = languages.find((one) => one === language)
      if (!known)
        return { links: [], reason: contentLanguages.some((one) => one === language) ? 'not-in-this-taxonomy' : 'language-not-known' }
      const context = source.task === 'major-zh' ? (definitions('all').get(code ?? '') ?? definitions('all').get(text.trim())) : undefined
      const links = open(known).search({ text, language: known, top, ...(context ? { context } : {}) })
      return links.length > 0 ? { links } : { links, reason: 'nothing-found' }
    },
    prepare: () => {
      if (source.task !== 'title-similarity') for (const language of languages) open(language)
    },
  }
}

function languagesOf(source: LinkerSource, folder: Folder | undefined): readonly ContentLanguage[] {
  const { task } = source
  if (task === 'title-similarity') return contentLanguages
  if (!folder)
    return contentLanguages.filter((language) =>
      source.lexicon?.some((one) => one.concepts.some((concept) => (concept.labels[language]?.length ?? 0) > 0)),
    )
  return taskLanguages[task].filter((language) => neededFiles(task, language).every((file) => folder.has(file)))
}

function openIndexFor(source: LinkerSource, folder: Folder | undefined, language: ContentLanguage): FullIndex {
  const { task, note } = source
  if (task === 'title-similarity') return openCandidates(source.candidates ?? [], language)
  return folder ? openTaskIndex(folder, task, language, note) : openTaxonomyIndex(source.lexicon ?? [], language, note)
}

function openCandidates(candidates: readonly Candidate[], language: ContentLanguage): FullIndex {
  const concepts = candidates.map(({ id, text }) => ({ id, kind: 'occupation' as const, labels: { [language]: [text] } }))
  return openIndex(buildIndex([{ id: 'candidates', version: '1', concepts }], { languages: [language], profile: 'title' }))
}

/** Files that a folder lacks for a task, where it cannot be asked in any language. */
export function missingFiles(task: FolderTask, dir: string): readonly string[] {
  const folder = openFolder(dir)
  const missing = taskLanguages[task].map((language) => neededFiles(task, language).filter((file) => !folder.has(file)))
  return missing.some((files) => files.length === 0) ? [] : missing.flat()
}

function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const found = made.get(key)
    if (found !== undefined) return found
    const value = make(key)
    made.set(key, value)
    return value
  }
}
