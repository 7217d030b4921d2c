import type { Span } from '../../types.ts'
import type { Verb } from '../lexicon.ts'
import type { StandardMatch } from '../standard.ts'

/** A verb as it was met: `lemma` is what the sentence of the outcome says, `sure` is false where the lexicon does not know the word. */
export type MetVerb = Span & Readonly<{ verb: Verb; lemma: string; sure: boolean }>

/** One thing to be done or known, as read from an English or German clause; all places are of the even text. */
export type Part = {
  start: number
  end: number
  verb: MetVerb
  object?: Span
  /** The object is a pronoun, or stands with the verb before. */
  borrows?: true
  /** A further verb for the object of the one before: zählen, *wiegen*. */
  shares?: true
  conditions: Span[]
  standards: StandardMatch[]
  /** Words of knowing rather than doing. */
  knowing?: true
  lacking?: true
  /** Said by a noun, not by a verb: Wartung der Anlage. */
  nominal?: true
}

/** What a clause is by its own words, before its neighbours are heard. `context`: nothing that stands for itself. */
export type Voice = 'task' | 'requirement' | 'formal' | 'trait' | 'offer' | 'noise' | 'unneeded' | 'forbidden' | 'context'

/** A clause that was read: what it says, and what is in it. Conditions and standards of a `context` wait for a neighbour's task. */
export type Clause = Readonly<{
  start: number
  end: number
  voice: Voice
  parts: readonly Part[]
  conditions: readonly Span[]
  standards: readonly StandardMatch[]
  /** A clause that is the object of the verb before it. */
  clause?: Span
  lacking?: boolean
  welcome?: boolean
  /** Has a word of duty, or turns with *but*: then it is no mere reason for what was said before. */
  asking?: boolean
  /** Says who: what somebody need not do is his task all the same. */
  personal?: boolean
  /** Nothing but circumstances, so that it can only lean. */
  leaning?: boolean
  /** One more thing of a list: pumps, valves *and compressors*. */
  listed?: boolean
}>
