import type { OpenLexicon } from '../../lexicon.ts'
import type { FormTable } from '../forms.ts'
import type { Shape } from '../verb-form.ts'
import { toPhrases } from '../words.ts'
import { baseOf } from './inflect.ts'
import { adverbs, auxiliaries, conjunctions, determiners, isPerson, modals, prepositions, pronounSubjects, relatives } from './lists.ts'
import { nounPhraseAt, type Range, type Reading } from './noun-phrase.ts'
import { findVerbAt, guessVerbAt, type Standing } from './verb-at.ts'

/** A verb as predicate: where its object begins, or the object itself where it stands before the verb. */
export type Predicate = Readonly<{ standing: Standing; objectFrom?: number; object?: Range; knowing?: true; passive?: true }>
export type Grammar = Readonly<{ reading: Reading; forms: FormTable; lexicon: OpenLexicon; lacking: boolean }>

const one = (line: string, value: true = true) => line.split('|').map((phrase) => [phrase, value] as const)
const triggers = toPhrases<true>(
  one(
    "can|can't|cannot|could|couldn't|must|should|shall|will|would|may|has to|have to|had to|got to|need to|needs to|needed to|ought to|able to|abel to|unable to|how to|supposed to|expected to|required to|gotta|mun|you'll|he'll|she'll|they'll|dares to|dare to|dares|dare|learn to|help|helps to|want to|has got to|i'd like to|must be able to|who'll|that'll|learn how to|learns how to|wants to|going to|struggle to|struggles to|fail to|fails to|trusted to|forget to|forgets to|forgot to|bother to|bothers to|manage to|manages to|remember to|remembers to|refuse to|refuses to|allowed to|confident to|qualified to|authorised to",
  ),
)
const duties = toPhrases<true>(one('responsible for|in charge of|responsibility for|accountable for|tasks include|duties include|responsibilities include|tasks are|take care of|takes care of|taking care of|capable of|good at|skilled at|skilled in|tasked with|busy with|experienced in|competent in|trained in|involves|involved in|job is|work includes|ownership of|charge of'))
const knowings = toPhrases<true>(
  one("knowledge of|knowledge in|familiar with|familiarity with|understanding of|grasp of|command of|conversant with|proficient in|proficiency in|proficient with|awareness of|expertise in|versed in|confident with|confident in|confident using|comfortable with|insight into|know about|knows about|skills in|competence in|competent with|skilled with|handy with|at home with|basics of|fundamentals of|principles of|knows|know|understand|understands|understanding"),
)
const giver = /^(?:someone|somebody|person|people|him|her|them|you|us|one|ability|capacity|trained|ready|is|lad|anyone|everyone|nobody|needed|required)$/

/** The first predicate of a clause, by its frame: duty, knowing, modal, order, gerund, noun, or subject and verb. */
export function findPredicate(grammar: Grammar, start: number): Predicate | undefined {
  const { words, to, taken } = grammar.reading
  const s = skipLead(grammar.reading, start)
  if (s >= to) return undefined
  const again = gotRunning(grammar, s)
  if (again) return again
  const order = ordered(grammar, s)
  if (order && !triggerNear(grammar, s)) return order
  for (let at = start; at < to; at++) {
    if (taken[at]) continue
    const duty = duties.at(words, at, to)
    if (duty) return onDuty(grammar, duty.end)
    const knowing = knowings.at(words, at, to)
    const modal = triggers.at(words, at, to)
    // We can't find anyone who can weld: our own lack is no demand, what follows is.
    const ours = grammar.lacking && /^(?:i|we|you)$/.test(words[at - 1]?.low ?? '') && /n't$|not$/.test(words[at]!.low)
    // A car you can take home: what one gets, not what one does.
    const gets = /^(?:you|we|they)$/.test(words[at - 1]?.low ?? '') && at - 2 >= start && !taken[at - 2] && words[at - 2]!.kind === 'word' && !conjunctions.has(words[at - 2]!.low) && !adverbs.has(words[at - 2]!.low) && !prepositions.has(words[at - 2]!.low) && !relatives.has(words[at - 2]!.low) && !isPerson(words[at - 2]!.low) && !/^(?:that|help|expect|need|want|sure|like|of)$/.test(words[at - 2]!.low)
    const hoped = modal && words[modal.end]?.low === 'help' && words[modal.end + 1]?.low === 'if'
    if (modal && !ours && !gets && !hoped) {
      const found = afterModal(grammar, modal.end, start, at)
      if (found) return found
    }
    if (knowing && !(/^(?:how|to)$/.test(words[knowing.end]?.low ?? '') && (words[knowing.end]!.low === 'to' || words[knowing.end + 1]?.low === 'to')) && !/^(?:that|if)$/.test(words[knowing.end]?.low ?? '')) return known(grammar, knowing.end, at)
    if (words[at]!.low === 'to' && at > start && (giver.test(words[at - 1]!.low) || isPerson(words[at - 1]!.low))) {
      const found = afterModal(grammar, at + 1, start, at)
      if (found) return found
    }
  }
  return gerundOrNoun(grammar, s) ?? subjectAndVerb(grammar, s) ?? toInfinitive(grammar, start) ?? forDoing(grammar, start) ?? headline(grammar, s)
}

/** Where no frame fits but something is to be done all the same: the first verb that the lexicon knows and that has a thing beside it. */
export function anyPredicate(grammar: Grammar, start: number): Predicate | undefined {
  const { words, to, taken } = grammar.reading
  for (let at = start; at < to; at++) {
    if (taken[at] || determiners.has(words[at - 1]?.low ?? '') || words[at - 1]?.low === 'of') continue
    const standing = findVerbAt({ words, at, to, shapes: ['base', 'third', 'ing', 'participle', 'past', 'noun'], forms: grammar.forms })
    if (!standing || /^(?:do|use|know|keep|start|stop)$/.test(standing.verb.id)) continue
    if (nounPhraseAt(grammar.reading, standing.end)) return { standing, objectFrom: standing.end }
    const before = lastPhraseBefore(grammar.reading, start, at)
    if (before && standing.shape !== 'base') return { standing, object: before, passive: true }
  }
  return undefined
}

function lastPhraseBefore(reading: Reading, start: number, end: number): Range | undefined {
  let found: Range | undefined
  for (let at = start; at < end; at++) {
    const phrase = nounPhraseAt({ ...reading, to: end }, at)
    if (!phrase) continue
    found = phrase
    at = phrase.to
  }
  return found
}

// Log kept up to date, tickets answered within the hour: a headline whose verb has come about.
function headline(grammar: Grammar, s: number): Predicate | undefined {
  const { words } = grammar.reading
  const phrase = nounPhraseAt(grammar.reading, s)
  if (!phrase || phrase.to - phrase.from < 2) return undefined
  const standing = findVerbAt({ words, at: phrase.to - 1, to: grammar.reading.to, shapes: ['participle'], forms: grammar.forms })
  if (!standing || /^(?:provide|pay|give|offer|include|supply|train|use|see|find|do|make)$/.test(standing.lemma)) return undefined
  return { standing: { ...standing, shape: 'noun' }, object: { from: phrase.from, to: phrase.to - 1 } }
}

// afraid to touch, too lazy to clean: what they do not do, when all else says nothing.
function toInfinitive(grammar: Grammar, start: number): Predicate | undefined {
  const { words, to, taken } = grammar.reading
  if (!grammar.lacking) return undefined
  for (let at = start + 1; at < to; at++) {
    if (words[at - 1]!.low !== 'to' || taken[at]) continue
    const standing = findVerbAt({ words, at, to, shapes: ['base'], forms: grammar.forms })
    if (standing) return { standing, objectFrom: standing.end }
  }
  return undefined
}

// We need a fitter for assembling gearboxes, the first thing is draining the tank.
function forDoing(grammar: Grammar, start: number): Predicate | undefined {
  const { words, to, taken } = grammar.reading
  for (let at = start + 2; at < to; at++) {
    if (taken[at] || !/^(?:for|is|include|includes|means|with|in|of)$/.test(words[at - 1]!.low)) continue
    const asked = /^(?:is|include|includes|means)$/.test(words[at - 1]!.low) ? /\b(?:thing|job|task|duty|work|trick|point|routine|week|day|shift|role)\b/ : /\b(?:need|needs|want|wanted|looking|help|someone|somebody|missing|short|used|good|great|brilliant|capable|skilled|hand)\b/
    if (!asked.test(words.slice(start, at).map((one) => one.low).join(' '))) continue
    const doing = findVerbAt({ words, at, to, shapes: ['ing'], forms: grammar.forms })
    if (doing) return { standing: doing, objectFrom: doing.end }
  }
  return undefined
}

/** The next predicate, joined to one of a given shape by *and*, *or*, *then*. */
export function joinedPredicate(grammar: Grammar, at: number, shape: Shape, shares = false): Predicate | undefined {
  const s = skipLead(grammar.reading, at)
  const { words, to } = grammar.reading
  if (s >= to || grammar.reading.taken[s]) return undefined
  const modal = triggers.at(words, s, to)
  if (modal) return afterModal(grammar, modal.end, s, s)
  if (shape === 'noun' || shape === 'ing') return gerundOrNoun(grammar, s)
  const subject = pronounSubjects.has(words[s]!.low) ? skipLead(grammar.reading, s + 1) : s
  const shapes: Shape[] = shape === 'participle' || shape === 'past' ? [shape] : subject > s || shape === 'third' ? ['third', 'base'] : ['base']
  const standing = findVerbAt({ words, at: subject, to, shapes, forms: grammar.forms })
  if (standing && (subject > s || shares || takesObject(grammar.reading, standing))) return { standing, objectFrom: standing.end }
  if (standing || shape === 'participle' || !hasDeterminer(words[subject + 1]?.low)) return undefined
  const base = baseOf(words[subject]!.low, shape)
  const guess = guessVerbAt({ words, at: subject, to, shapes, forms: grammar.forms }, grammar.lexicon, base)
  return guess && { standing: guess, objectFrom: guess.end }
}

const nounish = /^(?:price|prices|rate|rates|offer|offers|benefits|work|control|test|measure|press|store|stock|record|order|label|switch|paint|weld|repair|service|sample|design|check|checks|tests|controls|records|orders|labels|drives|report|reports|programs|program|schedule|plan|plans|file|files|filter|filters|pump|pumps|oil|grease|water|cover|covers|seal|seals|feed|guide|guides|book|books|post|posts|plant|plants|process|train|trains|cook|cooks|host|bill|bills|invoice|quote|price|log|logs|note|notes|list|tag|scan|mark|copy|copies|stamp|box|boxes|bag|sort|pack|wire|link|links|cut|charge|fuel|heat|cool|dress|light|document|documents|email|mail|sense|support|look|review|update|updates|change|changes|answers|answer|drill|drills|mill|saw|screw|screws|bolt|bolts|clamp|clamps|tool|needs|show|shows|watch|balance|issue|issues|purchase|interview|returns|return|finish|work|lead|set|sets|buffer|film|films|stream|streams)$/

/** Verbs that often stand before another thing and name it: drive belts, control cabinets. */
const modifier = /^(?:drive|control|test|measure|press|store|stock|paint|weld|service|sample|design|process|switch|oil|grease|water|seal|feed|plant|cover|filter|pump|tool|cut|heat|light|guide|shape|cable|clamp|solder|host|balance|support)$/

// "clean and oil the pump" is a verb, "oils and filters" are things: what may be a thing needs an object with a determiner.
function takesObject({ words, to, taken }: Reading, standing: Standing): boolean {
  const next = words[standing.end]
  if (standing.end - standing.from > 1 || standing.particle !== undefined) return true
  if (!next || standing.end >= to) return !nounish.test(words[standing.from]!.low)
  if (taken[standing.end]) return true
  if (next.low === 'of') return false
  if (hasDeterminer(next.low) || next.kind === 'number') return true
  if (next.kind === 'mark' || conjunctions.has(next.low) || prepositions.has(next.low)) return !nounish.test(words[standing.from]!.low)
  return !modifier.test(words[standing.from]!.low)
}
const hasDeterminer = (low: string | undefined) => low !== undefined && (determiners.has(low) || /^(?:it|them|him|her|one|ones|whoever|whatever|everything|t'[a-z]+)$/.test(low))

/** Whether a verb of the given shape begins at a word: what *and* joins to the object, and what not. */
export const startsVerb = (grammar: Grammar, at: number, shape: Shape): boolean => joinedPredicate(grammar, at, shape) !== undefined

function skipLead({ words, to, taken }: Reading, start: number): number {
  let at = start
  while (at < to && (taken[at] || words[at]!.kind === 'mark' || adverbs.has(words[at]!.low) || /^(?:and|or|but|then|so|plus|&|an'|because|to|you'll|including)$/.test(words[at]!.low) || (/ly$/.test(words[at]!.low) && at + 1 < to && !/^(?:supply|apply|assembly|rely|reply)$/.test(words[at]!.low)))) at++
  return at
}

// Get the line running again, has them back online: bringing back, whatever the small words.
function gotRunning(grammar: Grammar, s: number): Predicate | undefined {
  const { words, to, taken } = grammar.reading
  for (let at = s; at < Math.min(to, s + 6); at++) {
    if (!/^(?:get|gets|getting|bring|brings|bringing)$/.test(words[at]!.low) || taken[at]) continue
    const object = nounPhraseAt(grammar.reading, at + 1)
    const verb = grammar.lexicon.verb('restore')
    const state = object && words[object.to]
    if (verb && object && state && object.to < to && /^(?:running|going|working|online|moving|back)$/.test(state.low)) return { standing: { verb, lemma: `get ${state.low}`, shape: 'base', sure: true, from: at, end: at + 1 }, object }
  }
  return undefined
}

function triggerNear({ reading: { words, to } }: Grammar, s: number): boolean {
  for (let at = s + 1; at < Math.min(to, s + 3); at++) if (triggers.at(words, at, to) && words[at]!.low !== 'help' && words[at]!.low !== 'how') return true
  return false
}

function ordered(grammar: Grammar, s: number): Predicate | undefined {
  const { words, to } = grammar.reading
  const standing = findVerbAt({ words, at: s, to, shapes: ['base', 'third'], forms: grammar.forms })
  if (standing) {
    const next = words[standing.end]
    if (next && standing.end < to && (next.low === 'of' || auxiliaries.has(next.low))) return undefined
    if (/^(?:help|helps)$/.test(standing.lemma) && next?.low === 'to') return afterModal(grammar, standing.end + 1, s, s)
    // pumps and gearboxes, after a comma: things of a list, no verbs.
    if (standing.shape === 'third' && (nounish.test(words[s]!.low) || s > 0) && (!next || standing.end >= to || conjunctions.has(next.low))) return undefined
    // correct to the cent: a quality, unless it has an object.
    if (/^(?:correct|clean|dry|open|level|clear|complete|free|ready|secure|perfect|empty|direct|present|separate|tidy|close|fit|express)$/.test(words[s]!.low) && (!next || standing.end >= to || prepositions.has(next.low) || (conjunctions.has(next.low) && !findVerbAt({ words, at: standing.end + 1, to, shapes: ['base'], forms: grammar.forms })))) return undefined
    // mould changes, plant repairs: a thing before a verb's noun names it.
    if (/^(?:mould|mold|tool|die|stock|plant|machine|robot|pump|filter|plan|press|drill|process|product|record)$/.test(words[s]!.low) && next && (standing.end + 1 >= to || grammar.reading.taken[standing.end + 1]) && findVerbAt({ words, at: standing.end, to, shapes: ['noun'], forms: grammar.forms })) return undefined
    if (standing.lemma === 'do' || (standing.lemma === 'know')) return undefined
    const bare = nounish.test(words[s]!.low) && standing.end - standing.from === 1 && standing.particle === undefined
    // Plan for, Support for: a thing before a preposition is no order.
    if (bare && next && standing.end < to && /^(?:for|from|above|at|in|about|between|well|per|is|are)$/.test(next.low) && !/^(?:least|most)$/.test(words[standing.end + 1]?.low ?? '')) return undefined
    return carried(grammar, standing) ?? { standing, objectFrom: standing.end }
  }
  const slip = words[s]!.low.length >= 6 && words[s + 1]?.kind === 'word' && !stopsPhrase(words[s + 1]!.low) && grammar.forms.of(words[s]!.low).length === 0 ? grammar.forms.near(words[s]!.low).find((form) => form.shape === 'base' && form.rest.length === 0) : undefined
  if (slip) return { standing: { verb: slip.verb, lemma: slip.lemma, shape: 'base', sure: false, from: s, end: s + 1 }, objectFrom: s + 1 }
  const particle = /^(?:up|off|out|down|over|back|away)$/.test(words[s + 1]?.low ?? '') && hasDeterminer(words[s + 2]?.low)
  if ((!hasDeterminer(words[s + 1]?.low) && !particle) || /^(?:not|no)$/.test(words[s]!.low)) return undefined
  if (grammar.forms.of(words[s]!.low).some((form) => form.rest.length === 0)) return undefined
  const shape: Shape = /ing$/.test(words[s]!.low) ? 'ing' : /s$/.test(words[s]!.low) ? 'third' : 'base'
  const guess = guessVerbAt({ words, at: s, to, shapes: [shape], forms: grammar.forms }, grammar.lexicon, baseOf(words[s]!.low, shape))
  return guess && (particle ? { standing: { ...guess, lemma: `${guess.lemma} ${words[s + 1]!.low}`, end: guess.end + 1 }, objectFrom: guess.end + 1 } : { standing: guess, objectFrom: guess.end })
}

function afterModal(grammar: Grammar, end: number, start: number, modalAt: number): Predicate | undefined {
  const { words, to, taken } = grammar.reading
  let at = end
  while (at < to && !taken[at] && (adverbs.has(words[at]!.low) || /ly$/.test(words[at]!.low) || /^(?:not|first|then|you|he|she|they|we|i|also|both|either)$/.test(words[at]!.low))) at++
  const again = triggers.at(words, words[at]?.low === 'be' || words[at]?.low === 'know' ? at + 1 : at, to)
  if (again && words[at]!.low !== 'help') return afterModal(grammar, again.end, start, modalAt)
  if (/^(?:be|get|been|gets)$/.test(words[at]?.low ?? '')) {
    let verb = at + 1
    while (verb < to && adverbs.has(words[verb]!.low)) verb++
    // You will be checking parts: what one is going to do.
    const doing = findVerbAt({ words, at: verb, to, shapes: ['ing'], forms: grammar.forms })
    if (doing) return { standing: { ...doing, shape: 'third' }, objectFrom: doing.end }
    const standing =
      findVerbAt({ words, at: verb, to, shapes: ['participle'], forms: grammar.forms }) ??
      (/ed$/.test(words[verb]?.low ?? '') ? guessVerbAt({ words, at: verb, to, shapes: ['participle'], forms: grammar.forms }, grammar.lexicon, words[verb]!.low.replace(/ed$/, '')) : undefined)
    if (!standing) return undefined
    const object = nounPhraseAt(grammar.reading, skipLead(grammar.reading, start))
    return { standing, passive: true, ...(object && object.to <= modalAt ? { object } : {}) }
  }
  if (taken[at]) return undefined
  const ask = { words, at, to, shapes: ['base'] as const, forms: grammar.forms }
  const standing = findVerbAt(ask) ?? guessVerbAt(ask, grammar.lexicon, words[at]?.low ?? '')
  if (!standing) return undefined
  // We could do with someone who: that is a wish, not a deed.
  return carried(grammar, standing) ?? (standing.lemma === 'do' ? undefined : { standing, objectFrom: standing.end })
}

// carry out the inspection of, do wheel alignment, perform calibrations: the noun says what is done.
function carried(grammar: Grammar, standing: Standing): Predicate | undefined {
  if (!/^(?:carry out|do|perform|conduct|undertake|execute|help with|provide|handle|assist with|take part in)$/.test(standing.lemma)) return undefined
  const inner = gerundOrNoun(grammar, standing.end, true)
  return inner && { ...inner, standing: { ...inner.standing, shape: standing.shape } }
}

function onDuty(grammar: Grammar, end: number): Predicate | undefined {
  const inner = gerundOrNoun(grammar, end)
  if (inner) return inner
  const object = nounPhraseAt(grammar.reading, end)
  const verb = grammar.lexicon.verb('supervise')
  if (!object || !verb) return undefined
  return { standing: { verb, lemma: 'manage', shape: 'noun', sure: false, from: end, end }, object }
}

function known(grammar: Grammar, end: number, at: number): Predicate | undefined {
  const inner = gerundOrNoun(grammar, end)
  // knowledge of food labelling is about it, knowledge of setting up presses is doing it.
  if (inner && !(inner.object && inner.object.to <= inner.standing.from)) return { ...inner, knowing: true }
  const verbs = grammar.lexicon.verb('explain')
  if (verbs && /^(?:how|which|what|where|when|whether|who|why)$/.test(grammar.reading.words[end]?.low ?? '')) return { standing: { verb: verbs, lemma: 'explain', shape: 'noun', sure: true, from: at, end }, object: { from: end, to: grammar.reading.to }, knowing: true }
  const use = /^(?:use|usage|handling)$/.test(grammar.reading.words[end]?.low ?? '') && grammar.reading.words[end + 1]?.low === 'of'
  const object = nounPhraseAt(grammar.reading, use ? end + 2 : end)
  const verb = grammar.lexicon.verb(use ? 'use' : 'explain')
  if (!object || !verb) return undefined
  return { standing: { verb, lemma: use ? 'use' : 'explain', shape: 'noun', sure: true, from: at, end }, object, knowing: true }
}

const describing = /^(?:regular|independent|safe|preventive|careful|professional|daily|proper|timely|reliable|efficient|quick|correct|accurate|minor|routine|basic|simple|complete|full|general|ongoing|active|weekly|monthly|annual|periodic|planned|scheduled|confident|clean|precise|own|technical|sound|good|solid|first-line)$/

function gerundOrNoun(grammar: Grammar, start: number, carried = false): Predicate | undefined {
  const { words, to, taken } = grammar.reading
  let at = start
  while (at < to && !taken[at] && (determiners.has(words[at]!.low) || describing.test(words[at]!.low) || adverbs.has(words[at]!.low))) at++
  if (at >= to || taken[at]) return undefined
  const first = findVerbAt({ words, at, to, shapes: ['ing', 'noun'], forms: grammar.forms }) ?? (words[at + 1]?.low === 'of' ? (slipped(grammar, at) ?? (/ing$/.test(words[at]!.low) ? guessVerbAt({ words, at, to, shapes: ['ing'], forms: grammar.forms }, grammar.lexicon, baseOf(words[at]!.low, 'ing')) : undefined)) : undefined)
  if (first) {
    const next = words[first.end]
    if (next?.low === 'of' && first.end < to) return { standing: first, objectFrom: first.end + 1 }
    // inspection and testing of appliances: one thing, said once.
    const beside = /^(?:and|or|&)$/.test(next?.low ?? '') ? findVerbAt({ words, at: first.end + 1, to, shapes: ['ing', 'noun'], forms: grammar.forms }) : undefined
    if (beside && words[beside.end]?.low === 'of' && beside.end < to) return { standing: first, objectFrom: beside.end + 1 }
    if (first.shape === 'ing' && !(next && first.end < to && /^(?:machines?|machinery|equipment|plant|experience|skills?|process|systems?|line|shop|tools?|programs?)$/.test(next.low) && !hasDeterminer(next.low) && first.end + 1 >= to)) return { standing: first, objectFrom: first.end }
  }
  // Deboning poultry: at the beginning of an advert's line an unknown -ing is a thing to do.
  const second = words[at + 1]
  if (!carried && at === start && at === skipLead(grammar.reading, 0) && /ing$/.test(words[at]!.low) && words[at]!.low.length >= 6 && !things.test(words[at]!.low) && second?.kind === 'word' && at + 1 < to && !taken[at + 1] && !stopsPhrase(second.low) && grammar.forms.of(words[at]!.low).length === 0) {
    const guess = guessVerbAt({ words, at, to, shapes: ['ing'], forms: grammar.forms }, grammar.lexicon, baseOf(words[at]!.low, 'ing'))
    if (guess) return { standing: guess, objectFrom: guess.end }
  }
  // wheel alignment, preventive pump maintenance: the noun of the verb ends the phrase.
  let head = at
  while (head + 1 < to && !taken[head + 1] && words[head + 1]!.kind === 'word' && !stopsPhrase(words[head + 1]!.low)) head++
  const last = findVerbAt({ words, at: head, to, shapes: ['noun', 'ing'], forms: grammar.forms }) ?? (carried ? slipped(grammar, head) : undefined)
  if (last && words[head + 1]?.low === 'of' && head + 1 < to) return { standing: last, objectFrom: head + 2 }
  if (!last || (head === at && !carried)) return undefined
  if (!carried && last.shape === 'ing' && findVerbAt({ words, at, to, shapes: ['base', 'third'], forms: grammar.forms })) return undefined
  return head > at ? { standing: last, object: { from: at, to: head } } : { standing: last, objectFrom: last.end }
}

const things = /^(?:evening|morning|nothing|something|anything|everything|during|willing|interesting|outstanding|catering|parking|wedding|building|existing|amazing|exciting|challenging|growing|leading|ongoing|missing|opening|housing|clothing|meeting|working|living|including|following|according|nursing|engineering|accounting|banking|lasting|remaining|sterling|understanding|demanding|caring|daring|loving|outgoing|easygoing|trusting|convincing|promising|starting|looking|having|being|getting|lightning)$/

function slipped(grammar: Grammar, at: number): Standing | undefined {
  const { words } = grammar.reading
  const near = grammar.forms.near(words[at]!.low).find((form) => (form.shape === 'noun' || form.shape === 'ing') && form.rest.length === 0)
  return near && { verb: near.verb, lemma: near.lemma, shape: near.shape, sure: false, from: at, end: at + 1 }
}

const stopsPhrase = (low: string) => prepositions.has(low) || conjunctions.has(low) || low === 'of' || relatives.has(low) || auxiliaries.has(low) || modals.has(low) || pronounSubjects.has(low) || adverbs.has(low)

const nobody = /^(?:nobody|none|no-one|one)$/

function subjectAndVerb(grammar: Grammar, s: number): Predicate | undefined {
  const { words, to, taken } = grammar.reading
  for (let at = s; at < to; at++) {
    if (taken[at]) continue
    const { low } = words[at]!
    const personal = /^(?:you|he|she|who|what|someone|somebody|everyone|everybody)$/.test(low) || (nobody.test(low) && grammar.lacking) || (((low === 'they' || low === 'that') && (grammar.lacking || isPerson(words[at - 1]?.low ?? ''))) || low === 'whoever')
    const named = isPerson(low) && at + 1 < to && at - s <= 4
    if (!personal && !named) continue
    let verb = at + 1
    while (verb < to && (adverbs.has(words[verb]!.low) || /ly$/.test(words[verb]!.low) || taken[verb] || /^(?:has|have|ever|does|do)$/.test(words[verb]!.low))) verb++
    if (verb >= to || auxiliaries.has(words[verb]!.low) || modals.has(words[verb]!.low)) continue
    const shapes: Shape[] = grammar.lacking ? ['third', 'base', 'past', 'participle'] : ['third', 'base']
    const standing = findVerbAt({ words, at: verb, to, shapes, forms: grammar.forms })
    if (standing) {
      return carried(grammar, standing) ?? { standing, objectFrom: standing.end }
    }
    const third = /^(?:he|she|who)$/.test(low) && /s$/.test(words[verb]!.low) && !prepositions.has(words[verb]!.low)
    const you = low === 'you' && hasDeterminer(words[verb + 1]?.low)
    if (!third && !you) continue
    const guess = guessVerbAt({ words, at: verb, to, shapes: [third ? 'third' : 'base'], forms: grammar.forms }, grammar.lexicon, third ? baseOf(words[verb]!.low, 'third') : words[verb]!.low)
    if (guess) return { standing: guess, objectFrom: guess.end }
  }
  return presentPassive(grammar, s)
}

// The tanks are rinsed after every batch: told as the rule of the house.
function presentPassive(grammar: Grammar, s: number): Predicate | undefined {
  const { words, to } = grammar.reading
  const wanting = wanted(grammar, s)
  if (wanting) return wanting
  const object = nounPhraseAt(grammar.reading, s)
  if (!object || !/^(?:are|is|get|gets|to)$/.test(words[object.to]?.low ?? '') || (words[object.to]!.low === 'to' && words[object.to + 1]?.low !== 'be')) return undefined
  let verb = words[object.to]!.low === 'to' ? object.to + 2 : object.to + 1
  while (verb < to && adverbs.has(words[verb]!.low)) verb++
  const standing = findVerbAt({ words, at: verb, to, shapes: ['participle'], forms: grammar.forms })
  return standing && { standing, object, passive: true }
}

// I want them strapped, the filter needs cleaning: the thing stands before what is to be done.
function wanted(grammar: Grammar, s: number): Predicate | undefined {
  const { words, to, taken } = grammar.reading
  for (let at = s; at < to; at++) {
    if (taken[at] || !/^(?:want|wants|need|needs|like|prefer)$/.test(words[at]!.low)) continue
    const doing = findVerbAt({ words, at: at + 1, to, shapes: ['ing'], forms: grammar.forms })
    const subject = doing ? nounPhraseAt(grammar.reading, s) : undefined
    if (doing && subject && subject.to <= at) return { standing: doing, object: subject, passive: true }
    const whole = nounPhraseAt(grammar.reading, at + 1)
    const inside = whole && whole.to - whole.from > 1 && findVerbAt({ words, at: whole.to - 1, to, shapes: ['participle'], forms: grammar.forms }) ? { from: whole.from, to: whole.to - 1 } : undefined
    const thing = inside ?? whole
    const done = findVerbAt({ words, at: thing ? thing.to : at + 2, to, shapes: ['participle'], forms: grammar.forms })
    if (done) return { standing: done, passive: true, ...(thing ? { object: thing } : {}) }
  }
  return undefined
}
