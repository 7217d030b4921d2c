import type { ContentLanguage } from '@guildhall/kernel'
import type { Concept, Taxonomy } from '../types.ts'
import { conceptKinds } from '../types.ts'
import { buildChars } from './chars-lane.ts'
import { buildCover } from './cover-lane.ts'
import { buildTrie, trieSections } from './exact-lane.ts'
import { withParts } from './compounds.ts'
import { postingsSections } from './postings.ts'
import type { SectionArray } from './sections.ts'
import { stringSections, writeStrings } from './strings.ts'
import { blankTitle } from './titles.ts'
import { toView, type View } from './view.ts'
import { buildWords } from './words-lane.ts'

/** What kind of text is asked: plain sentences, titles of jobs, or whole adverts whose first line is a title. */
export const profiles = ['text', 'title', 'advert'] as const
export type Profile = (typeof profiles)[number]

/** Further words of a concept that are no label of it (skills of an occupation, tasks): they feed a lane of their own. */
export type Contexts = ReadonlyMap<string, string>

export const blankOf = (profile: Profile, language: ContentLanguage): ((text: string) => string) | undefined =>
  profile === 'text' ? undefined : (text) => blankTitle(text, language)

/** All sections of one language that need no labelled examples. Concepts are sorted by id: the order in which they came changes nothing. */
export function partitionSections(
  taxonomies: readonly Taxonomy[],
  language: ContentLanguage,
  profile: Profile,
  contexts: Contexts,
  guarded: boolean,
): [string, SectionArray][] {
  const rows = sortedConcepts(taxonomies, language)
  const blank = blankOf(profile, language)
  const forms: View[] = []
  const texts: string[] = []
  const owners: number[] = []
  const documents: View[][] = []
  const firstForms = new Uint32Array(rows.length)
  for (const [number, { concept }] of rows.entries()) {
    firstForms[number] = forms.length
    const views: View[] = []
    const seen = new Set<string>()
    for (const label of concept.labels[language] ?? []) {
      for (const view of formViews(label, language, blank)) {
        const key = view.terms.join(' ')
        if (seen.has(key)) continue
        seen.add(key)
        forms.push(view)
        texts.push(label)
        owners.push(number)
        views.push(view)
      }
    }
    const description = concept.description?.[language]
    if (description) views.push(toView(description, language))
    documents.push(views)
  }
  const known = language === 'de' ? new Set(documents.flatMap((views) => views.flatMap((view) => view.terms))) : new Set<string>()
  const has = (stem: string) => known.has(stem)
  return [
    ['profile', Float64Array.of(profiles.indexOf(profile), guarded ? 1 : 0)],
    ...stringSections('ids', writeStrings(rows.map((row) => row.concept.id))),
    ...stringSections('texts', writeStrings(texts)),
    ...stringSections('taxonomies', writeStrings(rows.map((row) => row.taxonomy))),
    ['kinds', Uint8Array.from(rows, (row) => conceptKinds.indexOf(row.concept.kind))],
    ['parents', groupNumbers(rows.map((row) => row.concept.parents?.[0]))],
    ['prior', priorOf(rows.map((row) => row.concept))],
    ['owners', Uint32Array.from(owners)],
    ['firstForms', firstForms],
    ...postingsSections('chars', buildChars(forms)),
    ...postingsSections('cover', buildCover(forms.map((view) => withParts(view, has, true)))),
    ...postingsSections('words', buildWords(documents.map((views) => views.map((view) => withParts(view, has, false))))),
    ...(contexts.size === 0
      ? []
      : postingsSections('context', buildWords(rows.map((row) => contextViews(contexts.get(row.concept.id), language))))),
    ...trieSections(buildTrie(forms)),
  ]
}

type Row = Readonly<{ concept: Concept; taxonomy: string }>

function sortedConcepts(taxonomies: readonly Taxonomy[], language: ContentLanguage): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const taxonomy of taxonomies) {
    for (const concept of taxonomy.concepts) {
      if ((concept.labels[language]?.length ?? 0) > 0 && !rows.has(concept.id)) rows.set(concept.id, { concept, taxonomy: taxonomy.id })
    }
  }
  return [...rows.values()].sort((a, b) => (a.concept.id < b.concept.id ? -1 : 1))
}

function formViews(label: string, language: ContentLanguage, blank: ((text: string) => string) | undefined): readonly View[] {
  const whole = toView(label, language)
  if (!blank) return [whole]
  const bare = toView(label, language, blank)
  return bare.tokens.length > 0 && bare.text !== whole.text ? [whole, bare] : [whole]
}

const contextViews = (text: string | undefined, language: ContentLanguage) => (text ? [toView(text, language)] : [])

/** Concepts under the same parent get the same number; 0 is none. The parent itself need not be a concept here. */
function groupNumbers(parents: readonly (string | undefined)[]): Uint32Array {
  const numbers = new Map<string, number>()
  return Uint32Array.from(parents, (parent) => {
    if (parent === undefined) return 0
    const number = numbers.get(parent) ?? numbers.size + 1
    numbers.set(parent, number)
    return number
  })
}

/** z of ln(1 + uses). */
function priorOf(concepts: readonly Concept[]): Float32Array {
  const logs = concepts.map((concept) => Math.log(1 + (concept.uses ?? 0)))
  const mean = logs.reduce((sum, log) => sum + log, 0) / (logs.length || 1)
  const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length || 1)) || 1
  return Float32Array.from(logs, (log) => (log - mean) / deviation)
}
