import { endOf, knowing } from './heads.ts'
import { type Clause, decide, isKnownPhrase } from './judge.ts'
import type { RuleView, Voice } from './kind-features.ts'
import type { Heard } from './kind-reading.ts'
import type { OpenLexicon } from './lexicon.ts'
import { findProhibition, isHabit } from './prohibition.ts'

/** A clause as the rules judged it, what the learned reading heard, and the clauses before it. */
export type Hearing = Readonly<{
  text: string
  lexicon: OpenLexicon
  ruled: Clause
  cue: RuleView['cue']
  heard: Heard
  earlier: readonly Clause[]
}>

/** Where the learned reading hears another voice than the rules, it is followed; what is forbidden keeps its own frame. */
export function hear({ text, lexicon, ruled, cue, heard: { scores, voice, idle }, earlier }: Hearing): Clause {
  const words = text.slice(ruled.start, ruled.end)
  const forbids = ruled.negated || cue === 'requirement' || cue === 'offer' ? undefined : findProhibition(text, ruled, lexicon)
  // 挑出来，别混到好的里头: after a task it is how well, unless it is a habit that stands for itself.
  const before = earlier[earlier.length - 1]
  const last = earlier.findLast((one) => !leaningRoles.has(one.role))
  const tasked = last?.role === 'task' && !last.forbids
  if (forbids && !isKnownPhrase(words, lexicon) && !(ruled.role === 'standard' && tasked && !isHabit(words))) {
    // 嘴要稳，价格别到处讲: among attitudes it is one.
    if (before?.role === 'trait' || scores.trait > 0.8) return { ...ruled, role: 'trait', reasons: [] }
    return { ...ruled, role: 'task', reasons: ['says-what-not-to-do'], forbids }
  }
  // What one cannot do, and what one has to know, are frames of their own.
  if (ruled.negated || ruled.reasons.includes('voiced-as-lack') || (cue === 'open' && endOf(knowing, text, ruled.start) > 0)) return ruled
  const leans = leaningRoles.has(ruled.role)
  const works = ruled.role === 'task' || (ruled.role === 'requirement' && cue === 'open')
  // 死机了先断电, 知道先发哪家: a demand by its frame.
  if (demands.test(words) && scores.work > 0.08 && (works || leans)) return ruled
  // Behind a task stands how well or when, unless it is plainly something else.
  if (leans && tasked && scores[idle] < 0.75) return ruled
  const floor = leans ? 0.3 : scores[voice] > 0.5 ? 0.45 : 0.35
  if (works || leans) return scores.work < floor && (leans || scores[idle] > scores.work) ? take(ruled, idle, leans) : ruled
  if (scores.work > 0.9) return decide(text, ruled, ruled.reasons, lexicon)
  return voice !== 'work' && scores[voice] > (cue === 'open' ? 0.6 : 0.85) ? take(ruled, voice, leans) : ruled
}

const demands = /到[\d一二两三四五六七八九十百半]+[^，]{0,4}再(?=[\p{Script=Han}]{2})|(?:了|完|后|时|的话|不行|不对|不符|不够|不准)(?:先|要|得(?!到)|马上|立即|立刻|赶紧|及时|当场|再|就(?=[先要得把将给]))|[一每]个?(?:小时|天|班|周|月)(?:至少)?要(?!求)|[\d一二两三四五六七八九十半]+个?(?:分钟|小时|天)(?:之内|以内|内|里)(?=[\p{Script=Han}]{2})|^(?:先(?!进)|再|马上|立即|必须)|^(?:我们?|咱们?|就|还|现在|最|正)*(?:缺|想|要|找|需要|盼|招)(?:的?就?是)?(?:要|找|有)?(?:个|一个|几个|那种|这种|些)?(?:能|会|懂)(?!议|计|员)|(?:得(?!到)|要|必须|需要?)(?:会(?!议|计)|能(?!源|量)|懂|有(?:个|几个)?(?:人|懂|会|能))|(?<!不)(?:知道|晓得|明白|清楚)(?:先|怎么|如何|哪|什么|该|从)/u
/** Roles that lean on a neighbour. */
export const leaningRoles = new Set<Clause['role']>(['condition', 'standard', 'context'])

function take(ruled: Clause, voice: Voice, leans: boolean): Clause {
  switch (voice) {
    case 'work':
      return ruled
    case 'unneeded':
      return { ...ruled, role: 'requirement', negated: true, reasons: ['not-needed'] }
    case 'requirement':
      return ruled.role === 'requirement' && ruled.reasons.includes('formal-requirement')
        ? ruled
        : { ...ruled, role: 'requirement', reasons: ['formal-requirement'] }
    case 'noise':
      // What is told may lean on a task beside it: grouping decides.
      return { ...ruled, role: leans ? 'context' : 'noise', reasons: [] }
    default:
      return { ...ruled, role: voice, reasons: [] }
  }
}
