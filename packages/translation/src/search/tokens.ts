import type { ContentLanguage } from '@guildhall/kernel'
import { isStopWord, stem } from './stem.ts'

/** A word of a normalised text (zh: a character or a run of other letters), its stem and its place. */
export type Token = Readonly<{ start: number; end: number; word: string; stem: string; stop: boolean }>

// `c++`, `c#`, `.net`, `r&d` keep their signs: without them the names of whole trades disappear.
const wordPattern = /\.net\b|[\p{L}\p{N}]+(?:(?:[&'.]|\+\+|#)[\p{L}\p{N}]+)*(?:\+\+|#)?/gu
const han = /[\p{Script=Han}]/u

/**
 * The words of a normalised text, in order. Chinese: one token a character, Latin runs whole.
 * @example tokenise('c++ und sps', 'de').map((token) => token.word) // ['c++', 'und', 'sps']
 */
export function tokenise(text: string, language: ContentLanguage): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    if (han.test(match[0])) splitHan(match[0], match.index, language, tokens)
    else tokens.push(toToken(match[0], match.index, language))
  }
  return tokens
}

function splitHan(run: string, at: number, language: ContentLanguage, tokens: Token[]): void {
  let other = ''
  let place = at
  for (const character of run) {
    if (han.test(character)) {
      if (other !== '') tokens.push(toToken(other, place - other.length, language))
      other = ''
      tokens.push({ start: place, end: place + character.length, word: character, stem: character, stop: isStopWord(character, 'zh') })
    } else other += character
    place += character.length
  }
  if (other !== '') tokens.push(toToken(other, place - other.length, language))
}

function toToken(word: string, start: number, language: ContentLanguage): Token {
  return { start, end: start + word.length, word, stem: stem(word, language), stop: isStopWord(word, language) }
}

/**
 * The terms by which word lanes compare: stems without stop words; in Chinese characters and pairs of neighbouring characters, because a segmenter
 * tears trade words apart and did far worse.
 */
export function terms(tokens: readonly Token[], language: ContentLanguage): readonly string[] {
  if (language !== 'zh') return tokens.filter((token) => !token.stop).map((token) => token.stem)
  const found: string[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const next = tokens[i + 1]
    found.push(token.stem)
    if (next && next.start === token.end) found.push(token.stem + next.stem)
  }
  return found
}
