import type { FormTable } from '../forms.ts'
import type { Word } from '../words.ts'
import { isPerson, modals, prepositions, relatives, trailing } from './lists.ts'

/** What the first word of a clause makes of it; `from` is where its own words begin, `subordinate` puts its verb at the end. */
export type Opening = Readonly<{ role: 'condition' | 'standard' | 'aside' | 'object' } | { role: 'main'; from: number; subordinate: boolean }>

const main = (from: number, subordinate = false): Opening => ({ role: 'main', from, subordinate })
const wishing = /^(?:schön|gut|toll|froh|super|prima|klasse|hilfreich|dankbar|wär's|wäre|wär|wünsche|wünschen|wünscht|wichtig|erwarte|erwarten|möchte|möchten|will|wollen|brauche|brauchen|verlange|verlangen|hoffe|gern|gerne|lieber|nötig|traum|gehört|aufgabe|zählt)$/
const someone = /^(?:jemand|jemanden|einen|einer|eine|wen|leute|leut|keinen|keiner|niemand|niemanden|oan|ein|den|der)$/

/** How a clause begins: a conjunction may make all of it a condition or a standard. */
export function opensAs(words: readonly Word[], from: number, to: number, forms: FormTable): Opening {
  let at = from
  while (at < to && /^(?:auch|immer|aber|doch|ok|nur|und|mal|halt|zwar|gleich|so)$/.test(words[at]!.low)) at++
  const low = words[at]?.low ?? ''
  const earlier = words.slice(0, from)
  if (/^(?:wenn|falls|sobald|bevor|nachdem|solange|sofern|wemmer|ehe)$/.test(low) || (low === 'wen' && endsInVerb(words, to, forms)) || (low === 'während' && endsInVerb(words, to, forms) && !/n$|s$/.test(words[to - 1]?.low ?? '')))
    return (earlier.length === 0 && to === words.length) || earlier.slice(-8).some((one) => wishing.test(one.low)) ? main(at + 1, true) : { role: 'condition' }
  if (low === 'indem') return { role: 'condition' }
  if (low === 'ohne' && words[at + 1]?.low === 'dass') return subjectIsPerson(words, at + 2) ? { role: 'condition' } : { role: 'standard' }
  if (low === 'ohne' && words.slice(at, to).some((one) => one.low === 'zu' || /^(?:ab|an|auf|aus|ein|nach|um|vor|weg)zu/.test(one.low))) return { role: 'standard' }
  if (low === 'um' && words.slice(at, to).some((one) => one.low === 'zu' || /.zu[a-zäöü]{4,}n$/.test(one.low))) return { role: 'aside' }
  if (/^(?:dass|daß)$/.test(low)) return earlier.length === 0 || (earlier.some((one) => wishing.test(one.low)) && !earlier.some((one) => one.low === 'so')) ? main(at + 1, true) : { role: 'standard' }
  if (/^(?:sodass|damit)$/.test(low) && at > 0) return { role: 'standard' }
  if (low === 'bis' && endsInVerb(words, to, forms) && !prepositions.has(words[at + 1]?.low ?? '') && earlier.length > 0) return { role: 'standard' }
  // Da muss einer ran: with its verb behind it, "da" is a place and no reason.
  if (/^(?:weil|da|denn)$/.test(low) && !(low === 'da' && (modals.has(words[at + 1]?.low ?? '') || hasFinite(words[at + 1], forms)))) return main(at + 1, low !== 'denn')
  if (low === 'wer') return main(at + 1, true)
  if (low === 'wie' && words[at + 1]?.low === 'man') return main(at + 1, true)
  if (relatives.has(low) && earlier.length > 0) return { role: 'object' }
  if (/^(?:der|die|das|welcher|welche|wo|wos)$/.test(low) && earlier.length > 0 && endsInVerb(words, to, forms)) {
    const before = earlier.slice(-4).filter((one) => one.kind === 'word')
    return before.some((one) => isPerson(one.low) || someone.test(one.low)) ? main(at + 1, true) : { role: 'aside' }
  }
  // Kommt ein Mandant, sortiert sie: the verb in front says when, where the next clause begins with its verb too.
  if (from === 0 && hasFinite(words[at], forms) && to + 1 < words.length && hasFinite(words[to + 1], forms) && !/^\p{Lu}/u.test(words[to + 1]!.text)) return { role: 'condition' }
  return main(at)
}

const hasFinite = (word: Word | undefined, forms: FormTable) => word !== undefined && (forms.of(word.low).some((form) => form.shape === 'finite') || /^(?:kommt|ist|hat|geht|fällt|steht|läuft|fehlt|will|möchte|muss|wird|klingelt|ruft|stimmt|tritt|meldet|beschwert|bleibt|gibt)$/.test(word.low)) && word.text.length > 2 && /t$|uss$|ll$|te$|ird$/.test(word.low)

function endsInVerb(words: readonly Word[], to: number, forms: FormTable): boolean {
  const last = words[to - 1]
  return last !== undefined && (trailing.has(last.low) || modals.has(last.low) || forms.of(last.low).some((form) => form.shape !== 'noun'))
}

const subjectIsPerson = (words: readonly Word[], at: number) => /^(?:ich|man|jemand|wir|er|sie|du|einer|ihm|ihr|ihn)$/.test(words[at]?.low ?? '') || words.slice(at, at + 3).some((one) => isPerson(one.low) || /berater|kunde|prüfer|vorgesetzter/.test(one.low))
