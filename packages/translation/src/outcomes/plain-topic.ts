import { conditionAt } from './condition.ts'
import type { Open } from './frame.ts'
import { endOf, adverb } from './heads.ts'
import { lightVerbAt } from './light-verb.ts'
import { trimObject } from './object.ts'
import type { OpenLexicon } from './lexicon.ts'
import { readPredicate } from './predicate.ts'
import type { StandardMatch } from './standard.ts'
import { findVerbAt, type VerbFound } from './verb-at.ts'

// What shows that a letter or two behind a thing are what is done with it: how often, where to, how far, or nothing more.
const doneWith =
  /^(?:$|[了过]?[一两三四五六七八九十几半百\d]+[点.\d一二三四五六七八九十]*(?:遍|次|下|回|圈|趟|道|层|度|毫米|厘米|公分|米|克|斤|公斤|分钟|小时|秒钟?|段|片|块|份|瓣)|[在到进入成给上回][\p{Script=Han}A-Za-z\d]|得[\p{Script=Han}]|干净|清楚|清爽|明白|到位|整齐|下来|出来|上来|起来|过来|上去|下去|进去|出去|回去)/u
export const timeBefore =
  /(?:(?:每|[一两二三四五六七八九十半\d]+)个?(?:小时|天|周|星期|月|季度|班|年)|每[天日周月班季年次]|当[天日场晚]|同一天)(?:(?:早上|晚上|上班|下班|结束|开始|收工|开工|开机|停机|用完)?(?:以|之)?[前后]?|结束|开始)$/u
// 刹车油两年一换: how often, and a letter or two.
const onceIn = /^(?<thing>[^，]{2,8}?)(?<often>(?:半|[一两二三四五六七八九十\d]+)个?(?:年|月|周|星期|天|班|季度|小时))一(?<work>\p{Script=Han}{1,2})$/u
// 测一次浓度: behind the count stands what is measured.
const behindCount = /^[一两\d](?:次|遍|回)[\p{Script=Han}]{2,6}$/u
// 下一道看得懂: who, and no thing.
const someone = /^(?:[上下]一?(?:道|班|家|位)|别人|人家|大家|客户|客人|谁|自己|老板|领导|[你我他她它咱]们?|[\p{Script=Han}]{1,2}(?:师傅|班长|组长|主管))$/u
const negation = /[没未不别莫勿甭无]$/

/**
 * The thing first, and without any word of duty what is done with it: 温度抄在表上, 冰柜擦一遍, 标签贴正.
 * @example readPlainTopic of 冰柜擦一遍 gives 擦 with 冰柜
 */
export function readPlainTopic(open: Open, at: number, standards: readonly StandardMatch[]): boolean {
  const { text, end, lexicon, frame } = open
  const cycle = onceIn.exec(text.slice(at, end))?.groups
  if (cycle) {
    const verb = findVerbAt(text, end - cycle.work!.length, end, lexicon)
    if (verb?.end === end) {
      frame.conditions.push({ start: at + cycle.thing!.length, end: at + cycle.thing!.length + cycle.often!.length })
      readPredicate(open, verb, trimObject(text, at, at + cycle.thing!.length, false), standards, '把')
      return true
    }
  }
  for (let place = at + 1; place < Math.min(end, at + 16); place++) {
    if (/[，：]/.test(text[place]!)) return false
    const manner = endOf(adverb, text, place)
    const tool = /^[用拿按照]/.test(text.slice(place)) ? conditionAt(text, place, end, lexicon) : -1
    const heart = tool > 0 && tool < end ? tool : manner > 0 && manner < end ? manner : place
    const verb = findVerbAt(text, heart, end, lexicon)
    if (!verb || negation.test(text.slice(at, place)) || /[、和与]$/.test(text.slice(at, place))) continue
    // 配件不全的拍照登记: what is so, and what is done with it; 日常的维护 is no such thing.
    if (text[place - 1] === '的' && !/[不没未有超错坏破完好了过出上]/.test(text.slice(at, place - 1))) continue
    if (insideVerb(text, place, end, open.lexicon) || standards.some((one) => place > one.start && place < one.end)) continue
    if (!isDone(text, verb, end, heart > place, lexicon)) continue
    // 切削液一周测一次: how often, or by when, stands between the thing and the verb.
    const often = timeBefore.exec(text.slice(at, place))
    const topic = trimObject(text, at, often ? at + often.index : place, false)
    const ended = verb.form.length > 1 && /[净干碎散完好平紧齐满亮匀透熟软烂掉]$/.test(verb.form) && verb.end >= end - 1
    // 粪铲净: one letter is a thing where the verb says what becomes of it.
    if (!topic || (topic.end - topic.start < 2 && !(ended && place === at + 1 && !findVerbAt(text, at, end, lexicon))) || someone.test(text.slice(topic.start, topic.end))) continue
    if (heart === tool) frame.conditions.push({ start: place, end: tool })
    if (often) frame.conditions.push({ start: at + often.index, end: place })
    readPredicate(open, verb, topic, standards, behindCount.test(text.slice(verb.end, end)) ? '' : '把')
    if (frame.verb && verb.form.length < 2) frame.verb = { ...frame.verb, sure: false }
    return true
  }
  return false
}

function isDone(text: string, verb: VerbFound, end: number, manner: boolean, lexicon: OpenLexicon): boolean {
  const rest = text.slice(verb.end, end)
  const single = lone(verb)
  // 抄 alone at the end may be part of a name; with a manner before it or a complement behind (测准, 拆下来) it is not.
  if (single && rest === '') return manner
  // 导柱打油: a light letter and the thing that makes a verb of it.
  if (single && rest.length <= 2 && lightVerbAt(text, verb.start, end, lexicon)) return true
  if (single) return doneWith.test(rest)
  if ((verb.end - verb.start > verb.form.length && !verb.lacking) || /[出下上起回][来去]$/.test(verb.form)) return true
  if (text[verb.start - 1] === '的' && verb.form.length > 1) return true
  return doneWith.test(rest) || (verb.form.length > 1 && /[好完准紧平齐净满稳实牢透清掉住正全]$/.test(verb.form))
}

// 养 of 保养, 运 of 发运: a letter of a longer verb is none.
const insideVerb = (text: string, place: number, end: number, lexicon: OpenLexicon) =>
  [1, 2].some((back) => (findVerbAt(text, place - back, end, lexicon, false)?.end ?? 0) > place)

const lone = (verb: VerbFound) => verb.form.length === 1
