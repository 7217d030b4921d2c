import type { Span } from '../types.ts'
import type { OpenLexicon, Verb } from './lexicon.ts'
import type { StandardMatch } from './standard.ts'

export type FrameVerb = Readonly<{ verb: Verb; form: string; start: number; end: number; sure: boolean; pair?: Verb }>

/** What the rules found in one clause, in places of the even text. Slots are absent where the words give none. */
export type Frame = {
  start: number
  end: number
  verb?: FrameVerb
  object?: Span
  conditions: Span[]
  standards: StandardMatch[]
  /** Words of knowing rather than doing: 熟悉, 了解, 掌握. */
  knowing?: Span
  lacking?: true
}

/** A clause being read: the text up to `end`, and the frame that is being filled. */
export type Open = Readonly<{ text: string; end: number; lexicon: OpenLexicon; frame: Frame }>
