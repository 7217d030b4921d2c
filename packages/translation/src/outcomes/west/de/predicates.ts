import type { Shape } from '../verb-form.ts'
import { thingNouns } from './irregular.ts'
import { adverbs, auxiliaries, determiners, isPerson, modals, prepositions, pronouns, subjects, trailing } from './lists.ts'
import { isAdjective, isNoun, nounPhraseAt, type Range, type Reading } from './noun-phrase.ts'
import { findVerbAt, type Grammar, guessFinalAt, guessFiniteAt, type Standing } from './verb-at.ts'

/** A verb with its object; `start` is where its part of the clause begins. A verb made of a noun may hold its object in its own word. */
export type Predicate = Readonly<{ standing: Standing; start: number; object?: Range; within?: Readonly<{ start: number; end: number }>; borrows?: boolean; shares?: boolean; knowing?: true; nominal?: true; end: number }>

type Item = Readonly<{ range: Range; pronoun: boolean; dative: boolean; low: string }>
type Field = Readonly<{ from: number; to: number; subjectInside: boolean; front?: Range | undefined }>

const joints = /^(?:und|oder|sowie|un|beziehungsweise|bzw|&)$/

/** The predicates of a clause, by its build: verbs at the end, finite verb in second place, or nouns of verbs. */
export function findPredicates(grammar: Grammar, from: number, subordinate: boolean): Predicate[] {
  const { words, to, taken } = grammar.reading
  const known = knowing(grammar, from)
  if (known.length > 0) return known
  const duty = onDuty(grammar, from)
  if (duty.length > 0) return duty
  const finals = finalVerbs(grammar, from, subordinate)
  if (finals.length > 0) return closing(grammar, from, finals, subordinate)
  if (!subordinate) {
    const finite = finiteAt(grammar, from)
    // Wir suchen jemanden: what we do is no task, what he shall do follows.
    if (finite?.lemma === 'suchen' && words.slice(from, to).some((one) => /^(?:wir|ich)$/.test(one.low)) && !words.slice(from, to).some((one) => /^(?:zum|zur|für)$/.test(one.low))) return []
    if (finite && !(finite.lemma === 'suchen' && words.slice(from, to).some((one) => /^(?:wir|ich)$/.test(one.low)))) return opening(grammar, from, finite)
  }
  // Buchhaltung haben wir ausgelagert: with a verb of its own, the noun only names what is told of.
  const told = indexOf(from, to, (at) => !taken[at] && /^(?:haben|hat|habe|ist|sind|war|waren|hatte|hatten|wurde|wurden)$/.test(words[at]!.text)) !== undefined && !grammar.lacking
  const nouns = told ? [] : nominal(grammar, from)
  if (nouns.length > 0) return nouns
  if (subordinate) return []
  const wanted = indexOf(from, to, (at) => !taken[at] && /^(?:zum|zur|für)$/.test(words[at]!.low) && wanting.test(words.slice(0, at).map((one) => one.low).join(' ')))
  const aim = wanted === undefined ? [] : nominal(grammar, wanted + 1)
  if (aim.length > 0) return aim.map((one, i) => (i === 0 ? { ...one, start: from } : one))
  const modal = indexOf(from, to, (at) => !taken[at] && modals.has(words[at]!.low) && !/^(?:wird|werden|wurde|wurden|würde|würden)$/.test(words[at]!.low))
  if (modal !== undefined) {
    const last = lastOf(grammar.reading, modal + 1)
    const guess = last === undefined ? undefined : guessFinalAt(grammar, last, ['base', 'participle'])
    if (guess) return closing(grammar, from, [guess], false)
  }
  const guess = guessedFinite(grammar, from)
  return guess ? opening(grammar, from, guess) : []
}

/** Where no build fits but something is to be done all the same: the last verb that the lexicon knows, with the thing beside it. */
export function anyPredicate(grammar: Grammar, from: number): Predicate[] {
  const { words, to, taken } = grammar.reading
  for (let at = to - 1; at >= from; at--) {
    if (taken[at] || words[at]!.kind !== 'word') continue
    const standing = findVerbAt(grammar, at, ['base', 'zu', 'finite', 'participle', 'noun'])
    if (!standing || /^(?:do|use|start|stop|come)$/.test(standing.verb.id) || (isNoun(words[at]) && thingNouns.has(words[at]!.low) && !objectBehind(grammar.reading, at + 1))) continue
    const behind = objectBehind(grammar.reading, at + 1)
    const object = (standing.shape === 'noun' || standing.shape === 'finite' ? behind : undefined) ?? itemsIn(grammar.reading, from, at).findLast((one) => !one.pronoun && !isPerson(one.low))?.range
    return [{ standing, start: from, ...(object ? { object } : { borrows: true }), ...(standing.shape === 'noun' ? { nominal: true as const } : {}), end: to }]
  }
  return []
}

const wanting = /\b(?:suchen|sucht|brauchen|braucht|brauch|gesucht|jemand|jemanden|wen)\b/

// Verantwortlich für die Planung, zu Ihren Aufgaben gehört die Wartung: the noun behind says what.
function onDuty(grammar: Grammar, from: number): Predicate[] {
  const { words, to, taken } = grammar.reading
  const at = indexOf(from, to, (i) => !taken[i] && /^(?:verantwortlich|zuständig|verantwortung|zuständigkeit)$/.test(words[i]!.low) && words[i + 1]?.low === 'für') ?? indexOf(from, to, (i) => /^(?:versiert|geübt|sicher|erfahren|fit|bewandert)$/.test(words[i]!.low) && /^(?:im|in|beim)$/.test(words[i + 1]?.low ?? '')) ?? indexOf(from, to, (i) => words[i]!.low === 'für' && /^(?:zuständig|verantwortlich)$/.test(words[to - 1]!.low)) ?? indexOf(from, to, (i) => /^(?:gehört|gehören|zählt|zählen|umfasst|umfassen|ist|sind|beinhaltet)$/.test(words[i]!.low) && words.slice(from, i).some((one) => /^(?:aufgabe|aufgaben|tätigkeit|tätigkeiten|aufgabengebiet|job|arbeit|gefordert|gefragt|gewünscht|verlangt)$/.test(one.low)))
  if (at === undefined) return []
  const start = /^(?:für|im|in|beim)$/.test(words[at + 1]?.low ?? '') ? at + 2 : at + 1
  const nouns = nominal(grammar, start)
  if (nouns.length > 0) return nouns.map((one, i) => (i === 0 ? { ...one, start: from } : one))
  const object = nounPhraseAt(grammar.reading, start)
  const verb = grammar.lexicon.verb('supervise')
  return object && verb && words[at + 1]?.low === 'für' ? [{ standing: { verb, lemma: 'verantworten', shape: 'noun', sure: true, at }, start: from, object, end: to }] : []
}

function indexOf(from: number, to: number, test: (at: number) => boolean): number | undefined {
  for (let at = from; at < to; at++) if (test(at)) return at
  return undefined
}

// The last word of a clause that could be its verb, before können, werden, sein.
function lastOf({ words, to, taken }: Reading, from: number): number | undefined {
  for (let at = to - 1; at >= from; at--) {
    if (taken[at] || words[at]!.kind !== 'word' || trailing.has(words[at]!.low)) continue
    return joints.test(words[at]!.low) ? undefined : at
  }
  return undefined
}

const looksDone = /^g\p{L}{3,}[tn]$|^(?:be|ver|er|ent|zer|über|unter)\p{L}{3,}[tn]$|iert$|^\p{L}{2,}ge\p{L}{3,}[tn]$/u

/** Verbs that close their field: einrichten, einzurichten, geprüft (werden), in a subordinate clause finite ones too. */
function finalVerbs(grammar: Grammar, from: number, subordinate: boolean): Standing[] {
  const { words, to, taken } = grammar.reading
  const found: Standing[] = []
  for (let at = from; at < to; at++) {
    if (taken[at] || words[at]!.kind !== 'word' || /^\p{Lu}/u.test(words[at]!.text)) continue
    if (!closes(grammar.reading, at)) continue
    const passive = isPassive(grammar.reading, from, at)
    const shapes: Shape[] = passive ? ['participle', 'base', 'zu'] : subordinate ? ['base', 'zu', 'finite'] : ['base', 'zu']
    const standing = findVerbAt(grammar, at, shapes)
    const zu = words[at - 1]?.low === 'zu'
    // Server patchen, Saucen ansetzen und abschmecken: an infinitive by its place, though the lexicon does not know it.
    const placed = !subordinate && /(?:en|ern|eln)$/.test(words[at]!.low) && (found.length > 0 ? joints.test(words[found[found.length - 1]!.at + 1]?.low ?? '') : plain(grammar.reading, from, at))
    const guess = standing ?? (((passive && looksDone.test(words[at]!.low)) || (zu && /n$/.test(words[at]!.low)) || followedByModal(grammar.reading, at) || placed) ? guessFinalAt(grammar, at, [passive ? 'participle' : 'base']) : undefined)
    if (guess && !(standing && standing.shape === 'base' && at === from && subjectNext(words[at + 1]?.low))) found.push(guess)
  }
  return found
}

// No finite verb, and a thing before: so it can only be what is done to the thing.
const plain = (reading: Reading, from: number, at: number) =>
  at + 1 >= reading.to || reading.taken[at + 1] || joints.test(reading.words[at + 1]!.low)
    ? !reading.words.slice(from, reading.to).some((one) => modals.has(one.low) || auxiliaries.has(one.low)) && itemsIn(reading, from, at).some((one) => !one.pronoun) && !itemsIn(reading, from, at).some((one) => one.pronoun && subjects.has(one.low))
    : false

const subjectNext = (low: string | undefined) => low === 'sie' || low === 'wir'

function closes({ words, to, taken }: Reading, at: number): boolean {
  let next = at + 1
  while (next < to && taken[next]) next++
  if (next >= to) return true
  const { low, kind } = words[next]!
  return kind === 'mark' || joints.test(low) || trailing.has(low) || /^(?:wäre|wär)$/.test(low) || (modals.has(low) && next === at + 1)
}
const followedByModal = ({ words, to }: Reading, at: number) => at + 1 < to && (trailing.has(words[at + 1]!.low) || modals.has(words[at + 1]!.low)) && !auxiliaries.has(words[at + 1]!.low)

function isPassive({ words, to }: Reading, from: number, at: number): boolean {
  if (/^(?:werden|wird|sein|sei|worden)$/.test(words[at + 1]?.low ?? '') && at + 1 < to) return true
  return words.slice(from, at).some((one) => /^(?:wird|werden|gehört|gehören|sind|ist)$/.test(one.low)) && !words.slice(from, at).some((one) => modals.has(one.low) && !/^werden?$|^wird$/.test(one.low))
}

function closing(grammar: Grammar, from: number, finals: readonly Standing[], subordinate: boolean): Predicate[] {
  const { words } = grammar.reading
  const found: Predicate[] = []
  let start = from
  for (const standing of finals) {
    const modal = indexOf(start, standing.at, (at) => !grammar.reading.taken[at] && (modals.has(words[at]!.low) || auxiliaries.has(words[at]!.low)))
    const fieldFrom = modal === undefined ? start : modal + 1
    const end = standing.apart && standing.apart.from < standing.at ? standing.apart.from : standing.at
    const front = modal === undefined ? undefined : lastPhrase(grammar.reading, start, modal)
    const passive = standing.shape === 'participle'
    const object = passive ? passiveObject(grammar.reading, fieldFrom, end, front) : objectIn(grammar.reading, { from: fieldFrom, to: end, subjectInside: subordinate || (modal !== undefined && front === undefined && (modal > start || start > 0)), front })
    const last = found[found.length - 1]
    // reinigen und ölen: what has no object shares the one before it, also over a comma.
    const bare = !object.object && !object.borrows && (last?.object !== undefined || (fieldFrom > 0 && modal === undefined && itemsIn(grammar.reading, fieldFrom, end).length === 0))
    found.push(...carried(grammar, ownNoun(grammar, { standing, start, ...(bare ? { borrows: true, shares: true } : object), end: standing.at + 1 })))
    start = standing.at + 1
  }
  return merged(grammar, found)
}

// Reklamationen bearbeiten, Fehler suchen: where the verb holds its thing, that is the object.
function ownNoun({ reading: { words } }: Grammar, predicate: Predicate): Predicate {
  const { apart, lemma } = predicate.standing
  if (!apart || apart.from >= predicate.standing.at || !/^\p{Lu}\S* \S+$/u.test(lemma) || !isNoun(words[apart.from])) return predicate
  return { ...predicate, standing: { ...predicate.standing, lemma: lemma.slice(lemma.lastIndexOf(' ') + 1) }, object: apart, borrows: false, shares: false }
}

// Werkstücke spannen und ausrichten: two verbs at the end with one object are one action.
function merged({ reading: { words } }: Grammar, found: readonly Predicate[]): Predicate[] {
  return found.filter((one, i) => {
    const before = found[i - 1]
    if (!before) return true
    const between = words.slice(before.standing.at + 1, one.standing.at)
    return !(between.length <= 1 && between.every((word) => joints.test(word.low)) && one.shares)
  })
}

function passiveObject(reading: Reading, from: number, to: number, front: Range | undefined): { object?: Range; borrows?: boolean } {
  if (front) return { object: front }
  const first = itemsIn(reading, from, to).find((one) => !one.pronoun)
  return first ? { object: first.range } : { borrows: true }
}

/** Noun phrases and pronouns without a preposition, in order. */
function itemsIn(reading: Reading, from: number, to: number): Item[] {
  const { words, taken } = reading
  const field: Reading = { ...reading, to }
  const found: Item[] = []
  for (let at = from; at < to; at++) {
    if (taken[at] || words[at]!.kind === 'mark') continue
    const { low } = words[at]!
    if (prepositions.has(low)) {
      const phrase = nounPhraseAt(field, at + 1)
      if (phrase) at = phrase.to - 1
      else if (pronouns.has(words[at + 1]?.low ?? '')) at++
      continue
    }
    const phrase = nounPhraseAt(field, at)
    if (phrase) {
      found.push({ range: phrase, pronoun: false, dative: /^(?:dem|einem|unserem|seinem|ihrem|jedem|ner)$/.test(words[phrase.from - 1]?.low ?? ''), low: words[phrase.to - 1]!.low })
      at = phrase.to - 1
    } else if (pronouns.has(low) && !(determiners.has(low) && isAdjective(words[at + 1]))) found.push({ range: { from: at, to: at + 1 }, pronoun: true, dative: /^(?:mir|dir|uns|ihm|ihnen)$/.test(low), low: words[at]!.text === 'Sie' && at > 0 ? 'er' : low })
  }
  return found
}

function lastPhrase(reading: Reading, from: number, to: number): Range | undefined {
  return itemsIn(reading, from, to).findLast((one) => !one.pronoun)?.range
}

function objectIn(reading: Reading, { from, to, subjectInside, front }: Field): { object?: Range; borrows?: boolean } {
  const items = itemsIn(reading, from, to)
  const first = items[0]
  const pronounSubject = first?.pronoun === true && subjects.has(first.low)
  const nounSubject = subjectInside && first !== undefined && !first.pronoun && (isPerson(first.low) || items.length > 1)
  const rest = pronounSubject || nounSubject ? items.slice(1) : items
  const things = rest.filter((one) => !one.pronoun && !/^(?:mal|bisschen|wenig)$/.test(one.low))
  // meldet den Fehler dem Meister: to whom is no object.
  const object = things.findLast((one) => !one.dative) ?? things[things.length - 1]
  if (object) return { object: object.range }
  if (rest.some((one) => one.pronoun && !/^(?:sich|mir|dir|uns|mich|dich|ich|wer|man)$/.test(one.low))) return { borrows: true }
  // Die Pumpe muss er ausbauen: what stands in front is the object where the subject stands behind.
  if (front && (pronounSubject || nounSubject)) return { object: front }
  return {}
}

/** The finite verb in second place, or first in an order. */
function finiteAt(grammar: Grammar, from: number): Standing | undefined {
  const { words, to, taken } = grammar.reading
  for (let at = from; at < to; at++) {
    if (taken[at] || words[at]!.kind !== 'word') continue
    const { low } = words[at]!
    if (modals.has(low) || auxiliaries.has(low)) return undefined
    const opens = at === from
    if (!opens && /^\p{Lu}/u.test(words[at]!.text)) continue
    const besideSubject = /^(?:sie|wir|die)$/.test(words[at - 1]?.low ?? '') || /^(?:sie|wir)$/.test(words[at + 1]?.low ?? '')
    const standing = findVerbAt(grammar, at, ['finite']) ?? (besideSubject || pluralFront(grammar.reading, from, at) ? findVerbAt(grammar, at, ['base', 'finite']) : undefined)
    if (standing && !(isAdjective(words[at]) && isNoun(words[at + 1]) && !opens && determiners.has(words[at - 1]?.low ?? '')) && !(opens && isNoun(words[at]) && !orders(words[at + 1]?.low) && !tells(grammar, at))) return standing
  }
  return undefined
}

// Programmiert Steuerungen, Führt Schulungen durch: the third person of adverts.
const tells = (grammar: Grammar, at: number) => /(?:[^s]|ss)t$/.test(grammar.reading.words[at]!.low) && findVerbAt(grammar, at, ['noun']) === undefined && !/(?:ität|heit|keit|schaft)$/.test(grammar.reading.words[at]!.low)

// Prüf den Ölstand, Prüfen Sie: what begins with a capital letter is an order only before an object.
const orders = (low: string | undefined) => low !== undefined && (determiners.has(low) && !/^(?:der|des|eines)$/.test(low) || /^(?:sie|mal|bitte|sofort|immer|erst)$/.test(low))
const pluralFront = ({ words }: Reading, from: number, at: number) => at > from && isNoun(words[at - 1]) && isPerson(words[at - 1]!.low)

function guessedFinite(grammar: Grammar, from: number): Standing | undefined {
  const { words, to, taken } = grammar.reading
  for (let at = from; at < to; at++) {
    if (taken[at] || words[at]!.kind !== 'word') continue
    if (auxiliaries.has(words[at]!.low) || modals.has(words[at]!.low)) return undefined
    const byPronoun = /^(?:sie|er|man|du|keiner|niemand|jeder)$/.test(words[at + 1]?.low ?? '') || /^(?:sie|er|man|du|der|wer|keiner|niemand|jeder|jemand|einer)$/.test(words[at - 1]?.low ?? '')
    const byPerson = isNoun(words[at - 1]) && isPerson(words[at - 1]!.low)
    if (!byPronoun && !byPerson) continue
    const guess = guessFiniteAt(grammar, at)
    if (guess) return guess
  }
  return undefined
}

function opening(grammar: Grammar, from: number, first: Standing): Predicate[] {
  const { words, to, taken } = grammar.reading
  const found: Predicate[] = []
  let standing: Standing | undefined = first
  let start = from
  while (standing) {
    if (standing.apart) taken.fill(1, standing.apart.from, standing.apart.to)
    const next = nextFinite(grammar, standing, /n$/.test(words[standing.at]!.low) ? 'base' : standing.shape)
    const end = next ? next.joint : to
    const front = found.length === 0 && standing.at > from ? lastPhrase(grammar.reading, from, standing.at) : undefined
    const frontSubject = found.length > 0 || (standing.at > from && itemsIn(grammar.reading, from, standing.at).some((one) => (one.pronoun && subjects.has(one.low)) || isPerson(one.low)))
    const object = later(grammar.reading, { from: standing.at + 1, to: end, subjectInside: !frontSubject && front === undefined && found.length === 0 && !(standing.at === from && from === 0), front: frontSubject ? undefined : front }, found.length > 0)
    found.push(...carried(grammar, { standing, start, ...object, end }))
    start = next ? next.joint + 1 : to
    standing = next?.standing
  }
  return found.filter((one) => words[one.standing.at] !== undefined)
}

// und legt sie ab: after und, "sie" is what is put away; the subject was said.
function later(reading: Reading, field: Field, afterJoint: boolean): { object?: Range; borrows?: boolean } {
  const items = itemsIn(reading, field.from, field.to)
  if (afterJoint && items[0]?.pronoun && /^(?:sie|es|ihn|das|die|diese|alles)$/.test(items[0].low)) return { borrows: true }
  return objectIn(reading, field)
}

function nextFinite(grammar: Grammar, standing: Standing, shape: Shape): { standing: Standing; joint: number } | undefined {
  const { words, to, taken } = grammar.reading
  for (let at = standing.at + 1; at < to; at++) {
    if (taken[at] || !joints.test(words[at]!.low)) continue
    let verb = at + 1
    while (verb < to && (adverbs.has(words[verb]!.low) || taken[verb] || words[verb]!.low === 'sie')) verb++
    if (verb >= to || /^\p{Lu}/u.test(words[verb]!.text)) continue
    const object = words[verb + 1]
    const told = /^(?!ge).+t$/.test(words[verb]!.low) && object !== undefined && verb + 1 < to && (determiners.has(object.low) || isNoun(object))
    const next = findVerbAt(grammar, verb, shape === 'base' ? ['base', 'finite'] : ['finite']) ?? (told || /^(?:sie|er|es|ihn)$/.test(object?.low ?? '') ? guessFiniteAt(grammar, verb) : undefined)
    if (next) return { standing: next, joint: at }
  }
  return undefined
}

const weak = /^(?:durchführen|machen|vornehmen|ausführen|erledigen|übernehmen|tun|vollziehen)$/

// führt die Wartung der Anlage durch, macht die Budgetplanung: the noun says what is done.
function carried(grammar: Grammar, predicate: Predicate): Predicate[] {
  if (!weak.test(predicate.standing.lemma) || !predicate.object) return [predicate]
  const { object, ...bare } = predicate
  const inner = nounAction(grammar, object.from, object.to, true)
  if (!inner) return [predicate]
  // übernimmt die Pflege der Daten und die Auswertung der Zahlen: each noun is one thing to do.
  const more = predicate.nominal || object.from < predicate.standing.at ? [] : nominal(grammar, object.from).slice(1)
  return [{ ...bare, ...inner }, ...more]
}

type NounAction = Readonly<{ standing: Standing; object?: Range; within?: { start: number; end: number } }>

/** A noun of a verb in a stretch, with its object behind it or within it: Wartung der Anlage, Ladungssicherung. */
function nounAction(grammar: Grammar, from: number, to: number, loose: boolean): NounAction | undefined {
  const { words } = grammar.reading
  for (let at = from; at < to; at++) {
    if (grammar.reading.taken[at] || !isNoun(words[at])) continue
    const whole = findVerbAt(grammar, at, ['noun'])
    const behind = objectBehind(grammar.reading, at + 1)
    if (whole && (behind || loose || !thingNouns.has(words[at]!.low))) return { standing: whole, ...(behind ? { object: behind } : {}) }
    const compound = compoundAt(grammar, at)
    if (compound) return behind && !/^(?:von|vom)$/.test(words[at + 1]?.low ?? '') ? { standing: compound.standing, object: behind } : compound
    if (!loose) return undefined
  }
  return undefined
}

function objectBehind(reading: Reading, at: number): Range | undefined {
  const { words, to, taken } = reading
  if (at >= to || taken[at]) return undefined
  const { low } = words[at]!
  if (/^(?:von|vom|der|des|eines|einer|unserer|ihrer|aller|seiner|sämtlicher|zur)$/.test(low) || isAdjective(words[at])) return nounPhraseAt(reading, low === 'von' || low === 'vom' ? at + 1 : at)
  return undefined
}

function compoundAt({ reading: { words }, forms }: Grammar, at: number): NounAction | undefined {
  const word = words[at]!
  for (let cut = 3; cut <= word.low.length - 4; cut++) {
    const head = word.low.slice(cut).replace(/^-/, '')
    const form = forms.of(head).find((one) => one.shape === 'noun' && one.rest.length === 0)
    if (!form || head.length < 5 || (thingNouns.has(head) && !/^(?:suche|wechsel|test|tests|betrieb|bedienung|beratung|buchung|schulung|anleitung|ausgabe|aufnahme)$/.test(head))) continue
    const first = word.text.slice(0, cut).replace(/-$/, '').replace(/(?<=ung|heit|keit|ion|tät|schaft)s$/, '')
    return { standing: { verb: form.verb, lemma: form.lemma, shape: 'noun', sure: true, at }, within: { start: word.start, end: word.start + first.length } }
  }
  return undefined
}

const describing = (reading: Reading, at: number) => isAdjective(reading.words[at]) || isCapitalAdjective(reading, at) || adverbs.has(reading.words[at]!.low) || determiners.has(reading.words[at]!.low)

// Selbstständiges Einrichten: at the beginning an adjective has a capital letter too.
const isCapitalAdjective = ({ words }: Reading, at: number) =>
  /(?:ige[sr]?|ische[sr]?|liche[sr]?|ende[sr]?|ierte[sr]?|ndig(?:e|es|er)?|gerechte[sr]?|bare[sr]?|same[sr]?|äßige[sr]?|ere[sr]?|eite[sr]?|ne[sr]?|te[sr]?|le[sr]?|ue[sr]?|ere[sr]?|sche[sr]?)$/.test(words[at]!.low) && isNoun(words[at + 1]) && words[at + 1]!.start === words[at]!.end + 1 && !/ungen?$|teile?s?$/.test(words[at]!.low)

/** Nouns of verbs that open their own field. */
function nominal(grammar: Grammar, from: number): Predicate[] {
  const { words, to, taken } = grammar.reading
  const found: Predicate[] = []
  const helpingAt = indexOf(from, to, (at) => !taken[at] && /^(?:mitwirkung|mitarbeit|unterstützung|mithilfe|beteiligung)$/.test(words[at]!.low))
  if (helpingAt !== undefined && helpingAt <= from + 2) {
    const standing = findVerbAt(grammar, helpingAt, ['noun'])
    const object = nounPhraseAt(grammar.reading, prepositions.has(words[helpingAt + 1]?.low ?? '') ? helpingAt + 2 : helpingAt + 1)
    if (standing) return [{ standing, start: from, ...(object ? { object } : {}), nominal: true, end: to }]
  }
  let at = from
  let start = from
  while (at < to) {
    while (at < to && (taken[at] || describing(grammar.reading, at))) at++
    if (at >= to) break
    // Bedienung und Überwachung von: with an action beside it, a noun that may be a thing is one too.
    const beside = joints.test(words[at + 1]?.low ?? '') && startsAction(grammar, at + 2)
    const action = taken[at] ? undefined : nounAction(grammar, at, Math.min(to, at + 1), beside)
    if (action) found.push(...carried(grammar, { standing: action.standing, start, ...(action.object ? { object: action.object } : {}), ...(action.within ? { within: action.within } : {}), nominal: true, end: action.object ? action.object.to : at + 1 }))
    else if (found.length === 0 && !grammar.lacking) return found
    let joint = Math.max(at + 1, action?.object?.to ?? 0)
    while (joint < to && (taken[joint] || !joints.test(words[joint]!.low)) && !(grammar.lacking && found.length === 0)) joint++
    start = joint
    at = joint + (joint < to && joints.test(words[joint]!.low) ? 1 : 0)
  }
  return sharing(found)
}

// Wartung und Reparatur von Pumpen: one object, said once, and one outcome.
function sharing(found: readonly Predicate[]): Predicate[] {
  const out: Predicate[] = []
  for (const one of found) {
    const last = out[out.length - 1]
    if (last && !last.object && !last.within && (one.object || one.within)) out[out.length - 1] = { ...last, ...(one.object ? { object: one.object } : {}), ...(one.within ? { within: one.within } : {}) }
    else out.push(one)
  }
  return out
}

const knows = /(?:kenntnisse|kenntnissen|fachwissen|grundwissen|know-how)$|^(?:kenntnis|wissen|grundlagen|verständnis|vertraut)$/

// Kenntnisse in Pneumatik, Umgang mit dem Messschieber, vertraut mit: what one knows, and what one does with it.
function knowing(grammar: Grammar, from: number): Predicate[] {
  const { words, to, taken } = grammar.reading
  for (let at = from; at < to; at++) {
    const { low } = words[at]!
    const use = low === 'umgang' || (low === 'umgehen' && words.slice(from, at).some((one) => one.low === 'mit'))
    if (!use && !knows.test(low)) continue
    const verb = grammar.lexicon.verb(use ? 'use' : 'explain')
    if (!verb) return []
    const lemma = use ? (verb.de[0] ?? 'verwenden') : 'kennen'
    const standing: Standing = { verb, lemma, shape: 'noun', sure: true, at }
    let next = at + 1
    const open: Reading = { ...grammar.reading, taken: new Uint8Array(taken.length) }
    while (next < to && (prepositions.has(words[next]!.low) || determiners.has(words[next]!.low) || /^(?:sowie|auch)$/.test(words[next]!.low))) next++
    const inner = use ? undefined : nounAction({ ...grammar, reading: open }, next, Math.min(to, next + 1), false)
    if (inner) return [{ standing: inner.standing, start: from, ...(inner.object ? { object: inner.object } : {}), ...(inner.within ? { within: inner.within } : {}), knowing: true, end: to }]
    const withAt = low === 'umgehen' ? indexOf(from, at, (i) => words[i]!.low === 'mit') : undefined
    const object = withAt !== undefined ? nounPhraseAt(open, withAt + 1) : next > at + 1 || low === 'grundlagen' ? nounPhraseAt(open, next) : undefined
    if (object) return [{ standing, start: from, object, knowing: true, end: to }]
    const first = /^(.{3,}?)-?(?:kenntnisse|kenntnissen|fachwissen|grundwissen|know-how)$/i.exec(words[at]!.text)
    if (first && !/^(?:fach|grund|sprach|basis|vor|produkt)$/i.test(first[1]!)) return [{ standing, start: from, within: { start: words[at]!.start, end: words[at]!.start + first[1]!.length }, knowing: true, end: to }]
  }
  return []
}

/** Whether an action begins at a word: what *und* joins to the object, and what not. */
export function startsAction(grammar: Grammar, at: number): boolean {
  const { words } = grammar.reading
  const first = words[at]
  // in Java und beheben Fehler: a verb after und is no adjective.
  if (first && /^\p{Ll}/u.test(first.text) && grammar.forms.of(first.low).some((form) => form.shape === 'base' || form.shape === 'finite')) return true
  let next = at
  while (next < grammar.reading.to && describing(grammar.reading, next)) next++
  const word = words[next]
  if (!word || !isNoun(word)) return false
  const whole = findVerbAt(grammar, next, ['noun'])
  return whole !== undefined && (!thingNouns.has(word.low) || objectBehind(grammar.reading, next + 1) !== undefined)
}
