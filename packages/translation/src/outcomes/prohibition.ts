import type { Span } from '../types.ts'
import type { OpenLexicon } from './lexicon.ts'
import { findStandards } from './standard.ts'
import { findVerbAt } from './verb-at.ts'

/** Said as what is not to be done: the words before it that say when, and what is forbidden. */
export type Prohibition = Readonly<{ when: Span | undefined; what: Span }>

const forbids = /(?:千万|可|以后|都|就|也|再|请|绝对?)*(?:(?<![识辨区判鉴级类性个特分差甄])别再?(?![的人墅处名])|莫(?![名大])|甭|勿|(?:不要|不能|(?<![见舍少免])不得|不许|(?<![看量对读测算打瞄估说拿听])不准|不可以?|严禁|禁止)(?![有出超低高多少大小晚])|不要(?=[有出多]))/u
// What is not to be there, or is not to be exceeded, is how well a thing is to be done.
const quality = /^(?:(?:给我|给咱)?(?:拖|耽误|误|迟|晚)|有|超|低于|高于|多于|少于|大于|小于|晚于|出现|留|漏|错|混|丢|少|掉|断|差|过|落下)|^[\p{Script=Han}]{1,4}(?:错|漏|混|丢|坏|掉|断|反|偏|歪|碎|伤|脏|破)[了掉咯]?$|^(?:让|把|给|叫)?[^，]{0,4}(?:烫|伤|碰|摔|撞|呛|磕|划|压)[到着伤][了咯]?$/u
// 一颗都不能丢, 一件不能少: a count of none.
const none = /一[\p{Script=Han}]{1,2}(?:都|也)?$/u

/**
 * Reads a clause that says what is not to be done: 别一停就打电话, 开机床不许戴手套. Undefined where it is a quality (不能有划痕) or a figure (别超过十分钟).
 * @example findProhibition('开机床不许戴手套', { start: 0, end: 8 }, lexicon) // { when: { start: 0, end: 3 }, what: { start: 5, end: 8 } }
 */
export function findProhibition(text: string, span: Span, lexicon: OpenLexicon): Prohibition | undefined {
  const words = text.slice(span.start, span.end)
  const found = forbids.exec(words)
  if (!found || found.index > 10) return undefined
  const before = words.slice(0, found.index)
  const what = { start: span.start + found.index + found[0].length, end: span.end }
  const forbidden = text.slice(what.start, what.end)
  if (forbidden.length < 2 || forbidden.startsWith('的') || quality.test(forbidden) || none.test(before)) return undefined
  if (/[把将会]|要(?!是)|必须/.test(before) || findStandards(words, 0).some((one) => one.measure)) return undefined
  // 裁皮子莫浪费: two letters after the work say how it is done.
  if (forbidden.length <= 2 && before.length >= 3 && !/[时里上下中候]$/.test(before) && findVerbAt(before, 0, before.length, lexicon)) return undefined
  return { when: before.length >= 3 ? { start: span.start, end: span.start + found.index } : undefined, what }
}

/** 一…就…, 老…, 光…, 什么都…: a habit is forbidden, not a slip; it stands for itself, whatever was asked before. */
export const isHabit = (words: string): boolean =>
  /一[^，]{1,8}?就|[扫试看问]?两下|^(?:老是?|总是?|光(?!栅|源)|只(?!有)|什么[^，]{0,3}都|动不动|凡事|图省事|一味|天天|整天|到处|随便|凭感觉|等着?|靠)/.test(words)
