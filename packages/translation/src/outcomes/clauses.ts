import type { Span } from '../types.ts'
import { readClause } from './clause.ts'
import { hear, leaningRoles } from './hear.ts'
import { asksSomething, type Clause, judge, viewOf } from './judge.ts'
import { duty, namesSomeoneElse } from './kind.ts'
import type { KindModel } from './kind-model.ts'
import { isQuestion, readVoices } from './kind-reading.ts'
import { kindModel } from './kind-weights.gen.ts'
import type { OpenLexicon } from './lexicon.ts'
import { verbEndingAt } from './object.ts'
import { clausesOf } from './segment.ts'

/** Splits a sentence into clauses and says what each is. */
export function listClauses(text: string, sentence: Span & { heading?: string }, lexicon: OpenLexicon, model: KindModel = kindModel): Clause[] {
  const clauses: Clause[] = []
  const spans = clausesOf(text, sentence)
  const judged = spans.map((span) => judge(text, span, sentence.heading, lexicon))
  const views = spans.map((span, i) => viewOf(text, span, sentence.heading, lexicon, judged[i]!))
  const voices = readVoices(text, spans, views, model)
  const asks = isQuestion(text, sentence)
  for (const [i, span] of spans.entries()) {
    const before = clauses[i - 1]
    const goesOn = before?.negated && !judged[i]!.negated && namesSomeoneElse(text.slice(span.start, span.end))
    const ruled: Clause = goesOn ? { ...span, role: before.role, negated: true, reasons: ['not-needed'] } : judged[i]!
    if (asks && !rhetorical.test(text.slice(span.start, span.end))) clauses.push({ ...span, role: 'noise', negated: false, reasons: [] })
    else clauses.push(hear({ text, lexicon, ruled, cue: views[i]!.cue, heard: voices[i]!, earlier: clauses }))
  }
  // 改错一位就报废，所以改完要空走一遍: what stands before a conclusion gives its reason.
  const concluding = clauses.findIndex((one) => /^(?:所以|因此|因而)/.test(text.slice(one.start, one.end)))
  for (const [i, one] of clauses.entries())
    if (i < concluding && !one.negated && (one.role === 'task' || leaningRoles.has(one.role)) && !asksSomething(text, one))
      clauses[i] = { ...one, role: 'noise', reasons: [] }
  // 机器人抓料老是掉，你得会看气压: what is told before a demand says when it is meant.
  for (const [i, one] of clauses.entries()) {
    const next = clauses[i + 1]
    if (one.role === 'noise' && next?.role === 'task' && !next.forbids && leadsOn.test(text.slice(next.start, next.end)) && !asks)
      clauses[i] = { ...one, role: 'context' }
  }
  // 一报错就喊厂家，自己连代码都不会查: what is told before a lack complains, and asks for nothing.
  for (const [i, one] of clauses.entries())
    if (one.role === 'task' && !one.forbids && one.reasons.length === 0 && clauses[i + 1]?.reasons.includes('voiced-as-lack') && tells(text, one))
      clauses[i] = { ...one, role: 'noise' }
  // 审核中发现的问题，须在两周内整改: a thing with a verb inside, and then what is to be done with it.
  for (const [i, one] of clauses.entries()) {
    const next = clauses[i + 1]
    const words = text.slice(one.start, one.end)
    if (one.role === 'task' && next?.role === 'task' && !next.negated && thingOnly.test(words) && !verbEndingAt(text, one.start, one.end, lexicon))
      clauses[i] = { ...one, role: 'condition' }
  }
  readComplaints(text, clauses)
  // 客户说有异响，你得查出来: what others say or want says when it is meant.
  for (const [i, one] of clauses.entries()) {
    const next = clauses[i + 1]
    if (next?.role !== 'task' || next.forbids || next.reasons.includes('voiced-as-lack') || /[以之]?内[\p{Script=Han}]{2}/u.test(text.slice(one.start, one.end)) || !othersSay.test(text.slice(one.start, one.end))) continue
    if (!one.negated && !one.forbids && /^(?:task|noise|context)$/.test(one.role)) clauses[i] = { ...one, role: 'condition', reasons: [] }
  }
  // 使用显微镜，检查切片: a tool in a clause of its own belongs to the task behind it.
  for (const [i, one] of clauses.entries()) {
    const next = clauses[i + 1]
    if (one.role !== 'task' || next?.role !== 'task' || next.negated || /^(?:会|能|熟)/.test(text.slice(next.start, next.end))) continue
    const words = text.slice(one.start, one.end)
    if (/^(?:使用|利用|借助|运用|采用|用)(?![于来])/.test(words) && readClause(text, one.start, one.end, lexicon).verb?.verb.id === 'use')
      clauses[i] = { ...one, role: 'condition' }
  }
  // 打磨由专门班组负责，你不用动手: the negation reaches back to who does it instead.
  return clauses.map((one, i) =>
    clauses[i + 1]?.negated && one.role === 'task' && givenAway.test(text.slice(one.start, one.end))
      ? { ...one, negated: true, reasons: ['not-needed'], role: clauses[i + 1]!.role }
      : one,
  )
}

const othersSay =
  /^(?:客户|客人|顾客|病人|患者|老人|家属|业主|甲方|用户|买家|车主|对方)(?!的|端|群|机房)[^，]{0,3}(?:说|讲|问|拿来|要(?!求)|反映|抱怨|投诉|申请|催|喊|来电|打来|打电话)/

// 问他电流开多大，答不上来; 让他接个电机，正反转都接错: the second clause only says that the first cannot be done.
function readComplaints(text: string, clauses: Clause[]): void {
  for (const [i, one] of clauses.entries()) {
    const next = clauses[i + 1]
    const words = text.slice(one.start, one.end)
    if (!next || one.negated) continue
    const after = text.slice(next.start, next.end)
    const asked = /^(?:一)?问(?:他|她|起)/.test(words) && /不知道|不晓得|不清楚|[答说讲]不|摇头|一脸|愣|没反应|支支吾吾|一问三不知|干瞪眼/.test(after)
    const told = /^(?:让|叫)(?:他|她|学生|他去)/.test(words) && next.reasons.includes('voiced-as-lack')
    if (!asked && !told) continue
    clauses[i] = { ...one, role: 'task', reasons: ['voiced-as-lack'] }
    clauses[i + 1] = { ...next, role: 'task', reasons: ['voiced-as-lack'], echoes: true }
  }
}

const tells = (text: string, span: Span) => !duty.test(text.slice(span.start, span.end)) && !/[会能懂把将]/.test(text.slice(span.start, span.end))
const leadsOn = /^(?:你|那)?(?:就|得(?!到)|要|先|马上|立即|必须|赶紧)/

// 怎么连卡尺都不会用？ complains, and wants no answer.
const rhetorical = /连[^，]{1,12}[都也]不?|都不[会懂]/

const thingOnly = /^[^，要得会能须应把将请负别]{3,14}的[\p{Script=Han}]{1,5}$/u
const givenAway = /(?:由|归|交给|有)[^，]{1,10}(?:负责|来?做|管|处理|承担|弄|干)$|(?:交给|归)[^，]{1,8}$|(?:那|这)?(?:都)?是[^，]{1,8}的(?:事情?|活儿?|工作|任务)$/u
