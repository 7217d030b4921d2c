import type { ContentLanguage } from '@guildhall/kernel'
import { normalText } from '../search/normalise.ts'
import { tokenise } from '../search/tokens.ts'

/**
 * What stays the same when an enterprise says the same thing again: words in their normal form, numbers masked, so that a new tolerance or another model
 * is still the same phrase.
 * @example phraseKey('Maß prüfen, ±0,02 mm', 'de') // 'maß prüfen # mm'
 */
export function phraseKey(phrase: string, language: ContentLanguage): string {
  const text = normalText(phrase).replace(/(\d)[.,](?=\d)/g, '$1')
  const words = tokenise(text, language).map((token) => (/\d/.test(token.word) ? token.word.replace(/\d+/g, '#') : token.word))
  return words.join(language === 'zh' ? '' : ' ')
}

/** Words (zh: characters and pairs) of a key, by which two phrases are compared. */
export function keyParts(key: string, language: ContentLanguage): ReadonlySet<string> {
  if (language !== 'zh') return new Set(key.split(' '))
  const characters = [...key]
  return new Set([...characters, ...characters.slice(1).map((character, i) => characters[i]! + character)])
}

/** Three characters in a row, blanks at the ends: the way to candidates. */
export function trigrams(key: string): ReadonlySet<string> {
  const padded = ` ${key} `
  const found = new Set<string>()
  for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3))
  return found
}

/** 2 × common ÷ both together. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0
  let common = 0
  for (const part of a) if (b.has(part)) common++
  return (2 * common) / (a.size + b.size)
}

/** 1 − (edits ÷ longer length), by the two-row method of Levenshtein. */
export function editRatio(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  if (longer === 0) return 1
  let before = Uint16Array.from({ length: b.length + 1 }, (_, i) => i)
  let now = new Uint16Array(b.length + 1)
  for (let i = 1; i <= a.length; i++) {
    now[0] = i
    for (let j = 1; j <= b.length; j++) {
      const swap = before[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      now[j] = Math.min(swap, before[j]! + 1, now[j - 1]! + 1)
    }
    ;[before, now] = [now, before]
  }
  return 1 - before[b.length]! / longer
}
