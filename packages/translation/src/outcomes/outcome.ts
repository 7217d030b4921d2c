import type { LocalizedText } from '@guildhall/kernel'
import type { Link, OutcomeDraft, Provenance, Slot, Span, Standard } from '../types.ts'
import { compose } from './compose.ts'
import type { Draft } from './drafts.ts'
import { evidenceNames, findEvidence } from './evidence.ts'
import { findLevel } from './level.ts'
import type { LexiconItem, OpenLexicon, Verb } from './lexicon.ts'
import { objectOfLabel } from './label-object.ts'
import { type NormalText, toOriginal } from './normalise.ts'

type Context = Readonly<{ normal: NormalText; lexicon: OpenLexicon; links: readonly Link[] }>

/** Dresses a draft: slots with where they come from, level, evidence form, sentence. */
export function toOutcome(draft: Draft, context: Context): OutcomeDraft | undefined {
  const { normal, lexicon } = context
  const { frame } = draft
  const span = toOriginal(normal, draft.start, draft.end)
  const links = context.links.filter((link) => link.evidence.some((one) => one.start < span.end && span.start < one.end))
  const item = links.map((link) => (link.sure ? lexicon.item(link.concept) : undefined)).find((one) => one !== undefined)
  const action = findAction(draft, context, item)
  if (!action) return undefined
  const object = findObject(draft, context, item)
  if (!object || (!asksWhat(frame, action.verb, object.value.zh ?? '') && clauseInside.test(object.value.zh ?? ''))) return undefined
  const condition = joinSpans(frame.conditions)
  const standard = joinSpans(frame.standards)
  const measure = frame.standards.find((one) => one.measure)?.measure
  const words = normal.text.slice(draft.start, draft.end)
  const objectWords = object.value.zh ?? ''
  const level = findLevel({
    words,
    lead: frame.lacking || !frame.verb ? '' : normal.text.slice(draft.start, Math.max(draft.start, frame.verb.start)),
    verb: action.verb,
    ...(frame.verb?.pair ? { pair: frame.verb.pair } : {}),
    ...(item ? { item } : {}),
  })
  const form = findEvidence(action.verb, objectWords, item)
  const conditionSlot: Slot<LocalizedText> | undefined = condition && {
    value: { zh: shown(normal, condition) },
    from: fromSpan(normal, condition),
    grade: 'sure',
  }
  const standardSlot: Slot<Standard> | undefined = standard && {
    value: { text: { zh: shown(normal, standard) }, ...(measure ? { measure } : {}) },
    from: fromSpan(normal, standard),
    grade: measure ? 'sure' : 'likely',
  }
  const independent = level.reasons.some((reason) => reason.code === 'independently')
  const knowledge = frame.knowing !== undefined && action.verb.id === 'explain'
  const pairText = frame.verb && object.from.kind === 'span' && !frame.lacking ? shown(normal, frame.verb) : undefined
  const { text: actionText } = action.slot.value
  const pair = pairText && pairText !== actionText.zh ? { zh: pairText } : undefined
  return {
    span,
    kind: item?.kind === 'key' ? 'key' : knowledge ? 'knowledge' : 'skill',
    action: pair ? { ...action.slot, value: { ...action.slot.value, pair } } : action.slot,
    object,
    independent,
    ...(conditionSlot ? { condition: conditionSlot } : {}),
    ...(standardSlot ? { standard: standardSlot } : {}),
    level,
    evidence: {
      value: { form, text: evidenceNames[form] },
      from: { kind: 'default', id: `${action.verb.class}/${form}` },
      grade: frame.verb?.sure ? 'likely' : 'guess',
    },
    links,
    text: compose({
      action: pair ?? actionText,
      ...(Object.keys(object.value).length > 0 ? { object: object.value } : {}),
      ...(conditionSlot ? { condition: conditionSlot.value } : {}),
      ...(standardSlot ? { standard: standardSlot.value.text } : {}),
      independent,
    }),
  }
}

function findAction(
  draft: Draft,
  { normal, lexicon }: Context,
  item: LexiconItem | undefined,
): { verb: Verb; slot: OutcomeDraft['action'] } | undefined {
  const { verb: found, knowing } = draft.frame
  if (!found) return undefined
  // 掌握二保焊: the competence says what one does with it; without one, it is used.
  const masters = knowing && knowing.start === found.start && /掌握|精通|会|运用|应用/.test(found.form)
  const verb = masters ? (lexicon.verb(item?.verb ?? 'use') ?? found.verb) : byObject(found.verb, draft, normal, lexicon)
  const from: Provenance = masters && item ? { kind: 'lexicon', id: item.id } : fromSpan(normal, { start: found.start, end: found.end })
  return {
    verb,
    slot: {
      value: { verb: verb.id, text: { zh: found.form, en: verb.en[0]!, de: verb.de[0]! } },
      from,
      grade: found.sure ? 'sure' : 'likely',
    },
  }
}

const lookingFor = new Set(['inspect', 'search', 'read', 'identify', 'observe', 'ask', 'fix', 'confirm', 'test', 'understand', 'check'])

// 查停线原因: looking for a cause is diagnosing, whatever the word for looking.
function byObject(verb: Verb, draft: Draft, normal: NormalText, lexicon: OpenLexicon): Verb {
  const { object } = draft.frame
  if (!object) return verb
  const words = normal.text.slice(object.start, object.end)
  // 补蒸馏水: a liquid is filled up, not mended.
  if (draft.frame.verb?.form === '补' && /[水油液料货气剂]$/.test(words)) return lexicon.verb('refill') ?? verb
  if (!lookingFor.has(verb.id)) return verb
  if (/(?:代码|资料|手册|价格|库存|订单|物流|快递|进度|信息|记录|档案|号码|地址|余额|政策|参数表?)$/.test(words) && verb.id === 'inspect')
    return lexicon.verb('look-up') ?? verb
  return /(?:原因|毛病|根源|病因|故障|故障点|漏点|问题出在.*|哪里.*坏.*)$/.test(words) ? (lexicon.verb('diagnose') ?? verb) : verb
}

function findObject(draft: Draft, { normal, lexicon }: Context, item: LexiconItem | undefined): OutcomeDraft['object'] | undefined {
  const { object, verb } = draft.frame
  // 换刀: the noun inside the verb has no place of its own.
  const inside = object && verb && object.start >= verb.start && object.end <= verb.end
  if (object)
    return {
      value: { zh: shown(normal, object) },
      from: inside ? { kind: 'default', id: 'object-in-verb' } : fromSpan(normal, object),
      grade: verb?.sure ? 'sure' : 'likely',
    }
  const named = item && objectOfLabel(item, lexicon)
  // 开叉车: the noun of the verb is the object already.
  const noun = verb && verb.form.length > 2 ? verb.form.slice(1) : undefined
  if (noun && named?.zh?.startsWith(noun)) return { value: { ...named, zh: noun }, from: { kind: 'default', id: 'object-in-verb' }, grade: 'sure' }
  if (item && named?.zh) return { value: named, from: { kind: 'lexicon', id: item.id }, grade: 'likely' }
  if (draft.borrowed)
    return { value: { zh: shown(normal, draft.borrowed) }, from: { kind: 'default', id: draft.borrowed.from }, grade: 'guess' }
  // An action without any object stands only where its word says enough by itself: 盘点, 编程.
  // To understand or to explain nothing in particular says nothing.
  if (verb?.verb.class === 'understand' && !/[图表谱单]$/.test(verb.form)) return undefined
  // 拿卡尺量: what it is done with says as much.
  const says = draft.frame.lacking || draft.frame.standards.length > 0
  const means = draft.frame.conditions.some((one) => verb && one.end <= verb.start && /^[用拿使借按靠凭]/.test(normal.text.slice(one.start, one.end)))
  return verb && (verb.form.length > 1 || means || (says && verb.sure)) ? { value: {}, from: { kind: 'default', id: 'no-object' }, grade: 'guess' } : undefined
}

// 货全靠老员工记性, 晚到不行: an object that holds a clause of its own was misread, and a clumsy outcome helps nobody.
const clauseInside = /^就|不$|才$|(?:什么|啥|哪)$|^[退关拉推转放对了]$|谁|^[\d一二两三四五六七八九十百半几]+个?(?:多)?(?:分钟|小时|秒|天|周|月|年|块钱?|元|万)|全靠|全凭|就(?:是|要|得|能|会|行)|才(?:能|会|行|准|可以)|都(?:不|没|要|会|能)|^不(?!锈|良|合格|同|符合|平)|怎么(?!样)|[我你]不|看看|还[\p{Script=Han}]不|干嘛|自己[\p{Script=Han}]/u

// 说得清谁没到, 判断卡在哪一段: what is to be told or found out may well be a question.
const answers = new Set(['explain', 'report', 'write', 'identify', 'distinguish', 'diagnose', 'analyse', 'confirm', 'look-up', 'understand', 'decide', 'record', 'plan'])
const asksWhat = (frame: Draft['frame'], verb: Verb, object: string): boolean =>
  (frame.knowing !== undefined && verb.id === 'explain') ||
  (answers.has(verb.id) && /为(?:什么|啥)|怎么|如何|什么|[谁哪啥几]|多[少大长]|是不是|有没有|是[^，]+还是/.test(object) && !/我|自己/.test(object))

const fromSpan = (normal: NormalText, span: Span): Provenance => ({ kind: 'span', ...toOriginal(normal, span.start, span.end) })
const shown = (normal: NormalText, span: Span) => normal.shown.slice(span.start, span.end)

// Several in one outcome are shown as one stretch only where they touch; else the first, which stands nearest to the verb's own words.
function joinSpans(spans: readonly Span[]): Span | undefined {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let joined = sorted[0]
  for (const one of sorted.slice(1))
    if (joined && one.start <= joined.end + 2) joined = { start: joined.start, end: Math.max(joined.end, one.end) }
  return joined
}
