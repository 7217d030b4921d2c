import type { Measure } from '../../../types.ts'
import { type Figure, figureAt } from '../measures.ts'
import { listOf, toPhrases, type Word } from '../words.ts'
import { adverbs, conjunctions, determiners, isPartner, isPerson, prepositions, pronounSubjects, relatives } from './lists.ts'
import { englishMeasures } from './measures.ts'
import type { Range } from './noun-phrase.ts'

/** Where the words say when, where, with what, or how well. */
export type Circumstance = Range & Readonly<{ role: 'condition' | 'standard'; measure?: Measure; thing?: number }>

const subordinate = toPhrases<'condition'>(
  'when|whenever|if|while|unless|once|as soon as|as long as|in case|before|after|during|whilst|even if|every time|each time|wherever|where'.split('|').map((one) => [one, 'condition']),
)
const results = toPhrases<'standard'>('so that|such that|so|until|till|in such a way that|to the point where'.split('|').map((one) => [one, 'standard']))
/** Words that begin a condition whatever follows. */
const always = toPhrases<'condition'>(
  `using|by means of|with the help of|with the aid of|according to|acording to|in accordance with|in line with|in compliance with|per|as per|following|based on|in the absence of|in case of|in the event of
in an emergency|during|under|by hand|by ear|by eye|by feel|by sight|by touch|by sound|by radio|by crane|by car|by bike|by letter|by post|by heart|from memory|from scratch|on the fly|against the clock|in a hurry|outdoors|indoors|between|over the weekend|over the radio|over the counter|through the night|at the end of|at the start of|at the beginning of|first thing|the moment|the minute|the second|on the phone|on a ladder|over the phone|by phone|on the phone|by telephone|by email|by e-mail|in person|remotely|in front of|alongside|amid|despite|throughout|together with`
    .replaceAll('\n', '|')
    .split('|')
    .map((one) => [one, 'condition']),
)
const frequency = toPhrases<'condition'>(
  `daily|weekly|monthly|hourly|quarterly|annually|yearly|nightly|at night|at nights|on nights|on days|at weekends|at the weekend|on weekends|in the morning|in the evening|in winter|in summer|on demand|on request|on call|on time off
twice a day|twice a week|twice a shift|once a day|once a week|once a month|once a shift|three times a day|as prescribed|as instructed|as required|as needed|as specified|as agreed|as ordered`
    .replaceAll('\n', '|')
    .split('|')
    .map((one) => [one, 'condition']),
)
const spans = listOf("morning mornin' afternoon evening night day shift week month quarter year hour time delivery run batch use job order break change start stop meal visit round monday tuesday wednesday thursday friday saturday sunday two three four six eight few second third other single")
const documents = /^(?:drawings?|prints?|plans?|sheets?|sketch(?:es)?|templates?|lists?|schematics?|manuals?|specs?|specifications?|images?|recipes?|instructions?|procedures?|checklists?|schedules?|samples?|orders?|guidelines?|guides?|diagrams?|models?|standards?|policy|policies|rules?|regulations?|requirements?|tickets?|cards?|scratch|forms?|notes?|protocols?|sop|sops|bom|blueprints?|briefs?|documentation|menu|memory|layouts?|programs?|tables?|charts?|catalogue|requests?|wishes)$/
const places = /^(?:shifts?|nights?|site|weekends?|line|lines|rounds?|wards?|machines?|mills?|lathes?|bench|benches|floor|premises|roofs?|roads?|height|heights|bedside|reception|till|counter|desk|door|gate|dock|ramp|sea|workshop|warehouse|field|kitchen|store|shop|office|lab|laboratory|plant|vehicle|vehicles|cabinets?|panels?|presses|press|mornings?|mondays?|fridays?|sundays?|saturdays?|holidays?|mobile|phone|computer|tablet|system|platform|pallets?|job|cells?|stations?|branch|tables?|beds?|bar|pass|stove|grill|hoist|lift|pit|rig|bed)$/
const tools = /^(?:english|german|french|chinese|mandarin|spanish|excel|word|sap|erp|cad|datev|python|java|javascript|typescript|sql|php|c\+\+|solidworks|autocad|photoshop|premiere|lightroom|wordpress|shopify|production|series|batches|winter|summer|rain|traffic|darkness|dark|writing|emergency|emergencies|pairs?|teams?|parallel|public)$/
const tightSpace = /^(?:cramped|confined|wet|dry|clean|cold|hot|noisy|dusty|tight|narrow|bad|poor|all|awkward|vertical|overhead|horizontal|heavy|live|running|busy|sterile|three-phase)$/
/** What a norm is called. */
const norm = /^(?:iso|din|en|vde|vda|iec|asme|astm|aws|gb|bs|ansi|ipc|haccp|gmp|gdp|osha|ifrs|gaap|iatf|dvgw|tüv|ce|reach|wcag|atex)(?:[ /-]?\d.*|[ /-][a-z].*)?$/
const fault = /^(?:errors?|mistakes?|defects?|damage|damaging|leaks?|leaking|scratch(?:es|ing)?|burrs?|rework|complaints?|losses|loss|gaps?|delays?|spill(?:s|ing)?|waste|drips?|dripping|accidents?|breakage|rejects?|scrap|scrapping|cracks?|pores?|bubbles?|streaks?|stains?|missing|losing|breaking|burning|tearing|touching|exceeding|hurting|spoiling|smearing|undercut|distortion|residue|fault|faults|failure|failures|play|stops?|stopping|interruption|downtime|wrong|single|any|a)$/
const people = /^(?:help|supervision|assistance|guidance|support|instructions?|being|asking|anyone|anybody|somebody|someone|the|a|me|us|his|her|my|their|prompting|reminders?|hand-holding|calling|waiting|needing|having|looking|notes)$/
const quality = listOf("error-free faultless flawless defect-free leak-free burr-free on-time spotless")
const results2 = toPhrases<Measure | null>([
  ['free of', null], ['free from', null], ['first time right', null], ['first time', null], ['the first time', null], ['at the first attempt', null], ['on the first attempt', null], ['on the first try', null], ['at the first try', null], ['first go', null], ['in one go', null], ['right first time', null], ['on time', null], ['in time', null], ['on schedule', null], ['to the millimetre', { op: '<=', value: 1, unit: 'mm' }],
  ['to the minute', { op: '<=', value: 1, unit: 'min' }], ['to the cent', null], ['to the penny', null], ['to the gram', { op: '<=', value: 1, unit: 'g' }], ['on the same day', { op: '<=', value: 1, unit: 'd' }],
  ['the same day', { op: '<=', value: 1, unit: 'd' }], ['same day', { op: '<=', value: 1, unit: 'd' }], ['by the next day', { op: '<=', value: 1, unit: 'd' }], ['within tolerance', null], ['in tolerance', null], ['back in tolerance', null], ['to tolerance', null], ['to size', null], ['to spec', null],
  ['by the end of', null], ['within budget', null], ['in time for', null], ['to the letter', null], ['as good as new', null], ['like new', null], ['to the last gram', null], ['down to the last', null], ['without rework', null], ['zero defects', { op: '=', value: 0, unit: 'pcs' }], ['with zero defects', { op: '=', value: 0, unit: 'pcs' }], ['to within', null], ['not a single', { op: '=', value: 0, unit: 'pcs' }],
])
const deadline = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midnight|lunch|lunchtime|tomorrow|tonight|evening|morning|month-end|month|year-end|quarter|week|first|second|third|fourth|fifth|sixth|tenth|fifteenth|twentieth|last|\d{1,2}(?:st|nd|rd|th|am|pm)?|eight|nine|ten|eleven|twelve|six|seven|one|two|three|four|five|january|february|march|april|may|june|july|august|september|october|november|december|deadline|closing|end|o'clock|half|\d+(?:st|nd|rd|th))$/

const noticing = /^(?:spots?|notices?|recogni[sz]es?|sees?|checks?|knows?|decides?|judges?|tells?|out|understands?|confirms?|verif(?:y|ies)|sure|hears?)$/
const helping = /^(?:supports?|supporting|helps?|helping|assists?|assisting|deals?|dealing|cop(?:e|es|ing)|provid(?:e|es|ing)|suppl(?:y|ies|ying))$/

/** All circumstances of a clause, first met first kept; a clause of time or condition takes what is in it along. */
export function circumstancesOf(words: readonly Word[], from: number, to: number, isVerb: (low: string) => boolean, isPhrasal: (low: string, particle: string) => boolean = () => false): Circumstance[] {
  const found: Circumstance[] = []
  let verbMet = false
  for (let at = from; at < to; at++) {
    const one = circumstanceAt({ words, to, leads: at === from || isFiller(words, from, at), late: verbMet, isVerb, isPhrasal }, at)
    // a wine that goes with the dish: what is said of a thing is not said of the task.
    if (!one && /^(?:that|which)$/.test(words[at]!.low) && verbMet && isNoun(words[at - 1]) && !noticing.test(words[at - 1]!.low)) {
      at = trailingEnd(words, at + 1, to, isVerb) - 1
      continue
    }
    if (one) {
      found.push(one)
      at = one.to - 1
    } else if (words[at]!.kind === 'word' && !determiners.has(words[at]!.low)) verbMet = true
  }
  return found
}

const isFiller = (words: readonly Word[], from: number, at: number) => words.slice(from, at).every((one) => conjunctions.has(one.low) || adverbs.has(one.low) || one.kind === 'mark')

/** Where one looks: what came before, and whether the words could still begin the clause. */
type Look = Readonly<{ words: readonly Word[]; to: number; leads: boolean; late: boolean; isVerb: (low: string) => boolean; isPhrasal: (low: string, particle: string) => boolean }>

function circumstanceAt(look: Look, at: number): Circumstance | undefined {
  const { words, to, leads, late, isVerb } = look
  const { low } = words[at]!
  const standard = standardAt(look, at)
  if (standard) return standard
  const clause = determiners.has(words[at - 1]?.low ?? '') ? undefined : subordinate.at(words, at, to)
  if (clause) {
    if (low === 'if' && (words[at + 1]?.low === 'only' || words[at - 1]?.low === 'help')) return undefined
    // where the fault is, how it works: a clause that is the object.
    if ((low === 'where' && late) || (low === 'once' && words[at - 1]?.low === 'at')) return undefined
    if (low === 'if' && /^(?:great|nice|good|lovely|happy|glad|fine|grateful|helpful|perfect|better|well|wonderful|useful|mind|enough)$/.test(words[at - 1]?.low ?? '')) return undefined
    if (/^(?:if|when|while)$/.test(low) && noticing.test(words[at - 1]?.low ?? '')) return undefined
    if (/^(?:before|after)$/.test(low) && /^(?:themselves|himself|herself|yourself|itself)$/.test(words[clause.end]?.low ?? '')) return undefined
    // I'm after a cook who can: that is looking for one.
    if (low === 'after' && /(?:'m|'re|am|are)$/.test(words[at - 1]?.low ?? '') && isPerson(words[at + 2]?.low ?? '')) return undefined
    const end = leads ? mainClauseFrom(words, clause.end, to) : trailingEnd(words, clause.end, to, isVerb)
    return end > clause.end ? { from: at, to: end, role: 'condition' } : undefined
  }
  const often = frequency.at(words, at, to)
  // monthly reports say which, not when.
  const which = often && /ly$/.test(low) && !leads && isNoun(words[often.end])
  if (often && !which) return { from: at, to: often.end, role: 'condition' }
  if (/^(?:every|each)$/.test(low) && !(isVerb(words[at - 1]?.low ?? '') || isVerb((words[at - 1]?.low ?? '').replace(/s$/, ''))) && spans.has(words[at + 1]?.low ?? ''))
    return { from: at, to: Math.min(to, /^(?:two|three|four|six|eight|few|second|third|other|single)$/.test(words[at + 1]!.low) ? at + 3 : at + 2), role: 'condition' }
  const plain = always.at(words, at, to)
  if (plain) {
    const last = words[plain.end - 1]!.low
    if (/^the (?:moment|minute|second)$/.test(`${low} ${last}`)) return { from: at, to: leads ? mainClauseFrom(words, plain.end, to) : trailingEnd(words, plain.end, to, isVerb), role: 'condition' }
    // over the phone is whole, according to wants its paper.
    return prepositions.has(last) || /^(?:of|using|following|per|based)$/.test(last) ? phraseTo(words, at, plain.end, to) : { from: at, to: plain.end, role: 'condition' }
  }
  return prepositional(look, at)
}

function prepositional({ words, to, late, leads, isVerb, isPhrasal }: Look, at: number): Circumstance | undefined {
  const { low } = words[at]!
  const head = headOf(words, at + 1, to)
  const next = words[at + 1]?.low ?? ''
  if (low === 'without') return people.test(next) && !fault.test(words[at + 2]?.low ?? '') ? phraseTo(words, at, at + 1, to) : undefined
  if ((!late && !leads) || isPhrasal(words[at - 1]?.low ?? '', low)) return undefined
  if (low === 'with') {
    const crew = englishMeasures.numbers[next] !== undefined && !/^(?:a|an|the|one)$/.test(next)
    if (!late || !head || words.slice(0, at).some((one) => helping.test(one.low)) || (isPartner(head.low) && !crew) || isPartner(next) || /ing$/.test(next)) return undefined
    if (/^(?:deal|work|liaise|coordinate|communicate|help|helps|supports?|assists?|comply|complies|familiar|agree|experience|confident|negotiate|talk|cope|align|along|up|begin|start)(?:ing|s|ed)?$/.test(words[at - 1]?.low ?? '')) return undefined
    const rate = figureWithin(words, at + 1, to)
    if (rate) return grown(words, { from: at, to: rate.to, role: 'standard', ...(rate.measure ? { measure: rate.measure } : {}) }, to)
    return phraseTo(words, at, at + 1, to)
  }
  if (!head) return undefined
  // able to read drawings: an infinitive, and no paper to go by.
  const infinitive = low === 'to' && isVerb(next) && isNoun(words[at + 2]) && at + 2 < to
  if ((low === 'from' || low === 'to' || low === 'off') && !infinitive && (low !== 'to' || late) && !(low === 'to' && isVerb(next) && hasArticle(words[at + 2]?.low ?? '')) && (documents.test(head.low) || documents.test(next))) return phraseTo(words, at, at + 1, to)
  if (/^(?:on|at|in|inside|aboard|into)$/.test(low) && low !== 'into') {
    const inside = words.slice(at + 1, head.at + 1).map((one) => one.low)
    const own = /own/.test(inside.join(' '))
    // put it on the shelf, load it in the van: whither is no circumstance.
    const whither = words.slice(0, at).some((one) => /^(?:puts?|putting|plac(?:e|es|ing)|loads?|loading|stacks?|stacking|lays?|laying|hangs?|hanging|mounts?|mounting|sticks?|sticking|writes?|writing|notes?|enters?|entering|records?|recording|puts|inserts?|inserting|drops?|pours?|pouring|fits?|fitting|reports?|advis(?:e|es|ing)|works?|working|checks?|looks?|spends?|invests?|interest(?:ed)?|experience|believes?|documents?|books?|keeps?|turns?|brings?|store|stores|storing)$/.test(one.low))
    if (!own && !whither && late && hasArticle(next) && head.low.length > 2) return phraseTo(words, at, at + 1, to)
    if (!own && !whither && low === 'at' && late && !/^(?:least|once|all|home|first|last|ease|most|any|risk|fault|hand|work)$/.test(next) && words[at + 1]?.kind === 'word') return phraseTo(words, at, at + 1, to)
    if (!own && ((low !== 'in' || leads || /^(?:morning|night|shift|field|kitchen|warehouse|workshop|dark|lab|system|cell|store|shop)/.test(head.low) ? places.test(head.low) : false) || (low === 'in' && (tools.test(next) || tools.test(head.low) || inside.some((one) => tightSpace.test(one)))) || (leads && hasArticle(next))))
      return phraseTo(words, at, at + 1, to)
  }
  return undefined
}

const isNoun = (word: Word | undefined) => word?.kind === 'word' && !prepositions.has(word.low) && !conjunctions.has(word.low) && !adverbs.has(word.low) && !determiners.has(word.low) && !pronounSubjects.has(word.low)
const hasArticle = (low: string) => /^(?:the|a|an|our|your|each|every)$/.test(low)

function standardAt({ words, to, leads, isVerb }: Look, at: number): Circumstance | undefined {
  const { low } = words[at]!
  const next = words[at + 1]?.low ?? ''
  const result = determiners.has(words[at - 1]?.low ?? '') ? undefined : results.at(words, at, to)
  // …, so there is no flash: behind a comma it says what for.
  if (result && (!leads || (low === 'so' && words[at - 1]?.kind === 'mark')) && (result.end > at + 1 || low !== 'so' || clauseFollows(words, result.end))) {
    const deadlined = /^(?:until|till)$/.test(low) && deadline.test(next)
    return { from: at, to: deadlined ? Math.min(to, at + 2) : trailingEnd(words, result.end, to, isVerb), role: 'standard' }
  }
  if (/^(?:nine|eight|seven|\d+|ninety|ten)$/.test(low) && (/^times$/.test(next) ? words[at + 2]?.low : next) === 'out') {
    let end = at + 1
    while (end < to && /^(?:times|out|of|a|ten|hundred|thousand|\d+)$/.test(words[end]!.low)) end++
    return { from: at, to: end, role: 'standard' }
  }
  // to H7: a fit is a limit.
  if (low === 'to' && /^(?:h|js|k|n|p|f|g|it)\d{1,2}$/.test(next)) return { from: at, to: at + 2, role: 'standard' }
  const fixed = results2.at(words, at, to)
  if (fixed) return { from: at, to: /^(?:free|not|by)$/.test(low) ? phraseTo(words, at, fixed.end, to).to : fixed.end, role: 'standard', ...(fixed.value ? { measure: fixed.value } : {}) }
  if (quality.has(low)) return { from: at, to: at + 1, role: 'standard' }
  if (low === 'with' || low === 'by' || low === 'to' || low === 'for' || low === 'and') {
    const later = figureAt(words, at + 1, to, englishMeasures)
    if (later?.compared && low !== 'and' && later.measure && later.measure.unit !== 'year') return grown(words, { from: at, to: later.to, role: 'standard', measure: later.measure, ...(later.thing === undefined ? {} : { thing: later.thing }) }, to)
    const signed = low === 'to' ? figureAt(words, at + 1, to, englishMeasures) : undefined
    if (signed?.measure) return grown(words, { from: at, to: signed.to, role: 'standard', measure: signed.measure }, to)
  }
  if (/^(?:by|before|no|not|on|until|till)$/.test(low) && !leads) {
    const after = /^(?:no|not)$/.test(low) && next === 'later' ? at + 3 : at + 1
    const day = determiners.has(words[after]?.low ?? '') ? after + 1 : after
    if ((low !== 'on' || /^\d/.test(words[day]?.low ?? '')) && (low !== 'no' || after > at + 1) && deadline.test(words[day]?.low ?? '') && !(low === 'before' && words[day + 1] && pronounSubjects.has(words[day + 1]!.low)))
      return { from: at, to: deadlineEnd(words, day, to), role: 'standard' }
  }
  if (low === 'at' && deadline.test(next) && (/^(?:sharp|o'clock|am|pm)$/.test(words[at + 2]?.low ?? '') || /^\d+(?:am|pm)$/.test(next))) return { from: at, to: Math.min(to, at + 3), role: 'standard' }
  if (low === 'without' && fault.test(next) && !(people.test(next) && !fault.test(words[at + 2]?.low ?? ''))) {
    const none = /^(?:a|any|single)$/.test(next)
    return { from: at, to: trailingEnd(words, at + 1, to, isVerb, true), role: 'standard', ...(none ? { measure: { op: '=', value: 0, unit: 'pcs' } } : {}) }
  }
  if (low === 'without' && /ing$/.test(next) && !people.test(next)) return { from: at, to: trailingEnd(words, at + 1, to, isVerb), role: 'standard' }
  // no sharp edges left: behind a comma it says how well.
  if (/^(?:no|zero)$/.test(low) && words[at - 1]?.kind === 'mark' && !determiners.has(next) && !/^(?:more|less|later|fewer|longer|excuses?|problem|matter|nonsense|ifs|thanks|please|messing|questions?)$/.test(next) && !words.slice(at, to).some((one) => /^(?:is|are|can|has|have|one|needed|required|matter)$/.test(one.low))) return { from: at, to, role: 'standard', measure: { op: '=', value: 0, unit: 'pcs' } }
  if (/^(?:no|zero)$/.test(low) && fault.test(next) && !/^(?:a|any|single)$/.test(next)) return { from: at, to: phraseTo(words, at, at + 1, to).to, role: 'standard', measure: { op: '=', value: 0, unit: 'pcs' } }
  const normAt = /^(?:to|per|according|following|in|under|as)$/.test(low) ? words.findIndex((one, i) => i > at && i <= at + 4 && i < to && norm.test(one.low) && /^\p{Lu}{2}/u.test(one.text)) : -1
  if (normAt > 0 && words.slice(at, normAt).every((one) => prepositions.has(one.low) || determiners.has(one.low) || /^(?:accordance|line|compliance|to|per)$/.test(one.low))) {
    let end = normAt + 1
    while (end < to && (words[end]!.kind === 'number' || /^[-:/.]$/.test(words[end]!.low) || norm.test(words[end]!.low))) end++
    return { from: at, to: end, role: 'standard' }
  }
  if (low === 'to' && /^(?:finish|polish|standard|grade|quality|sharpness|fit|gloss)$/.test(headOf(words, at + 1, to)?.low ?? '')) return phraseTo(words, at, at + 1, to, 'standard')
  if ((metric.test(low) && leads) || (low === 'to' && hasArticle(next) && metric.test(words[at + 2]?.low ?? ''))) {
    const fine = figureWithin(words, low === 'to' ? at + 1 : at, to)
    const op = /^(?:tolerances?|deviation|error|accuracy|runout|gap|clearance|roughness|flatness)$/.test(low) ? '<=' : fine?.measure?.op
    if (fine?.measure && op) return grown(words, { from: at, to: fine.to, role: 'standard', measure: { ...fine.measure, op } }, to)
  }
  const figure = figureAt(words, at, to, englishMeasures)
  if (!figure?.measure || figure.measure.unit === 'year' || /^(?:of|for)$/.test(words[at - 1]?.low ?? '')) return undefined
  if (low === 'up' && /^(?:kg|t|m|mm|kW|V|L|min)$/.test(figure.measure.unit)) return undefined
  // a 5 mm plate, 400 V motors: which, not how well.
  const thing = words[figure.to]
  if (!figure.compared && thing && figure.to < to && thing.kind === 'word' && !prepositions.has(thing.low) && !conjunctions.has(thing.low)) return undefined
  return grown(words, { from: at, to: figure.to, role: 'standard', measure: figure.measure, ...(figure.thing === undefined ? {} : { thing: figure.thing }) }, to)
}

const metric = /^(?:tolerances?|distortion|warp|leakage|backlash|wear|misalignment|deviation|error|accuracy|runout|gap|clearance|roughness|finish|rate|yield|depth|thickness|hardness|weight|temperature|pressure|speed|length|width|diameter|coverage|quality|precision|resolution|concentration|torque|level|response|downtime|scrap|score|rating|average|standard|flatness)$/

// with a scrap rate of at most 2 %, to a depth of 5 mm: a measured quality, then its figure.
function figureWithin(words: readonly Word[], from: number, to: number): Figure | undefined {
  let named = false
  for (let at = from; at < Math.min(to, from + 8); at++) {
    const figure = figureAt(words, at, to, englishMeasures)
    if (figure?.measure && (figure.compared || named)) return figure
    const { low } = words[at]!
    if (metric.test(low)) named = true
    if (low !== 'of' && low !== 'at' && (prepositions.has(low) || conjunctions.has(low) || words[at]!.kind === 'mark')) return undefined
  }
  return undefined
}

// 80 percent coverage, 2 % within the first hour, 80 °C for four hours, 10 minutes after the call: what still says how well.
function grown(words: readonly Word[], one: Circumstance, to: number): Circumstance {
  let end = one.to
  for (let rounds = 0; rounds < 3 && end < to; rounds++) {
    const low = words[end]!.low
    const figure = /^(?:for|within|and|in|per)$/.test(low) ? (figureAt(words, end, to, englishMeasures) ?? figureAt(words, end + 1, to, englishMeasures)) : undefined
    if (figure?.measure) end = figure.to
    else if (/^(?:within|of|after|from)$/.test(low) && /^(?:the|a|an|every|each|first|receipt|arrival|order|notification|call)$/.test(words[end + 1]?.low ?? '')) end = phraseTo(words, end, end + 1, to).to
    else if (one.measure?.unit === '%' && words[end]!.kind === 'word' && !prepositions.has(low) && !conjunctions.has(low) && !adverbs.has(low) && !relatives.has(low)) end++
    else if (low === 'per' && words[end + 1]?.kind === 'word' && end + 1 < to) end += 2
    else if (/^(?:before|by|until)$/.test(low) && deadline.test(words[end + 1]?.low ?? '')) end = deadlineEnd(words, end + 1, to)
    else break
  }
  return { ...one, to: end }
}

function deadlineEnd(words: readonly Word[], at: number, to: number): number {
  let end = at + 1
  while (end < to && /^(?:of|the|each|every|following|next|o'clock|am|pm|sharp|month|week|quarter|day|morning|evening|afternoon|year|shift|\d+|business|working|on|monday|friday|at|latest|a\.m|p\.m|half|past|noon|six|seven|eight|nine|ten|five|four|three|two|one|eleven|twelve)$/.test(words[end]!.low)) end++
  return end
}

/** The noun that a prepositional phrase is about: the last word before the next preposition. */
function headOf(words: readonly Word[], from: number, to: number): { low: string; at: number } | undefined {
  let at = from
  while (at < to && !ends(words, at) && !(at > from && newPhrase(words, at)) && (words[at]!.low !== 'of' || at === from)) at++
  return at > from ? { low: words[at - 1]!.low, at: at - 1 } : undefined
}

function phraseTo(words: readonly Word[], from: number, at: number, to: number, role: Circumstance['role'] = 'condition'): Circumstance {
  let end = at
  while (end < to && (!ends(words, end) || (end === at && !/^[,;:]$/.test(words[end]!.low)) || words[end]!.low === 'of')) {
    if (end > at && (figureAt(words, end, to, englishMeasures)?.compared || newPhrase(words, end))) break
    end++
  }
  return { from, to: Math.max(end, at), role }
}

// On Mondays the coolant: a determiner behind a noun begins the next phrase.
const newPhrase = (words: readonly Word[], at: number) => words[at - 1]?.low !== 'of' && determiners.has(words[at]!.low) && isNoun(words[at - 1])

const ends = (words: readonly Word[], at: number) => {
  const { low, kind } = words[at]!
  if (kind === 'mark') return !/^[&/%"“”'‘’+#°]$/.test(low)
  return low !== 'of' && (prepositions.has(low) || conjunctions.has(low) || relatives.has(low) || pronounSubjects.has(low) || /^(?:that|always|then|also|is|are|must|can|should|will|would|could|might|has|have|you've|himself|herself|yourself|independently|to|correctly|safely)$/.test(low))
}

// A clause of time before the main one ends where a second subject begins: Before you strike an arc | you grind.
function mainClauseFrom(words: readonly Word[], from: number, to: number): number {
  const gerund = /ing$/.test(words[from]?.low ?? '')
  for (let at = from + (gerund ? 1 : 2); at < to; at++) {
    const { low } = words[at]!
    if (/^(?:i|you|he|she|we|they|it|you've|you'll|he'll|she'll|they'll|please|then)$/.test(low) && !/^(?:and|that|which|who|than|as|if|when)$/.test(words[at - 1]!.low)) {
      // it as the object of the first verb: "before it goes", "check it".
      if (low === 'it' && !/^(?:is|has|must|should|needs|goes|gets)$/.test(words[at + 1]?.low ?? '')) continue
      return at
    }
  }
  return to
}

function trailingEnd(words: readonly Word[], from: number, to: number, isVerb: (low: string) => boolean, short = false): number {
  let end = from
  while (end < to) {
    const { low } = words[end]!
    if (/^(?:and|but|or|then)$/.test(low) && pronounSubjects.has(words[end + 1]?.low ?? '') && words[end + 1]!.low !== 'it') break
    // after each batch and record the pressure: the next thing to do is not part of when.
    if (/^(?:and|or|then)$/.test(low) && isVerb(words[end + 1]?.low ?? '') && end > from) break
    // after welding to within a millimetre: a figure is not part of when.
    if (end > from && /ing$/.test(words[from]?.low ?? '') && figureAt(words, end, to, englishMeasures)?.compared) return words[end - 1]!.low === 'to' ? end - 1 : end
    if (short && end > from && (prepositions.has(low) || conjunctions.has(low)) && low !== 'of' && low !== 'or') break
    end++
  }
  return end
}

const clauseFollows = (words: readonly Word[], at: number) => pronounSubjects.has(words[at]?.low ?? '') || determiners.has(words[at]?.low ?? '') || /^(?:nothing|nobody|everything|everyone|no|all|there|there's)$/.test(words[at]?.low ?? '')
