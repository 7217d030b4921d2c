import type { KindModel } from '../kind-model.ts'
import { hearWestern } from './hear.ts'
import type { Clause } from './part.ts'
import { speeches } from './speeches.ts'
import { type ViewAsk, viewClauses } from './view.ts'
import { toWords } from './words.ts'

/** The clauses of a sentence, each with what it is, and what stands in it. */
export function listClauses(ask: ViewAsk & Readonly<{ kinds?: KindModel | undefined }>): Clause[] {
  const { cues, model, read } = speeches[ask.language]
  const words = toWords(ask.normal.text, ask.sentence.start, ask.sentence.end)
  const views = viewClauses(ask)
  const voices = hearWestern(views, ask.kinds ?? model, ask.sentence.asks)
  return views.map(({ from, to, start, end, said, before, judged, read: found, ruled, result, leaning }, i): Clause => {
    const { clause } = found
    if (result) return { start, end, voice: 'context', parts: [], conditions: [], standards: [{ start, end }], leaning: true, lacking: false, welcome: false }
    // Something is to be done, though no build of a clause shows what: then any verb that is known says it.
    const loose = voices[i] === 'task' && found.parts.length === 0 && !clause ? read({ words, from, to, lexicon: ask.lexicon, lacking: judged.lacking, loosely: true }) : found
    const { parts, conditions, standards } = loose
    const voice = voices[i] === 'task' && parts.length === 0 ? ruled : voices[i]!
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
      asking: cues.duty.test(said) || /^(?:but|aber|sondern|doch|nur|just|only)$/.test(before),
      personal: cues.personal.test(said) && parts.length > 0,
      listed: cues.listed.test(said),
    }
  })
}
