import type { FoundIn } from '@guildhall/contract/taxonomy'
import { type ContentLanguage, contentLanguages, type LocalizedText } from '@guildhall/kernel'

/** What of a concept can hold the words of a search. */
export type Searched = Readonly<{ code: string; notation: string | null; label: LocalizedText; alternatives: Lists; description: LocalizedText; tasks: Lists }>
type Lists = Readonly<Partial<Record<ContentLanguage, readonly string[]>>>
type Place = Readonly<{ place: FoundIn['place']; language: ContentLanguage | null; text: string }>

/** As much of a long text is shown before and behind the first word found. */
const around = 70

/**
 * Where the words of a search stand in a concept: the first text, from the name to the tasks, that holds all of them, else the one that holds the most. A concept of which no text
 * holds any was found by the sound of its name.
 * @example findIn(concept, ['torque'], 'en')?.place // 'description'
 */
export function findIn(concept: Searched, words: readonly string[], language: ContentLanguage): FoundIn | null {
  if (words.length === 0) return null
  let best: { place: Place; held: number } | undefined
  for (const place of placesOf(concept, language)) {
    const text = place.text.toLowerCase()
    const held = words.filter((word) => text.includes(word)).length
    if (held > (best?.held ?? 0)) best = { place, held }
    if (held === words.length) break
  }
  if (best) return cut(best.place, words)
  const name = concept.label.zh
  return name === undefined ? null : { place: 'sound', language: 'zh', text: name, spans: [] }
}

function* placesOf(concept: Searched, reader: ContentLanguage): Generator<Place> {
  const languages = [reader, ...contentLanguages.filter((one) => one !== reader)]
  if (concept.notation) yield { place: 'code', language: null, text: concept.notation }
  for (const language of languages) if (concept.label[language]) yield { place: 'label', language, text: concept.label[language] }
  for (const language of languages) for (const text of concept.alternatives[language] ?? []) yield { place: 'alternative', language, text }
  for (const language of languages) if (concept.description[language]) yield { place: 'description', language, text: concept.description[language] }
  for (const language of languages) for (const text of concept.tasks[language] ?? []) yield { place: 'task', language, text }
}

/** The text around the first word, whole words at both ends, and where the words stand in what is left. */
function cut({ place, language, text: whole }: Place, words: readonly string[]): FoundIn {
  const plain = whole.replace(/\s+/g, ' ')
  const first = Math.min(...words.map((word) => plain.toLowerCase().indexOf(word)).filter((at) => at >= 0))
  const [from, to] = [Math.max(0, first - around), Math.min(plain.length, first + 2 * around)]
  const start = from === 0 ? 0 : nextGap(plain, from)
  const end = to === plain.length ? to : lastGap(plain, to)
  const text = `${start > 0 ? '… ' : ''}${plain.slice(start, end)}${end < plain.length ? ' …' : ''}`
  return { place, language, text, spans: spansOf(text, words) }
}

const nextGap = (text: string, at: number) => (text.indexOf(' ', at) >= 0 && text.indexOf(' ', at) < at + 20 ? text.indexOf(' ', at) + 1 : at)
const lastGap = (text: string, at: number) => (text.lastIndexOf(' ', at) > at - 20 ? text.lastIndexOf(' ', at) : at)

/** Where the words stand, overlaps joined. Small letters that are longer than their capitals (İ) would shift them: then none are told. */
export function spansOf(text: string, words: readonly string[]): FoundIn['spans'] {
  const small = text.toLowerCase()
  if (small.length !== text.length) return []
  const found: { start: number; end: number }[] = []
  for (const word of words) for (let at = small.indexOf(word); at >= 0; at = small.indexOf(word, at + word.length)) found.push({ start: at, end: at + word.length })
  found.sort((a, b) => a.start - b.start)
  const joined: { start: number; end: number }[] = []
  for (const span of found) {
    const last = joined.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else joined.push(span)
  }
  return joined
}
