import type { Reason } from '@guildhall/kernel'
import type { Statement, StatementKind } from '../../types.ts'
import { toOriginal } from '../normalise.ts'
import type { OutcomeReasonCode } from '../reasons.ts'
import { linksOf, type SentenceContext } from '../sentence.ts'
import { listClauses } from './clauses.ts'
import { toWesternOutcome } from './dress.ts'
import { type Group, groupClauses } from './groups.ts'
import type { Clause } from './part.ts'
import type { WesternSentence } from './sentences.ts'

type Context = SentenceContext & Readonly<{ sentence: WesternSentence; language: 'en' | 'de' }>

/** The statements of an English or German sentence: its clauses by kind, each with its outcomes. */
export function readWestern(context: Context): Statement[] {
  return groupClauses(listClauses(context)).map((group) => toStatement(group, context))
}

const kinds = {
  task: 'task', requirement: 'requirement', formal: 'requirement', trait: 'trait', offer: 'offer', noise: 'noise', unneeded: 'requirement', forbidden: 'task', context: 'noise',
} as const satisfies Record<Clause['voice'], StatementKind>

function toStatement({ voice, clauses, parts }: Group, context: Context): Statement {
  const { normal, lexicon, language } = context
  const span = { start: clauses[0]!.start, end: clauses[clauses.length - 1]!.end }
  const reasons: Reason<OutcomeReasonCode>[] = []
  if (voice === 'unneeded') reasons.push({ code: 'not-needed' })
  if (voice === 'formal') reasons.push({ code: 'formal-requirement' })
  if (voice === 'forbidden') reasons.push({ code: 'says-what-not-to-do' })
  if (clauses.some((one) => one.lacking)) reasons.push({ code: 'voiced-as-lack' })
  if (clauses.some((one) => one.welcome)) reasons.push({ code: 'welcome-not-required' })
  const kind = voice === 'unneeded' && clauses.some((one) => one.personal) ? 'task' : kinds[voice]
  const place = toOriginal(normal, span.start, span.end)
  if (voice !== 'task' && voice !== 'requirement') {
    const tied = voice === 'trait' ? linksOf([span], { ...context, index: undefined }) : []
    return { ...place, kind, links: tied, outcomes: [], reasons }
  }
  const links = linksOf(parts.length > 0 ? [...parts, span] : [span], context)
  const told = !clauses.some((clause) => clause.asking || clause.lacking)
  const outcomes = parts.flatMap((part, i) => {
    const outcome = toWesternOutcome({ part, before: parts.slice(0, i).findLast((one) => one.object)?.object, language, normal, lexicon, links })
    if (!outcome) return []
    // "She cooks": without any thing, circumstance or word of duty, a verb alone helps nobody.
    const bare = told && !part.nominal && !part.borrows && Object.keys(outcome.object.value).length === 0 && !outcome.condition && !outcome.standard
    return bare ? [] : [outcome]
  })
  return { ...place, kind, links, outcomes, reasons }
}
