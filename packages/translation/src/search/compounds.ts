import { stem } from './stem.ts'
import type { View } from './view.ts'

/** Whether some label or description has a word of this stem. */
export type Vocabulary = (stem: string) => boolean

const shortestPart = 4
const shortestWord = 9
const mostParts = 4

/**
 * The stems of the parts of a German compound, each of which the vocabulary knows: fewest parts first, then the split whose shortest part is longest (after
 * Koehn & Knight 2003, with knowing a part in place of its frequency, so that building and asking split alike). What joins parts (s, n, en, er, e) falls to the
 * stem. Empty where the word is no compound that we know.
 * @example partsOf('maschinenbedienung', (stem) => ['maschin', 'bedien'].includes(stem)) // ['maschin', 'bedien']
 */
export function partsOf(word: string, has: Vocabulary): readonly string[] {
  if (word.length < shortestWord || !/^\p{L}+$/u.test(word)) return []
  let best: readonly string[] = []
  let bestShortest = 0
  const walk = (from: number, parts: readonly string[], shortest: number) => {
    if (parts.length >= mostParts || (best.length > 0 && parts.length >= best.length)) return
    for (let to = from + shortestPart; to <= word.length; to++) {
      if (to !== word.length && word.length - to < shortestPart) continue
      if (from === 0 && to === word.length) continue
      const part = stem(word.slice(from, to), 'de')
      if (part.length < 3 || !has(part)) continue
      const least = Math.min(shortest, to - from)
      if (to < word.length) walk(to, [...parts, part], least)
      else if (best.length === 0 || parts.length + 1 < best.length || least > bestShortest) {
        best = [...parts, part]
        bestShortest = least
      }
    }
  }
  walk(0, [], word.length)
  return best
}

/** A German text with the parts of its compounds among its terms; `instead` of the whole word, or beside it. */
export function withParts(view: View, has: Vocabulary, instead: boolean): View {
  if (view.language !== 'de') return view
  const terms = view.tokens.filter((token) => !token.stop).flatMap((token) => {
    const parts = partsOf(token.word, has)
    return parts.length === 0 ? [token.stem] : instead ? parts : [token.stem, ...parts]
  })
  return { ...view, terms }
}
