import type { OpenLexicon } from '../../lexicon.ts'
import { openForms } from '../forms.ts'
import type { Shape } from '../verb-form.ts'
import type { Part } from '../part.ts'
import { spanOf, toPart, type ReadAsk, type ReadClause } from '../reading.ts'
import type { Word } from '../words.ts'
import { circumstancesOf } from './circumstances.ts'
import { conjunctions, particles, prepositions, pronounObjects } from './lists.ts'
import { nounPhraseAt, type Reading } from './noun-phrase.ts'
import { anyPredicate, findPredicate, type Grammar, joinedPredicate, type Predicate, startsVerb } from './predicates.ts'

/** What an English clause asks for: its verbs with their objects, and the circumstances that stand beside each. */
export function readEnglish({ words, from, to, lexicon, lacking, loosely }: ReadAsk): ReadClause {
  const forms = openForms(lexicon, 'en')
  const all = circumstancesOf(words, from, to, (low) => forms.of(low).some((one) => one.shape === 'base'), (low, particle) => forms.of(low).some((one) => one.rest[0] === particle))
  const taken = new Uint8Array(words.length)
  for (const one of all) taken.fill(1, one.from, one.to)
  const things = new Set(all.flatMap((one) => (one.thing === undefined ? [] : [one.thing])))
  const predicates = listPredicates({ words, to, taken, things, lexicon, lacking, from, loosely })
  // explain what to do within an hour: what lies in a clause that is the object, is the object's.
  const circumstances = all.filter((one) => !predicates.some(({ object }) => object && object.from < one.from && one.to <= object.to))
  const parts: Part[] = []
  for (const [i, { predicate, start, object, borrows }] of predicates.entries()) {
    const end = predicates[i + 1]?.start ?? to
    const own = circumstances.filter((one) => (i === 0 || one.from >= start) && one.from < end)
    const { standing } = predicate
    parts.push(
      toPart(words, {
        from: i === 0 ? from : start,
        to: endBefore(words, end, i < predicates.length - 1),
        verb: { verb: standing.verb, lemma: standing.lemma, sure: standing.sure, from: standing.from, to: standing.end },
        ...(object ? { object } : {}),
        borrows,
        circumstances: own,
        knowing: predicate.knowing === true,
        lacking,
        nominal: standing.shape === 'noun' || standing.shape === 'ing',
      }),
    )
  }
  return { parts, conditions: pick(words, circumstances, 'condition'), standards: circumstances.filter((one) => one.role === 'standard').map((one) => ({ ...spanOf(words, one.from, one.to), ...(one.measure ? { measure: one.measure } : {}) })) }
}

const pick = (words: readonly Word[], all: readonly { role: string; from: number; to: number }[], role: string) => all.filter((one) => one.role === role).map((one) => spanOf(words, one.from, one.to))

type Found = { predicate: Predicate; start: number; object?: { from: number; to: number }; borrows: boolean }
type ListAsk = { words: readonly Word[]; from: number; to: number; taken: Uint8Array; things: ReadonlySet<number>; lexicon: OpenLexicon; lacking: boolean; loosely: true | undefined }

function listPredicates({ words, from, to, taken, things, lexicon, lacking, loosely }: ListAsk): Found[] {
  const forms = openForms(lexicon, 'en')
  const found: Found[] = []
  let shape: Shape = 'base'
  const reading: Reading = { words, to, taken, isNewVerb: (at) => startsVerb(grammar, at, shape) }
  const grammar: Grammar = { reading, forms, lexicon, lacking }
  let predicate = findPredicate(grammar, from) ?? (loosely ? anyPredicate(grammar, from) : undefined)
  let start = from
  while (predicate) {
    shape = predicate.standing.shape
    if (predicate.standing.particle !== undefined) taken[predicate.standing.particle] = 1
    const { object, borrows, end } = objectOf(reading, predicate, things)
    found.push({ predicate, start, borrows, ...(object ? { object } : {}) })
    predicate = undefined
    for (let at = Math.max(end, 0); at < to; at++) {
      if (taken[at] || !/^(?:and|or|then|but|&|an'|to)$/.test(words[at]!.low)) continue
      const next = joinedPredicate(grammar, at + 1, shape, !object && !borrows && at <= end)
      if (!next) continue
      // check and record readings: no object yet, so both share the one that follows.
      if (!object && !borrows && next.objectFrom !== undefined && at <= end + 1 && words[at]!.low !== 'then') {
        const shared = nounPhraseAt(reading, skipParticle(reading, next.objectFrom))
        const last = found[found.length - 1]!
        if (shared) found[found.length - 1] = { ...last, object: shared }
        at = next.standing.end
        if (shared) {
          at = shared.to - 1
          continue
        }
      }
      predicate = next
      start = at
      break
    }
  }
  return found
}

function objectOf(reading: Reading, predicate: Predicate, things: ReadonlySet<number>): { object?: { from: number; to: number }; borrows: boolean; end: number } {
  if (predicate.object) return { object: predicate.object, borrows: false, end: Math.max(predicate.object.to, predicate.standing.end) }
  if (predicate.passive || predicate.objectFrom === undefined) return { borrows: true, end: predicate.standing.end }
  const { words, to, taken } = reading
  // explain to the boss what is wrong: to whom is no object.
  const told = knowingIds.has(predicate.standing.verb.id) && words[predicate.objectFrom]?.low === 'to' ? indexOfClause(words, predicate.objectFrom, to) : undefined
  if (told !== undefined) return { object: { from: told, to: clauseEnd(reading, told) }, borrows: false, end: clauseEnd(reading, told) }
  const at = skipParticle(reading, predicate.objectFrom)
  const word = words[at]
  if (!word || at >= to) return { borrows: false, end: at }
  if (pronounObjects.has(word.low) && !/^(?:this|that|these|those|each|her|one)$/.test(word.low)) return { borrows: true, end: at + 1 }
  if (/^(?:this|that|these|those|each|her|one)$/.test(word.low) && (at + 1 >= to || taken[at + 1] || conjunctions.has(words[at + 1]!.low) || words[at + 1]!.kind === 'mark')) return { borrows: true, end: at + 1 }
  // explain how the lock works: a clause may be what is known.
  if (/^(?:who|what|why|how|where|when|whether|whoever|whatever|which|if|that)$/.test(word.low) && !taken[at]) return { object: { from: at, to: clauseEnd(reading, at) }, borrows: false, end: clauseEnd(reading, at) }
  // sell at least 300 boxes: the standard holds what is sold.
  const counted = taken[at] ? [...things].find((one) => one >= at && one <= at + 5) : undefined
  // tell from the sound that a tool is worn: what is told stands behind where it is told from.
  const that = knowingIds.has(predicate.standing.verb.id) && prepositions.has(word.low) ? indexOfClause(words, at, to) : undefined
  if (that !== undefined) return { object: { from: that, to: clauseEnd(reading, that) }, borrows: false, end: clauseEnd(reading, that) }
  const object = counted === undefined ? nounPhraseAt(reading, at) : { from: counted, to: counted + 1 }
  return object ? { object, borrows: false, end: object.to } : { borrows: false, end: at }
}

const knowingIds = new Set(['explain', 'identify', 'report', 'discover', 'check', 'inspect', 'confirm', 'understand', 'ask', 'decide', 'diagnose', 'remember'])

function indexOfClause(words: readonly Word[], from: number, to: number): number | undefined {
  for (let at = from; at < to; at++) if (/^(?:that|whether|why|how|what|if)$/.test(words[at]!.low)) return at
  return undefined
}

function skipParticle({ words, to, taken }: Reading, start: number): number {
  let at = start
  while (at < to && !taken[at] && (particles.has(words[at]!.low) || /ly$/.test(words[at]!.low) || /^(?:out|with|for|to|at|after|into|both|only|back)$/.test(words[at]!.low))) at++
  return at
}

function clauseEnd({ words, to }: Reading, from: number): number {
  let at = from + 1
  while (at < to && !/^(?:before|without|so|using)$/.test(words[at]!.low) && words[at]!.low !== 'and') at++
  return at
}

// The joint before the next verb belongs to neither.
function endBefore(words: readonly Word[], end: number, more: boolean): number {
  let at = end
  if (more) while (at > 0 && (words[at - 1]!.kind === 'mark' || /^(?:and|or|but|then|&)$/.test(words[at - 1]!.low))) at--
  return at
}
