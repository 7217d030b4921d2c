import type { Span } from '../types.ts'
import { adverb, endOf, frameWord } from './heads.ts'
import type { OpenLexicon } from './lexicon.ts'
import { verbEndingAt } from './object.ts'
import { bringsItsThing } from './predicate.ts'
import { findVerbAt, searchVerb } from './verb-at.ts'

const strong = /(?:然后|接着|随后|接下来|而后|并且|同时(?!性))/uy
const soft = /(?:再(?!生|造|次|说|有|大|多|难|忙|也)|并(?!联(?!系|络)|行|排|购|网|轨|不|非|未|没|且|发)|且|[又还](?=[会能要得把将])|、(?=[会能懂]\p{Script=Han}))/uy
const joint = /(?:和|与|及|以及|、|跟|还要|还得)/uy

/** Parts a clause where one thing is done after or besides another: 再, 并, 然后, or 和 before a verb that has its own object. */
export function splitSerial(text: string, start: number, stop: number, lexicon: OpenLexicon): Span[] {
  const listed = splitList(text, start, stop, lexicon)
  if (listed) return listed
  // 停电挂牌上锁再干活: the work goes on, which is no task of its own.
  const goesOn = /再(?:干活|动手|开工|作业|开机|干|走|下班)$/.exec(text.slice(start, stop))
  const end = goesOn && hasVerb(text, start, stop - goesOn[0].length, lexicon) ? stop - goesOn[0].length : stop
  const parts: Span[] = []
  let from = start
  const cut = (at: number, next: number) => {
    if (at > from) parts.push({ start: from, end: at })
    from = next
  }
  for (let at = start + 1; at < end - 1; at++) {
    const hard = endOf(strong, text, at)
    if (hard > 0 && hard < end && searchVerb(text, from, at, lexicon) && hasVerb(text, hard, end, lexicon)) {
      cut(at, hard)
      continue
    }
    // 自己量自己记: each is a step.
    if (text.startsWith('自己', at) && text.startsWith('自己', from) && hasVerb(text, from + 2, at, lexicon)) {
      cut(at, at)
      continue
    }
    const light = endOf(soft, text, at)
    if (
      light > 0 &&
      light < end &&
      !/[合归吞兼]/.test(text[at - 1]!) &&
      leadsVerb(text, light, end, lexicon) &&
      hasVerb(text, from, at, lexicon) &&
      at - from >= 2
    ) {
      cut(at, light)
      continue
    }
    const join = endOf(joint, text, at)
    if (join > 0 && join < end && startsNewTask(text, from, at, join, end, lexicon)) cut(at, join)
  }
  cut(end, end)
  return parts
}

/** 加油、清铁屑, 分中、换刀、建刀补都要会: things to do in a row, where the first has its thing already or all are to be known. */
function splitList(text: string, start: number, end: number, lexicon: OpenLexicon): Span[] | undefined {
  const done = /^(?:能?(?:独立|单独|自己)?)(?:完成|进行)(.{4,})等(?:工序|工作|工艺|环节)$/u.exec(text.slice(start, end))
  if (done) {
    // 完成倒角、攻丝、装模等工序: each work brings its thing along.
    const from = start + done[0].indexOf(done[1]!)
    const works = splitList(text, from, from + done[1]!.length, lexicon)
    if (works) return works
  }
  const tail = /(?:[都也]要?|要|得|必须)(?:会|懂)$/.exec(text.slice(start, end))
  const to = end - (tail?.[0].length ?? 0)
  const pieces: Span[] = []
  for (let at = start, from = start; at <= to; at++)
    if (at === to || text[at] === '、') {
      pieces.push({ start: from, end: at })
      from = at + 1
    }
  const working = pieces.filter((one) => hasVerb(text, one.start, one.end, lexicon))
  if (tail && working.length < pieces.length) return undefined
  if (pieces.length < 2 || working.length < pieces.length - 1 || pieces.some((one) => one.end - one.start < 2)) return undefined
  const first = pieces[0]!
  const verb = verbEndingAt(text, first.start, first.end, lexicon)
  // 收货、上架、移库 are one work on one thing; 加油、换油封 are two.
  const hasOwnThing = (one: Span) => (findVerbAt(text, one.start, one.end, lexicon)?.end ?? one.end) < one.end
  return tail || (verb && bringsItsThing(verb.form) && pieces.slice(1).every(hasOwnThing)) ? pieces : undefined
}

const hasVerb = (text: string, from: number, end: number, lexicon: OpenLexicon) => {
  for (let at = from; at < end; at++)
    if (findVerbAt(text, at, end, lexicon, at === from || /[会能要先去来]/.test(text[at - 1]!) || /[完好]/.test(text[at + 1] ?? '')))
      return true
  return false
}

function leadsVerb(text: string, at: number, end: number, lexicon: OpenLexicon): boolean {
  let place = at
  for (const pattern of [frameWord, adverb, frameWord]) {
    const next = endOf(pattern, text, place)
    if (next > 0 && next < end) place = next
  }
  return findVerbAt(text, place, end, lexicon) !== undefined || /^(?:把|将|对|用|给|为|按|向)/.test(text.slice(place, end))
}

// 工资核算、社保办理: noun and verb on both sides.
function endsInWork(text: string, from: number, end: number, lexicon: OpenLexicon): boolean {
  const tail = /(?:等?(?:相关)?工作|等|任务)$/.exec(text.slice(from, end))
  const to = end - (tail?.[0].length ?? 0)
  const verb = verbEndingAt(text, from, to, lexicon)
  return verb !== undefined && verb.start - from >= 2
}

// 检查油位和更换滤芯 are two; 安装和调试设备 is one (no object yet); 设备维护和安全管理 is one noun.
function startsNewTask(text: string, from: number, at: number, next: number, end: number, lexicon: OpenLexicon): boolean {
  if (endsInWork(text, from, at, lexicon) && endsInWork(text, next, end, lexicon) && !findVerbAt(text, next, end, lexicon, false))
    return true
  const right = findVerbAt(text, next, end, lexicon, false)
  if (!right || right.end >= end) return false
  if (
    /^(?:计划|方案|报告|记录|流程|标准|技术|工艺|程序|制度|规程|工作|单|表|台账|的|、|和|与|及|等|人员|工具|设备$|软件|系统|能力|知识|方法)/u.test(
      text.slice(right.end, end),
    )
  )
    return false
  let place = from
  for (const pattern of [frameWord, adverb, frameWord]) {
    const moved = endOf(pattern, text, place)
    if (moved > 0 && moved < at) place = moved
  }
  const left = findVerbAt(text, place, at, lexicon, false)
  if (!left || left.end >= at) return false
  const object = text.slice(left.end, at)
  // 编写检验和测试方案: what stands between is a verb itself.
  return !(findVerbAt(text, left.end, at, lexicon, false)?.end === at) && object.length >= 2 && !/[的]$/.test(object)
}
