import type { ContentLanguage } from '@guildhall/kernel'
import { type Normalised, normalise } from './normalise.ts'
import { type Token, terms, tokenise } from './tokens.ts'

/** A text as the lanes look at it. */
export type View = Readonly<{
  language: ContentLanguage
  normalised: Normalised
  text: string
  tokens: readonly Token[]
  terms: readonly string[]
}>

/** `blank` may put blanks over what carries no meaning (`/in`, `(m/w/d)`): it must keep the length, so that places stay true. */
export function toView(original: string, language: ContentLanguage, blank?: (text: string) => string): View {
  const normalised = normalise(original)
  const text = blank ? blank(normalised.text) : normalised.text
  const tokens = tokenise(text, language)
  return { language, normalised, text, tokens, terms: terms(tokens, language) }
}
