import type { ContentLanguage, Level } from '@guildhall/kernel'

/** Classes of verbs after Anderson and Krathwohl (2001); `adapt` is their "apply" where no procedure fits exactly. */
export const verbClasses = ['understand', 'apply', 'adapt', 'analyse', 'evaluate', 'create'] as const
export type VerbClass = (typeof verbClasses)[number]

/** Forms of evidence: how an outcome can be shown. */
export const evidenceForms = [
  'oral',
  'observed',
  'measured',
  'fault',
  'case',
  'session',
  'project',
  'document',
  'service',
  'system',
  'two-contexts',
] as const
export type EvidenceForm = (typeof evidenceForms)[number]

/** A verb id shared by the three languages; the first form of a language is its name there. */
export type Verb = Readonly<{
  id: string
  class: VerbClass
  base: Level
  form: EvidenceForm
  zh: readonly string[]
  en: readonly string[]
  de: readonly string[]
}>

export const itemKinds = ['skill', 'knowledge', 'key'] as const
export type ItemKind = (typeof itemKinds)[number]
export type ItemLink = Readonly<{ scheme: 'csco' | 'esco' | 'kldb'; match: 'exact' | 'close' | 'broad'; code: string }>
type PerLanguage<T> = Readonly<Record<ContentLanguage, T>>

/** A competence of the starter lexicon, to the depth of ENGINES 1.5. */
export type LexiconItem = Readonly<{
  id: string
  trade: string
  kind: ItemKind
  label: PerLanguage<string>
  phrases: PerLanguage<readonly string[]>
  verb: string
  condition?: PerLanguage<string>
  standard?: PerLanguage<string>
  evidence: EvidenceForm
  level: Readonly<{ low: Level; high: Level }>
  links: readonly ItemLink[]
}>

export type Lexicon = Readonly<{ verbs: readonly Verb[]; items: readonly LexiconItem[] }>

/** Every verb form met, with its id. `length` counts UTF-16 units. */
export type VerbMatch = Readonly<{ verb: Verb; form: string; length: number }>

/** A phrase or label of the lexicon that stands in a text, in units of that text. */
export type PhraseMatch = Readonly<{ item: LexiconItem; start: number; end: number; phrase: string; owners: number }>

/** The lexicon made ready for asking: a trie as nested maps would be slower to build than two plain maps keyed by form. */
export type OpenLexicon = Readonly<{
  lexicon: Lexicon
  verb: (id: string) => Verb | undefined
  item: (id: string) => LexiconItem | undefined
  /** Longest Chinese verb form that begins at a place, single letters included. */
  verbAt: (text: string, at: number) => VerbMatch | undefined
  phrasesIn: (text: string, language: ContentLanguage) => readonly PhraseMatch[]
}>

const opened = new WeakMap<Lexicon, OpenLexicon>()

/** Opens a lexicon once; asking again for the same one costs nothing. */
export function openLexicon(lexicon: Lexicon): OpenLexicon {
  const known = opened.get(lexicon)
  if (known) return known
  const verbs = new Map(lexicon.verbs.map((verb) => [verb.id, verb]))
  const items = new Map(lexicon.items.map((item) => [item.id, item]))
  const forms = new Map<string, Verb>()
  let longestVerb = 1
  for (const verb of lexicon.verbs) {
    for (const form of verb.zh) {
      if (!forms.has(form)) forms.set(form, verb)
      longestVerb = Math.max(longestVerb, form.length)
    }
  }
  const result: OpenLexicon = {
    lexicon,
    verb: (id) => verbs.get(id),
    item: (id) => items.get(id),
    verbAt: (text, at) => {
      for (let length = Math.min(longestVerb, text.length - at); length > 0; length--) {
        const form = text.slice(at, at + length)
        const verb = forms.get(form)
        if (verb) return { verb, form, length }
      }
      return undefined
    },
    phrasesIn: openPhrases(lexicon.items),
  }
  opened.set(lexicon, result)
  return result
}

function openPhrases(items: readonly LexiconItem[]): OpenLexicon['phrasesIn'] {
  const tables = new Map<ContentLanguage, { forms: Map<string, LexiconItem[]>; lengths: number[] }>()
  for (const language of ['zh', 'en', 'de'] as const) {
    const forms = new Map<string, LexiconItem[]>()
    for (const item of items) {
      for (const phrase of new Set([item.label[language], ...item.phrases[language]].map(toKey))) {
        const owners = forms.get(phrase)
        if (owners) owners.push(item)
        else forms.set(phrase, [item])
      }
    }
    tables.set(language, { forms, lengths: [...new Set([...forms.keys()].map((form) => form.length))].sort((a, b) => b - a) })
  }
  return (text, language) => {
    const { forms, lengths } = tables.get(language)!
    const key = toKey(text)
    const found: PhraseMatch[] = []
    for (let at = 0; at < key.length; at++) {
      if (language !== 'zh' && at > 0 && /[\p{L}\p{N}]/u.test(key[at - 1]!)) continue
      for (const length of lengths) {
        if (at + length > key.length || length < (language === 'zh' ? 2 : 4)) continue
        const owners = forms.get(key.slice(at, at + length))
        if (!owners || (language !== 'zh' && /[\p{L}\p{N}]/u.test(key[at + length] ?? ' '))) continue
        for (const item of owners)
          found.push({ item, start: at, end: at + length, phrase: text.slice(at, at + length), owners: owners.length })
        at += length - 1
        break
      }
    }
    return found
  }
}

// Lower case only where it keeps the length, so that places stay true (İ grows when lowered).
function toKey(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}
