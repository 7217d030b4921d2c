import type { ContentLanguage } from '@guildhall/kernel'
import type { Span } from '../types.ts'
import { toSimplified } from './traditional.ts'

/**
 * A text made even, and for each of its units where it stood: `starts[i]`, `ends[i]` are UTF-16 offsets into the original.
 * `shown` has the same length: the writer's own letters, where `text` has the simplified form and the right letter for a slip of the pen.
 */
export type NormalText = Readonly<{ text: string; shown: string; starts: Int32Array; ends: Int32Array }>

// Homophones that typing by sound brings about; both of a pair have the same length.
const slips: readonly (readonly [RegExp, string])[] = [
  [/按装/g, '安装'],
  [/操做/g, '操作'],
  [/([对记报做算账])帐/g, '$1账'],
  [/帐(?=[实目单物面款本])/g, '账'],
  [/检察(?!院|官|机关)/g, '检查'],
  [/打抹/g, '打磨'],
  [/焊结/g, '焊接'],
  [/测亮/g, '测量'],
  [/装陪/g, '装配'],
  [/编成(?=程序)/g, '编程'],
  [/维俢/g, '维修'],
  [/保样/g, '保养'],
  [/登纪/g, '登记'],
  [/陪训/g, '培训'],
  [/调式(?=设备|机|程序|系统|线|好)/g, '调试'],
  [/排察/g, '排查'],
  [/(?<=[丝米克分时度个钟道])只内/g, '之内'],
  [/纪录(?=数据|温度|本|表|好|下)/g, '记录'],
]
const correct = (text: string) => slips.reduce((so, [wrong, right]) => so.replace(wrong, right), text)

const han = /\p{Script=Han}/u
const word = /[\p{Script=Latin}\p{N}]/u
const blockTag = /^<\/?(?:p|br|li|ul|ol|div|tr|td|h\d)\b/i
const dropped = /[\p{Cf}\p{Mn}]/u
// Emoji and dingbats stand where others write a bullet or a full stop.
const ornament = /[\p{Extended_Pictographic}\p{So}]/u
const keptSymbols = '℃℉°±≤≥≦≧®©'
const punctuation: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '（': '(',
  '）': ')',
  '。': '。',
  '≦': '≤',
  '≧': '≥',
  '～': '~',
  '．': '.',
}

/**
 * Makes full-width forms, spaces, tags and punctuation even, so that rules see one form only. Never loses the place in the original.
 * @example normalise('误差 ≤ ０.０２ｍｍ', 'zh').text // '误差≤0.02mm'
 */
export function normalise(text: string, language: ContentLanguage): NormalText {
  const units: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const push = (unit: string, start: number, end: number) => {
    for (const one of unit) {
      units.push(one)
      starts.push(start)
      ends.push(end)
    }
  }
  for (let i = 0; i < text.length; ) {
    const tag = text[i] === '<' ? /^<\/?[a-zA-Z][^<>]{0,300}>/.exec(text.slice(i, i + 320)) : null
    if (tag) {
      if (blockTag.test(tag[0])) push('\n', i, i + tag[0].length)
      i += tag[0].length
      continue
    }
    const entity = text[i] === '&' ? /^&(nbsp|amp|lt|gt|quot|#\d{1,6});/.exec(text.slice(i, i + 10)) : null
    if (entity) {
      push({ amp: '&', lt: '≤', gt: '≥', quot: '"' }[entity[1]!] ?? ' ', i, i + entity[0].length)
      i += entity[0].length
      continue
    }
    const point = String.fromCodePoint(text.codePointAt(i)!)
    const end = i + point.length
    if (/[\r\n\u2028\u2029]/.test(point)) push('\n', i, end)
    else if (/\s/.test(point)) push(' ', i, end)
    else if (/[①-⑳]/.test(point) || keptSymbols.includes(point)) push(point === '℃' ? '°C' : (punctuation[point] ?? point), i, end)
    else if (ornament.test(point)) push('\n', i, end)
    // Units above the basic plane are rare names: one space keeps offsets simple and rules blind to them.
    else if (dropped.test(point)) void 0
    else if (point.length > 1) push(' ', i, end)
    else push(point.normalize('NFKC'), i, end)
    i = end
  }
  return language === 'zh' ? evenChinese(units, starts, ends) : evenSpaces(units, starts, ends)
}

function evenChinese(units: readonly string[], starts: readonly number[], ends: readonly number[]): NormalText {
  const keep: number[] = []
  const out: string[] = []
  const last = () => out[out.length - 1] ?? '\n'
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!
    if (unit === ' ') {
      const next = units.slice(i, i + 40).join('')
      const after = next.trimStart()
      if (word.test(last()) && word.test(after[0] ?? '') && !han.test(last()) && !han.test(after[0] ?? '')) {
        out.push(' ')
        keep.push(i)
      } else if (isGap(out, after)) {
        out.push('，')
        keep.push(i)
      }
      while (units[i + 1] === ' ') i++
      continue
    }
    let even = unit
    const beforeDigit = /\d/.test(last()) && /\d/.test(units[i + 1] ?? '')
    if (!beforeDigit || (unit !== ',' && unit !== ':')) even = punctuation[unit] ?? unit
    else if (unit === ',' && /\d{3}/.test(units.slice(i + 1, i + 4).join(''))) continue
    if (unit === '.' && (han.test(last()) || last() === ')') && !word.test(units[i + 1] ?? '')) even = '。'
    out.push(even)
    keep.push(i)
  }
  return pack(out, keep, starts, ends)
}

// Two pieces of three and two Han letters or more with a space between them: adverts write lists that way, and a chat does without marks. What a figure or a Latin
// name leads counts as one more letter.
function isGap(out: readonly string[], after: string): boolean {
  const before = out.slice(-4).join('')
  return /(?:[\p{Script=Han}\d]{2}|\d)\p{Script=Han}$/u.test(before) && /^\p{Script=Han}{2}/u.test(after)
}

function evenSpaces(units: readonly string[], starts: readonly number[], ends: readonly number[]): NormalText {
  const keep: number[] = []
  const out: string[] = []
  for (let i = 0; i < units.length; i++) {
    if (units[i] === ' ' && (out[out.length - 1] === ' ' || out.length === 0)) continue
    out.push(units[i]!)
    keep.push(i)
  }
  return pack(out, keep, starts, ends)
}

function pack(out: readonly string[], keep: readonly number[], starts: readonly number[], ends: readonly number[]): NormalText {
  const shown = out.join('')
  return {
    text: correct(toSimplified(shown)),
    shown,
    starts: Int32Array.from(keep, (i) => starts[i]!),
    ends: Int32Array.from(keep, (i) => ends[i]!),
  }
}

/** Where a part of the even text stood in the original. */
export function toOriginal(normal: NormalText, start: number, end: number): Span {
  if (end <= start) return { start: normal.starts[start] ?? 0, end: normal.starts[start] ?? 0 }
  return { start: normal.starts[start]!, end: normal.ends[end - 1]! }
}
