import type { Span, StatementKind } from '../types.ts'
import { readClause } from './clause.ts'
import { conditionAt, isOnlyCondition } from './condition.ts'
import { adverb, endOf, frameWord, knowing, subject } from './heads.ts'
import { duty, kindOfClause } from './kind.ts'
import type { RuleView } from './kind-features.ts'
import type { OpenLexicon } from './lexicon.ts'
import type { Prohibition } from './prohibition.ts'
import type { OutcomeReasonCode } from './reasons.ts'
import { nounAfter } from './predicate.ts'
import { findStandards } from './standard.ts'
import { findVerbAt, manners, searchVerb, type VerbFound } from './verb-at.ts'

/** A clause and its part in the sentence: it has a kind of its own, or leans on a neighbour as condition, standard or mere context. */
export type Clause = Span &
  Readonly<{
    role: StatementKind | 'condition' | 'standard' | 'context'
    negated: boolean
    reasons: readonly OutcomeReasonCode[]
    /** It says what is not to be done; read as such, not for its verb. */
    forbids?: Prohibition
    /** It only repeats, of the clause before, that it cannot be done: 答不上来. */
    echoes?: true
  }>

const guarantee = /^(?:并|且|从而|以|要)?(?:确保|保证|保障(?!部)|做到|使(?:得|其|之)|务必做到|力争|争取|防止|避免|以免|免得|以防|杜绝)/u
// 焊缝经探伤达到二级: how it comes through.
const proven = /^[^，]{0,10}经[^，]{1,12}?(?:检测?|检验|验收|探伤|试验|测试|抽查|复核)[^，]{0,3}(?:达到|符合|满足|合格|通过|无)/
const purely =
  /^(?:[\p{Script=Han}]{0,6}?)(?:无|没有|不得|不能|不许|不可|不准|不)(?!会|懂|需|用|要|必|想|同|断|仅|但|管|论|超|够|足|对|好|行)[^的，]{1,8}$|(?:合格|达标|过关|一次通过|正常)$/u
// Verbs that an offer or a rule of the house uses as well as a task does.
const houseVerbs = new Set([
  'provide',
  'arrange',
  'train',
  'pay',
  'submit',
  'buy',
  'book',
  'issue-goods',
  'organise',
  'comply',
  'carry-out',
  'do',
  'participate',
  'complete',
  'keep',
  'dress',
  'send',
])
const softVerbs = new Set([
  'comply',
  'communicate',
  'keep',
  'do',
  'carry-out',
  'complete',
  'participate',
  'assist',
  'understand',
  'bear',
  'perform',
  'control',
  'coordinate',
  'answer',
])

/** What the rules see in a clause by itself: the features of the learned reading are drawn from it. */
export function ruleView(text: string, span: Span, heading: string | undefined, lexicon: OpenLexicon): RuleView {
  return viewOf(text, span, heading, lexicon, judge(text, span, heading, lexicon))
}

/** The same for a clause that was judged before. */
export function viewOf(text: string, span: Span, heading: string | undefined, lexicon: OpenLexicon, judged: Clause): RuleView {
  const said = kindOfClause(text.slice(span.start, span.end), heading)
  const work = findWork(text, span, lexicon)
  return {
    cue: said.negated ? 'negated' : said.kind,
    role: judged.role,
    verb: work && (work.form.length > 1 ? work.verb.class : 'letter'),
  }
}

/** What the rules by themselves make of a clause: its cue words first, then its verb and its figures. */
export function judge(text: string, span: Span, heading: string | undefined, lexicon: OpenLexicon): Clause {
  const words = text.slice(span.start, span.end)
  const said = kindOfClause(words, heading)
  const clause = (role: Clause['role'], reasons: readonly OutcomeReasonCode[] = said.reasons, negated = false): Clause => ({
    ...span,
    role,
    negated,
    reasons,
  })
  if (said.negated) return clause(said.kind === 'open' ? 'requirement' : said.kind, said.reasons, true)
  // A phrase of the lexicon that makes up the clause says what it is, whatever it sounds like: 东西归位, 别闷着头干.
  if (said.kind !== 'offer' && said.kind !== 'requirement' && said.kind !== 'trait' && isKnownPhrase(words, lexicon))
    return clause(
      'task',
      said.reasons.filter((one) => one === 'voiced-as-lack'),
    )
  const work = findWork(text, span, lexicon)
  if (said.kind === 'offer' && !(work && work.form.length > 1 && !houseVerbs.has(work.verb.id))) return clause('offer')
  const based = /^(?:根据|按照?|针对|结合|依据)/.test(words)
  const minds = work && !/^(?:接受|适应)/.test(work.form) && (!houseVerbs.has(work.verb.id) || /^(?:进行|开展|实施)$/.test(work.form))
  if (said.kind === 'requirement' && !based && !(minds && !/经验|经历|岁(?![婴幼儿]|以[上下][婴幼儿老])|学历|年以上/.test(words)))
    return clause('requirement')
  if (
    said.kind === 'trait' &&
    !(
      work &&
      work.form.length > 1 &&
      !softVerbs.has(work.verb.id) &&
      !/^.{0,3}(?:能力|意识|精神|[\p{Script=Han}]?心|习惯)/u.test(text.slice(work.end, span.end))
    )
  )
    return clause('trait')
  if (/^(?:联系(?:电话|人|方式|我)|电话|微信|地址)/.test(words)) return clause('noise')
  // 切出来的边老崩口: a verb that only says which thing is no work.
  if (said.kind === 'noise' && !(work && work.form.length > 1 && !/^招/.test(words) && !/^[出来下好]{0,2}的/.test(text.slice(work.end, span.end)))) return clause('noise')
  if (said.kind === 'task') return clause('task')
  return decide(text, span, said.reasons, lexicon)
}

/** Whether a phrase of the lexicon makes up the clause. */
export const isKnownPhrase = (words: string, lexicon: OpenLexicon) =>
  lexicon.phrasesIn(words, 'zh').some((one) => one.end - one.start >= 3 && one.end - one.start >= words.length * 0.7)

/** What verbs, conditions and figures make of a clause whose cue words leave it open. */
export function decide(text: string, span: Span, reasons: readonly OutcomeReasonCode[], lexicon: OpenLexicon): Clause {
  const words = text.slice(span.start, span.end)
  const clause = (role: Clause['role']): Clause => ({ ...span, role, negated: false, reasons })
  if (guarantee.test(words) || proven.test(words)) return clause('standard')
  // 互相访问不通才算配完: what has to be so before it counts as done.
  if (/才(?:算|叫)[^，]{1,4}$/.test(words) && !/[把将要]/.test(words)) return clause('standard')
  // 不然找不平: what would come of it otherwise.
  if (/^(?:不然|否则|要不然?(?!是))/.test(words)) return clause('context')
  const work = findWork(text, span, lexicon)
  // 排版美观: the work is named, and how it is to be; it leans on a task before, where there is one.
  if (work && manners.test(text.slice(work.end, span.end).replace(/^[面得]/, ''))) return clause('standard')
  if (
    words.length <= 14 &&
    conditionAt(text, span.start, span.end, lexicon) < 0 &&
    purely.test(words) &&
    !/^[把将]/.test(words) &&
    endsInQuality(text, span, lexicon) &&
    !/要|必须|负责|会(?=[\p{Script=Han}]{2})/u.test(words)
  )
    return clause('standard')
  if (isOnlyCondition(text, span.start, span.end, lexicon)) return clause('condition')
  const standards = findStandards(words, span.start)
  if (standards.length > 0 && covers(text, span, standards, lexicon)) return clause('standard')
  const frame = readClause(text, span.start, span.end, lexicon)
  // 刚接了个大单, 客户退回来了: what has happened, with no word of duty; before a task it says when.
  const happened =
    (/[^为除极好罢到完]了(?!解|结|[就再以之先要得])/.test(words) && !/[把将]/.test(words) && !asksSomething(text, span) && !afterHappening(text, span, lexicon)) ||
    /就(?:报废|废|毁|完蛋|坏|撞|炸|烧|断|崩|散|亏|白干|出事|麻烦)了?$/.test(words)
  const leads = work && work.form.length > 1 && text[work.end] !== '了'
  // 面单贴歪了扫不出来: a thing fails, nobody lacks anything.
  if (frame.lacking && frame.verb && /了/.test(text.slice(span.start, frame.verb.start)) && !/[连也]|都(?=[\p{Script=Han}]不)/u.test(words)) return clause('context')
  // 合模一压就废: what comes of it.
  if (frame.verb && !frame.lacking && /一[^，]{1,3}就(?:报废|废|坏|裂|断|碎|掉|散|漏|炸|崩|死机)了?$/.test(words)) return clause('context')
  if (frame.verb && !frame.lacking && happened && !leads && standards.length === 0) return clause('context')
  if (frame.knowing)
    return clause(
      frame.verb && frame.object && frame.verb.start > frame.knowing.end && !/^(?:[应须需要]|必须|应当|能够)?(?:熟|掌|精|懂|了解|具)/.test(words)
        ? 'task'
        : 'requirement',
    )
  // 要是能自己改就更好: a wish is a task, 优先 a requirement.
  if (frame.verb) return clause(reasons.includes('welcome-not-required') && !/^(?:要是|如果)/.test(words) ? 'requirement' : 'task')
  if (frame.standards.length > 0) return clause('standard')
  if (frame.conditions.length > 0 && (!frame.object || /^[让请]/.test(text.slice(frame.conditions.at(-1)!.end, span.end)))) return clause('condition')
  // 语气要亲切: how it is to be.
  if (/^[\p{Script=Han}]{1,6}(?:要|必须|得|应)[\p{Script=Han}]{1,5}$/u.test(words) && !/[会能懂]/.test(words)) return clause('standard')
  return clause('context')
}

// 少了补蒸馏水: what has happened, and right behind it what to do about it.
function afterHappening(text: string, span: Span, lexicon: OpenLexicon): boolean {
  const end = conditionAt(text, span.start, span.end, lexicon)
  return end > 0 && end < span.end && text[end - 1] === '了'
}

// 检查压力是否正常 is work; 检验合格 is how well.
function endsInQuality(text: string, span: Span, lexicon: OpenLexicon): boolean {
  const work = findWork(text, span, lexicon)
  if (work && /^不(?:能|得|许|可|准)/.test(text.slice(work.end, span.end))) return true
  return !work || (/(?:合格|达标|过关|一次通过)$/.test(text.slice(span.start, span.end)) && span.end - work.end <= 4)
}

/** Whether a clause speaks of duty or ability at all: talk without it, and without a verb, is noise. */
export const asksSomething = (text: string, span: Span): boolean =>
  duty.test(text.slice(span.start, span.end)) || guarantee.test(text.slice(span.start, span.end))

const measuredNoun =
  /^(?:[\p{Script=Han}]{1,4}率|误差|偏差|公差|精度|粗糙度|垂直度|平整度|间隙|缝隙|时间|温度|厚度|高度|深度|长度|宽度|成本|效率|产量|电阻|压力|扭矩|含量|浓度|速度|产值|销量|满意度|差错|损耗)/u
const metricEnd =
  /(?:率|误差|偏差|公差|精度|差|度|半径|直径|间隙|间距|时间|周期|[水油室体炉料]温|压力|量|数|值|比例?|长短|大小|损耗|电阻|电压|电流|节拍|成本|水平|寿命|距离?)(?:要|应|必须|需|得|都要|一定要)?(?:控制|保持|做|达)?$/u

// 漆面不得有颗粒, 每片不超过四毫米: nothing but a quality, even where a verb hides in the measured noun.
function covers(text: string, span: Span, standards: readonly Span[], lexicon: OpenLexicon): boolean {
  const first = standards[0]!
  const last = standards[standards.length - 1]!
  const before = text.slice(span.start, first.start)
  const after = text.slice(last.end, span.end)
  if (after.length > 1 && findWork(text, { start: last.end, end: span.end }, lexicon)) return false
  if (after.length > 5) return false
  if (/^(?:重新|再次?|立即|马上|全部)/.test(after)) return false
  if (measuredNoun.test(text.slice(first.start, first.end)) && before.length <= 10) {
    // 裁片误差, 归档及时率: a verb that only names what is measured.
    const inside = searchVerb(text, span.start, first.start, lexicon)
    if (!inside || inside.end === first.start) return true
  }
  if (before.length <= 14 && metricEnd.test(before) && !/[把将用]/.test(before)) return true
  const work = findWork(text, { start: span.start, end: first.start }, lexicon)
  // 测量结果重复性误差: a verb that begins the name of what is measured.
  if (work && nounAfter.test(text.slice(work.end, first.start)) && !searchVerb(text, work.end, first.start, lexicon)) return true
  return (
    !work ||
    /^(?:做到|达到|控制|保持|压到|降到)$/.test(work.form) ||
    (before.length <= 6 && /(?:率|误差|偏差|时间|公差|精度|合格|度)$/.test(before)) ||
    work.verb.id === 'keep' ||
    work.verb.id === 'control'
  )
}

/** The verb at the head of a clause, after ability, manner and person; undefined where a noun leads. */
export function findWork(text: string, span: Span, lexicon: OpenLexicon): VerbFound | undefined {
  let at = span.start
  for (let moved = true; moved; ) {
    moved = false
    for (const pattern of [frameWord, knowing, adverb, subject]) {
      const next = endOf(pattern, text, at)
      if (next <= at || next >= span.end) continue
      const verb = findVerbAt(text, at, span.end, lexicon, false)
      if (verb && verb.end > next) return verb
      at = next
      moved = true
    }
    if (/[，、地的]/.test(text[at] ?? '')) {
      at++
      moved = at < span.end
    }
  }
  return findVerbAt(text, at, span.end, lexicon)
}
