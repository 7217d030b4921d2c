import type { StandardMatch } from '../standard.ts'
import type { Judged } from './kinds.ts'
import type { Part, Voice } from './part.ts'
import type { Word } from './words.ts'

/** What an English or German clause may be, for the learned reading: `work` is anything to be done or known. */
export const westernVoices = ['work', 'formal', 'trait', 'offer', 'noise', 'unneeded', 'forbidden'] as const satisfies readonly (Voice | 'work')[]
export type WesternVoice = (typeof westernVoices)[number]

/** What the rules saw of a clause: their cue, the verbs they read, and what else they found. */
export type WesternView = Readonly<{ judged: Judged; parts: readonly Part[]; standards: readonly StandardMatch[]; asks: boolean; heading: 'offer' | 'profile' | 'tasks' | undefined }>

/** Yes-or-no questions about the build of a clause: closed classes of function words and grammatical frames, no list of what sentences happened to say. */
export type Frames = readonly (readonly [string, RegExp])[]

/**
 * The features of a clause: its words, their neighbours, their beginnings and ends, the frames of its language, and what the rules saw. Presence only.
 * @example westernFeatures(wordsOf('paid overtime'), englishFrames, view) // includes 'w:paid', 'b:paid overtime', 'e:time', 'c:offer'
 */
export function westernFeatures(words: readonly Word[], text: string, frames: Frames, view: WesternView): string[] {
  const found = new Set<string>()
  const lows = words.filter((one) => one.kind !== 'mark').map((one) => (one.kind === 'number' ? '#' : one.low))
  for (const [i, low] of lows.entries()) {
    found.add(`w:${low}`)
    found.add(`b:${lows[i - 1] ?? '^'} ${low}`)
    if (low.length >= 5) found.add(`s:${low.slice(0, 4)}`).add(`e:${low.slice(-4)}`).add(`e:${low.slice(-3)}`)
    // Within a long word: the parts of a compound, an ending before a case.
    if (low.length >= 8) for (let at = 1; at + 5 <= low.length; at++) found.add(`g:${low.slice(at, at + 5)}`)
  }
  found.add(`b:${lows[lows.length - 1] ?? '^'} $`)
  for (const [name, frame] of frames) if (frame.test(text)) found.add(`f:${name}`)
  found.add(`c:${view.judged.voice}`)
  if (view.judged.lacking) found.add('c:lacking')
  if (view.asks) found.add('x:asks')
  if (view.heading) found.add(`h:${view.heading}`)
  found.add(`r:${workOf(view.parts)}`)
  if (view.standards.length > 0) found.add('x:standard')
  found.add(`n:${lows.length <= 2 ? 'short' : lows.length <= 5 ? 'middle' : 'long'}`)
  return [...found]
}

/** What the rules said goes by names of its own, so that a fit can be asked to do without it. */
export const isOfRules = (feature: string): boolean => /^[cr]:/.test(feature)

function workOf(parts: readonly Part[]): string {
  if (parts.length === 0) return 'none'
  const sure = parts.find((one) => one.verb.sure && one.object) ?? parts.find((one) => one.verb.sure) ?? parts[0]!
  return `${sure.knowing ? 'knows' : sure.nominal ? 'nominal' : 'verb'}-${sure.verb.sure ? 'sure' : 'guess'}-${sure.object ? 'object' : 'bare'}`
}
