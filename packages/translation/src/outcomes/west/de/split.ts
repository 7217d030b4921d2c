import type { Word } from '../words.ts'

/** Where the clauses of a German sentence begin and end: at commas, colons and dashes, at *aber*, and before a question word that is an object. */
export function splitGerman(words: readonly Word[]): { from: number; to: number }[] {
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
    const dash = /^[–—-]$/.test(low) && at > from && words[at - 1]!.end < words[at]!.start && words[at + 1] && words[at]!.end < words[at + 1]!.start
    if (kind === 'mark' && (low === ',' || low === ':' || low === '...' || dash)) cut(at, at + 1)
    else if (at > from && /^(?:aber|sonst|weil|denn|sondern)$/.test(low)) cut(at, at)
    else if (at > from && /^(?:weshalb|warum|wieso|ob)$/.test(low) && words[at - 1]!.kind === 'word') cut(at, at)
  }
  cut(words.length, words.length)
  return clauses
    .map(({ from: start, to }) => {
      let at = start
      while (at < to && /^(?:und|aber|oder|sowie|un|zwar|&)$/.test(words[at]!.low) && !(words[at]!.low === 'zwar' && at === start)) at++
      return { from: at, to }
    })
    .filter((one) => one.to > one.from)
}
