import type { ContentLanguage, Reason } from '@guildhall/kernel'
import type { Link, OutcomeDraft, SearchIndex, Span, Statement, StatementKind } from '../types.ts'
import { listClauses } from './clauses.ts'
import { asksSomething, type Clause } from './judge.ts'
import { draftOutcomes } from './drafts.ts'
import { toInstead } from './instead.ts'
import type { KindModel } from './kind-model.ts'
import type { OpenLexicon } from './lexicon.ts'
import { findLinks, sortLinks, remembered } from './links.ts'
import type { OutcomeMemory } from './memory.ts'
import { type NormalText, toOriginal } from './normalise.ts'
import { toOutcome } from './outcome.ts'
import type { OutcomeReasonCode } from './reasons.ts'
import type { Sentence } from './segment.ts'

export type SentenceContext = Readonly<{
  normal: NormalText
  lexicon: OpenLexicon
  index: SearchIndex | undefined
  memory: OutcomeMemory | undefined
  sentence: Sentence
  language: ContentLanguage
  kinds?: KindModel
}>

type Group = { kind: StatementKind; negated: boolean; clauses: Clause[] }

/** The statements of a Chinese sentence: neighbouring clauses of one kind, with what leans on them, and their outcomes. */
export function readSentence(context: SentenceContext): Statement[] {
  const { normal, lexicon, sentence } = context
  return groupClauses(normal.text, listClauses(normal.text, sentence, lexicon, context.kinds)).map((group) => toStatement(group, context))
}

function groupClauses(text: string, clauses: readonly Clause[]): Group[] {
  const groups: Group[] = []
  let waiting: Clause[] = []
  const flush = () => {
    const asks = waiting.some(
      (one) => asksSomething(text, one) || (one.role === 'standard' && /\d|[一二两三四五六七八九十]/.test(text.slice(one.start, one.end))),
    )
    const last = groups[groups.length - 1]
    if (waiting.length > 0 && !asks && last?.kind === 'noise') last.clauses.push(...waiting)
    else if (waiting.length > 0) groups.push({ kind: asks ? 'task' : 'noise', negated: false, clauses: waiting })
    waiting = []
  }
  for (const [i, clause] of clauses.entries()) {
    const last = groups[groups.length - 1]
    const works =
      last &&
      !last.negated &&
      (last.kind === 'task' || last.kind === 'requirement') &&
      last.clauses.some((one) => one.role === last.kind && !one.reasons.includes('formal-requirement'))
    if (clause.role === 'standard' || clause.role === 'condition' || clause.role === 'context') {
      const next = clauses.slice(i + 1).find((one) => one.role !== 'condition' && one.role !== 'context' && one.role !== 'standard')
      // 加班另算 between two offers is one of them.
      if (
        last &&
        waiting.length === 0 &&
        !works &&
        clause.role === 'context' &&
        last.kind !== 'noise' &&
        (next ? next.role === last.kind : clause.end - clause.start <= 8)
      ) {
        last.clauses.push(clause)
        continue
      }
      // 脾气好，不跟客人红脸: what one does not do, said of a person.
      if (
        last &&
        waiting.length === 0 &&
        !works &&
        /^(?:trait|requirement)$/.test(last.kind) &&
        !last.negated &&
        clause.end - clause.start <= 10 &&
        /^[不没无]/.test(text.slice(clause.start))
      ) {
        last.clauses.push(clause)
        continue
      }
      const followed = clauses.slice(i + 1).find((one) => one.role !== 'condition' && one.role !== 'context')
      const leansForward =
        clause.role !== 'standard' &&
        followed !== undefined &&
        !followed.negated &&
        (followed.role === 'task' || followed.role === 'requirement')
      if (
        !leansForward &&
        works &&
        waiting.length === 0 &&
        (clause.role !== 'context' || clause.end - clause.start <= 8 || /就|不然|否则|要不|免得/.test(text.slice(clause.start, clause.end)))
      )
        last.clauses.push(clause)
      else waiting.push(clause)
      continue
    }
    const leans = !clause.negated && (clause.role === 'task' || clause.role === 'requirement')
    if (!leans || clause.reasons.includes('voiced-as-lack') || waiting.some((one) => one.role === 'context' && one.end - one.start > 14))
      flush()
    // 先数箱数，别一声不吭就签收: what is not to be done stands for itself behind what is.
    const done = last?.clauses.findLast((one) => one.role === 'task')
    const turns = clause.role === 'task' && done !== undefined && !clause.forbids !== !done.forbids && !(done.forbids?.when && !clause.forbids)
    if (last && !turns && groups[groups.length - 1] === last && last.kind === clause.role && last.negated === clause.negated) {
      last.clauses.push(...waiting, clause)
    } else groups.push({ kind: clause.role, negated: clause.negated, clauses: [...waiting, clause] })
    waiting = []
  }
  flush()
  return mergeTalk(groups)
}

// Talk beside talk is one statement.
const mergeTalk = (groups: readonly Group[]): Group[] =>
  groups.reduce<Group[]>((merged, group) => {
    const last = merged[merged.length - 1]
    if (last?.kind === 'noise' && group.kind === 'noise') last.clauses.push(...group.clauses)
    else merged.push(group)
    return merged
  }, [])

/** One acceptance of the same words, or of words that stand within. */
const knownAsDemand = 0.55

function toStatement(group: Group, context: SentenceContext): Statement {
  const { normal, lexicon } = context
  const span: Span = { start: group.clauses[0]!.start, end: group.clauses[group.clauses.length - 1]!.end }
  const reasons = [...new Set(group.clauses.flatMap((clause) => clause.reasons))].map((code): Reason<OutcomeReasonCode> => ({ code }))
  // What sounds like mere talk and was accepted as a demand before, is one.
  const known = group.kind === 'noise' && !group.negated ? remembered({ ...context, span }).filter((link) => link.score >= knownAsDemand) : []
  if (known.length > 0) return { ...toOriginal(normal, span.start, span.end), kind: 'task', links: known, outcomes: [], reasons }
  const speaks = !group.negated && (group.kind === 'task' || group.kind === 'requirement')
  // A trait may well be a key competence: it is tied to it, and still makes no outcome.
  const tied = group.kind === 'trait' ? linksOf([span], { ...context, index: undefined }) : []
  if (!speaks) return { ...toOriginal(normal, span.start, span.end), kind: group.kind, links: tied, outcomes: [], reasons }
  const { own, alone } = placeForbidden(group.clauses.filter((clause) => !clause.reasons.includes('formal-requirement')))
  const drafts = draftOutcomes(normal.text, own, lexicon)
  const links = linksOf(drafts.length > 0 ? [...drafts, span] : [span], context)
  const outcomes = [
    ...drafts.map((draft) => toOutcome(draft, { normal, lexicon, links })),
    ...alone.map((clause) => toInstead(clause, { normal, lexicon })),
  ].filter((one): one is OutcomeDraft => one !== undefined)
  const tiedTo = new Set(links.map((link) => link.concept))
  const turned = outcomes.flatMap((one) => one.links.filter((link) => !tiedTo.has(link.concept)))
  return {
    ...toOriginal(normal, span.start, span.end),
    kind: group.kind,
    links: [...links, ...turned],
    outcomes,
    reasons: alone.length > 0 ? reasons : reasons.filter((one) => one.code !== 'says-what-not-to-do'),
  }
}

/**
 * Where what is forbidden belongs: before a task it only says when (尺寸不对别闷着，马上停); else it is left for itself.
 */
function placeForbidden(clauses: readonly Clause[]): { own: Clause[]; alone: Clause[] } {
  const own: Clause[] = []
  const alone: Clause[] = []
  for (const [i, clause] of clauses.entries()) {
    const { forbids, ...plain } = clause
    const tasks = (one: Clause) => !one.forbids && (one.role === 'task' || one.role === 'requirement')
    if (!forbids) own.push(clause)
    else if (clauses.slice(i + 1).some(tasks)) {
      if (forbids.when) own.push({ ...plain, ...forbids.when, role: 'condition', reasons: [] })
    } else alone.push(clause)
  }
  return { own, alone }
}

// Each outcome asks for itself: a long statement would drown its parts.
export function linksOf(spans: readonly Span[], { normal, lexicon, index, memory, language }: SentenceContext): Link[] {
  const best = new Map<string, Link>()
  for (const span of spans) {
    for (const link of findLinks({ normal, span, language, lexicon, index, memory, top: 5 })) {
      const known = best.get(link.concept)
      if (!known || known.score < link.score)
        best.set(link.concept, known ? { ...link, evidence: [...link.evidence, ...known.evidence] } : link)
    }
  }
  return sortLinks([...best.values()]).slice(0, 10)
}
