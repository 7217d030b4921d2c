import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import { conceptKinds, type Link, type SearchQuery } from '../types.ts'
import type { LaneName } from './lanes.ts'
import { findConcept, idOf, labelOf, type Opened, openPartition } from './opened.ts'
import { answers } from './rank.ts'
import { readSections } from './sections.ts'
import { readString } from './strings.ts'

/** The version of the builder: it stands in the header and in the key of every cache. Raise it with any change of what is built or learnt. */
export const builderVersion = 4

/** A question with what only some callers have: more words about the thing; for measuring, lanes to leave out and concepts whose examples to hide. */
export type FullQuery = SearchQuery & Readonly<{ context?: string; lanesOff?: readonly LaneName[]; hidden?: readonly string[] }>
/** `group`: equal for concepts under the same parent, 0 for none. */
export type FullLink = Link & Readonly<{ group: number }>
/** Serves wherever a `SearchIndex` is asked for. */
export type FullIndex = Readonly<{ search: (query: FullQuery) => readonly FullLink[]; languages: readonly ContentLanguage[] }>

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

function searchPart(part: Opened, query: FullQuery): readonly FullLink[] {
  // Kinds are chosen afterwards, so ask for more than is wanted.
  const hidden = query.hidden ? { hidden: new Set(query.hidden.map((id) => findConcept(part, id))) } : {}
  const { text, language, context, lanesOff } = query
  const asked = { text, language, ...(context ? { context } : {}), ...(lanesOff ? { lanesOff } : {}), ...hidden }
  const found = answers(part, asked, query.kinds ? query.top + 40 : query.top)
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
    group: part.parents[answer.concept]!,
    reasons: answer.sure ? [{ code: part.model ? 'sure-by-examples' : 'sure-by-label' }] : [],
  }))
}
