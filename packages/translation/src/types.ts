import type { ContentLanguage, Level, LocalizedText, Reason } from '@guildhall/kernel'

/** Part of a text, in UTF-16 units of the original: `text.slice(start, end)`. */
export type Span = Readonly<{ start: number; end: number }>

/** What a concept of a taxonomy is. */
export const conceptKinds = ['competence', 'occupation', 'group', 'major'] as const
export type ConceptKind = (typeof conceptKinds)[number]

/** One concept of a taxonomy, as the engine needs it. Labels: the preferred one first, then the others. */
export type Concept = Readonly<{
  id: string
  kind: ConceptKind
  labels: Readonly<Partial<Record<ContentLanguage, readonly string[]>>>
  description?: LocalizedText
  parents?: readonly string[]
  /** How many things of the same taxonomy lean on it (occupations that ask for a skill): the prior. */
  uses?: number
}>
export type Taxonomy = Readonly<{ id: string; version: string; concepts: readonly Concept[] }>

/** The words that led to a concept, and the label or phrase they met. */
export type Evidence = Readonly<{ start: number; end: number; matched: string }>

/** A suggested tie of a text to a concept. `score` 0–1; `sure` only orders and pre-selects: a person accepts. */
export type Link = Readonly<{
  concept: string
  taxonomy: string
  label: string
  score: number
  sure: boolean
  evidence: readonly Evidence[]
  lanes: Readonly<Record<string, number>>
  reasons: readonly Reason[]
}>

export type SearchQuery = Readonly<{ text: string; language: ContentLanguage; top: number; kinds?: readonly ConceptKind[] }>

/** An opened index: built once into bytes, opened without parsing, asked many times. Same bytes and same query, same answer. */
export type SearchIndex = Readonly<{ search: (query: SearchQuery) => readonly Link[] }>

export const statementKinds = ['task', 'requirement', 'trait', 'offer', 'noise'] as const
export type StatementKind = (typeof statementKinds)[number]

/** Where the value of a slot comes from. */
export type Provenance =
  | Readonly<{ kind: 'span'; start: number; end: number }>
  | Readonly<{ kind: 'lexicon' | 'memory' | 'default' | 'person'; id: string }>
  /** A language model found these words in the sentence: a person has to look at them. */
  | Readonly<{ kind: 'model'; id: string; start: number; end: number }>
export type Slot<T> = Readonly<{ value: T; from: Provenance; grade: 'sure' | 'likely' | 'guess' }>

export type Measure = Readonly<{ op: '<=' | '>=' | '='; value: number; unit: string }>
export type Standard = Readonly<{ text: LocalizedText; measure?: Measure }>

/** A proposed learning outcome: every slot says where it comes from; what no slot used is shown to the person. */
export type OutcomeDraft = Readonly<{
  span: Span
  kind: 'skill' | 'knowledge' | 'key'
  /** `pair`: the words where two verbs are one action, 维护和保养. */
  action: Slot<Readonly<{ verb: string; text: LocalizedText; pair?: LocalizedText }>>
  object: Slot<LocalizedText>
  /** The words say that one does it alone. */
  independent: boolean
  condition?: Slot<LocalizedText>
  standard?: Slot<Standard>
  level: Readonly<{ value: Level; low: Level; high: Level; grade: 'sure' | 'likely' | 'guess'; reasons: readonly Reason[] }>
  evidence: Slot<Readonly<{ form: string; text: LocalizedText }>>
  links: readonly Link[]
  /** Generated; only the languages whose slots are known. */
  text: LocalizedText
}>

export type Statement = Readonly<{ start: number; end: number; kind: StatementKind; links: readonly Link[]; outcomes: readonly OutcomeDraft[]; reasons: readonly Reason[] }>

/** What the engine made of a text. `unused`: words that no statement or slot took. */
export type Translation = Readonly<{ language: ContentLanguage; statements: readonly Statement[]; unused: readonly Span[] }>
