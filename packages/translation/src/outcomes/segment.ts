import type { Span } from '../types.ts'

/** A sentence or bullet of an even text, without its bullet mark and outer punctuation; `heading` is the list it stands under. */
export type Sentence = Span & Readonly<{ heading?: string }>

export const bullet =
  /^(?:[\s，、。：]*)(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)、]|\(\d{1,2}\)|\d{1,2}[.。:：](?!\d)|[A-H][.。](?=\p{Script=Han})|[①-⑳]|[-–—•●·*◆◇■□▪▶►★☆※>»✓✔√]+|第[一二三四五六七八九十][，、])\s*/u
const inlineNumber = /(?<=[\p{Script=Han})：])(?=(?:\d{1,2}[、.)](?!\d)|[A-H][.、)]|[①-⑳])\s*\p{Script=Han})/u
const heading =
  /^((?:岗位|工作|任职|职位|招聘|主要|基本|薪资|福利|公司)?(?:职责|内容|要求|条件|待遇|资格|福利|描述|任务|说明|介绍|薪酬|简介))[：]/
// 仓管员职责范围, 塑胶模具钳工(急聘), 【数控车工 3名】: what a list stands under, and no line of it.
const title =
  /^[\s【[]*[^，。：]{0,16}(?:职责|内容|要求|条件|待遇|资格|福利|范围|须知|启事|员|工|师傅?|手|助理|经理|主管|店长|班长|组长|司机|厨|岗位?|若干)(?:\([^()]*\)|[\s，]*(?:\d+|[一二两三四五六七八九十]|若干)[名人位]?)?[\s】\]：]*$/u
export const edge = /[\s，。；：、！？"“”'‘’…~|·]/

/**
 * Splits a text at full stops, semicolons, line breaks and bullets. Commas stay inside: what they part may be one statement.
 * @example segment('1、操作铣床；2、填写记录。') // [{ start: 2, end: 6 }, { start: 9, end: 13 }]
 */
export function segment(text: string, stops: RegExp = /[。；！？\n]/): Sentence[] {
  const found: Sentence[] = []
  let current: string | undefined
  let from = 0
  const take = (start: number, end: number, next: string) => {
    let piece = text.slice(start, end)
    if (title.test(piece) && (bullet.test(next) || heading.test(next))) {
      current = /(?:职责|内容|要求|条件|待遇|资格|福利)(?=[：\s]*$)/.exec(piece)?.[0] ?? current
      return
    }
    const mark = bullet.exec(piece)
    let at = start + (mark?.[0].length ?? 0)
    piece = text.slice(at, end)
    const head = heading.exec(piece)
    if (head) {
      current = head[1]
      at += head[0].length
      const inner = bullet.exec(text.slice(at, end))
      at += inner?.[0].length ?? 0
    }
    let last = end
    while (at < last && edge.test(text[at]!)) at++
    while (last > at && edge.test(text[last - 1]!)) last--
    if (last > at) found.push({ start: at, end: last, ...(current ? { heading: current } : {}) })
  }
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !stops.test(text[i]!)) continue
    let start = from
    const pieces = text.slice(from, i).split(inlineNumber)
    for (const [at, piece] of pieces.entries()) {
      take(start, start + piece.length, pieces[at + 1] ?? text.slice(i + 1, i + 24))
      start += piece.length
    }
    from = i + 1
  }
  return found
}

/** The clauses of a sentence: parted by commas that stand neither in brackets nor between digits. */
export function clausesOf(text: string, sentence: Span): Span[] {
  const clauses: Span[] = []
  let depth = 0
  let from = sentence.start
  const take = (end: number) => {
    let [start, last] = [from, end]
    while (start < last && edge.test(text[start]!)) start++
    while (last > start && edge.test(text[last - 1]!)) last--
    if (last > start) clauses.push({ start, end: last })
    from = end + 1
  }
  for (let i = sentence.start; i < sentence.end; i++) {
    const unit = text[i]!
    if (unit === '(') depth++
    else if (unit === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (unit === '，' || unit === '：')) take(i)
  }
  take(sentence.end)
  return clauses
}
