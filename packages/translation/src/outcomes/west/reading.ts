import type { Measure, Span } from '../../types.ts'
import type { OpenLexicon, Verb } from '../lexicon.ts'
import type { StandardMatch } from '../standard.ts'
import type { Part } from './part.ts'
import type { Word } from './words.ts'

/** A clause to be read: the words from one place to another, and whether it complains of a lack. */
export type ReadAsk = Readonly<{ words: readonly Word[]; from: number; to: number; lexicon: OpenLexicon; lacking: boolean; /** Take any verb that the lexicon knows, where no build of a clause fits. */ loosely?: true }>
/** What was found in it; conditions and standards stand there even where no verb does. */
export type ReadClause = Readonly<{ parts: readonly Part[]; conditions: readonly Span[]; standards: readonly StandardMatch[]; /** A clause that is the object of the verb before it: sagen, *warum es klemmt*. */ clause?: Span }>

type Stretch = Readonly<{ from: number; to: number }>
export type PartAsk = Stretch &
  Readonly<{
    verb: Stretch & Readonly<{ verb: Verb; lemma: string; sure: boolean }>
    object?: Stretch
    borrows: boolean
    shares?: boolean
    circumstances: readonly (Stretch & Readonly<{ role: 'condition' | 'standard'; measure?: Measure }>)[]
    knowing: boolean
    lacking: boolean
    nominal: boolean
  }>

/** Places of the text for what was found in words. */
export function toPart(words: readonly Word[], ask: PartAsk): Part {
  const { start, end } = spanOf(words, ask.from, ask.to)
  const verbSpan = spanOf(words, ask.verb.from, ask.verb.to)
  return {
    start,
    end,
    verb: { verb: ask.verb.verb, lemma: ask.verb.lemma, sure: ask.verb.sure, ...verbSpan },
    ...(ask.object ? { object: spanOf(words, ask.object.from, ask.object.to) } : {}),
    ...(ask.borrows ? { borrows: true as const } : {}),
    ...(ask.shares ? { shares: true as const } : {}),
    conditions: ask.circumstances.filter((one) => one.role === 'condition').map((one) => spanOf(words, one.from, one.to)),
    standards: ask.circumstances.filter((one) => one.role === 'standard').map((one) => ({ ...spanOf(words, one.from, one.to), ...(one.measure ? { measure: one.measure } : {}) })),
    ...(ask.knowing ? { knowing: true as const } : {}),
    ...(ask.lacking ? { lacking: true as const } : {}),
    ...(ask.nominal ? { nominal: true as const } : {}),
  }
}

/** The place in the text of some words, without marks at its ends. */
export function spanOf(words: readonly Word[], from: number, to: number): Span {
  let [first, last] = [from, to - 1]
  while (first < last && isEdge(words[first]!)) first++
  while (last > first && isEdge(words[last]!)) last--
  return { start: words[first]?.start ?? 0, end: words[Math.max(first, last)]?.end ?? 0 }
}

const isEdge = ({ kind, low }: Word) => kind === 'mark' && !/^[%°±≤≥<>+#)]$/.test(low)
