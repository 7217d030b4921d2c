import type { Open } from './frame.ts'
import { endOf, adverb } from './heads.ts'
import { trimObject } from './object.ts'
import type { OpenLexicon } from './lexicon.ts'
import { readPredicate } from './predicate.ts'
import type { StandardMatch } from './standard.ts'
import { findVerbAt, type VerbFound } from './verb-at.ts'

// What shows that a letter or two behind a thing are what is done with it: how often, where to, how far, or nothing more.
const doneWith =
  /^(?:$|[了过]?[一两三四五六七八九十几\d]+(?:遍|次|下|回|圈|趟|道|层)|[在到进入成给上回][\p{Script=Han}A-Za-z\d]|得[\p{Script=Han}]|干净|清楚|清爽|明白|到位|整齐|下来|出来|上来|起来|过来|上去|下去|进去|出去|回去)/u
const negation = /[没未不别莫勿甭无]$/

/**
 * The thing first, and without any word of duty what is done with it: 温度抄在表上, 冰柜擦一遍, 标签贴正.
 * @example readPlainTopic of 冰柜擦一遍 gives 擦 with 冰柜
 */
export function readPlainTopic(open: Open, at: number, standards: readonly StandardMatch[]): boolean {
  const { text, end, lexicon, frame } = open
  for (let place = at + 2; place < Math.min(end, at + 16); place++) {
    if (/[，：]/.test(text[place]!)) return false
    const manner = endOf(adverb, text, place)
    const heart = manner > 0 && manner < end ? manner : place
    const verb = findVerbAt(text, heart, end, lexicon)
    if (!verb || negation.test(text.slice(at, place)) || /[、和与的]$/.test(text.slice(at, place))) continue
    if (insideVerb(text, place, end, open.lexicon) || standards.some((one) => place > one.start && place < one.end)) continue
    if (!isDone(text, verb, end, heart > place)) continue
    const topic = trimObject(text, at, place, false)
    if (!topic || topic.end - topic.start < 2) continue
    readPredicate(open, verb, topic, standards, '把')
    if (frame.verb && verb.form.length < 2) frame.verb = { ...frame.verb, sure: false }
    return true
  }
  return false
}

function isDone(text: string, verb: VerbFound, end: number, manner: boolean): boolean {
  const rest = text.slice(verb.end, end)
  const single = lone(verb)
  // 抄 alone at the end may be part of a name; with a manner before it or a complement behind (测准, 拆下来) it is not.
  if (single && rest === '') return manner
  if (single) return doneWith.test(rest)
  return doneWith.test(rest) || (verb.form.length > 1 && /[好完准紧平齐净满稳实牢透清掉住正全]$/.test(verb.form))
}

// 养 of 保养, 运 of 发运: a letter of a longer verb is none.
const insideVerb = (text: string, place: number, end: number, lexicon: OpenLexicon) =>
  [1, 2].some((back) => (findVerbAt(text, place - back, end, lexicon, false)?.end ?? 0) > place)

const lone = (verb: VerbFound) => verb.form.length === 1
