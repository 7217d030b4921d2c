import { type ContentLanguage, dayNumber, type Instant, toDate } from '@guildhall/kernel'
import { dice, editRatio, keyParts, phraseKey, trigrams } from './phrase-key.ts'

/** What a person decided about a link of a phrase to a concept. An edit names the concept it was changed to. */
export type Decision = Readonly<{
  id: string
  at: Instant
  phrase: string
  language: ContentLanguage
  enterprise: string
  concept: string
  verdict: 'accepted' | 'edited' | 'rejected'
}>

export const memoryScopes = ['enterprise', 'partners', 'all'] as const
export type MemoryScope = (typeof memoryScopes)[number]

/** A concept that was decided on for this phrase, or for one much like it, and how people decided. */
export type Remembered = Readonly<{
  concept: string
  /** Numbers of decisions, older ones counting less: halved every 18 months. */
  counts: Readonly<{ accepted: number; edited: number; rejected: number }>
  strength: number
  /** `within`: the decided words stand inside a longer sentence. */
  match: 'exact' | 'within' | 'fuzzy'
  similarity: number
  scope: MemoryScope
  /** True where the memory may go before all lanes: exact, strong, and decided more than once. */
  overrides: boolean
}>

export type Asker = Readonly<{ enterprise: string; partners: readonly string[]; language: ContentLanguage }>
export type Memory = Readonly<{ lookup: (phrase: string, asker: Asker) => readonly Remembered[] }>

const halfLifeDays = 548
const fuzzyDice = 0.6
const fuzzyEdit = 0.75
const longestKey = 120
/** What stands inside a longer sentence is said again, and something beside it. */
const withinSimilarity = 0.9
const shortestWithin: Readonly<Record<ContentLanguage, number>> = { zh: 4, en: 9, de: 9 }
/** A phrase leaves its enterprise only after so many organisations used it: nobody's words leak, and nobody alone can poison the others. */
const organisationsToLeave = 2

/**
 * Memory of people's decisions. Nothing is kept beside the decisions given: without an enterprise's decisions its phrases are gone.
 * @example createMemory(decisions, { now }).lookup('会看图', { enterprise: 'e1', partners: [], language: 'zh' })
 */
export function createMemory(decisions: readonly Decision[], { now }: { now: Instant }): Memory {
  const phrases = groupPhrases(decisions)
  const postings = new Map<string, Phrase[]>()
  for (const phrase of phrases.values()) {
    for (const gram of trigrams(phrase.key)) {
      const list = postings.get(gram)
      if (list) list.push(phrase)
      else postings.set(gram, [phrase])
    }
  }
  const today = dayOf(now)
  return {
    lookup: (phrase, asker) => {
      const key = phraseKey(phrase, asker.language)
      if (key === '') return []
      const found = new Map<string, Remembered>()
      for (const { phrase: known, similarity, within } of similar(key, asker.language, phrases, postings)) {
        for (const one of remember(known, { similarity, within }, asker, today)) {
          const before = found.get(one.concept)
          if (!before || isBetter(one, before)) found.set(one.concept, one)
        }
      }
      return [...found.values()].sort((a, b) => order(a, b))
    },
  }
}

type Likeness = Readonly<{ similarity: number; within: boolean }>
type Phrase = Readonly<{ key: string; language: ContentLanguage; decisions: Decision[] }>

function groupPhrases(decisions: readonly Decision[]): ReadonlyMap<string, Phrase> {
  const phrases = new Map<string, Phrase>()
  // By id: the order in which decisions came must not matter.
  for (const decision of [...decisions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = phraseKey(decision.phrase, decision.language)
    if (key === '') continue
    const name = `${decision.language} ${key}`
    const phrase = phrases.get(name)
    if (phrase) phrase.decisions.push(decision)
    else phrases.set(name, { key, language: decision.language, decisions: [decision] })
  }
  return phrases
}

function similar(
  key: string,
  language: ContentLanguage,
  phrases: ReadonlyMap<string, Phrase>,
  postings: ReadonlyMap<string, readonly Phrase[]>,
) {
  const exact = phrases.get(`${language} ${key}`)
  const found = exact ? [{ phrase: exact, similarity: 1, within: false }] : []
  if (key.length > longestKey) return found
  const parts = keyParts(key, language)
  const candidates = new Set<Phrase>()
  for (const gram of trigrams(key)) for (const phrase of postings.get(gram) ?? []) candidates.add(phrase)
  for (const phrase of candidates) {
    if (phrase === exact || phrase.language !== language || phrase.key.length > longestKey) continue
    if (standsWithin(phrase.key, key, language)) {
      found.push({ phrase, similarity: withinSimilarity, within: true })
      continue
    }
    if (dice(parts, keyParts(phrase.key, language)) < fuzzyDice) continue
    const similarity = editRatio(key, phrase.key)
    if (similarity >= fuzzyEdit) found.push({ phrase, similarity, within: false })
  }
  return found
}

/** Whole words of some length: a letter or two stand in every sentence. */
const standsWithin = (known: string, key: string, language: ContentLanguage) =>
  known.length >= shortestWithin[language] && (language === 'zh' ? key.includes(known) : known.includes(' ') && ` ${key} `.includes(` ${known} `))

/** What may be told of one phrase to this asker: the nearest scope that has decisions on a concept speaks. */
function remember(phrase: Phrase, likeness: Likeness, asker: Asker, today: number): readonly Remembered[] {
  const partners = new Set([asker.enterprise, ...asker.partners])
  const scopes: readonly (readonly [MemoryScope, readonly Decision[]])[] = [
    ['enterprise', phrase.decisions.filter((decision) => decision.enterprise === asker.enterprise)],
    ['partners', walled(phrase.decisions.filter((decision) => partners.has(decision.enterprise)))],
    ['all', walled(phrase.decisions)],
  ]
  const found = new Map<string, Remembered>()
  for (const [scope, decisions] of scopes) {
    for (const concept of new Set(decisions.map((decision) => decision.concept))) {
      if (!found.has(concept)) found.set(concept, weigh(concept, decisions, scope, likeness, today))
    }
  }
  return [...found.values()]
}

const walled = (decisions: readonly Decision[]) =>
  new Set(decisions.map((decision) => decision.enterprise)).size >= organisationsToLeave ? decisions : []

function weigh(concept: string, decisions: readonly Decision[], scope: MemoryScope, { similarity, within }: Likeness, today: number): Remembered {
  const counts = { accepted: 0, edited: 0, rejected: 0 }
  let n = 0
  for (const decision of decisions) {
    if (decision.concept !== concept) continue
    counts[decision.verdict] += 0.5 ** (Math.max(0, today - dayOf(decision.at)) / halfLifeDays)
    n++
  }
  const strength = strengthOf(counts)
  const match = within ? 'within' : similarity === 1 ? 'exact' : 'fuzzy'
  return { concept, counts, strength, match, similarity, scope, overrides: match === 'exact' && strength >= 0.75 && n >= 2 }
}

/**
 * Share of the agreeing, with one agreeing and one refusing decision thrown in: a single click proves little.
 * @example strengthOf({ accepted: 2, edited: 0, rejected: 0 }) // 0.75
 */
export const strengthOf = ({ accepted, edited, rejected }: Remembered['counts']): number =>
  (accepted + edited / 2 + 1) / (accepted + edited + rejected + 2)

const dayOf = (at: Instant) => dayNumber(toDate(at.slice(0, 10)))
const isBetter = (a: Remembered, b: Remembered) => a.similarity > b.similarity || (a.similarity === b.similarity && a.strength > b.strength)
const order = (a: Remembered, b: Remembered) => b.similarity * b.strength - a.similarity * a.strength || (a.concept < b.concept ? -1 : 1)
