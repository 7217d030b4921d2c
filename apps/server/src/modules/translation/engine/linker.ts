import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import type { Link, Taxonomy } from '@guildhall/translation'
import { readDefinitions } from './folder-classification.ts'
import { type Folder, openFolder } from './folder-files.ts'
import { type KeyedIndex, openCandidatesIndex, openTaskIndex, openTaxonomyIndex } from './index-cache.ts'
import { type Candidate, placeOf } from './similar-titles.ts'
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

/** The engine behind `guildhall link`, and behind the search of the server: one way for both. */
export function openLinker(source: LinkerSource): Linker {
  const { task, note } = source
  const folder = source.folder === undefined ? undefined : openFolder(source.folder)
  const languages = languagesOf(source, folder)
  const definitions = remember((_: 'all') => (folder ? readDefinitions(folder) : new Map<string, string>()))
  const occupations = remember((language: ContentLanguage) => openOccupations(folder, language, note))
  const open = remember((language: ContentLanguage) => {
    if (task === 'title-similarity') return openCandidatesIndex(source.candidates ?? [], language, occupations(language), note)
    return folder ? openTaskIndex(folder, task, language, note).index : openTaxonomyIndex(source.lexicon ?? [], language, note)
  })
  const contextOf = ({ text, code }: Question, language: ContentLanguage) => {
    if (task === 'major-zh') return definitions('all').get(code ?? '') ?? definitions('all').get(text.trim())
    const place = task === 'title-similarity' ? occupations(language) : undefined
    return place && placeOf(text, language, place.index)
  }
  return {
    ask: (question, top) => {
      const { text } = question
      if (text.trim() === '') return { links: [], reason: 'empty-text' }
      const language = languages.find((one) => one === question.language)
      if (!language) {
        return {
          links: [],
          reason: contentLanguages.some((one) => one === question.language) ? 'not-in-this-taxonomy' : 'language-not-known',
        }
      }
      const context = contextOf(question, language)
      const links = open(language).search({ text, language, top, ...(context ? { context } : {}) })
      return links.length > 0 ? { links } : { links, reason: 'nothing-found' }
    },
    prepare: () => {
      for (const language of languages) {
        if (task === 'title-similarity') occupations(language)
        else open(language)
      }
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

const occupationTasks = { en: 'occupation', de: 'occupation', zh: 'occupation-zh' } as const

/** The index in which titles find their place, where the folder has one. */
function openOccupations(folder: Folder | undefined, language: ContentLanguage, note: (text: string) => void): KeyedIndex | undefined {
  const task = occupationTasks[language]
  return folder && neededFiles(task, language).every((file) => folder.has(file)) ? openTaskIndex(folder, task, language, note) : undefined
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
    if (made.has(key)) return made.get(key)! // safe: just asked
    const value = make(key)
    made.set(key, value)
    return value
  }
}
