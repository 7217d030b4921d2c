/** A text in the form in which the index compares, and for every unit of it where it came from in the original. */
export type Normalised = Readonly<{ text: string; starts: Uint32Array; ends: Uint32Array }>

const joins = /^[\p{M}\u1160-\u11ff]/u
const ascii = /^[\t\n\r -~]*$/

/**
 * NFKC, full-width to half-width, lower case, straight quotes and dashes; soft hyphens go. White space becomes one kind of blank, but none is lost,
 * so that an offset into the result always leads back: `starts[i]` and `ends[i]` are UTF-16 units of the original.
 * @example normalise('Ｆräsen').text // 'fräsen'
 */
export function normalise(original: string): Normalised {
  if (ascii.test(original)) return plain(original)
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const unit of units(original)) {
    const folded = fold(unit)
    for (let i = 0; i < folded.length; i++) {
      starts.push(at)
      ends.push(at + unit.length)
    }
    parts.push(folded)
    at += unit.length
  }
  return { text: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

/** Only the text of `normalise`, for labels whose offsets nobody asks for. */
export const normalText = (original: string): string => normalise(original).text

/** The part of the original that stands behind `[from, to)` of the normalised text. */
export function originalSpan(normalised: Normalised, from: number, to: number): { start: number; end: number } {
  return { start: normalised.starts[from] ?? 0, end: normalised.ends[to - 1] ?? 0 }
}

/** Almost every line is ASCII: then one unit is one unit. */
function plain(original: string): Normalised {
  const text = original.replace(/[\t\n\r]/g, ' ').toLowerCase()
  const starts = new Uint32Array(text.length)
  const ends = new Uint32Array(text.length)
  for (let i = 0; i < text.length; i++) {
    starts[i] = i
    ends[i] = i + 1
  }
  return { text, starts, ends }
}

/** A base character with the marks that belong to it: they must be composed together. */
function* units(original: string): Generator<string> {
  let unit = ''
  for (const character of original) {
    if (unit !== '' && joins.test(character.normalize('NFKC'))) {
      unit += character
      continue
    }
    if (unit !== '') yield unit
    unit = character
  }
  if (unit !== '') yield unit
}

function fold(unit: string): string {
  let now = unit
  // Lower case may give a sequence that NFKC composes anew (İ), so repeat until nothing changes.
  for (let round = 0; round < 4; round++) {
    const next = now.normalize('NFKC').toLowerCase().normalize('NFKC')
    if (next === now) break
    now = next
  }
  return now
    .replace(/\u00ad/g, '')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s/g, ' ')
}
