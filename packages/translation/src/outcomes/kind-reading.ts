import type { Span } from '../types.ts'
import { hearAlong } from './chain.ts'
import { featuresOf, type RuleView, type Voice, voices } from './kind-features.ts'
import { type KindModel, scoresOf } from './kind-model.ts'

export type VoiceScores = Readonly<Record<Voice, number>>

// How likely the next clause is of another voice than this one, against staying: offers come in rows, and so do attitudes.
const change = 0.15
// A clause that only says when or how well tells little of what is said.
const faint = 0.4

export type Heard = Readonly<{
  /** How likely each voice is, the rest of the sentence heard as well. */
  scores: VoiceScores
  /** The voice on the likeliest path through the whole sentence, and the likeliest of those that ask for nothing to be done. */
  voice: Voice
  idle: Voice
}>

/**
 * Hears each clause of a sentence. The clauses are a chain: what stands before and behind counts too, so that a clause which could be anything takes the
 * voice of its sentence. A colon breaks the chain.
 * @example readVoices(text, [{ start: 0, end: 4 }], [view], kindModel)[0].scores.offer // 0.98 for 五险一金
 */
export function readVoices(text: string, spans: readonly Span[], views: readonly RuleView[], model: KindModel): Heard[] {
  const heard: Heard[] = []
  let from = 0
  for (const [i, span] of spans.entries()) {
    if (i + 1 < spans.length && !text.slice(span.end, spans[i + 1]!.start).includes('：')) continue
    heard.push(...readChain(text, spans.slice(from, i + 1), views.slice(from, i + 1), model))
    from = i + 1
  }
  return heard
}

function readChain(text: string, spans: readonly Span[], views: readonly RuleView[], model: KindModel): Heard[] {
  const alone = spans.map((span, i) => {
    const scores = scoresOf(model, featuresOf(text.slice(span.start, span.end), views[i]!))
    const power = leaning.has(views[i]!.role) ? faint : 1
    return voices.map((voice) => scores[voice] ** power)
  })
  return hearAlong(alone, change).map(({ share, path }) => ({
    scores: Object.fromEntries(voices.map((voice, k) => [voice, share[k]!])) as Record<Voice, number>,
    voice: best(path, () => true),
    idle: best(path, (voice) => voice !== 'work'),
  }))
}

const leaning = new Set(['condition', 'standard', 'context'])
const best = (path: readonly number[], fits: (voice: Voice) => boolean): Voice =>
  voices.reduce((so, voice, k) => (fits(voice) && (!fits(so) || path[k]! > path[voices.indexOf(so)]!) ? voice : so))

const choice = /^[\p{Script=Han}]{0,6}?(?:有没有|能不能|会不会|可不可以|是不是|要不要|行不行|愿不愿意?)/u
const particle = /[吗呢]$/

/** Whether a sentence asks the reader something: 学生会不会开叉车？ What asks for an answer asks for no ability, unless it complains of a lack. */
export function isQuestion(text: string, sentence: Span): boolean {
  const words = text.slice(sentence.start, sentence.end)
  const after = text.slice(sentence.end).match(/^["'”’\s)]*[？！]*/)?.[0] ?? ''
  return after.includes('？') || particle.test(words) || (choice.test(words) && !/，|都(?:行|可以?|成|好)|无所谓|没关系|不要紧|不打紧|不作?要求|不限|不论/.test(words))
}
