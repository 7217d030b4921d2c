import type { Reason } from '@guildhall/kernel'
import type { Span, Statement, StatementKind } from '../../types.ts'
import { toOriginal } from '../normalise.ts'
import type { OutcomeReasonCode } from '../reasons.ts'
import { linksOf, type SentenceContext } from '../sentence.ts'
import { readGerman } from './de/read.ts'
import { germanCues } from './de/kinds.ts'
import { splitGerman } from './de/split.ts'
import { toWesternOutcome } from './dress.ts'
import { englishCues } from './en/kinds.ts'
import { readEnglish } from './en/read.ts'
import { splitEnglish } from './en/split.ts'
import { type Group, groupClauses } from './groups.ts'
import { type Cues, type Judged, judgeWestern } from './kinds.ts'
import type { Clause } from './part.ts'
import { spanOf } from './reading.ts'
import type { WesternSentence } from './sentences.ts'
import { toWords } from './words.ts'

const speeches = {
  en: { cues: englishCues, split: splitEnglish, read: readEnglish },
  de: { cues: germanCues, split: splitGerman, read: readGerman },
} as const

type Context = SentenceContext & Readonly<{ sentence: WesternSentence; language: 'en' | 'de' }>

/** The statements of an English or German sentence: its clauses by kind, each with its outcomes. */
export function readWestern(context: Context): Statement[] {
  return groupClauses(listClauses(context)).map((group) => toStatement(group, context))
}

function listClauses({ normal, sentence, lexicon, language }: Context): Clause[] {
  const { cues, split, read } = speeches[language]
  const words = toWords(normal.text, sentence.start, sentence.end)
  return split(words).map(({ from, to }): Clause => {
    const { start, end } = spanOf(words, from, to)
    const judged = judgeWestern({ words: normal.text.slice(start, end), cues, asks: sentence.asks, heading: sentence.under })
    const { parts, conditions, standards, clause } = read({ words, from, to, lexicon, lacking: judged.lacking })
    const leaning = clause !== undefined || (conditions.length + standards.length > 0 && coversAll({ start, end }, [...conditions, ...standards], normal.text))
    // wenn gestern …, warum … war: a clause that only leans is no story.
    // and nothing may wobble: behind a task, how it has to turn out.
    if (from > 0 && cues.result.test(normal.text.slice(start, end)) && (!parts.some((one) => one.verb.sure) || /^(?:nothing|nichts|nix|kein|es darf|da darf)/i.test(normal.text.slice(start, end))))
      return { start, end, voice: 'context', parts: [], conditions: [], standards: [{ start, end }], leaning: true, lacking: false, welcome: false }
    const voice = leaning && (judged.voice === 'noise' || judged.voice === 'trait') && parts.length === 0 ? 'context' : voiceOf(judged, parts, cues, normal.text, start, sentence.asks, from > 0)
    const said = normal.text.slice(start, end)
    return {
      start,
      end,
      voice,
      parts: voice === 'task' || voice === 'requirement' ? parts : [],
      conditions,
      standards,
      ...(clause ? { clause } : {}),
      lacking: judged.lacking,
      welcome: judged.welcome,
      leaning,
      asking: cues.duty.test(said) || /^(?:but|aber|sondern|doch|nur|just|only)$/.test(words[from - 1]?.low ?? ''),
      personal: cues.personal.test(said) && parts.length > 0,
      listed: cues.listed.test(said),
    }
  })
}

// Whether nothing but the circumstances and small change is left of a clause.
function coversAll(whole: Span, spans: readonly Span[], text: string): boolean {
  let left = whole.end - whole.start
  for (const one of spans) left -= one.end - one.start
  return left <= 4 || !/\p{L}/u.test(text.slice(whole.start, whole.end)) || left * 5 < whole.end - whole.start
}

function voiceOf({ voice }: Judged, parts: Clause['parts'], cues: Cues, text: string, from: number, asks: boolean, inner: boolean): Clause['voice'] {
  // Answer mails in a friendly manner: a word of attitude within a task makes it no trait.
  const cue = cues.trait.exec(text.slice(from, parts[parts.length - 1]?.end ?? from))
  const over = (span: Span | undefined) => cue !== null && span !== undefined && span.start < from + cue.index + cue[0].length && from + cue.index < span.end
  const works = (one: Clause['parts'][number]) => one.verb.sure && one.object && !one.nominal && !over(one.object) && !over(one.verb)
  if (voice === 'trait' && parts.some(works)) return 'task'
  // process the insurance claims, clean the filter again: a plain verb with its object says more than a cue word beside it.
  const said = text.slice(from, parts[parts.length - 1]?.end ?? from)
  const clear = (pattern: RegExp, within = false) => {
    const hit = pattern.exec(said)
    const [start, end] = [from + (hit?.index ?? 0), from + (hit?.index ?? 0) + (hit?.[0].length ?? 0)]
    // Overtime is paid, shoes are provided: what is given is an offer, whatever is done with such things else.
    return parts.some((one) => one.verb.sure && one.object && !(pattern === cues.offer && /^(?:pay|provide|recommend|operate|receive)$/.test(one.verb.verb.id)) && !one.nominal && !(one.verb.start < end && start < one.verb.end) && (within || !(one.object.start < end && start < one.object.end)))
  }
  if (voice === 'offer' && !cues.hardNoise.test(said) && (clear(cues.offer, true) || (cues.duty.test(said) && cues.offerAsWork.test(said)))) return 'task'
  if (voice === 'noise' && !asks && !cues.hardNoise.test(said) && clear(cues.noise.test(said) ? cues.noise : cues.story, true)) return 'task'
  if (voice === 'formal' && parts.some(works) && !cues.formalAnyway.test(text.slice(parts[0]!.start, parts[parts.length - 1]!.end))) return 'task'
  // nicht zu hoch, never by hand: without a verb it only leans.
  if (voice === 'forbidden' && parts.length === 0 && inner) return 'context'
  if (voice !== 'open') return voice
  if (parts.length === 0) return 'context'
  return parts.every((one) => one.knowing) ? 'requirement' : 'task'
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
