import type { Span } from '../types.ts'
import type { FrameVerb, Open } from './frame.ts'
import type { OpenLexicon } from './lexicon.ts'
import { inOneBreath, readNounVerb, trimObject } from './object.ts'
import type { StandardMatch } from './standard.ts'
import { findVerbAt, searchVerb, type VerbFound } from './verb-at.ts'

const weak = new Set(['carry-out', 'do', 'complete', 'participate', 'comply', 'provide'])
// After these a further verb is a noun: 制定培训计划, 填写检测报告, 学习焊接.
const takesNoun = new Set([
  'plan',
  'prepare',
  'write',
  'fill-in',
  'issue',
  'arrange',
  'organise',
  'instruct',
  'train',
  'supervise',
  'record',
  'operate',
  'use',
  'improve',
  'handle',
  'receive',
  'report',
  'submit',
  'lead',
  'explain',
  'understand',
  'read',
  'design',
  'develop',
  'choose',
  'assess',
  'review',
  'provide',
  'monitor',
  'send',
  'remove-fault',
  'respond',
  'restore',
  'coordinate',
  'assist',
  'standardise',
  'control',
  'look-up',
  'construct',
  'discover',
  'formulate',
  'diagnose',
  'troubleshoot',
  'start',
  'stop',
  'check',
  'confirm',
])
/** What makes a verb before it the first half of a noun: 切削参数, 培训计划. */
export const nounAfter =
  /^(?:计划|方案|报告|记录|流程|标准|技术|工艺|程序|制度|规程|任务|工作|单|表|台账|档案|数据|人员|质量|进度|现场|过程|设备|工具|系统|软件|材料|资料|文件|问题|原因|故障|项目|区|品|物|件(?!号)|需求|要求|信息|情况|结果|时间|成本|费用|业务|活动|课程|岗位|生产线|线(?!路)|订单|合同|手续|车(?!床)|票|款|页面|图|模型|指标|参数|水平|效果|能力|团队|班组|部门|方法|方式)/u

/** Reads what follows a verb: a second verb of the same action, the object, the complement with 得. `turned` is an object that stood before. */
export function readPredicate(
  open: Open,
  found: VerbFound,
  turned: Span | undefined,
  standards: readonly StandardMatch[],
  mark = '',
): void {
  const { text, end, lexicon, frame } = open
  if (found.lacking) frame.lacking = true
  // 把单子翻出来查: brought out for what is done then.
  const then = turned && found.end - found.start > found.form.length && /[出下上回起过]$/.test(found.form) ? findVerbAt(text, found.end, end, lexicon) : undefined
  if (then && !then.lacking && !/^[给到在进群]/.test(text.slice(then.end, end))) {
    readPredicate(open, then, turned, standards, mark)
    return
  }
  const limit = standards.reduce((to, one) => (one.start >= found.end && one.start < to ? one.start : to), end)
  if (text[found.end] === '得' && found.end + 1 < end && !frame.lacking) {
    if (!standards.some((one) => one.start <= found.end + 1))
      frame.standards.unshift({ start: found.end + 1, end: limit > found.end + 1 ? trimComma(text, found.end + 1, limit) : end })
    frame.verb = toVerb(found)
    if (turned) frame.object = turned
    return
  }
  if (weak.has(found.verb.id) && !/^(?:遵守|遵循|服从|听从|贯彻|听指挥)$/.test(found.form) && readWeak(open, found, turned, limit)) return
  if (found.verb.id === 'assist' && readWeakAssist(open, found, limit)) return
  const { last, pair } = coordinated(open, found, limit)
  frame.verb = toVerb(found, pair ? { verb: pair, end: last } : undefined)
  // 讲故事要绘声绘色: behind the word of duty stands how it is to be.
  const how = found.form.length > 1 ? /^(?:一定|都)?(?:要|必须|得)(?![求点素件领到])(?=[\p{Script=Han}]{1,8}$)/u.exec(text.slice(last, limit)) : null
  if (how && limit === end && standards.length === 0 && !findVerbAt(text, last + how[0].length, end, lexicon)) {
    frame.standards.push({ start: last, end })
    if (turned) frame.object = turned
    return
  }
  // 录到系统里: behind it stands whither.
  const whither = /^录[到进]$/.test(found.form)
  // 漏液要报给安全员: to whom is the object, and what stood before says when.
  if (turned && toWhom(text, found, last)) {
    const whom = trimObject(text, last + 1, limit)
    if (whom) {
      frame.object = whom
      if (frame.conditions.length === 0) frame.conditions.push(turned)
      return
    }
  }
  const whole = whither ? undefined : trimObject(text, ...objectBounds(text, found, last, limit, lexicon), !/^[把将]/.test(mark))
  const said = whole && cutDuty(open, whole, standards)
  const result = said && asResult(text, said, lexicon)
  if (result && standards.length === 0) frame.standards.push(said)
  const after = result ? undefined : said
  if (!after && !/^[把将对给]/.test(mark)) {
    // 接待不少于5位顾客: the thing stands behind its count.
    const counted = standards.find((one) => one.start === last && one.end < end)
    const behind = counted && !searchVerb(text, counted.end, end, lexicon) ? trimObject(text, counted.end, end) : undefined
    if (behind && behind.end - behind.start <= 8) {
      frame.object = behind
      return
    }
  }
  // 把 and a topic give the object away; what follows their verb says whither or how.
  const named = after && findVerbAt(text, after.start, after.end, lexicon, false)
  // 气泡膜要裹两层: how many of it, behind the verb, is how it is to be done.
  if (turned && standards.length === 0 && !/^(?:stop|wait)$/.test(found.verb.id) && manyOf.test(text.slice(last, limit))) {
    frame.standards.push({ start: last, end: limit })
    frame.object = turned
    return
  }
  // 擦净归位: the next step, and no thing.
  if (!turned && named && named.end === after.end && found.form.length > 1 && !takesNoun.has(found.verb.id)) return
  // 线要理顺扎好: one more letter with its ending is the next step.
  const going = turned && after ? findVerbAt(text, after.start, limit, lexicon) : undefined
  if (turned && (named?.end === after?.end || (going && going.end >= limit && going.end - going.start >= 2))) {
    // 给设备拍照建档: what follows is the next step, the thing stood before.
    frame.object = turned
    return
  }
  if (turned && (/^[把将对]/.test(mark) || !after || isComplement(text, last, limit))) frame.object = turned
  else if (after) frame.object = after
  else if (turned) frame.object = turned
  else {
    const inner = innerObject(found, lexicon)
    if (inner) frame.object = inner
  }
}

const manyOf = /^[\d一二两三四五六七八九十几半]+(?:遍|次|层|圈|道|下|回|滴|勺|克|毫升|分钟|秒|小时|天|圈半|个来回)$|^[\d零一二两三四五六七八九十百千点]{2,}$/
// 对刀对准, 看得懂个大概: how far it is to come, and no thing.
const asResult = (text: string, span: Span, lexicon: OpenLexicon): boolean => {
  if (/^[光亮净平齐滑直圆正]$/.test(text.slice(span.start, span.end))) return true
  if (/^个(?:大概|大致|明白|清楚|透|够|遍|差不多|七七八八|一二|半|样)/.test(text.slice(span.start, span.end))) return true
  const verb = span.end - span.start === 2 ? findVerbAt(text, span.start, span.end, lexicon) : undefined
  return verb?.end === span.end && /^[对拧锁压拉放摆装][准紧好正平齐牢稳]$/.test(verb.form)
}

// 采茶要一芽两叶: behind the word of duty stands how it is to be.
function cutDuty({ text, lexicon, frame }: Open, object: Span, standards: readonly StandardMatch[]): Span {
  const duty = /^([\p{Script=Han}A-Za-z\d]{1,6}?)(?:要|必须|得)(?![求点素领件到])[\p{Script=Han}]{2,}/u.exec(
    text.slice(object.start, object.end),
  )
  // 估出一件活要干多长时间: a question inside is the object as a whole.
  if (!duty || /多[长少久大]|[几哪]|什么|怎么|是不是|是否|有没有/.test(text.slice(object.start, object.end))) return object
  const end = object.start + duty[1]!.length
  if (searchVerb(text, end + 1, object.end, lexicon)) return object
  if (standards.length === 0) frame.standards.push({ start: end, end: object.end })
  return { start: object.start, end }
}

/** 操作平缝机缝制领子, 组织班组进行绑扎: where the object of the first verb ends, or where the real one begins. */
function objectBounds(text: string, found: VerbFound, from: number, limit: number, lexicon: OpenLexicon): [number, number] {
  if (/^(?:operate|use|drive|start)$/.test(found.verb.id)) {
    for (let at = from + 2; at < limit - 2; at++) {
      if (
        /[机床炉线车仪器备件台心统]/.test(text[at - 1]!) &&
        findVerbAt(text, at, limit, lexicon, false) &&
        !nounAfter.test(text.slice(at + 2, limit))
      )
        return [from, at]
    }
  }
  // 打电话给承运商, 报给工程师: to whom.
  if (toWhom(text, found, from)) {
    // 打电话给客户确认时间: whom, and then what for.
    const next = searchVerb(text, from + 3, limit, lexicon)
    return [from + 1, next && next.end < limit ? next.start : limit]
  }
  const through = /^(.{1,8}?)(?:进行|开展|完成|做好|实施|落实)(?=[\p{Script=Han}]{2})/u.exec(text.slice(from, limit))
  if (through && /^(?:organise|lead|instruct|arrange|supervise|assist|coordinate|train)$/.test(found.verb.id))
    return [from + through[0].length, limit]
  return [from, limit]
}

const toWhom = (text: string, found: VerbFound, from: number) =>
  text[from] === '给' && /^(?:打电话|报|反馈|汇报|上报|通知|发|交|转|寄|送|递|提交|发送)$/.test(found.form)
const trimComma = (text: string, from: number, to: number) => {
  let stop = to
  while (stop > from && /[，、\s]/.test(text[stop - 1]!)) stop--
  return stop
}
const isComplement = (text: string, from: number, to: number) =>
  /^(?:[到在进入给成为好完掉出上下回至得了着过几再干整清]|一(?![次遍回][\p{Script=Han}]{2})|起来|下来|上去)/u.test(text.slice(from, to))

export function toVerb(found: VerbFound, second?: { verb: FrameVerb['verb']; end: number }): FrameVerb {
  return {
    verb: found.verb,
    form: found.form,
    start: found.start,
    end: second?.end ?? found.end,
    sure: found.form.length > 1,
    ...(second ? { pair: second.verb } : {}),
  }
}

/** 安装和调试, 维护保养, 清点、核对: further verbs of one action. */
function coordinated(open: Open, found: VerbFound, limit: number): { last: number; pair?: FrameVerb['verb'] } {
  const { text, lexicon } = open
  let last = found.end
  let pair: FrameVerb['verb'] | undefined
  for (let round = 0; round < 4; round++) {
    const joint = /^(?:、|和|与|及|或者?|以及|并|跟)/.exec(text.slice(last, limit))
    const at = last + (joint?.[0].length ?? 0)
    const next = findVerbAt(text, at, limit, lexicon, joint !== null && found.form.length === 1)
    if (!next) break
    // Without a joint only what is often said in one breath: 安装调试, 清洗消毒. Else the second is a noun: 更换输送带.
    if (!joint && (takesNoun.has(found.verb.id) || found.form.length === 1 || !inOneBreath.has(next.form))) break
    if (
      nounAfter.test(text.slice(next.end, limit)) &&
      !(
        joint &&
        !nounAfter.test(text.slice(last, limit)) &&
        /^(?:设备|工具|系统|软件|材料|数据|订单|文件|资料|记录|单|程序|故障|问题|票|款)/.test(text.slice(next.end, limit))
      )
    )
      break
    // 操作维修: a verb at the very end without a joint is the object's name.
    if (!joint && next.end >= limit && found.verb.class !== next.verb.class && found.form.length < 2) break
    pair = next.verb
    last = next.end
  }
  return { last, ...(pair ? { pair } : {}) }
}

/** 进行, 做好, 完成: the verbal noun behind them is the action, and what stands between (or before) is the object. */
function readWeak(open: Open, found: VerbFound, turned: Span | undefined, limit: number): boolean {
  const { text, lexicon, frame } = open
  let from = found.end
  const filler =
    /^(?:[了好完过]|一下|一遍|[一二两三]次|一个|相关的?|有关的?|必要的?|日常的?|定期的?|及时的?|简单的?|全面的?|有效的?|到)+/u.exec(
      text.slice(from, limit),
    )
  if (filler) from += filler[0].length
  const nominal = readNounVerb(text, from, limit, lexicon)
  if (nominal && nominal.verb.start >= from && nominal.verb.verb.id !== found.verb.id) {
    frame.verb = {
      ...toVerb(nominal.verb, nominal.second ? { verb: nominal.second.verb, end: nominal.second.end } : undefined),
      sure: true,
    }
    const object = turned ?? nominal.object ?? innerObject(nominal.verb, lexicon)
    if (object) frame.object = object
    return true
  }
  const rest = text.slice(from, limit)
  if (found.verb.id === 'carry-out' && /^[\p{Script=Han}]{4,8}$/u.test(rest) && !nominal && !searchesVerb(text, from, limit, lexicon)) {
    // 进行服装打版: the last two letters name the work, whatever it is.
    const at = limit - 2
    frame.verb = { verb: found.verb, form: text.slice(at, limit), start: at, end: limit, sure: false }
    const object = turned ?? trimObject(text, from, at, false)
    if (object) frame.object = object
    return true
  }
  const next = findVerbAt(text, from, limit, lexicon, false)
  if (next && !nounAfter.test(text.slice(next.end, limit)) && next.verb.id !== found.verb.id) {
    readPredicate(open, next, turned, [])
    return true
  }
  return false
}

const searchesVerb = (text: string, from: number, limit: number, lexicon: OpenLexicon) =>
  searchVerb(text, from, limit, lexicon) !== undefined

/** 协助工程师调试设备: the helper's own part is the object's, the person helped is left out. */
function readWeakAssist(open: Open, found: VerbFound, limit: number): boolean {
  const { text, lexicon, frame } = open
  for (let at = found.end + 1; at < limit; at++) {
    const verb = findVerbAt(text, at, limit, lexicon, false)
    if (!verb) continue
    const object = weak.has(verb.verb.id) ? trimObject(text, verb.end, limit) : trimObject(text, verb.start, limit)
    frame.verb = { ...toVerb(found, { verb: verb.verb, end: found.end }), pair: verb.verb }
    if (object) frame.object = object
    return true
  }
  return false
}

/** 换刀, 装车, 记账: the noun is part of the verb. */
function innerObject(found: VerbFound, lexicon: OpenLexicon): Span | undefined {
  const { form, start, end } = found
  if (form.length < 2 || end - start !== form.length) return undefined
  const head = lexicon.verbAt(form, 0)
  const first = lexicon.verbAt(form[0]!, 0)
  if (!head || !first || head.form !== form || form.length > 4) return undefined
  const noun = form.slice(1)
  if (noun === '程' || lexicon.verbAt(noun, 0)?.length === noun.length) return undefined
  return thing.test(noun) ? { start: start + 1, end } : undefined
}

const thing = /^[表刀模线料货车油票账单头药漆图纸程序毛刺孔丝班菜桌床水箱袋柜标签码岗卡电门窗气污物发眉徒管件茶地被片肉鱼网碗衣账胶釉样餐台人]+$/u
/** 加油, 换刀: a verb that has its thing in it. */
export const bringsItsThing = (form: string): boolean => form.length >= 2 && thing.test(form.slice(1))
