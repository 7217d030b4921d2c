import type { Reason } from '@guildhall/kernel'
import type { Statement, StatementKind } from '../types.ts'
import { findLinks } from './links.ts'
import { toOriginal } from './normalise.ts'
import type { OutcomeReasonCode } from './reasons.ts'
import type { SentenceContext } from './sentence.ts'

const offer =
  /\b(?:salary|wages?|pay|bonus(?:es)?|benefits?|insurance|holidays?|vacation|pension|free (?:meals|parking|lunch)|discount|we offer|gym|overtime pay|company car)\b|\b(?:Gehalt|Vergütung|Lohn|Bonus|Urlaub\w*|Zulagen?|Weihnachtsgeld|Urlaubsgeld|wir bieten|Altersvorsorge|Jobrad|Kantine|Firmenwagen|Sozialleistungen|übertariflich\w*)/i
const formal =
  /\b(?:degree|diploma|bachelor|master'?s|years? of experience|years'? experience|driving licen[cs]e|certificate|certified|aged?|high school|GED)\b|(?:abgeschlossene|Ausbildung als|Berufserfahrung|Jahre Erfahrung|Führerschein|Studium|Abschluss|Zertifikat|Schichtbereitschaft|\bAlter\b)/i
const trait =
  /\b(?:team player|reliable|punctual|motivated|friendly|flexible|hard-?working|self-starter|attention to detail|positive attitude|communication skills|passionate|honest)\b|(?:teamfähig|zuverlässig|belastbar|motiviert|freundlich|flexibel|pünktlich|engagiert|Teamgeist|Kommunikationsfähigkeit|kommunikativ|sorgfältig)/i
const noise =
  /^(?:hi|hello|dear|about us|apply|contact|please send|we are (?:a|an|the)\b|our company|founded|über uns|hallo|bewerb|kontakt|wir sind|unser unternehmen|guten tag|bitte senden)/i
const notNeeded =
  /\b(?:no|not)\b[^,.]{0,40}\b(?:needed|required|necessary)\b|\bnicht (?:erforderlich|nötig|notwendig)|\bkeine?\b[^,.]{0,40}\b(?:erforderlich|nötig|notwendig)/i
const welcome = /\b(?:a plus|preferred|nice to have|desirable)\b|(?:von Vorteil|wünschenswert|gern gesehen)/i
const knows =
  /\b(?:knowledge of|familiar with|experience (?:in|with)|proficien\w+|understanding of)\b|(?:Kenntnisse|Umgang mit|vertraut mit)/i

/** English and German sentences: kind by cue words, ties by phrases and index. Slots are not read yet, and a reason says so. */
export function readForeign({ normal, lexicon, index, memory, sentence, language }: SentenceContext): Statement[] {
  const words = normal.text.slice(sentence.start, sentence.end)
  const negated = notNeeded.test(words)
  const kind = kindOf(words, negated)
  const reasons: Reason<OutcomeReasonCode>[] = []
  if (negated) reasons.push({ code: 'not-needed' })
  if (welcome.test(words)) reasons.push({ code: 'welcome-not-required' })
  const speaks = !negated && (kind === 'task' || kind === 'requirement')
  if (speaks) reasons.push({ code: 'no-slots-in-this-language' })
  const links = speaks ? findLinks({ normal, span: sentence, language, lexicon, index, memory, top: 10 }) : []
  return [{ ...toOriginal(normal, sentence.start, sentence.end), kind, links, outcomes: [], reasons }]
}

function kindOf(words: string, negated: boolean): StatementKind {
  if (negated) return 'requirement'
  if (offer.test(words)) return 'offer'
  if (noise.test(words)) return 'noise'
  if (formal.test(words)) return 'requirement'
  if (trait.test(words)) return 'trait'
  return knows.test(words) ? 'requirement' : 'task'
}
