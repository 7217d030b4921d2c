import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { ContentLanguage } from '@guildhall/kernel'
import { buildIndex, builderVersion, type Concept, type FullIndex, openIndex, type Taxonomy } from '@guildhall/translation'
import { bridgeFiles } from './folder-bridges.ts'
import { exampleFiles } from './folder-examples.ts'
import type { Folder } from './folder-files.ts'
import { buildCandidates, type Candidate } from './similar-titles.ts'
import { baseFiles, type FolderTask, readTask } from './taxonomy-folder.ts'

/** Where built indexes lie: outside the checkout, unless `GUILDHALL_CACHE` names another folder. */
export function cacheFolder(): string {
  const given = process.env['GUILDHALL_CACHE']
  if (given) return given
  const base = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache')
  return path.join(base, 'guildhall', 'index')
}

export type KeyedIndex = Readonly<{ index: FullIndex; hash: Uint8Array }>

/**
 * The index of a task in one language, from the cache where one stands there under the hash of the files and the version of the builder; else built,
 * written under another name and renamed, so that nobody ever reads half of it.
 */
export function openTaskIndex(folder: Folder, asked: FolderTask, language: ContentLanguage, note: (text: string) => void): KeyedIndex {
  // Both ask the same index in German: what one has built serves the other.
  const task = asked === 'competence-de' ? 'skill' : asked
  const content = folder.hash([...baseFiles(task, language), ...bridgeFiles, ...exampleFiles(task, language)])
  const hash = createHash('sha256').update(content).update(`${builderVersion} ${task} ${language}`).digest()
  const index = openCached(`${task}.${language}`, hash, note, () => {
    const { taxonomies, options } = readTask(folder, task, language)
    return buildIndex(taxonomies, { ...options, hash })
  })
  return { index, hash }
}

/** The index over titles that a caller brings, and where each lies among the occupations. */
export function openCandidatesIndex(
  candidates: readonly Candidate[],
  language: ContentLanguage,
  occupations: KeyedIndex | undefined,
  note: (text: string) => void,
): FullIndex {
  const content = createHash('sha256')
    .update(JSON.stringify(candidates))
    .update(occupations?.hash ?? '')
  const hash = content.update(`${builderVersion} ${language}`).digest()
  return openCached(`titles.${language}`, hash, note, () => buildCandidates(candidates, language, occupations?.index, hash))
}

/** The index of taxonomies that are in memory already: the starter lexicon, a college's own. */
export function openTaxonomyIndex(taxonomies: readonly Taxonomy[], language: ContentLanguage, note: (text: string) => void): FullIndex {
  const hash = createHash('sha256').update(JSON.stringify(taxonomies)).update(`${builderVersion} ${language}`).digest()
  return openCached(`own.${language}`, hash, note, () => buildIndex(taxonomies, { languages: [language], hash }))
}

/** A taxonomy of the database, written out for the engine: a concept a line. `hash` names its content. */
export type StoredTaxonomy = Readonly<{ id: string; version: string; hash: string; file: string }>

/** The index of such a taxonomy in one language; the first time it is built, which takes minutes for all of ESCO. */
export const openStoredIndex = (taxonomy: StoredTaxonomy, language: ContentLanguage, note: (text: string) => void): FullIndex =>
  openCached(`stored.${language}`, storedHash(taxonomy, language), note, () => {
    const lines = fs.readFileSync(taxonomy.file, 'utf8').split('\n')
    const concepts = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Concept) // safe: written by `storeTaxonomies`
    return buildIndex([{ id: taxonomy.id, version: taxonomy.version, concepts }], { languages: [language], hash: storedHash(taxonomy, language) })
  })

export const isStoredIndexBuilt = (taxonomy: StoredTaxonomy, language: ContentLanguage): boolean => fs.existsSync(fileOf(`stored.${language}`, storedHash(taxonomy, language)))

const storedHash = ({ hash }: StoredTaxonomy, language: ContentLanguage) => createHash('sha256').update(`${hash} ${builderVersion} ${language}`).digest()

const fileOf = (name: string, hash: Uint8Array) => path.join(cacheFolder(), `${name}.${Buffer.from(hash).toString('hex').slice(0, 32)}.index`)

function openCached(name: string, hash: Uint8Array, note: (text: string) => void, build: () => Uint8Array): FullIndex {
  const file = fileOf(name, hash)
  const found = readWhole(file, hash)
  if (found) return found
  note(`building the index ${name} (once for these files) …`)
  const bytes = build()
  keep(file, bytes, note)
  return openIndex(bytes)
}

function readWhole(file: string, hash: Uint8Array): FullIndex | undefined {
  if (!fs.existsSync(file)) return undefined
  const bytes = fs.readFileSync(file)
  try {
    return Buffer.from(hash).equals(bytes.subarray(16, 48)) ? openIndex(bytes) : undefined
  } catch {
    // Cut off or of another version: built anew.
    return undefined
  }
}

/** A cache that cannot be written (a closed home, a full disk) costs time, not answers. */
function keep(file: string, bytes: Uint8Array, note: (text: string) => void): void {
  const half = `${file}.${process.pid}.half`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(half, bytes)
    fs.renameSync(half, file)
  } catch (error) {
    fs.rmSync(half, { force: true })
    note(`the index could not be kept (${error instanceof Error ? error.message : String(error)}): it will be built again next time`)
  }
}
