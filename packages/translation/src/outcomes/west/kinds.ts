import type { Voice } from './part.ts'

/** Words by which a language shows what a clause is; the rules that weigh them are the same for both. */
export type Cues = Readonly<
  Record<'unneeded' | 'forbidden' | 'lack' | 'question' | 'offer' | 'offerAsWork' | 'formal' | 'trait' | 'traitAsWork' | 'noise' | 'story' | 'duty' | 'welcome' | 'personal' | 'listed' | 'formalAnyway' | 'ours' | 'hardNoise' | 'result' | 'told', RegExp>
>

export type VoiceAsk = Readonly<{ words: string; cues: Cues; asks: boolean; heading: 'offer' | 'profile' | 'tasks' | undefined }>
/** What the cue words say; `open` where only the verbs can tell. */
export type Judged = Readonly<{ voice: Voice | 'open'; lacking: boolean; welcome: boolean }>

/** The kind of a clause by its cue words. A question is talk unless it complains of a lack; what is not needed is heard before anything else. */
export function judgeWestern({ words, cues, asks, heading }: VoiceAsk): Judged {
  const welcome = cues.welcome.test(words)
  const lacking = cues.lack.test(words)
  const as = (voice: Judged['voice']): Judged => ({ voice, lacking: false, welcome })
  if (asks && !(lacking && !cues.question.test(words))) return as('noise')
  if (cues.unneeded.test(words)) return as('unneeded')
  // We find nobody: our own trouble says nothing by itself.
  if (cues.ours.test(words)) return { voice: 'context', lacking: true, welcome }
  if (heading === 'offer') return as('offer')
  if (cues.offer.test(words) && !cues.offerAsWork.test(words) && !lacking) return as('offer')
  if (cues.formal.test(words)) return as('formal')
  if (cues.trait.test(words) && !cues.traitAsWork.test(words) && !lacking) return as(cues.told.test(words) ? 'noise' : 'trait')
  if (lacking) return { voice: 'open', lacking: true, welcome }
  if (cues.forbidden.test(words)) return as('forbidden')
  if (cues.noise.test(words) && !cues.duty.test(words)) return as('noise')
  if (cues.story.test(words) && !cues.duty.test(words)) return as('noise')
  return as('open')
}
