import { longestText } from './kept-text.ts'

/** Gathers what a document says as lines: the readers of all formats write here, so that lists, rows and gaps look the same whatever file they came from. */
export type LineWriter = Readonly<{
  /** Adds to the line that is being written. Blanks are evened at its end; a tab stays. */
  text(piece: string): void
  /** Ends the line; an empty one is none. */
  line(): void
  /** Ends the line and leaves one empty line before what follows. */
  gap(): void
  /** The next line is an item of a list. */
  item(): void
  openTable(): void
  row(): void
  cell(): void
  closeTable(): void
  /** More was written than is ever kept: a reader may stop. */
  isFull(): boolean
  /** Everything, rows of open tables included. */
  end(): string
}>

type Frame = { readonly lines: string[]; parts: string[]; isItem: boolean }

/** A list item that carries its own mark needs no second one. */
const marked = /^(?:[-–—•●·*◆◇■□▪▶►★☆※✓✔√]|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]|[①-⑳])/u
const deepest = 100

export function createLineWriter(): LineWriter {
  const frames: Frame[] = [newFrame()]
  const tables: { row: string[][] | undefined; inCell: boolean }[] = []
  let [size, tooDeep] = [0, 0]
  const top = () => frames.at(-1)!
  const add = (frame: Frame, line: string) => {
    frame.lines.push(line)
    size += line.length + 1
  }
  const line = () => {
    const frame = top()
    const said = evened(frame.parts.join(''))
    frame.parts = []
    if (!said) return
    add(frame, frame.isItem && !marked.test(said) ? `• ${said}` : said)
    frame.isItem = false
  }
  const gap = () => {
    line()
    const { lines, isItem } = top()
    if (lines.length && lines.at(-1) !== '' && !isItem) lines.push('')
  }
  const endCell = () => {
    const table = tables.at(-1)
    if (!table?.inCell) return
    line()
    table.inCell = false
    const { lines } = frames.pop()!
    table.row?.push(lines.filter(Boolean))
  }
  const endRow = () => {
    endCell()
    const table = tables.at(-1)
    for (const one of rowLines(table?.row ?? [])) add(top(), one)
    if (table) table.row = undefined
  }
  const closeTable = () => {
    if (tooDeep > 0) {
      tooDeep--
      return line()
    }
    if (!tables.length) return line()
    endRow()
    tables.pop()
    gap()
  }
  return {
    text: (piece) => {
      if (!piece) return
      top().parts.push(piece)
      size += piece.length
    },
    line,
    gap,
    item: () => {
      line()
      top().isItem = true
    },
    openTable: () => {
      gap()
      if (tables.length >= deepest) tooDeep++
      else tables.push({ row: undefined, inCell: false })
    },
    row: () => {
      if (!tables.length || tooDeep) return line()
      endRow()
      tables.at(-1)!.row = []
    },
    cell: () => {
      const table = tables.at(-1)
      if (!table || tooDeep) return line()
      endCell()
      table.row ??= []
      table.inCell = true
      frames.push(newFrame())
    },
    closeTable,
    isFull: () => size > longestText * 8,
    end: () => {
      tooDeep = 0
      while (tables.length) closeTable()
      line()
      return withoutGapsInLists(top().lines).join('\n').trim()
    },
  }
}

/** Items that are paragraphs of their own are still one list. */
const withoutGapsInLists = (lines: readonly string[]) => lines.filter((line, i) => line !== '' || !(lines[i - 1]?.startsWith('• ') && lines[i + 1]?.startsWith('• ')))

const newFrame = (): Frame => ({ lines: [], parts: [], isItem: false })

/** What can be seen of a line: no characters that cannot, symbols of old bullet fonts as bullets, single blanks. */
function evened(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2e80-\u2fdf]/g, toCharacter)
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]|(?!\t)\p{Cc}/gu, '')
    .replace(/[\uf000-\uf0ff]/g, '•')
    .replace(/[^\S\t]+/g, ' ')
    .replace(/ ?\t[\t ]*/g, '\t')
    .trim()
}

// PDFs often store radicals for the characters that look the same: 加⼯ for 加工. Those of the supplement have no form of their own in Unicode's tables.
const radicals = new Map([...'⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻎辶⻌辶'].map((c, i, all) => [c, all[i + 1] ?? c] as const).filter((_, i) => i % 2 === 0))
const toCharacter = (radical: string) => radicals.get(radical) ?? radical.normalize('NFKC')

/**
 * A row of a table as lines: `name：words` where the first cell only names the second, cells with tabs between where each has one line, else line after line.
 * @example rowLines([['任职要求'], ['会看图纸', '会用卡尺']]) // ['任职要求：', '会看图纸', '会用卡尺']
 */
export function rowLines(row: readonly (readonly string[])[]): string[] {
  const cells = row.filter((lines) => lines.length > 0)
  const [name, words] = cells
  if (cells.length === 2 && name!.length === 1 && isName(name![0]!)) {
    const colon = /\p{Script=Han}/u.test(name![0]!) ? '：' : ':'
    return words!.length === 1 && !marked.test(words![0]!) ? [`${name![0]!}${colon === ':' ? ': ' : colon}${words![0]!}`] : [`${name![0]!}${colon}`, ...words!]
  }
  return cells.every((lines) => lines.length === 1) ? (cells.length ? [cells.map((lines) => lines[0]!).join('\t')] : []) : cells.flat()
}

const isName = (text: string) => text.length <= 24 && /^[\p{L}\p{M} /·()（）-]+$/u.test(text) && text.split(' ').length <= 4
