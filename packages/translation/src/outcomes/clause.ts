import type { Span } from '../types.ts'
import { beginsPredicate } from './condition.ts'
import type { Frame, Open } from './frame.ts'
import { endOf, frameWord, particle } from './heads.ts'
import type { OpenLexicon } from './lexicon.ts'
import { readNounVerb, trimObject } from './object.ts'
import { nounAfter, readPredicate, toVerb } from './predicate.ts'
import { findStandards, type StandardMatch } from './standard.ts'
import { readLack } from './lack.ts'
import { readPlainTopic, timeBefore } from './plain-topic.ts'
import { takeHead } from './take-head.ts'
import { readTurned } from './turned.ts'
import { findVerbAt, guessVerbAt, oftenNouns, searchVerb, type VerbFound } from './verb-at.ts'

const topicEnd =
  /(?:一定要|都要|也要|还要|必须|须(?!知)|需要|应当?该?|需|要(?!求|点|素|件|领)|得(?!到|了|出)|能够?(?!量|源|耗)|会(?!议|计|员|场|展|诊|客)|可以|由你|归你|交给你|都|也|老是?|总是?|经常|每天|每班|每周|天天|定期|自己|及时|马上|立即|随时|先(?!进)|再(?!生)|重新|请|提前)/uy

// 会用就成, 伺候好就齐了, 编个小程序得会: how little is asked, said behind what is asked.
const sufficient = /(?:就(?:行|成|可以|够|齐|算完|算数)了?|的来(?:一个|几个|个|报名)|才(?:行|成|可以|算数|算完|像样)|(?:一样|样样|全)都?不(?:会|懂|行)|完事|再说|(?:都|也)?(?<![看听读弄搞认做记])(?:要|得|必须|应该)(?:会|懂|熟))$/

/** Reads one clause: head words off, condition, verb, object, standard. Never fails: what it cannot read stays out of the frame. */
export function readClause(text: string, start: number, end: number, lexicon: OpenLexicon): Frame {
  let stop = end
  const wish = /(?:那?就)(?:更|最|太)?好了?$|(?:者|的)?(?:优先(?:考虑|录用)?|加分|更佳|更好|为佳|尤佳|最好)$/.exec(text.slice(start, stop))
  if (wish && wish[0].length < stop - start) stop -= wish[0].length
  const enough = sufficient.exec(text.slice(start, stop))
  if (enough && enough.index >= 2) stop -= enough[0].length
  const sound = particle.exec(text.slice(start, stop))
  if (sound && sound[0].length < stop - start) stop -= sound[0].length
  const frame: Frame = { start, end, conditions: [], standards: [] }
  const open = { text, end: stop, lexicon, frame }
  const at = takeHead(open, start)
  const standards = standardsIn(text, start, stop, frame.conditions)
  // 了解ISO9001: the norm is what one knows, not how well.
  frame.standards.push(...(frame.knowing ? standards.filter((one) => one.measure) : standards))
  // 每小时拣货不低于120件: the hour belongs to the figure.
  if (standards.some((one) => one.measure?.unit.includes('/')))
    frame.conditions = frame.conditions.filter((one) => !perTime.test(text.slice(one.start, one.end)))
  const beyond = skipStandard(text, at, standards)
  readHeart(open, beyond > at && beyond < stop ? takeHead(open, beyond) : beyond, standards)
  return frame
}

// Conditions first (ENGINES 1.6.2): what they took is no standard.
function standardsIn(text: string, start: number, end: number, conditions: readonly Span[]): StandardMatch[] {
  return findStandards(text.slice(start, end), start).filter(
    (one) =>
      !conditions.some((taken) => one.start < taken.end && taken.start < one.end && !perTime.test(text.slice(taken.start, taken.end))),
  )
}

const perTime = /^[每一](?:个?小时|分钟|天|班|人|月|亩)$/

// 二十分钟内完成换模: a standard before the verb is stepped over.
function skipStandard(text: string, at: number, standards: readonly StandardMatch[]): number {
  const first = standards.find((one) => (one.start <= at + 1 && one.end > at) || (one.end > at - 1 && one.start < at))
  if (!first) return at
  let next = first.end
  while (/[，、的就\s]/.test(text[next] ?? '')) next++
  const after = endOf(frameWord, text, next)
  return after > 0 ? after : next
}

function readHeart(open: Open, at: number, standards: readonly StandardMatch[]): void {
  const { text, end, lexicon, frame } = open
  if (at >= end) return
  if (readLack(open, at)) return
  const named = /^(.{0,8}?连)(.+?)(?:都|也)/.exec(text.slice(at, end))
  if (named) {
    const from = at + named[1]!.length
    const topic = trimObject(text, from, from + named[2]!.length, false)
    const heart = takeHead(open, at + named[0].length)
    const verb = findVerbAt(text, heart, end, lexicon) ?? guessVerbAt(text, heart, end, lexicon, true)
    const inner = heart >= end - 2 ? findVerbAt(text, from, from + named[2]!.length, lexicon) : undefined
    if (inner) {
      // 连起弧都不会: what one cannot do stands between.
      readPredicate({ ...open, end: from + named[2]!.length }, inner, undefined, standards)
      return
    }
    if (verb) {
      readPredicate(open, verb, topic, standards, '把')
      return
    }
    // 连挡位都拨不对: a letter that no lexicon knows, and what it does not bring about.
    const fails = /^(\p{Script=Han}{1,2})不\p{Script=Han}{1,2}$/u.exec(text.slice(heart, end))
    if (lexicon.verb('do') && topic && fails) {
      frame.verb = { verb: lexicon.verb('do')!, form: fails[1]!, start: heart, end: heart + fails[1]!.length, sure: false }
      frame.object = topic
      frame.lacking = true
      return
    }
    // 连零位都不会校: a letter at the end that no lexicon knows is still what one cannot do.
    const unknown = lexicon.verb('do')
    if (unknown && topic && heart === end - 1 && /\p{Script=Han}/u.test(text[heart]!)) {
      frame.verb = { verb: unknown, form: text[heart]!, start: heart, end, sure: false }
      frame.object = topic
      return
    }
  }
  if (readAroundStandard(open, at, standards)) return
  const turned = readTurned(open, at, standards)
  if (turned) return
  const first = goesToDo(open, at) ?? findVerbAt(text, at, end, lexicon)
  // 缝要横平竖直: a letter right before a word of duty names a thing.
  const verb = first && first.form.length === 1 && thingBeforeDuty.test(text.slice(first.end, end)) ? undefined : first
  if (verb && readDuty(open, at, verb, standards)) return
  const noted = verb && oftenNouns.has(verb.form) ? verbBehind(open, verb.end) : undefined
  if (verb && noted) {
    // 记录写清楚, 报告当天写好: a noun first, and what is done with it.
    readPredicate(open, noted, { start: verb.start, end: verb.end }, standards, '把')
    return
  }
  if (verb && text[verb.end] === '的' && verb.end + 2 < end) {
    // 退货的件当天验货: the first verb only says which thing.
    const later = searchVerb(text, verb.end + 2, end, lexicon)
    if (later) {
      readPredicate(open, later, trimObject(text, at, later.start, false), standards)
      return
    }
    if (readPlainTopic(open, at, standards)) return
  }
  // 来料检验标准的编制与修订: a verb that begins the name of a thing, and the work at the end.
  const whole = verb && verb.form.length > 1 && nounAfter.test(text.slice(verb.end, end)) ? readNounVerb(text, at, standards[0]?.start ?? end, lexicon) : undefined
  if (whole?.object && verb && whole.verb.start > verb.end && (/的$/.test(text.slice(at, whole.verb.start)) || (/(?:负责|从事|承担|参与)$/.test(text.slice(Math.max(0, at - 2), at)) && end - verb.end >= 4))) {
    frame.verb = toVerb(whole.verb, whole.second)
    frame.object = whole.object
    return
  }
  // 生产计划排好: a verb that begins the name of a thing, and what is done with the thing.
  if (verb && verb.form.length > 1 && nounAfter.test(text.slice(verb.end, end)) && readPlainTopic(open, at, standards)) return
  if (verb) {
    readPredicate(open, verb, undefined, standards)
    return
  }
  // 熟练运用热像仪对配电柜进行巡检: what one masters is the tool.
  const means = frame.knowing && /^[^，对]{2,14}(?=对[^，]{2,}(?:进行|开展|实施|做))/.exec(text.slice(at, end))
  if (means && readTurned(open, at + means[0].length, standards)) {
    frame.conditions.push({ start: frame.knowing!.start, end: at + means[0].length })
    return
  }
  const able = frame.knowing && /的能力$/.exec(text.slice(at, end))
  if (able) {
    // 具备依据图样判定公差的能力: what one is able to do stands inside.
    const inner = { ...open, end: end - able[0].length }
    const heart = takeHead(inner, at)
    const does = findVerbAt(text, heart, inner.end, lexicon, false)
    if (does) {
      readPredicate(inner, does, undefined, standards)
      return
    }
  }
  if (frame.knowing && !/[都也要](?:会|能|要|得)/.test(text.slice(at, end))) {
    readKnown(open, at)
    return
  }
  const topic = readTopic(open, at, standards)
  if (topic || readPlainTopic(open, at, standards)) return
  for (let place = at + 1; place < end - 2; place++) {
    const failing = /[不得]/.test(text.slice(place, place + 3)) ? findVerbAt(text, place, end, lexicon) : undefined
    if (failing && !failing.lacking && text[place + 1] === '得' && failing.form.length > 1) {
      // 刀磨损了看得出来: what one is to see is what has happened.
      readPredicate(open, failing, perceived.test(failing.form) ? trimObject(text, at, place, false) : undefined, standards, '把')
      return
    }
    if (!failing?.lacking) continue
    // 游标卡尺读不准: the thing, then what one cannot do with it.
    readPredicate(open, failing, trimObject(text, at, place, false), standards)
    return
  }
  const nominal = readNounVerb(text, at, standards[0] ? Math.min(end, standards[0].start) : end, lexicon)
  if (nominal && (nominal.object || nominal.verb.start === at)) {
    frame.verb = toVerb(nominal.verb, nominal.second)
    if (nominal.object) frame.object = nominal.object
    return
  }
  const inner = searchVerb(text, at + 1, end, lexicon)
  if (inner && !standards.some((one) => inner.start >= one.start && inner.start < one.end)) {
    readPredicate(open, inner, trimObject(text, at, inner.start, false), standards)
    return
  }
  const limit = standards[0] ? Math.min(end, standards[0].start) : end
  // 会速记: nothing but two letters after a word of ability.
  const alone = /(?:[会能]|内|重新|立即|马上|再|先|然后|接着|最后|必须)$/.test(text.slice(Math.max(0, at - 2), at))
    ? guessVerbAt(text, at, limit, lexicon, true)
    : undefined
  if (alone) {
    readPredicate(open, alone, undefined, standards)
    if (frame.verb) frame.verb = { ...frame.verb, sure: false }
    return
  }
  const behind = frame.conditions.some((one) => one.end === at) ? guessVerbAt(text, at, limit, lexicon, false) : undefined
  if (behind) {
    // 拿鸡毛掸子掸一遍: behind the tool, how often.
    readPredicate(open, behind, undefined, standards)
    if (frame.verb) frame.verb = { ...frame.verb, sure: false }
    return
  }
  // After a condition the verb comes first, even one that no lexicon knows: 在监护下进入受限空间.
  if (
    frame.conditions.some((one) => one.end === at) &&
    limit - at >= 4 &&
    /^[\p{Script=Han}]{2}/u.test(text.slice(at, limit)) &&
    !/[要得会能都也]|^[让请使叫自先再]/.test(text.slice(at, limit))
  ) {
    const verb = lexicon.verb('do')
    if (verb) readPredicate(open, { verb, form: text.slice(at, at + 2), start: at, end: at + 2 }, undefined, standards)
    if (frame.verb) frame.verb = { ...frame.verb, sure: false }
    return
  }
  const rest = trimObject(text, at, limit)
  if (rest && !frame.object) frame.object = rest
}

const thingBeforeDuty = /^(?:要(?![求点素件领])|必须|不能|不得|不许|别|得(?!到|了|出|[\p{Script=Han}]{1,2}$))/u

// 拿去折弯, 跑过去看: what one goes for is the work.
function goesToDo({ text, end, lexicon }: Open, at: number): VerbFound | undefined {
  const going = /^(?:[拿带送跑走搬抬拉推]?(?:过|回|上|下)?[去来]|[拿带送跑走][到给][\p{Script=Han}]{1,4}?[去来])(?![料访电源货年])/u.exec(text.slice(at, end))
  if (!going) return undefined
  const verb = findVerbAt(text, at + going[0].length, end, lexicon)
  return verb && (verb.form.length > 1 || verb.end === end) ? verb : undefined
}

function verbBehind(open: Open, at: number): VerbFound | undefined {
  const { text, end, lexicon } = open
  const heart = takeHead(open, at)
  const verb = heart < end ? findVerbAt(text, heart, end, lexicon) : undefined
  return verb && /^(?:$|[清干明完整好齐全准到上在进入给])/.test(text.slice(verb.end, end)) && (heart > at || verb.end < end || verb.form.length > 2) ? verb : undefined
}

/** 出库要按批次先发老货, 摆盘要美观, 应急发电机要在15秒内启动: a word of duty after the first verb. */
function readDuty(open: Open, at: number, verb: VerbFound, standards: readonly StandardMatch[]): boolean {
  const { text, end, lexicon, frame } = open
  const duty = /(?:都|一定)?(?:要(?![求点素领件])|必须|需要|应当|应该|得(?![到了出分]))/u.exec(text.slice(verb.end, end))
  if (!duty || /[把将让叫请教通知告诉]/.test(text.slice(verb.end, verb.end + duty.index))) return false
  const gap = duty.index
  const heart = skipStandard(text, takeHead(open, verb.end + gap), standards)
  const next = heart < end ? findVerbAt(text, heart, end, lexicon) : undefined
  if (gap > 0 && next && /^(?:complete|do)$/.test(next.verb.id)) {
    // 包扎花束要在8分钟内完成: to get it done is no work of its own.
    frame.verb = toVerb(verb)
    const thing = trimObject(text, verb.end, verb.end + gap)
    if (thing) frame.object = thing
    return true
  }
  if (gap > 0) {
    if (!(next || /^[把将给对用]/.test(text.slice(heart, end))) || !readTopic(open, at, standards)) return false
    // 处理过期食品要登记: the first verb says when, its object stays the object.
    if (frame.object?.start === verb.start && !nounAfter.test(text.slice(verb.end, verb.end + gap))) {
      frame.conditions.unshift({ start: verb.start, end: verb.end })
      const thing = trimObject(text, verb.end, verb.end + gap, false)
      if (thing) frame.object = thing
      else delete frame.object
    }
    return true
  }
  if (verb.form.length < 2) return false
  if (next) {
    frame.conditions.unshift({ start: verb.start, end: verb.end })
    readPredicate(open, next, undefined, standards)
    return true
  }
  frame.verb = toVerb(verb)
  if (standards.length === 0 && heart < end && end - heart <= 8) frame.standards.push({ start: verb.end + gap, end })
  return true
}

// 一般故障2小时内修复: the thing, how well, then the verb.
function readAroundStandard(open: Open, at: number, standards: readonly StandardMatch[]): boolean {
  const { text, end, lexicon } = open
  const first = standards[0]
  if (
    !first ||
    first.start <= at ||
    first.start - at > 12 ||
    first.end >= end - 1 ||
    !first.measure ||
    /^[把将对给为用]/.test(text.slice(at))
  )
    return false
  if (findVerbAt(text, at, first.start, lexicon)) return false
  const heart = takeHead(open, first.end)
  const verb = findVerbAt(text, heart, end, lexicon) ?? guessVerbAt(text, heart, end, lexicon, false)
  if (!verb) return false
  if (/了$/.test(text.slice(at, first.start))) {
    // 爆胎了十五分钟内换好: what has happened is when.
    open.frame.conditions.push({ start: at, end: first.start })
    readPredicate(open, verb, undefined, standards.slice(1))
    return true
  }
  readPredicate(open, verb, trimObject(text, at, first.start, false), standards.slice(1))
  return true
}

// 熟悉数控车床的操作与编程 is a skill; 熟悉发那科30i and 了解安全生产知识 are knowledge.
function readKnown(open: Open, at: number): void {
  const { text, end, lexicon, frame } = open
  const nominal = readNounVerb(text, at, end, lexicon)
  if (nominal?.object && !oftenNouns.has(nominal.verb.form)) {
    frame.verb = toVerb(nominal.verb, nominal.second)
    frame.object = nominal.object
    return
  }
  const verb = lexicon.verb('explain')
  const rest = trimObject(text, at, end)
  if (!rest) return
  frame.object = rest
  if (verb && frame.knowing)
    frame.verb = {
      verb,
      form: text.slice(frame.knowing.start, frame.knowing.end),
      start: frame.knowing.start,
      end: frame.knowing.end,
      sure: true,
    }
}

const happened = /(?:[^为除极罢]了|[\p{Script=Han}][上下进出回过](?:来|去))$/u
const perceived = /^[看听闻摸辨认觉察发][出现觉到清]$/u

/** 这堆瓷砖要铺到墙根: the object stands first, a modal word or a manner parts it from the verb. */
function readTopic(open: Open, at: number, standards: readonly StandardMatch[]): boolean {
  const { text, end, lexicon } = open
  for (let place = at + 1; place < Math.min(end - 1, at + 14); place++) {
    if (/[，、]/.test(text[place]!)) break
    if (findVerbAt(text, place - 1, end, lexicon, false)?.end === place + 1) continue
    if (endOf(topicEnd, text, place) < 0) continue
    const head = skipStandard(text, takeHead(open, place), standards)
    if (head >= end) continue
    if (/^[把将对]/.test(text.slice(head, end)) && readTurned(open, head, standards)) return true
    const verb = findVerbAt(text, head, end, lexicon)
    // 说明书是英文的也要看得懂: how it is, is no part of its name.
    const told = /^[^是]{2,}(?=是[^，]{1,8}的$)/u.exec(text.slice(at, place))
    const often = timeBefore.exec(text.slice(at, place))
    const topic = trimObject(text, at, told ? at + told[0].length : often ? at + often.index : place, false)
    if (often && topic) open.frame.conditions.push({ start: at + often.index, end: place })
    if (verb?.form === '对' && verb.end === end) {
      // 件数重量都要对: how it is to be.
      open.frame.standards.push({ start: at, end })
      return true
    }
    if (verb && happened.test(text.slice(at, place))) {
      // 刀磨损了要看出来: as above.
      if (perceived.test(verb.form)) readPredicate(open, verb, trimObject(text, at, place, false), standards, '把')
      else {
        // 夹具松了要会紧: what has happened is when, and names the thing.
        open.frame.conditions.push({ start: at, end: place })
        readPredicate(open, verb, undefined, standards)
      }
      return true
    }
    if (verb) {
      readPredicate(open, verb, topic, standards)
      return true
    }
    if (beginsPredicate(text, head, end, lexicon) && readTurned(open, head, standards)) return true
    const work = topic && head > place ? readNounVerb(text, topic.start, topic.end, lexicon) : undefined
    if (work && !/[完做好]$/.test(work.verb.form)) {
      // 商品拍照要白底: the work stands first, how it is to be after the word of duty.
      open.frame.verb = toVerb(work.verb, work.second)
      if (work.object) open.frame.object = work.object
      if (standards.length === 0 && end - place <= 8) open.frame.standards.push({ start: place, end })
      return true
    }
    const guess = topic
      ? guessVerbAt(text, head, standards[0] && standards[0].start > head ? standards[0].start : end, lexicon, true)
      : undefined
    if (guess) {
      readPredicate(open, guess, topic, standards)
      if (open.frame.verb) open.frame.verb = { ...open.frame.verb!, sure: false }
      return true
    }
  }
  return false
}
