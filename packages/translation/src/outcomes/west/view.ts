import type { Span } from '../../types.ts'
import type { OpenLexicon } from '../lexicon.ts'
import type { NormalText } from '../normalise.ts'
import { type Cues, type Judged, judgeWestern } from './kinds.ts'
import type { Clause } from './part.ts'
import { type ReadClause, spanOf } from './reading.ts'
import type { WesternSentence } from './sentences.ts'
import { speeches } from './speeches.ts'
import { westernFeatures } from './voice-features.ts'
import { toWords, type Word } from './words.ts'

export type ViewAsk = Readonly<{ normal: NormalText; sentence: WesternSentence; lexicon: OpenLexicon; language: 'en' | 'de' }>

/** A clause as the rules see it by itself: its words, what their cues say, what stands in it, and the kind that the rules would give it. */
export type ViewedClause = Readonly<{ from: number; to: number; start: number; end: number; said: string; before: string; judged: Judged; read: ReadClause; ruled: Clause['voice']; result: boolean; leaning: boolean; features: readonly string[] }>

/** The clauses of a sentence by the rules alone: what the learned reading of kinds is fitted on. */
export function viewClauses({ normal, sentence, lexicon, language }: ViewAsk): ViewedClause[] {
  const { cues, split, read, frames } = speeches[language]
  const words = toWords(normal.text, sentence.start, sentence.end)
  return split(words).map(({ from, to }): ViewedClause => {
    const { start, end } = spanOf(words, from, to)
    const said = normal.text.slice(start, end)
    const judged = judgeWestern({ words: said, cues, asks: sentence.asks, heading: sentence.under })
    const found = read({ words, from, to, lexicon, lacking: judged.lacking })
    const { parts, conditions, standards, clause } = found
    const leaning = clause !== undefined || (conditions.length + standards.length > 0 && coversAll({ start, end }, [...conditions, ...standards], normal.text))
    // and nothing may wobble: behind a task, how it has to turn out.
    const result = from > 0 && cues.result.test(said) && (!parts.some((one) => one.verb.sure) || /^(?:nothing|nichts|nix|kein|es darf|da darf)/i.test(said))
    // wenn gestern …, warum … war: a clause that only leans is no story.
    const ruled = leaning && (judged.voice === 'noise' || judged.voice === 'trait') && parts.length === 0 ? 'context' : voiceOf(judged, parts, cues, normal.text, start, sentence.asks, from > 0)
    const features = westernFeatures(words.slice(from, to), said, frames, { judged, parts, standards, asks: sentence.asks, heading: sentence.under })
    return { from, to, start, end, said, before: lowBefore(words, from), judged, read: found, ruled, result, leaning, features }
  })
}

const lowBefore = (words: readonly Word[], from: number) => words[from - 1]?.low ?? ''

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
