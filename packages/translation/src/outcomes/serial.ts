import type { Span } from '../types.ts'
import { adverb, endOf, frameWord } from './heads.ts'
import type { OpenLexicon } from './lexicon.ts'
import { verbEndingAt } from './object.ts'
import { bringsItsThing, nounAfter } from './predicate.ts'
import { findVerbAt, searchVerb } from './verb-at.ts'

const strong = /(?:然后|接着|随后|接下来|而后|并且|同时(?!性))/uy
const soft = /(?:再(?!生|造|次|说|有|大|多|难|忙|也)|并(?!联(?!系|络)|行|排|购|网|轨|不|非|未|没|且|发)|且|[又还](?=[会能要得把将])|、(?=[会能懂]\p{Script=Han}))/uy
const joint = /(?:和|与|及|以及|、|跟|还要|还得)/uy

/** Parts a clause where one thing is done after or besides another: 再, 并, 然后, or 和 before a verb that has its own object. */
export function splitSerial(text: string, start: number, stop: number, lexicon: OpenLexicon): Span[] {
  const listed = splitList(text, start, stop, lexicon) ?? splitPairs(text, start, stop, lexicon) ?? splitMeanwhile(text, start, stop, lexicon)
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
    if (at === from + 1) {
      let heart = from
      for (const pattern of [frameWord, adverb, frameWord]) {
        const moved = endOf(pattern, text, heart)
        if (moved > 0 && moved < end && !findVerbAt(text, heart, end, lexicon, false)) heart = moved
      }
      const step = nextStep(text, heart, end, lexicon)
      if (step > 0) {
        cut(step, step)
        at = step
        continue
      }
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
  return parts.flatMap((one) => splitTwins(text, one.start, one.end, lexicon) ?? [one])
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

// 查油位、换滤芯、紧螺丝: each piece is a verb with its thing; a head before the first (客人退房后) belongs to it.
function splitPairs(text: string, start: number, end: number, lexicon: OpenLexicon): Span[] | undefined {
  const named = splitNamed(text, start, end, lexicon)
  if (named) return named
  const pieces: Span[] = []
  for (let at = start, from = start; at <= end; at++) {
    if (at < end && text[at] !== '、') continue
    pieces.push({ start: from, end: at })
    from = at + 1
  }
  if (pieces.length < 2) return undefined
  const hasThing = ({ start: from, end: to }: Span): boolean => {
    const verb = findVerbAt(text, from, to, lexicon)
    // 读图 brings its thing along; 点胶水 is a letter and its thing; 检查 alone waits for one.
    return verb !== undefined && (verb.end < to ? /^[\p{Script=Han}A-Za-z\d]/u.test(text.slice(verb.end, to)) : verb.form.length > 2 || bringsItsThing(verb.form))
  }
  if (!pieces.slice(1).every(hasThing)) return undefined
  const first = pieces[0]!
  for (let at = first.start; at < first.end - 1; at++) if (hasThing({ start: at, end: first.end }) && (at === first.start || beginsHere(text, first.start, at))) return pieces
  return undefined
}

// 店铺上新、活动报名及纠纷处理: each piece is a thing and the work on it.
function splitNamed(text: string, start: number, end: number, lexicon: OpenLexicon): Span[] | undefined {
  const pieces: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(/、|以及|及(?!时|格|其)|和|与/gu)) {
    pieces.push({ start: from, end: start + match.index })
    from = start + match.index + match[0].length
  }
  pieces.push({ start: from, end })
  return pieces.length > 1 && pieces.every((one) => endsInWork(text, one.start, one.end, lexicon)) && !pieces.slice(1).some((one) => findVerbAt(text, one.start, one.end, lexicon, false)) ? pieces : undefined
}

// What stands before the first verb of a row: a time, a word of duty, who or what; not the rest of a longer word.
const beginsHere = (text: string, from: number, at: number): boolean =>
  at - from >= 2 || endOf(frameWord, text, from) === at || endOf(adverb, text, from) === at

// 一边看仪表一边调阀门, 先称重后贴签: two things, and the words that pair them.
function splitMeanwhile(text: string, start: number, end: number, lexicon: OpenLexicon): Span[] | undefined {
  const both = /^(?<lead>[^，]{0,6}?)(?:一边(?<a>[^，]{2,}?)，?一边(?<b>[^，]{2,})|边(?<c>[^，边缘]{1,6}?)边(?<d>[^，边缘]{1,})|先(?!进)(?<e>[^，先后]{2,8}?)后(?![台端厨续期桥面道轮备勤])(?<f>[^，先后]{2,}))$/u.exec(text.slice(start, end))?.groups
  const [one, two] = [both?.['a'] ?? both?.['c'] ?? both?.['e'], both?.['b'] ?? both?.['d'] ?? both?.['f']]
  if (!one || !two) return undefined
  const second = { start: end - two.length, end }
  const firstAt = text.indexOf(one, start + (both!['lead']?.length ?? 0))
  const first = { start: firstAt, end: firstAt + one.length }
  return hasVerb(text, first.start, first.end, lexicon) && hasVerb(text, second.start, second.end, lexicon) ? [first, second] : undefined
}

// 端茶倒水, 走管穿线, 切丝切片: four letters, twice a letter and its thing.
function splitTwins(text: string, start: number, end: number, lexicon: OpenLexicon): Span[] | undefined {
  const tail = /(?:[都也]?(?:要|得|必须)?(?:会|懂|能))$/.exec(text.slice(start, end))
  const to = end - (tail?.[0].length ?? 0)
  const at = to - 4
  if (at < start || !/^\p{Script=Han}{4}$/u.test(text.slice(at, to)) || (lexicon.verbAt(text, at)?.length ?? 0) > 2) return undefined
  let heart = start
  for (const pattern of [frameWord, adverb, frameWord, adverb]) {
    const moved = endOf(pattern, text, heart)
    if (moved > 0 && moved <= at) heart = moved
  }
  if (heart !== at) return undefined
  const isTwin = (place: number): boolean => {
    const verb = findVerbAt(text, place, place + 2, lexicon)
    return verb !== undefined && (verb.form.length === 2 ? bringsItsThing(verb.form) : verb.end === place + 1 && bringsItsThing(text.slice(place, place + 2)))
  }
  return isTwin(at) && isTwin(at + 2) ? [{ start, end: at + 2 }, { start: at + 2, end: to }] : undefined
}

const finished = /[好净完下开掉上出紧平直牢干碎散准满断清]$/u
/** 拆下轮胎换刹车片: what has been brought about, its thing, and then the next verb with its own; where the next one begins. */
function nextStep(text: string, at: number, end: number, lexicon: OpenLexicon): number {
  const verb = findVerbAt(text, at, end, lexicon)
  if (!verb || verb.form.length < 2 || verb.lacking || !finished.test(verb.form)) return -1
  for (let place = verb.end + 1; place <= Math.min(verb.end + 5, end - 2); place++) {
    if (/[，、和与及的把将用给被让对按在到]/.test(text[place - 1]!)) return -1
    if (place - verb.end < 2 && !/^\p{Script=Han}$/u.test(text.slice(verb.end, place))) continue
    const next = findVerbAt(text, place, end, lexicon)
    if (!next || next.end >= end || findVerbAt(text, place - 1, end, lexicon, false)) continue
    const rest = text.slice(next.end, end)
    // 换上打印机墨盒: a letter of a verb that a longer thing goes on with is none; with its own thing or ending it is one.
    if (next.form.length > 1 ? /^[\p{Script=Han}A-Za-z\d]{2}/u.test(rest) && !nounAfter.test(rest) : place - verb.end >= 2 && /^[\p{Script=Han}A-Za-z]{2,6}$/u.test(rest) && !/[机器仪剂员工师具]/.test(rest[0]!)) return place
  }
  return -1
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
