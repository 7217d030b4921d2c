/** The engine takes no longer text, so a document gives none. */
export const longestText = 20_000

/** Text within the limit, cut between lines where one ends near it, never within a character. */
export function keepText(text: string): { text: string; cut: boolean } {
  if (text.length <= longestText) return { text, cut: false }
  const lineEnd = text.lastIndexOf('\n', longestText)
  const kept = text.slice(0, lineEnd > longestText - 1000 ? lineEnd : longestText)
  return { text: (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept).trimEnd(), cut: true }
}
