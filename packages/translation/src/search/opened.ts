import type { ContentLanguage } from '@guildhall/kernel'
import { openTrie, type Trie } from './exact-lane.ts'
import { type Model, openModel } from './model.ts'
import { type Likelihood, openLikelihood } from './likelihood.ts'
import { type Near, openNear } from './near-lane.ts'
import { openPostings, type Postings } from './postings.ts'
import { type Profile, profiles } from './partition.ts'
import { type Sections, type SectionArray, section } from './sections.ts'
import { openStrings, readString, type StringPool } from './strings.ts'
import { type Bridge, openBridge } from './bridge-lane.ts'

/** One language of an index, as views over its bytes. */
export type Opened = Readonly<{
  language: ContentLanguage
  profile: Profile
  /** The order by hand keeps half a voice beside what was learnt: for tasks where most concepts have no example. */
  guarded: boolean
  concepts: number
  ids: StringPool
  texts: StringPool
  taxonomies: StringPool
  kinds: Uint8Array
  parents: Uint32Array
  prior: Float32Array
  owners: Uint32Array
  firstForms: Uint32Array
  chars: Postings
  cover: Postings
  words: Postings
  context?: Postings
  trie: Trie
  near?: Near
  likelihood?: Likelihood
  bridge?: Bridge
  model?: Model
}>

export function openPartition(all: Sections, language: ContentLanguage): Opened | undefined {
  if (!all.has(`${language}/profile`)) return undefined
  const prefix = `${language}/`
  const own = new Map<string, SectionArray>()
  for (const [name, array] of all) if (name.startsWith(prefix)) own.set(name.slice(prefix.length), array)
  const ids = openStrings(own, 'ids')
  return {
    language,
    profile: profiles[section<Float64Array>(own, 'profile')[0]!]!,
    guarded: section<Float64Array>(own, 'profile')[1] === 1,
    concepts: ids.offsets.length - 1,
    ids,
    texts: openStrings(own, 'texts'),
    taxonomies: openStrings(own, 'taxonomies'),
    kinds: section<Uint8Array>(own, 'kinds'),
    parents: section<Uint32Array>(own, 'parents'),
    prior: section<Float32Array>(own, 'prior'),
    owners: section<Uint32Array>(own, 'owners'),
    firstForms: section<Uint32Array>(own, 'firstForms'),
    chars: openPostings(own, 'chars'),
    cover: openPostings(own, 'cover'),
    words: openPostings(own, 'words'),
    trie: openTrie(own),
    ...(own.has('context.docs') ? { context: openPostings(own, 'context') } : {}),
    ...(own.has('near.docs') ? { near: openNear(own), likelihood: openLikelihood(own) } : {}),
    ...(own.has('bridge.docs') ? { bridge: openBridge(own) } : {}),
    ...(own.has('model.weights') ? { model: openModel(own) } : {}),
  }
}

export const idOf = (opened: Opened, concept: number): string => readString(opened.ids, concept)
export const labelOf = (opened: Opened, concept: number): string => readString(opened.texts, opened.firstForms[concept]!)
export const formsEnd = (opened: Opened, concept: number): number => opened.firstForms[concept + 1] ?? opened.owners.length

/** Concepts stand in the order of their ids. -1 where there is none of this id. */
export function findConcept(opened: Opened, id: string): number {
  let low = 0
  let high = opened.concepts - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = idOf(opened, middle)
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
