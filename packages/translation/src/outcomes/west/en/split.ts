import type { Word } from '../words.ts'
import { pronounSubjects } from './lists.ts'

const subjects = /^(?:i|you|he|she|we|they|nobody|none|no|somebody|someone|everyone|you've|you'll|he'll|she'll|they'll|they're|we're|i'm|it's|that's|there's|i've|we've|it)$/

/** Where the clauses of a sentence begin and end: at commas, colons and dashes, and where a joint brings a new subject along. */
export function splitEnglish(words: readonly Word[]): { from: number; to: number }[] {
  const clauses: { from: number; to: number }[] = []
  let from = 0
  let depth = 0
  const cut = (end: number, next: number) => {
    if (end > from) clauses.push({ from, to: end })
    from = next
  }
  for (let at = 0; at < words.length; at++) {
    const { low, kind } = words[at]!
    if (low === '(') depth++
    else if (low === ')') depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    if (kind === 'mark' && (low === ',' || low === ':' || low === '...' || ((low === '–' || low === '—' || low === '-') && at > from && words[at - 1]!.end < words[at]!.start && words[at + 1] && words[at]!.end < words[at + 1]!.start))) cut(at, at + 1)
    else if (at > from && /^(?:because|otherwise|although|though|whereas)$/.test(low)) cut(at, at)
    else if (at > from && /^(?:and|but|so|only|cos|then|or)$/.test(low)) {
      const next = words[at + 1]?.low ?? ''
      const later = words[at + 2]?.low ?? ''
      const subject = subjects.test(next) || (next === 'then' && subjects.test(later))
      if (low === 'but' || (subject && pronounOrNone(words, at + 1))) cut(at, at)
    }
  }
  cut(words.length, words.length)
  return clauses.map((one) => trimmed(words, one)).filter((one) => one.to > one.from)
}

const pronounOrNone = (words: readonly Word[], at: number) => {
  const { low } = words[at]!
  // "no" begins a clause as "no one", else it says what is not there.
  return low !== 'no' || /^(?:one|body)$/.test(words[at + 1]?.low ?? '')
}

// And, but, so at the beginning belong to no clause.
function trimmed(words: readonly Word[], { from, to }: { from: number; to: number }): { from: number; to: number } {
  let at = from
  while (at < to && ((/^(?:and|but|so|plus|only|or|&)$/.test(words[at]!.low) && !(words[at]!.low === 'plus' && words[at + 1]?.low === 'or') && !(words[at]!.low === 'so' && at > 0 && /^(?:there's|there|the|nothing|it|no|nobody|they|everything|that)$/.test(words[at + 1]?.low ?? ''))) || (words[at]!.low === 'then' && pronounSubjects.has(words[at + 1]?.low ?? '') === false && at > from) || words[at]!.kind === 'mark') && !/^[("“'‘±≤≥<>+]$/.test(words[at]!.low)) at++
  return { from: at, to }
}
