import { bullet, edge, type Sentence } from '../segment.ts'

/** A sentence of an English or German text; `asks` where a question mark ends it, `under` the list it stands in. */
export type WesternSentence = Sentence & Readonly<{ asks: boolean; under?: 'offer' | 'profile' | 'tasks' }>

const abbreviation =
  /(?:^|[\s(])(?:z\. ?b|d\. ?h|u\. ?a|i\. ?d|e\. ?g|i\. ?e|ca|min|max|nr|no|inkl|bzw|bspw|ggf|etc|approx|evtl|usw|vs|dr|mr|mrs|ms|st|str|tel|abs|art|mind|einschl|sog|vgl|zzgl|o|m|[a-z])$/i
const headings: readonly (readonly [WesternSentence['under'] & string, RegExp])[] = [
  ['offer', /^(?:what |why )?(?:we offer(?: you)?|our offer|your benefits|benefits|perks|what you(?:'ll| will)? get|our benefits|wir bieten(?: (?:ihnen|dir))?|das bieten wir(?: (?:ihnen|dir))?|unser angebot|ihre vorteile|deine vorteile|was wir bieten|wir bieten an)\s*:/i],
  ['profile', /^(?:your profile|requirements|qualifications|what you (?:bring|need)|you bring|skills|ihr profil|dein profil|anforderungen|das bringen sie mit|sie bringen mit|du bringst mit|qualifikationen?|voraussetzungen)\s*:/i],
  ['tasks', /^(?:your (?:tasks|duties|role|job)|duties|tasks|responsibilities|what you(?:'ll| will)? do|ihre aufgaben|deine aufgaben|aufgaben(?:gebiet)?|tätigkeiten|das erwartet (?:sie|dich)|aufgabengebiet)\s*:/i],
]

/**
 * Splits at full stops, semicolons, line breaks and bullets. A point in a figure, an abbreviation or a date ends nothing.
 * @example splitWestern('Bore to 0.5 mm. Then deburr.') // two sentences
 */
export function splitWestern(text: string): WesternSentence[] {
  const found: WesternSentence[] = []
  let under: WesternSentence['under']
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !endsAt(text, at)) continue
    const start = from
    from = at + 1
    let piece = text.slice(start, at)
    let begin = start + (bullet.exec(piece)?.[0].length ?? 0)
    piece = text.slice(begin, at)
    const heading = headings.find(([, words]) => words.test(text[at] === '\n' || at === text.length ? `${piece}:` : piece))
    if (heading) {
      under = heading[0]
      begin += Math.min(piece.length, heading[1].exec(`${piece}:`)?.[0].length ?? 0)
    } else if (/\n\s*$/.test(text.slice(Math.max(0, start - 2), start)) && text.slice(Math.max(0, start - 2), start) === '\n\n') under = undefined
    let end = at
    while (begin < end && edge.test(text[begin]!)) begin++
    while (end > begin && edge.test(text[end - 1]!)) end--
    if (end > begin) found.push({ start: begin, end, asks: /^["'”’\s)]*？|^["'”’\s)]*\?/.test(text.slice(end, end + 6)), ...(under ? { under } : {}) })
  }
  return found
}

function endsAt(text: string, at: number): boolean {
  const mark = text[at]!
  if (/[;!?；！？。\n•●]/.test(mark)) return true
  if (mark !== '.' || !/^(?:["'”’)]?\s|["'”’)]?$)/.test(text.slice(at + 1, at + 3))) return false
  const before = text.slice(Math.max(0, at - 8), at)
  if (abbreviation.test(before)) return false
  // am 10. des Monats, by the 3. of May: a day, not an end.
  return !(/\d$/.test(before) && /^\.\s+(?:\p{Ll}|Monat|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Tag|Werktag)/u.test(text.slice(at, at + 14)))
}
