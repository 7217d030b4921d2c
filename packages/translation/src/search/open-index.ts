import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import { conceptKinds, type Link, type SearchIndex, type SearchQuery } from '../types.ts'
import type { LaneName } from './lanes.ts'
import { idOf, labelOf, type Opened, openPartition } from './opened.ts'
import { answers } from './rank.ts'
import { readSections } from './sections.ts'
import { readString } from './strings.ts'

/** The version of the builder: it stands in the header and in the key of every cache. Raise it with any change of what is built or learnt. */
export const builderVersion = 1

/** A question with what only some callers have: more words about the thing, lanes to leave out. */
export type FullQuery = SearchQuery & Readonly<{ context?: string; lanesOff?: readonly LaneName[] }>
export type FullIndex = SearchIndex & Readonly<{ search: (query: FullQuery) => readonly Link[]; languages: readonly ContentLanguage[] }>

/**
 * Opens what `buildIndex` wrote, by laying views over the bytes: nothing is parsed or copied.
 * @example openIndex(buildIndex([taxonomy])).search({ text: 'Drehmaschine bedienen', language: 'de', top: 5 })
 */
export function openIndex(bytes: Uint8Array): FullIndex {
  const sections = readSections(bytes, builderVersion)
  const parts = new Map<ContentLanguage, Opened>()
  for (const language of contentLanguages) {
    const part = openPartition(sections, language)
    if (part) parts.set(language, part)
  }
  return {
    languages: [...parts.keys()],
    search: (query) => {
      const part = parts.get(query.language)
      return part && query.text.trim() !== '' ? searchPart(part, query) : []
    },
  }
}

function searchPart(part: Opened, query: FullQuery): readonly Link[] {
  // Kinds are chosen afterwards, so ask for more than is wanted.
  const found = answers(part, query, query.kinds ? query.top + 40 : query.top)
  const wanted = query.kinds
    ? found.filter((answer) => query.kinds!.includes(conceptKinds[part.kinds[answer.concept]!]!)).slice(0, query.top)
    : found
  return wanted.map((answer) => ({
    concept: idOf(part, answer.concept),
    taxonomy: readString(part.taxonomies, answer.concept),
    label: labelOf(part, answer.concept),
    score: answer.p,
    sure: answer.sure,
    evidence: answer.evidence,
    lanes: answer.lanes,
    reasons: answer.sure ? [{ code: part.model ? 'sure-by-examples' : 'sure-by-label' }] : [],
  }))
}
