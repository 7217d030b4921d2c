import type { Span } from '../../../types.ts'
import { openForms } from '../forms.ts'
import type { Part } from '../part.ts'
import { type ReadAsk, type ReadClause, spanOf, toPart } from '../reading.ts'
import type { Word } from '../words.ts'
import { type Circumstance, circumstancesOf } from './circumstances.ts'
import { opensAs } from './openings.ts'
import { anyPredicate, findPredicates, type Predicate, startsAction } from './predicates.ts'
import type { Grammar } from './verb-at.ts'

/** What a German clause asks for: its verbs with their objects, and the circumstances that stand beside each. */
export function readGerman(ask: ReadAsk): ReadClause {
  const { words, from, to, lexicon, lacking } = ask
  const forms = openForms(lexicon, 'de')
  const opening = opensAs(words, from, to, forms)
  if (opening.role !== 'main') return leaning(ask, opening.role)
  const taken = new Uint8Array(words.length)
  const reading = { words, to, taken, isNewAction: (at: number) => startsAction(grammar, at) }
  const grammar: Grammar = { reading, forms, lexicon, lacking }
  const circumstances = circumstancesOf(words, from, to, reading.isNewAction)
  for (const one of circumstances) taken.fill(1, one.from, one.to)
  const things = circumstances.flatMap((one) => (one.thing === undefined ? [] : [one.thing]))
  const met = findPredicates(grammar, opening.from, opening.subordinate)
  const predicates = met.length > 0 || !ask.loosely ? met : anyPredicate(grammar, from)
  const parts = predicates.map((one, i) => partOf(words, { from: i === 0 ? from : one.start, to: i + 1 < predicates.length ? predicates[i + 1]!.start : to, first: i === 0 }, one, circumstances, things, lacking))
  return { parts, conditions: pick(words, circumstances, 'condition'), standards: circumstances.filter((one) => one.role === 'standard').map((one) => ({ ...spanOf(words, one.from, one.to), ...(one.measure ? { measure: one.measure } : {}) })) }
}

// A clause that leans as a whole: wenn …, ohne dass …, warum ….
function leaning({ words, from, to }: ReadAsk, role: 'condition' | 'standard' | 'aside' | 'object'): ReadClause {
  const span = spanOf(words, from, to)
  return {
    parts: [],
    conditions: role === 'condition' ? [span] : [],
    standards: role === 'standard' ? [{ ...span, ...(measureIn(words, from, to) ?? {}) }] : [],
    ...(role === 'object' ? { clause: span } : {}),
  }
}

function measureIn(words: readonly Word[], from: number, to: number) {
  const measure = circumstancesOf(words, from, to, () => false).find((one) => one.measure)?.measure
  return measure ? { measure } : undefined
}

const pick = (words: readonly Word[], all: readonly Circumstance[], role: string): Span[] => all.filter((one) => one.role === role).map((one) => spanOf(words, one.from, one.to))

type Place = Readonly<{ from: number; to: number; first: boolean }>

function partOf(words: readonly Word[], place: Place, one: Predicate, circumstances: readonly Circumstance[], things: readonly number[], lacking: boolean): Part {
  let [from, to] = [place.from, place.to]
  while (from < to && /^(?:und|oder|sowie|un|,|&)$/.test(words[from]!.low)) from++
  while (to > from && /^(?:und|oder|sowie|un|,|&)$/.test(words[to - 1]!.low)) to--
  const thing = one.object || (one.borrows && !one.shares) ? undefined : things.find((at) => at >= from && at < to)
  const object = one.object ?? (thing === undefined ? undefined : { from: thing, to: thing + 1 })
  const part = toPart(words, {
    from,
    to,
    verb: { verb: one.standing.verb, lemma: one.standing.lemma, sure: one.standing.sure, from: one.standing.at, to: one.standing.at + 1 },
    ...(object ? { object } : {}),
    borrows: one.borrows === true && !object,
    shares: one.shares === true && !object,
    circumstances: circumstances.filter((circumstance) => (place.first || circumstance.from >= place.from) && circumstance.from < place.to),
    knowing: one.knowing === true,
    lacking,
    nominal: one.nominal === true,
  })
  return one.within && !object ? { ...part, object: one.within } : part
}
