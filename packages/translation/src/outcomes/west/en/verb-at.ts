import type { OpenLexicon, Verb } from '../../lexicon.ts'
import type { FormTable } from '../forms.ts'
import type { Shape, VerbForm } from '../verb-form.ts'
import type { Word } from '../words.ts'
import { adverbs, auxiliaries, conjunctions, determiners, modals, particles, prepositions, pronounObjects, pronounSubjects, relatives } from './lists.ts'

/** A verb that stands at a word: `end` is after its own words, `particle` where its particle stands apart: switch the fan *off*. */
export type Standing = Readonly<{ verb: Verb; lemma: string; shape: Shape; sure: boolean; from: number; end: number; particle?: number }>

export type VerbAsk = Readonly<{ words: readonly Word[]; at: number; to: number; shapes: readonly Shape[]; forms: FormTable }>

/** The verb of the lexicon that stands at a word in one of the shapes asked for; the most words first. */
export function findVerbAt({ words, at, to, shapes, forms }: VerbAsk): Standing | undefined {
  const word = words[at]
  if (!word || at >= to || word.kind !== 'word') return undefined
  for (const form of forms.of(word.low)) {
    if (!shapes.includes(form.shape)) continue
    const standing = stand(form, words, at, to)
    if (standing) return standing
  }
  return undefined
}

function stand(form: VerbForm, words: readonly Word[], at: number, to: number): Standing | undefined {
  const { verb, lemma, shape, rest } = form
  const made = (end: number, particle?: number): Standing => ({ verb, lemma, shape, sure: true, from: at, end, ...(particle === undefined ? {} : { particle }) })
  const end = at + 1 + rest.length
  if (end <= to && rest.every((one, i) => words[at + 1 + i]!.low === one)) return made(end)
  if (rest.length !== 1 || !particles.has(rest[0]!)) return undefined
  for (let i = at + 2; i < Math.min(to, at + 8); i++) {
    const { low } = words[i]!
    const next = words[i + 1]
    if (low === rest[0] && (i + 1 >= to || !next || next.kind === 'mark' || prepositions.has(next.low) || conjunctions.has(next.low) || adverbs.has(next.low))) return made(at + 1, i)
    if (conjunctions.has(low) || (prepositions.has(low) && low !== 'of') || words[i]!.kind === 'mark') return undefined
  }
  return undefined
}

/** A verb that the lexicon does not know, or one spelt with a slip, where the words before it leave no doubt that it is one. */
export function guessVerbAt(ask: VerbAsk, lexicon: OpenLexicon, base: string): Standing | undefined {
  const word = ask.words[ask.at]
  if (!word || ask.at >= ask.to || !couldBeVerb(word)) return undefined
  const near = ask.forms.near(word.low).find((form) => ask.shapes.includes(form.shape) && form.rest.length === 0)
  if (near) return { verb: near.verb, lemma: near.lemma, shape: near.shape, sure: false, from: ask.at, end: ask.at + 1 }
  const verb = lexicon.verb('do')
  return verb && { verb, lemma: base, shape: ask.shapes[0]!, sure: false, from: ask.at, end: ask.at + 1 }
}

const couldBeVerb = ({ kind, low, text }: Word) =>
  kind === 'word' &&
  low.length >= 3 &&
  /^[a-z-]+$/.test(low) &&
  !/[A-Z].*[A-Z]/.test(text) &&
  !/(?:tion|ment|ness|ity|ally)$/.test(low) &&
  ![adverbs, auxiliaries, conjunctions, determiners, modals, prepositions, pronounObjects, pronounSubjects, relatives].some((list) => list.has(low)) &&
  !/^(?:like|want|wants|need|needs|know|knows|think|thinks|work|works|come|comes|stand|stands|live|lives|look|looks|seem|seems|become|expect|dare|dares|rely|cost|costs|earn|say|says|believe|sit|sits|grow|join|apply|happen|happens|rains?|wait|sleep|trust|love|loves|enjoy|enjoys|feel|stay|stays|promise|hope|doubt|talk|wish|bet|guess|mean|means|matter|matters|half|most|many|more|less)$/.test(low)
