import type { Span } from '../types.ts'
import { readClause } from './clause.ts'
import type { Clause } from './judge.ts'
import type { Frame } from './frame.ts'
import type { OpenLexicon } from './lexicon.ts'
import { readNounVerb, trimObject } from './object.ts'
import { bringsItsThing } from './predicate.ts'
import { splitSerial } from './serial.ts'
import type { StandardMatch } from './standard.ts'
import { findVerbAt } from './verb-at.ts'

/** One outcome before it is dressed: its clause, and what neighbours lent it. `borrowed` is an object that another part of the sentence names. */
export type Draft = { frame: Frame; start: number; end: number; borrowed?: Span & { from: 'object-before' | 'object-in-condition' } }

// 审核中发现的问题, 三个后台的单: nothing but a thing, which the clause behind is about.
const isThing = (text: string, clause: Span): boolean => {
  const words = text.slice(clause.start, clause.end)
  if (/[要得会能须应把将请了]|[时后前里上下中内外天夜班]$/.test(words)) return false
  return /^[^，]{2,14}的(?:[\p{Script=Han}A-Za-z]{1,6})?$/u.test(words)
}
// A post named before its tasks is no condition: 宠物医院助理，协助采血.
const post = /^[^要会能]{0,10}(?:员|工|师|手|助理|经理|主管|司机|店长|老师|护士|会计|学徒|岗|岗位|班长|组长)$|^[^，要会能]{1,6}(?:项目|方面|环节|这一?块|嘛)$/u
// What is told of the firm or of our days says nothing of when a task is to be done: 数据现在都上云了.
const told = /^(?:兄弟|姐妹|伙计|家人|师傅|同志|小伙伴)们|的?注意了?$|^负责|^[\d一二两三四五六七八九十百几]+个(?:人|学生|毕业生)?[里中]|现在|目前|如今|今年|去年|最近|^(?:我们|公司|咱们)|着呢$|都[^，]{1,6}了$/
// 封口温度不对: what is amiss says when the task behind it is meant.
const amiss = /^[^要会能得须懂]{2,12}(?:不(?:对|准|行|灵|正常|稳定?|好使)|异常|偏[高低大小]|坏了|松了|[装接插贴放][反错歪])$/
const asked = /要|必须|不得|不能|不许|不准|确保|保证|做到|符合|无(?=[\p{Script=Han}])|合格|[\d一二三四五六七八九十]/u
// 油封装反 behind another complaint is one itself; before a task it only says when.
const complains = (text: string, clause: Clause, clauses: readonly Clause[], lexicon: OpenLexicon): boolean =>
  readClause(text, clause.start, clause.end, lexicon).lacking === true &&
  (!/[反错歪]$/.test(text.slice(clause.start, clause.end)) || clauses.some((one) => one !== clause && one.reasons.includes('voiced-as-lack')))
const secondStep = new Set(['restore', 'complete', 'respond', 'do', 'answer', 'carry-out', 'keep', 'control', 'provide'])

/** Outcomes of the clauses of one statement (ENGINES 1.6.1, Attachment): standards go to the task before, conditions to the one after. */
export function draftOutcomes(text: string, clauses: readonly Clause[], lexicon: OpenLexicon): Draft[] {
  const drafts: Draft[] = []
  let waiting: Span[] = []
  let loose: StandardMatch[] = []
  const idle: number[] = []
  let from: number | undefined
  let topic: Span | undefined
  const start = (span: Span) => (from === undefined ? span.start : Math.min(from, span.start))
  for (const clause of clauses) {
    if (clause.echoes) continue
    if (clause.role === 'condition' || clause.role === 'context') {
      const isPost = clause.role === 'context' && post.test(text.slice(clause.start, clause.end))
      if (!isPost && drafts.length === 0 && isThing(text, clause)) topic = trimObject(text, clause.start, clause.end, false)
      if (!isPost && !(clause.role === 'context' && told.test(text.slice(clause.start, clause.end))) && (clause.role === 'condition' || drafts.length === 0)) waiting.push({ start: clause.start, end: clause.end })
      if (clause.role === 'context') idle.push(clause.start)
      from ??= clause.start
      continue
    }
    if (clause.role === 'standard') {
      const standard = wholeStandard(text, clause, lexicon)
      const last = drafts[drafts.length - 1]
      if (last) attach(last, standard, clause.end)
      // 空调不制冷，先查压力: what is wrong before the task is when, not how well.
      else if (!standard.some((one) => one.measure) && !asked.test(text.slice(clause.start, clause.end)))
        waiting.push({ start: clause.start, end: clause.end })
      else loose.push(...standard)
      continue
    }
    if (clause !== clauses.at(-1) && amiss.test(text.slice(clause.start, clause.end)) && !complains(text, clause, clauses, lexicon)) {
      waiting.push({ start: clause.start, end: clause.end })
      from ??= clause.start
      continue
    }
    for (const part of splitSerial(text, clause.start, clause.end, lexicon)) {
      const frame = readClause(text, part.start, part.end, lexicon)
      const last = drafts[drafts.length - 1]
      if (!frame.verb) {
        if (frame.standards.length > 0 && last) attach(last, frame.standards, part.end)
        else if (frame.standards.length > 0) loose.push(...frame.standards)
        else if (frame.conditions.length > 0) waiting.push(...frame.conditions)
        else if (frame.object && !last) waiting.push({ start: part.start, end: part.end })
        from ??= part.start
        continue
      }
      // 十分钟内恢复: a second step of the same outcome, its figure is the standard.
      const bare = !frame.object || frame.object.end - frame.object.start <= 2
      if (bare && last && frame.standards.length > 0 && secondStep.has(frame.verb.verb.id)) {
        attach(last, [{ start: part.start, end: part.end, ...measureOf(frame.standards) }], part.end)
        continue
      }
      // 放进烘箱，烘够一小时: how long, of the same work.
      if (last && /^(?:[够满足]|上|了)?[一两二三四五六七八九十半\d]+个?(?:多)?(?:小时|钟头|分钟|秒|天)$/.test(text.slice(frame.verb.end, part.end)) && frame.conditions.length === 0) {
        attach(last, [{ start: part.start, end: part.end, ...measureOf(frame.standards) }], part.end)
        continue
      }
      // 加蒸馏水，加到刻度线: the same once more says how far.
      if (last?.frame.verb?.verb.id === frame.verb.verb.id && bare && /^[到至成满够]/.test(text.slice(frame.verb.end, part.end))) {
        attach(last, [{ start: part.start, end: part.end, ...measureOf(frame.standards) }], part.end)
        continue
      }
      frame.conditions.unshift(...waiting)
      frame.standards.unshift(...loose)
      const draft: Draft = { frame, start: start(part), end: part.end }
      // 恢复生产: a verb that brings its thing along borrows none.
      if (topic && !frame.object) {
        // 三个后台的单，十点前导出来: the thing was named before, which is no condition then.
        const thing = topic
        frame.conditions = frame.conditions.filter((one) => one.start !== thing.start && one.end !== thing.end)
        draft.borrowed = { ...thing, from: 'object-before' }
      }
      topic = undefined
      if (!frame.object && !draft.borrowed && frame.verb.form.length < 3) borrow(text, draft, last, lexicon)
      drafts.push(draft)
      waiting = []
      loose = []
      from = undefined
    }
  }
  if (drafts.length === 0 && loose.length > 0)
    drafts.push(
      ...fromStandards(
        text,
        clauses,
        loose,
        waiting.filter((one) => !idle.includes(one.start)),
        lexicon,
      ),
    )
  const last = drafts[drafts.length - 1]
  waiting = waiting.filter((one) => !idle.includes(one.start))
  if (last && waiting.length > 0 && last.frame.conditions.length === 0) {
    last.frame.conditions.push(...waiting)
    last.end = Math.max(last.end, waiting[waiting.length - 1]!.end)
  }
  return drafts
}

// 压铸机换模时间控制在45分钟以内: nothing but a standard, whose measured noun names the work.
function fromStandards(
  text: string,
  clauses: readonly Clause[],
  standards: readonly StandardMatch[],
  conditions: readonly Span[],
  lexicon: OpenLexicon,
): Draft[] {
  for (const clause of clauses.filter((one) => one.role === 'standard')) {
    const named =
      /^(.{2,14}?)的?(?:间距|尺寸|位置|表面)?(?:时间|用时|耗时|误差|偏差|精度|合格率|准确率|差错率|效率|成功率|及时率|完成率|不得|不能|不许|不超过)/u.exec(
        text.slice(clause.start, clause.end),
      )
    const work = named && readNounVerb(text, clause.start, clause.start + named[1]!.length, lexicon)
    if (!work) {
      const frame = readClause(text, clause.start, clause.end, lexicon)
      if (!frame.verb) continue
      return [{ frame, start: clauses[0]!.start, end: clauses[clauses.length - 1]!.end }]
    }
    const verb = { verb: work.verb.verb, form: work.verb.form, start: work.verb.start, end: work.verb.end, sure: true }
    const rest = standards.map((one) => (one.start < work.verb.end ? { ...one, start: work.verb.end } : one))
    const frame: Frame = {
      start: clause.start,
      end: clause.end,
      verb,
      conditions: [...conditions],
      standards: rest,
      ...(work.object ? { object: work.object } : {}),
    }
    return [{ frame, start: clauses[0]!.start, end: clauses[clauses.length - 1]!.end }]
  }
  return []
}

const measureOf = (standards: readonly StandardMatch[]) => {
  const measure = standards.find((one) => one.measure)?.measure
  return measure ? { measure } : {}
}

function attach(draft: Draft, standards: readonly StandardMatch[], end: number): void {
  draft.frame.standards.push(...standards)
  draft.end = Math.max(draft.end, end)
}

// 确保账实相符: all of the clause is the standard, its figure too.
function wholeStandard(text: string, clause: Clause, lexicon: OpenLexicon): StandardMatch[] {
  const frame = readClause(text, clause.start, clause.end, lexicon)
  return [{ start: clause.start, end: clause.end, ...measureOf(frame.standards) }]
}

/** An object that the sentence names elsewhere: in the condition (滤芯换完以后), or in the task before. */
function borrow(text: string, draft: Draft, last: Draft | undefined, lexicon: OpenLexicon): void {
  for (const condition of draft.frame.conditions) {
    const words = text
      .slice(condition.start, condition.end)
      .replace(/(?:的时候|以后|之后|之前|以前|时候|[后时前了])+$/, '')
      .replace(/[完好了到]+$/, '')
    // 夹具松了: the thing that something happened to.
    const broken = /^([\p{Script=Han}]{2,8}?)(?:[压撞摔碰磕烧卡拉挤冻泡磨打弄贴装夹码写发变]?[松坏断漏堵脏破旧空满歪偏裂停死锈钝烫热响慢抖反错])了/u.exec(text.slice(condition.start, condition.end))
    // 料车进来: the thing that came.
    const came = /^([\p{Script=Han}]{2,6})(?:[上下进出回过][来去])$/u.exec(text.slice(condition.start, condition.end))
    // 孩子哭了, 机器停机了: the thing, and a letter or a verb that says what it does.
    const state = /^([\p{Script=Han}]{3,8}?)着?了$/u.exec(text.slice(condition.start, condition.end))?.[1]
    const did = state === undefined || /^(?:听|看|发|没|不|要|如|一|自|出|到|[一二三两四五六七八九十])/.test(state) ? undefined : state.length > 4 && findVerbAt(state, state.length - 2, state.length, lexicon, false) ? 2 : state.length === 3 ? 1 : undefined
    const one = state !== undefined && did !== undefined && !bringsItsThing(draft.frame.verb?.form ?? '') && !/[的得不没把将被都也就完好]/.test(state) ? ([state, state.slice(0, -did)] as const) : undefined
    const thing = broken ?? came ?? one
    if (thing) {
      draft.borrowed = { start: condition.start, end: condition.start + thing[1]!.length, from: 'object-in-condition' }
      return
    }
    // 数量不对: what is amiss names no thing to work on.
    if (/不[\p{Script=Han}]{1,2}$/u.test(words)) continue
    if (/^(?:每|当|在|如|若|按|用|根据|收到|接到|发现|遇|碰到|看到|听到|没有)/.test(words)) continue
    for (let at = 2; at < words.length; at++) {
      const verb = findVerbAt(words, at, words.length, lexicon)
      if (verb?.end === words.length) {
        draft.borrowed = { start: condition.start, end: condition.start + at, from: 'object-in-condition' }
        return
      }
    }
  }
  const before = last?.frame.object ?? last?.borrowed
  if (before) draft.borrowed = { start: before.start, end: before.end, from: 'object-before' }
}
