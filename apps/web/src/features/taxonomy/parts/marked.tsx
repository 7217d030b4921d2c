/** Text with the words that were looked for marked in it. */
export function Marked({ text, spans }: { text: string; spans: readonly { start: number; end: number }[] }) {
  const pieces: { text: string; at: number; isHit: boolean }[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (start > at) pieces.push({ text: text.slice(at, start), at, isHit: false })
    pieces.push({ text: text.slice(start, end), at: start, isHit: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), at, isHit: false })
  return <>{pieces.map((piece) => (piece.isHit ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>))}</>
}
