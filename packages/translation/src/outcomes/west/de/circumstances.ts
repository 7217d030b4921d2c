import type { Measure } from '../../../types.ts'
import { figureAt } from '../measures.ts'
import { toPhrases, type Word } from '../words.ts'
import { conjunctions, determiners, isPartner, isPerson, prepositions } from './lists.ts'
import { germanMeasures } from './measures.ts'
import { isAdjective, isNoun, nounPhraseAt, type Range } from './noun-phrase.ts'

/** Where the words say when, where, with what, or how well. */
export type Circumstance = Range & Readonly<{ role: 'condition' | 'standard'; measure?: Measure; thing?: number }>

const frequency = toPhrases<'condition'>(
  `täglich|wöchentlich|monatlich|stündlich|jährlich|vierteljährlich|nachts|morgens|abends|mittags|vormittags|nachmittags|montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|werktags|wochenends|notfalls|bei bedarf|im notfall|vor ort|von hand|per hand
einmal täglich|zweimal täglich|dreimal täglich|einmal pro woche|einmal im monat|einmal im jahr|nach feierabend|vor feierabend|vor schichtende|nach schichtende|vor schichtbeginn|nach schichtbeginn|zu zweit|zu dritt|im akkord|im schichtbetrieb|auf zuruf|auf anfrage|auf abruf|am telefon|vor publikum|auf d' nocht`
    .replaceAll('\n', '|')
    .split('|')
    .map((one) => [one, 'condition']),
)
const freeOf = /^(?:fehler|grat|riss|poren|schlieren|staub|fett|rückstands|spiel|unfall|tropf|keim|blasen|kratzer|streifen|lücken|reklamations|beanstandungs|spritzer|verzugs|leck|öl|rost)frei(?:e[nrsm]?)?$/
const justRight = /^(?:frist|termin|norm|maß|zeit|toleranz)gerecht(?:e[nrsm]?)?$|^maßhaltig(?:e[nrsm]?)?$|^maßgenau(?:e[nrsm]?)?$|^fehlerlos(?:e[nrsm]?)?$|^lückenlos(?:e[nrsm]?)?$|^pünktlich(?:e[nrsm]?)?$|^millimetergenau$/
const norm = /^(?:iso|din|en|vde|vda|iec|asme|dvs|dguv|vdi|haccp|gmp|gdp|ifrs|hgb|dvgw|tüv|trgs|uvv|wcag|gobd|iatf|bgv|astm|gb)(?:[ /-]?\d.*|[ /-][a-z].*)?$/
const fault = /^(?:fehler|mängel|mangel|schäden|schaden|kratzer|grat|grate|risse?n?|poren|schlieren|blasen|lunker|verzug|verlust|verluste|rückstände|spritzer|tropfen|kleckern|ausfall|ausfälle|ausschuss|nacharbeit|beanstandung(?:en)?|reklamation(?:en)?|beschwerden|unfälle?n?|leckage|lücken|wackler|spiel|luft|unterbrechung|verzögerung|verspätung|stillstand|bruch|einschlüsse|flecken|streifen|fingerabdrücke|verwechslung(?:en)?|zu|etwas|einen?|jede[nrs]?|jegliche[nrs]?)$/
const helpers = /^(?:hilfe|aufsicht|anleitung|meister|chef|vorarbeiter|schichtleiter|schichtleitung|unterstützung|nachfrage|nachfragen|rückfrage|rückfragen|aufforderung|einweisung|mich|uns|ihn|sie|den|die|das|dem|der|jemanden|begleitung|kontrolle|plan|zeichnung|handbuch|lehrer|ausbilder|vorlage|strom|licht|werkzeug|kran|teleprompter|skript|zettel|spickzettel|taschenrechner|lehre|schablone|rechner|navi|navigationsgerät|übersetzer|dolmetscher|handschuhe|kollegen|kollegin|team|computer|internet|google|rezept|brille|bedienungsanleitung|leiter|hebezeug|stapler)$/
const dated = /^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mittag|mitternacht|abend|morgen|feierabend|schichtende|monatsende|jahresende|wochenende|quartalsende|ersten|zweiten|dritten|fünften|sechsten|achten|zehnten|fünfzehnten|zwanzigsten|letzten|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|ende|spätestens|uhr|\d+|acht|neun|zehn|elf|zwölf|sieben|sechs|drei|vier|fünf|eins|zwei|heute|übermorgen|nächsten|zum)$/
const governed = /^(?:umgang|arbeit|arbeiten|erfahrung|erfahrungen|kenntnisse|vertraut|kommunikation|zusammenarbeit|abstimmung|kontakt|gespräche?|sprechen|spricht|redet|reden|umgehen|verhandeln|verhandelt|telefonieren|beginnen|anfangen|handel|verhandlungen?|abstimmen|mitwirkung|überfordert|versorgung|belieferung|zurecht|auskennen|rechnen|bestückung|befüllung|nachweis|elektrofachkraft|fachkraft|pflegefachkraft)$/
const helping = /^(?:mitwirkung|mitarbeit|unterstützung|hilfe|mithilfe|beteiligung|helfen|hilft|helf|mitwirken|mitarbeiten|unterstützen|unterstützt|assistenz|teilnahme)$/

/** All circumstances of a clause, in places of its words. `late`: whether something stands before that they can belong to. */
export function circumstancesOf(words: readonly Word[], from: number, to: number, isNewAction: (at: number) => boolean): Circumstance[] {
  const found: Circumstance[] = []
  for (let at = from; at < to; at++) {
    const one = standardAt(words, from, at, to) ?? conditionAt(words, from, at, to)
    if (!one) continue
    const joint = indexOfJoint(words, one, isNewAction)
    found.push(joint === undefined ? one : { ...one, to: joint })
    at = (joint ?? one.to) - 1
  }
  return found
}

// mit dem Smartphone und Pflege der Daten: the next thing to do is not part of the tool.
function indexOfJoint(words: readonly Word[], { from, to }: Range, isNewAction: (at: number) => boolean): number | undefined {
  for (let at = from + 1; at < to; at++) if (/^(?:und|oder|sowie)$/.test(words[at]!.low) && isNewAction(at + 1)) return at
  return undefined
}

const lowAt = (words: readonly Word[], at: number) => words[at]?.low ?? ''

function conditionAt(words: readonly Word[], from: number, at: number, to: number): Circumstance | undefined {
  const { low } = words[at]!
  const often = frequency.at(words, at, to)
  // die tägliche Wartung is no place for it, but "täglich prüfen" is.
  if (often) return { from: at, to: often.end, role: 'condition' }
  if (/^(?:jeden|jede|jedes|jedn|alle)$/.test(low) && /^(?:tag|morgen|abend|nacht|woche|monat|schicht|stunde|jahr|montag|freitag|tog|quartal|wochen|tage|stunden|monate|zwei|drei|vier|sechs|acht|halbe|dienstag|mittwoch|donnerstag|samstag)$/.test(lowAt(words, at + 1)))
    return { from: at, to: Math.min(to, /^(?:zwei|drei|vier|sechs|acht|halbe)$/.test(lowAt(words, at + 1)) ? at + 3 : at + 2), role: 'condition' }
  if (/^(?:einmal|zweimal|dreimal)$/.test(low) && /^(?:pro|am|im|je|die|in)$/.test(lowAt(words, at + 1))) return phrase(words, at, at + 2, to)
  if (!prepositions.has(low)) return undefined
  // gleich am Aufnahmetag, auch unter Zeitdruck: the word that sharpens it belongs to it.
  const start = at > from && /^(?:gleich|auch|direkt|noch|schon|erst)$/.test(lowAt(words, at - 1)) ? at - 1 : at
  const before = lowAt(words, start - 1)
  const made = (after = at + 1) => {
    const one = phrase(words, at, after, to)
    return one && { ...one, from: start }
  }
  if (/^(?:mithilfe|anhand|mittels|laut|gemäß|während|trotz|statt|entsprechend|wegen|oberhalb|unterhalb|außerhalb|per|samt|inklusive)$/.test(low)) return made(/^(?:von|der|des)$/.test(lowAt(words, at + 1)) ? at + 1 : at + 1)
  const head = headOf(words, at + 1, to)
  if (/^(?:versiert|geübt|sicher|erfahren|fit|bewandert)$/.test(before) || lowAt(words, at + 1) === 'umgang') return undefined
  if (low === 'unter' || low === 'under') return head ? made() : undefined
  if (low === 'ohne') return helpers.test(lowAt(words, at + 1)) || (head && (isPerson(head.low) || helpers.test(head.low))) ? made() : undefined
  if (!head) return undefined
  if (low === 'mit') {
    if (governed.test(before) || isPartner(head.low) || beforeGoverned(words, from, at) || isPerson(before)) return undefined
    return made()
  }
  if (/^(?:bei|beim)$/.test(low)) return helping.test(before) || /^(?:uns|mir|euch|ihnen|ihm|ihr|dir)$/.test(lowAt(words, at + 1)) || words.slice(from, at).some((one) => helping.test(one.low)) ? undefined : made()
  if (low === 'nach' || low === 'vor') return made()
  if (/^(?:auf|im|in|am|an|ans|ins)$/.test(low)) {
    if (/^(?:kenntnisse|erfahrung|erfahrungen|kenntnis|interesse|spaß|freude|grundkenntnisse|fachkenntnisse|abschluss|ausbildung|arbeit|mitarbeit|wissen|grundlagen|einweisung|einarbeitung|teilnahme|anforderungen|anpassung|umstellung|störung|störungen|fehler|schaden|schäden|mängel|defekte|arbeiten|reparaturen)$/.test(before)) return undefined
    if (low === 'in' && lowAt(words, at + 2) === 'lage') return undefined
    if (/^(?:betrieb|gang|ordnung|empfang|stand|form|rechnung|auftrag|schuss|griff|gebrauch|bewegung|position|verbindung|anspruch|frage|deutsch|englisch|gefahr)$/.test(lowAt(words, at + 1)) && low === 'in' && !/^(?:deutsch|englisch|bewegung)$/.test(lowAt(words, at + 1))) return undefined
    if (/^(?:maß|anhieb|stoß)$/.test(lowAt(words, at + 1))) return { from: at, to: at + 2, role: 'standard' }
    const next = lowAt(words, at + 1)
    const dative = low === 'im' || low === 'am' || /^(?:dem|der|den|einem|einer|unserem|unserer|jedem|jeder|allen|unseren|mehreren|beiden|engen|großer)$/.test(next) || (isNoun(words[at + 1]) && (low === 'in' || low === 'an')) || (isAdjective(words[at + 1]) && /(?:en|er|em)$/.test(next))
    if (!dative) return undefined
    // auf den Tisch legen, in die Maschine: whither is no circumstance.
    if (/^(?:auf|an)$/.test(low) && next === 'den' && !/(?:en|ern|n|s)$/.test(head.low)) return undefined
    return made()
  }
  return undefined
}

const beforeGoverned = (words: readonly Word[], from: number, at: number) => words.slice(from, at).some((one) => /^(?:umgang|vertraut|überfordert|kommuniziert|kommunizieren|verhandelt|verhandeln|telefoniert|spricht|sprechen|redet)$/.test(one.low)) || words.slice(at).some((one) => /^(?:überfordert|vertraut|umgehen|sprechen|verhandeln|kommunizieren|umzugehen|reden|abstimmen|zusammenarbeiten)$/.test(one.low))

function standardAt(words: readonly Word[], from: number, at: number, to: number): Circumstance | undefined {
  const { low } = words[at]!
  const next = lowAt(words, at + 1)
  const turned = results.at(words, at, to)
  if (turned) return { from: at, to: turned.end, role: 'standard' }
  if (/^(?:vor|um|pünktlich|punkt)$/.test(low) && (/^\d+$/.test(next) || germanMeasures.numbers[next]) && /^(?:uhr)$/.test(lowAt(words, at + 2))) return { from: at, to: at + 3, role: 'standard' }
  if ((freeOf.test(low) || justRight.test(low)) && lowAt(words, at + 1) !== 'schalten') return { from: at, to: at + 1, role: 'standard', ...(freeOf.test(low) ? { measure: { op: '=', value: 0, unit: 'pcs' } as const } : {}) }
  if (low === 'ohne' && fault.test(next) && !(helpers.test(next) && !fault.test(lowAt(words, at + 2)))) {
    const none = /^(?:einen?|jede[nrs]?|jegliche[nrs]?)$/.test(next)
    // ohne zu kleckern, ohne etwas zu beschädigen: to the infinitive.
    const zu = words.findIndex((one, i) => i > at && i < Math.min(to, at + 7) && one.low === 'zu')
    const end = zu > 0 ? Math.min(to, zu + 2) : (phrase(words, at, at + 1, to)?.to ?? at + 2)
    return { from: at, to: end, role: 'standard', ...(none ? { measure: { op: '=', value: 0, unit: 'pcs' } as const } : {}) }
  }
  if (/^(?:ohne)$/.test(low) && isNoun(words[at + 1]) && !helpers.test(next) && !isPerson(next)) return phrase(words, at, at + 1, to, 'standard')
  // kein Haar im Waschbecken, null Fehler: behind a comma it says how well.
  if (at === from && from > 0 && /^(?:kein|keine|keinen|keinerlei|null)$/.test(low) && words.slice(at, to).every((one, i) => /^\p{Lu}/u.test(one.text) || !/(?:en|t)$/.test(one.low) || determiners.has(one.low) || prepositions.has(one.low) || isNoun(words[at + i + 1]))) return { from: at, to, role: 'standard', measure: { op: '=', value: 0, unit: 'pcs' } }
  const normAt = /^(?:nach|gemäß|laut|entsprechend|gem)$/.test(low) ? [at + 1, at + 2].find((i) => i < to && norm.test(lowAt(words, i)) && /^\p{Lu}{2}/u.test(words[i]!.text)) : undefined
  if (normAt !== undefined) {
    let end = normAt + 1
    while (end < to && (words[end]!.kind === 'number' || /^[-:/.]$/.test(words[end]!.low) || norm.test(words[end]!.low))) end++
    return { from: at, to: end, role: 'standard' }
  }
  const due = /^(?:bis|spätestens)$/.test(low) ? deadlineAt(words, at, to) : undefined
  if (due) return due
  if (/^(?:spätestens|binnen|innerhalb)$/.test(low)) {
    const timed = figureAt(words, at, to, germanMeasures) ?? figureAt(words, /^(?:nach|in|von)$/.test(next) ? at + 2 : at + 1, to, germanMeasures)
    const end = timed ? timed.to : (phrase(words, at, /^(?:nach|in|am|bis|zum|von|vor)$/.test(next) ? at + 2 : at + 1, to)?.to ?? at + 1)
    return { from: at, to: end, role: 'standard', ...(timed?.measure ? { measure: { ...timed.measure, op: '<=' } } : {}) }
  }
  if (/^(?:auf|nach)$/.test(low) && /^(?:h|js|k|n|p|f|g|it)\d{1,2}$/.test(next)) return { from: at, to: at + 2, role: 'standard' }
  if (low === 'um' && /^(?:halb|viertel|dreiviertel|punkt)$/.test(next)) return { from: at, to: Math.min(to, at + (/^viertel$/.test(next) ? 4 : 3)), role: 'standard' }
  if (low === 'auf' && (/^(?:den|das|die|ein)$/.test(next) || germanMeasures.numbers[next] !== undefined || /^\d/.test(next))) {
    const exact = words.findIndex((one, i) => i > at && i < Math.min(to, at + 5) && one.low === 'genau')
    if (exact > 0) {
      const unit = germanMeasures.units.at(words, at + 2, to)?.value
      const value = /^\d/.test(next) ? Number(next.replace(',', '.')) : (germanMeasures.numbers[next] ?? 1)
      return { from: at, to: exact + 1, role: 'standard', ...(unit ? { measure: { op: '<=', value: Number((value * unit[1]).toPrecision(12)), unit: unit[0] } as const } : {}) }
    }
  }
  if (/^(?:am|noch am) (?:selben|gleichen)$/.test(`${low} ${next}`)) return { ...phrase(words, at, at + 2, to)!, role: 'standard', measure: { op: '<=', value: 1, unit: 'd' } }
  if (/^(?:mit|um|zu|bei|von|auf|kein|keine|keinen)$/.test(low) && figureLater(words, at + 1, to)) {
    const figure = figureLater(words, at + 1, to)!
    if (figure.measure && (low === 'um' || low === 'mit' || low === 'auf' || low === 'bei')) {
      const own = figureAt(words, at, to, germanMeasures)
      const measure = own?.measure ?? figure.measure
      return { from: at, to: figure.to, role: 'standard', measure: words.slice(at, figure.to).some((one) => fine.test(one.low)) ? { ...measure, op: '<=' } : measure }
    }
  }
  const metricAt = (at === from && metric.test(low)) || (metric.test(low) && /^[,:]$/.test(lowAt(words, at - 1)))
  if (metricAt) {
    const figure = figureLater(words, at + 1, to) ?? exactLater(words, at + 1, to)
    if (figure?.measure) return { from: at, to: figure.to, role: 'standard', measure: fine.test(low) ? { ...figure.measure, op: '<=' } : figure.measure }
  }
  const figure = figureAt(words, at, to, germanMeasures)
  if (!figure?.measure || figure.measure.unit === 'year' || /^(?:von|für)$/.test(lowAt(words, at - 1))) return undefined
  if (/^(?:bis|ab|über)$/.test(low) && /^(?:kg|t|m|mm|kW|V|L)$/.test(figure.measure.unit)) return undefined
  const thing = words[figure.to]
  if (!figure.compared && thing && figure.to < to && isNoun(thing)) return undefined
  return { from: at, to: figure.to, role: 'standard', measure: figure.measure, ...(figure.thing === undefined ? {} : { thing: figure.thing }) }
}

// auf Anhieb, beim ersten Mal, in der Toleranz: said of how it turns out.
const results = toPhrases<'standard'>(
  'auf anhieb|beim ersten mal|beim ersten versuch|im ersten anlauf|gleich beim ersten mal|in einem rutsch|in der toleranz|innerhalb der toleranz|im rahmen der toleranz|im budget|zu hundert prozent|ohne nacharbeit|auf punkt|auf den punkt|wie neu|auf maß|aufs gramm|aufs gramm genau|auf stoß|nach maß'.split('|').map((one) => [one, 'standard']),
)

const metric = /^(?:abdeckung|auslastung|differenzen|verlust|fehlerrate|ausfallzeit|stillstand|leckrate|unwucht|planlauf|verzug|naht|bearbeitungszeit|durchlaufzeit|reaktionszeit|retourenquote|wareneinsatz|toleranz|abweichung|genauigkeit|rundlauf|oberflächengüte|rauheit|rautiefe|rauhigkeit|spaltmaß|längenmaß|maß|fehlerquote|quote|ausschuss|ausschussquote|temperatur|druck|drehmoment|füllstand|trefferquote|lieferquote|verfügbarkeit|antwortzeit|taktzeit|kerntemperatur|ebenheit|schichtdicke|gewicht|spiel|spalt|dicke|tiefe)$/
const fine = /^(?:toleranz|abweichung|genauigkeit|rundlauf|oberflächengüte|rauheit|rautiefe|rauhigkeit|spaltmaß|ausschuss|ausschussquote|fehlerquote|ebenheit|spalt|spiel|längenmaß)$/

function figureLater(words: readonly Word[], from: number, to: number) {
  for (let at = from; at < Math.min(to, from + 5); at++) {
    const figure = figureAt(words, at, to, germanMeasures)
    if (figure?.measure && (figure.compared || /^(?:%|mm|um|°C)$/.test(figure.measure.unit))) return figure
    // bei Frost die Ventile binnen …: a thing between is what the figure is not about.
    if (words[at]!.kind === 'mark' || conjunctions.has(words[at]!.low) || (isNoun(words[at]) && !metric.test(words[at]!.low) && !/(?:quote|rate|genauigkeit|abweichung|toleranz|geschwindigkeit|temperatur|druck|wahrscheinlichkeit|anteil|sicherheit)$/.test(words[at]!.low))) return undefined
  }
  return undefined
}

function exactLater(words: readonly Word[], from: number, to: number) {
  for (let at = from; at < to; at++) {
    const one = lowAt(words, at) === 'auf' ? standardAt(words, -1, at, to) : undefined
    if (one) return one
  }
  return undefined
}

// bis zum Zehnten, bis Freitag 12 Uhr, spätestens am Abend: to the end of the date.
function deadlineAt(words: readonly Word[], at: number, to: number): Circumstance | undefined {
  let day = at + 1
  while (day < to && /^(?:zum|zur|am|um|spätestens|bis|nächsten|kommenden|ende|des|der|den|im)$/.test(lowAt(words, day))) day++
  if (day >= to || !(dated.test(lowAt(words, day)) || /(?:tag|ende|schluss|beginn)$/.test(lowAt(words, day))) || germanMeasures.units.at(words, day + 1, to)) return undefined
  let end = day + 1
  while (end < to && /^(?:uhr|abend|morgen|mittag|des|der|monats|folgemonats|jahres|quartals|woche|nächsten|\d+|tag|tages|werktag|früh|\.)$/.test(lowAt(words, end))) end++
  return { from: at, to: end, role: 'standard' }
}

/** The noun that a prepositional phrase is about. */
function headOf(words: readonly Word[], from: number, to: number): { low: string; at: number } | undefined {
  for (let at = from; at < Math.min(to, from + 6); at++) {
    if (isNoun(words[at])) return { low: words[at]!.low, at }
    if (words[at]!.kind === 'mark' || conjunctions.has(words[at]!.low)) return undefined
  }
  return undefined
}

function phrase(words: readonly Word[], from: number, after: number, to: number, role: Circumstance['role'] = 'condition'): Circumstance | undefined {
  const taken = new Uint8Array(to)
  let at = after
  while (at < to && determiners.has(lowAt(words, at))) at++
  const noun = nounPhraseAt({ words, to, taken }, at)
  // ohne mich, ohne zu fragen: a pronoun or a word without capital letter ends it as well.
  return { from, to: noun ? noun.to : Math.min(to, Math.max(after, at) + (at > after ? 0 : 1)), role }
}
