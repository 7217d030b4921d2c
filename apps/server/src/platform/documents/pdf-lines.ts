/** One item of a page as the library gives it; marked content has no text. */
export type PdfItem = Readonly<{ str: string; transform: readonly number[]; width: number; height: number; hasEOL: boolean }> | Readonly<{ type: string }>
export type PdfLine = { text: string; left: number; right: number; y: number; size: number }

/** The items of a page as lines: what stands at one height is one line, with a blank or a tab where there was a gap. */
export function linesOfPage(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let isApart = false
  for (const item of items) {
    if (!('str' in item) || !item.str) continue
    // The library fills a gap with one blank, however wide; the gap itself tells more.
    if (!item.str.trim()) {
      isApart = true
      continue
    }
    const [x, y] = [Number(item.transform[4] ?? 0), Number(item.transform[5] ?? 0)]
    const size = Math.hypot(Number(item.transform[2] ?? 0), Number(item.transform[3] ?? 0)) || item.height || 10
    const line = lines.at(-1)
    if (line && Math.abs(line.y - y) < Math.max(line.size, size) * 0.4) {
      const gap = x - line.right
      const between = gap > size * 2.5 ? '\t' : (isApart || gap > size * 0.15) && !/\s$/.test(line.text) && !/^\s/.test(item.str) ? ' ' : ''
      line.text += between + item.str
      line.right = Math.max(line.right, x + item.width)
      line.size = Math.max(line.size, size)
    } else lines.push({ text: item.str, left: x, right: x + item.width, y, size })
    isApart = false
  }
  return lines
}

const bulletStart = /^(?:[-–—•●·*◆◇■□▪▶►★☆※✓✔√\uf000-\uf0ff]|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）.、．](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[条章节])/u
const sentenceEnd = /[。；！？.;:：!?]["”’)）]?\s*$/
const pageNumber = /^\s*(?:[-–—]?\s*\d{1,3}\s*[-–—]?|第\s*\d+\s*页.*|(?:page|seite)\s*\d+.*|\d+\s*\/\s*\d+)\s*$/i

/** Pages as one text: lines that only the width of the page broke are joined; page numbers and what each page repeats at its edge are left out. */
export function textOfPages(pages: readonly (readonly PdfLine[])[]): string {
  const repeated = repeatedEdges(pages)
  const out: string[] = []
  let last: (PdfLine & { edge: number }) | undefined
  for (const page of pages) {
    const edge = Math.max(0, ...page.map((line) => line.right))
    for (const [i, line] of page.entries()) {
      const isEdge = i === 0 || i === page.length - 1
      if (isEdge && (pageNumber.test(line.text) || repeated.has(edgeForm(line.text)))) continue
      if (last && goesOn(last, line)) out.push(joined(out.pop()!, line.text.trim()))
      else {
        if (last && last.y - line.y > line.size * 2.6) out.push('')
        out.push(line.text.trim())
      }
      last = { ...line, edge }
    }
  }
  return out.join('\n')
}

/** Whether a line is the rest of the one above: that one was full, nothing ended there, and nothing begins here. */
function goesOn(above: PdfLine & { edge: number }, line: PdfLine): boolean {
  if (bulletStart.test(line.text.trim()) || Math.abs(above.size - line.size) > line.size * 0.15 || above.text.includes('\t') || line.text.includes('\t')) return false
  const sameColumn = above.y - line.y < line.size * 2.2
  const first = /^\S+/.exec(line.text.trim())?.[0] ?? ''
  const isHan = /\p{Script=Han}/u.test(line.text)
  const wordWidth = isHan ? line.size * 2 : (first.length + 1) * line.size * 0.5
  const isFull = above.right + wordWidth > above.edge
  return sameColumn && isFull && (!sentenceEnd.test(above.text) || /^\p{Ll}/u.test(line.text.trim()))
}

function joined(above: string, line: string): string {
  if (/\p{Ll}-$/u.test(above) && /^\p{Ll}/u.test(line)) return above.slice(0, -1) + line
  if (/\p{L}-$/u.test(above)) return above + line
  const tight = /[\p{Script=Han}，、。；：（）]$/u.test(above) && /^[\p{Script=Han}，、。；：（）\p{N}]/u.test(line)
  return above + (tight ? '' : ' ') + line
}

const edgeForm = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()

function repeatedEdges(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const page of pages) for (const form of new Set([page[0], page.at(-1)].flatMap((line) => (line ? [edgeForm(line.text)] : [])))) seen.set(form, (seen.get(form) ?? 0) + 1)
  return new Set(pages.length > 1 ? [...seen].filter(([, times]) => times > 1 && times >= pages.length / 2).map(([form]) => form) : [])
}
