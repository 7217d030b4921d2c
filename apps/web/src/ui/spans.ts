/** A piece of an enterprise's text that an outcome was made of. `from` and `to` count characters of the text. */
export type Span = Readonly<{ id: string; number: number; from: number; to: number; used: boolean }>
/** A run of text and the spans that lie on it, the shortest first; `ends` are those whose number is written after it. */
export type Piece = Readonly<{ text: string; from: number; spans: readonly Span[]; ends: readonly Span[] }>

/** Cuts a text at every edge of a span, so that spans may overlap. Spans outside the text are cut to it; empty ones vanish. */
export function cutSpans(text: string, spans: readonly Span[]): Piece[] {
  const inside = spans
    .map((span) => ({ ...span, from: Math.max(0, span.from), to: Math.min(text.length, span.to) }))
    .filter((span) => span.from < span.to)
  const edges = [...new Set([0, text.length, ...inside.flatMap((span) => [span.from, span.to])])].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i]!, edges[i + 1]!]
    const on = inside.filter((span) => span.from <= from && span.to >= to).sort((a, b) => a.to - a.from - (b.to - b.from))
    pieces.push({
      text: text.slice(from, to),
      from,
      spans: on,
      ends: on.filter((span) => span.to === to).sort((a, b) => a.number - b.number),
    })
  }
  return pieces
}
