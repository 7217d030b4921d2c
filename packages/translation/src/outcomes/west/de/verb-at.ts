import type { OpenLexicon, Verb } from '../../lexicon.ts'
import type { FormTable } from '../forms.ts'
import type { Shape, VerbForm } from '../verb-form.ts'
import type { Word } from '../words.ts'
import { strong } from './irregular.ts'
import { adverbs, auxiliaries, conjunctions, determiners, modals, prepositions, pronouns, relatives, trailing } from './lists.ts'
import type { Reading } from './noun-phrase.ts'

/** A verb that stands at a word; `apart` are the words of its other part: richten … *ein*, *in Betrieb* nehmen. */
export type Standing = Readonly<{ verb: Verb; lemma: string; shape: Shape; sure: boolean; at: number; apart?: Readonly<{ from: number; to: number }> }>

export type Grammar = Readonly<{ reading: Reading; forms: FormTable; lexicon: OpenLexicon; lacking: boolean }>

const parts = /^(?:zusammen|auseinander|herunter|heraus|hinein|herein|zurück|weiter|runter|vorbei|bereit|hinzu|hoch|rauf|raus|rein|fest|frei|fertig|nach|vor|aus|auf|ein|bei|los|mit|weg|her|hin|ab|an|um|zu|durch|wieder her)$/

/** The verb of the lexicon at a word in one of the shapes; of several the one whose other part stands there too. */
export function findVerbAt({ reading, forms }: Grammar, at: number, shapes: readonly Shape[]): Standing | undefined {
  const word = reading.words[at]
  if (!word || at >= reading.to || reading.taken[at] || word.kind !== 'word') return undefined
  for (const form of forms.of(word.low)) {
    if (!shapes.includes(form.shape)) continue
    const standing = stand(form, reading, at, forms)
    if (standing) return form.rest.length === 0 && form.shape === 'finite' ? withPart(standing, reading, forms) : standing
  }
  return undefined
}

// macht … frei: a part at the end makes another verb of it, known or not.
function withPart(standing: Standing, reading: Reading, forms: FormTable): Standing {
  const end = fieldEnd(reading, standing.at + 1, forms)
  const last = reading.words[end - 1]
  if (!last || end - 1 <= standing.at || !parts.test(last.low) || reading.taken[end - 1] || standing.lemma.includes(' ')) return standing
  return { ...standing, lemma: last.low.replace(' ', '') + standing.lemma, sure: false, apart: { from: end - 1, to: end } }
}

function stand(form: VerbForm, reading: Reading, at: number, forms: FormTable): Standing | undefined {
  const { verb, lemma, shape, rest } = form
  const made: Standing = { verb, lemma, shape, sure: true, at }
  if (rest.length === 0) return made
  const { words } = reading
  const matches = (from: number) => from >= 0 && rest.every((one, i) => words[from + i]?.low === one)
  if (shape !== 'finite') return matches(at - rest.length) ? { ...made, apart: { from: at - rest.length, to: at } } : undefined
  const end = fieldEnd(reading, at + 1, forms)
  const from = end - rest.length
  return from > at && matches(from) ? { ...made, apart: { from, to: end } } : undefined
}

/** Where the field of a finite verb ends: before *und*, a mark, or what is spoken for behind the part of the verb. */
export function fieldEnd({ words, to, taken }: Reading, from: number, forms: FormTable): number {
  for (let at = from; at < to; at++) {
    const { low, kind } = words[at]!
    // misst das Teil und trägt es ein: the second verb has a field of its own.
    if (/^(?:und|oder|sowie|un)$/.test(low) && !taken[at]) {
      let next = at + 1
      while (next < to && adverbs.has(words[next]!.low)) next++
      const after = words[next]
      if (after && next < to && /^\p{Ll}/u.test(after.text) && (forms.of(after.low).some((form) => form.shape === 'finite' || form.shape === 'base') || (/^(?!ge)\p{Ll}{3,}t$/u.test(after.low) && couldBeVerb(after)))) return at
    }
    const last = at + 1 >= to || taken[at + 1] || words[at + 1]!.kind === 'mark' || /^(?:und|oder|sowie|un)$/.test(words[at + 1]!.low)
    if (kind === 'word' && last && parts.test(low) && !taken[at]) return at + 1
    if (last && (at + 1 >= to || words[at + 1]!.kind === 'mark')) return at + 1
  }
  return to
}

/** A finite verb that the lexicon does not know as it stands, by its ending or by its part at the end of the field. */
export function guessFiniteAt(grammar: Grammar, at: number): Standing | undefined {
  const { reading, lexicon, forms } = grammar
  const word = reading.words[at]
  if (!word || at >= reading.to || reading.taken[at] || !couldBeVerb(word)) return undefined
  const base = strong.find(([, third]) => third === word.low)?.[0] ?? (/iert$/.test(word.low) ? word.low.replace(/iert$/, 'ieren') : /t$/.test(word.low) ? word.low.replace(/(?<=[td])et$|t$/, '').replace(/(el|er)$/, '$1').replace(/$/, /(?:el|er)t$/.test(word.low) ? 'n' : 'en') : undefined)
  if (!base) return undefined
  const end = fieldEnd(reading, at + 1, forms)
  const last = reading.words[end - 1]
  const part = last && end - 1 > at && parts.test(last.low) && !reading.taken[end - 1] ? last.low : undefined
  const known = forms.of(part ? part + base : base).find((form) => form.shape === 'base' && form.rest.length === 0) ?? forms.of(base).find((form) => form.shape === 'base' && form.rest.length === 0)
  const verb = known?.verb ?? lexicon.verb('do')
  return verb && { verb, lemma: part ? part + base : base, shape: 'finite', sure: false, at, ...(part ? { apart: { from: end - 1, to: end } } : {}) }
}

/** A verb in the infinitive or as participle that the lexicon does not know, or one spelt with a slip. */
export function guessFinalAt({ reading, lexicon, forms }: Grammar, at: number, shapes: readonly Shape[]): Standing | undefined {
  const word = reading.words[at]
  if (!word || at >= reading.to || reading.taken[at] || !couldBeVerb(word) || !/(?:n|e|a|t)$/.test(word.low)) return undefined
  // die Prüfer waren zufrieden, die Heizung ist ausgefallen: how something is or what became of it, and nothing to be done.
  if (reading.words.slice(0, at).some((one) => being.test(one.low)) && reading.words[at - 1]?.low !== 'zu') return undefined
  const near = forms.near(word.low).find((form) => shapes.includes(form.shape) && form.rest.length === 0)
  if (near) return { verb: near.verb, lemma: near.lemma, shape: near.shape, sure: false, at }
  // einzuteachen: with zu inside, the rest is the verb.
  const inside = /^(.{2,8}?)zu(.{4,}n)$/.exec(word.low)
  const inner = inside && forms.of(inside[2]!).find((form) => form.shape === 'base' && form.rest.length === 0)
  if (inside && inner && parts.test(inside[1]!)) return { verb: inner.verb, lemma: inside[1]! + inside[2]!, shape: 'zu', sure: false, at }
  // A new part before a verb that is known: vorwegprüfen.
  const ending = Array.from({ length: Math.max(0, word.low.length - 6) }, (_, i) => word.low.slice(i + 2)).find((one) => one.length >= 5 && forms.of(one).some((form) => form.shape === 'base' && form.rest.length === 0))
  const verb = (ending ? forms.of(ending).find((form) => form.shape === 'base')?.verb : undefined) ?? lexicon.verb('do')
  return verb && { verb, lemma: word.low, shape: shapes[0]!, sure: false, at }
}

const being = /^(?:ist|sind|war|waren|bin|bist|seid|wäre|wären)$/

export const couldBeVerb = ({ kind, low, text }: Word) =>
  kind === 'word' &&
  low.length >= 4 &&
  /^\p{Ll}/u.test(text) &&
  ![adverbs, auxiliaries, conjunctions, determiners, modals, prepositions, pronouns, relatives, trailing].some((list) => list.has(low)) &&
  !/^(?:arbeiten|arbeitet|überfordert|bisschen|unten|oben|hinten|vorne|innen|außen|drinnen|draußen|gefordert|gefragt|gesucht|stehen|steht|sitzen|sitzt|gehen|geht|kommen|kommt|läuft|laufen|fehlt|fehlen|liegt|liegen|gehört|gehören|heißt|dauert|passiert|kostet|klappt|hakt|klemmt|reicht|bleibt|bleiben|hilft|macht|wird|stimmt|passt|freut|sucht|suchen|bietet|bieten|wohnt|glüht|lernen|lernt|hapert|nicht|sonst|selbst|gerecht|fest|erst|zuerst|meist|jetzt|mit|leicht|schlecht|dicht|echt|weit|breit|glatt|kaputt|bereit|gut|alt|rot|laut|hart|bekannt|geeignet|motiviert|interessiert|erwünscht|vorausgesetzt|gewünscht|erforderlich|umfassen|beinhalten|zählen|zählt|brauchen|erwarten|setzen|setzt|verdienen|erhalten|bekommen|wissen|weiß|denken|meinen|hoffen|wünschen|besten|ersten|letzten|meisten|anderen|eigenen|einzelnen|neuen|guten|großen|kleinen)$/.test(low)
