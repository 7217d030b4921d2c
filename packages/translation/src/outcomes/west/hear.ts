import { hearAlong } from '../chain.ts'
import { type KindModel, sharesOf } from '../kind-model.ts'
import type { Voice } from './part.ts'
import type { ViewedClause } from './view.ts'
import { type WesternVoice, westernVoices } from './voice-features.ts'

// How likely the next clause is of another voice than this one, against staying: offers come in rows, and so do attitudes.
const change = 0.3
// A clause that only says when or how well tells little of what is said.
const faint = 0.4

/** What each clause of a sentence is: the rules decide where the learned reading does not plainly hear something else. */
export function hearWestern(views: readonly ViewedClause[], model: KindModel, asks: boolean): Voice[] {
  const heard = hearVoices(views, model)
  return views.map((view, i) => choose(view, heard[i]!, asks, views.length === 1))
}

/** How likely each voice is for each clause, its neighbours heard too. */
export function hearVoices(views: readonly ViewedClause[], model: KindModel): Readonly<Record<WesternVoice, number>>[] {
  const alone = views.map(({ features, leaning, result }) => sharesOf(model, features).map((one) => (leaning || result ? one ** faint : one)))
  return hearAlong(alone, change).map(({ share }) => Object.fromEntries(westernVoices.map((voice, k) => [voice, share[k]!])) as Record<WesternVoice, number>)
}

// Below `quiet` nothing is to be done by a clause that the rules took for work; above `loud` something is by one that they took for talk.
const quiet = 0.25
const loud = 0.6
// Among idle voices another one is believed from here on; where the rules see nothing at all, the more easily the fewer neighbours the clause could lean on.
const other = 0.6
const amongMany = 0.8
const byItself = 0.4

function choose({ ruled, read, judged, leaning, result }: ViewedClause, heard: Readonly<Record<WesternVoice, number>>, asks: boolean, single: boolean): Voice {
  if (result || asks || (ruled === 'context' && leaning)) return ruled
  const idle = westernVoices.filter((voice) => voice !== 'work').reduce((best, voice) => (heard[voice] > heard[best] ? voice : best))
  const idleVoice: Voice = idle
  if (ruled === 'task' || ruled === 'requirement') return heard.work < quiet && heard[idle] > heard.work ? idleVoice : ruled
  if (heard.work > loud) return read.parts.length > 0 && read.parts.every((one) => one.knowing) ? 'requirement' : read.parts.length > 0 || heard.work > 0.6 ? 'task' : ruled
  if (ruled === 'context') return heard[idle] > (single ? byItself : amongMany) ? idleVoice : ruled
  return heard[idle] > other && !judged.lacking ? idleVoice : ruled
}
