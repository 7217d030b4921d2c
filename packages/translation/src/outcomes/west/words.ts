/** A word, number or mark of an even text, in places of that text. */
export type Word = Readonly<{ text: string; low: string; start: number; end: number; kind: 'word' | 'number' | 'mark' }>

const pattern =
  /(?<ordinal>\d+(?:st|nd|rd|th)(?![\p{L}\d]))|(?<number>\d+(?:[.,]\d+)*)|(?<word>[tds]['’](?=\p{L})|\p{L}[\p{L}\p{N}]*(?:['’&/·-](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*['’]?)|(?<mark>\.{3}|\+\/-|[^\s])/gu

// Slips of the keys in the small words that the rules lean on; what they are turned into is only read, never shown.
const slips: Readonly<Record<string, string>> = Object.fromEntries(
  'cna can|teh the|adn and|wiht with|msut must|muts must|abel able|somone someone|wihtin within|witin within|acording according|accroding according|indepedently independently|independantly independently|thier their|shoud should|befor before|evry every|undre under|selbständig selbstständig|udn und|nciht nicht|mti mit|mus muss|könen können|solln sollen|soltle sollte|minutn minuten|stundn stunden'
    .split('|')
    .map((pair) => pair.split(' ')),
)

/** The words of a stretch of text. A number that a letter touches is part of a name: `S7-1200` is one word. */
export function toWords(text: string, start: number, end: number): Word[] {
  const found: Word[] = []
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const at = start + match.index
    const kind = match.groups?.['number'] ? 'number' : match.groups?.['word'] || match.groups?.['ordinal'] ? 'word' : 'mark'
    const low = match[0].toLowerCase().replace(/’/g, "'")
    found.push({ text: match[0], low: slips[low] ?? low, start: at, end: at + match[0].length, kind })
  }
  return found
}

/** Phrases of one or more words, asked for at a place; the longest that stands there answers. */
export type Phrases<T> = Readonly<{ at: (words: readonly Word[], at: number, to: number) => Readonly<{ value: T; end: number }> | undefined }>

export function toPhrases<T>(entries: readonly (readonly [string, T])[]): Phrases<T> {
  const byFirst = new Map<string, { rest: string[]; value: T }[]>()
  for (const [phrase, value] of entries) {
    const [first = '', ...rest] = phrase.split(' ')
    byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, value }])
  }
  for (const all of byFirst.values()) all.sort((a, b) => b.rest.length - a.rest.length)
  return {
    at: (words, at, to) => {
      for (const { rest, value } of byFirst.get(words[at]?.low ?? '') ?? []) {
        const end = at + 1 + rest.length
        if (end <= to && rest.every((one, i) => words[at + 1 + i]!.low === one)) return { value, end }
      }
      return undefined
    },
  }
}

/** A list written in one line, as a set. */
export const listOf = (line: string): ReadonlySet<string> => new Set(line.split(/\s+/).filter(Boolean))
