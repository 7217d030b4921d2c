import type { ContentLanguage, Reason } from '@guildhall/kernel'
import type { ConceptKind, Evidence, Link, SearchIndex } from '../types.ts'
import type { TitleReasonCode } from './reasons.ts'
import { askedTitle, type TitleCore, titleCore } from './title-key.ts'

export const titleGrades = ['sure', 'likely', 'possible'] as const
export type TitleGrade = (typeof titleGrades)[number]

/** A proposed tie of a title to an occupation or a group of occupations; a person accepts. `score` only orders within a grade. */
export type TitleLink = Readonly<{ taxonomy: string; concept: string; label: string; language: ContentLanguage; grade: TitleGrade; score: number; evidence: readonly Evidence[]; reasons: readonly Reason<TitleReasonCode>[] }>

/** `accepted`: what people tied the same title to before, in this taxonomy, and how often. */
export type TitleAsk = Readonly<{
  title: string
  language: ContentLanguage
  index: SearchIndex
  most?: number
  accepted?: readonly Readonly<{ concept: string; times: number }>[]
}>

/** Longer is no title; whoever pastes an advert into the field gets its first line read. */
export const longestTitle = 200
/** So many are looked at: an accepted one may stand deep. */
const looked = 40
const kinds: readonly ConceptKind[] = ['occupation', 'group']
/** Of the letters of a title this share must belong to the label that stands in it, else the label is only a part of what is said. */
const mostlyRead = 0.5
/** Words that say a rank or a hurry, and no trade. */
const noTrade = /^(?:senior|junior|lead|experienced|trainee|urgent|fulltime|parttime|vollzeit|teilzeit|erfahrene[rns]?|dringend|gesucht|wanted|急招|急聘|诚聘|高薪|招聘|招|聘|资深|高级|中级|初级|熟练|熟手|全职|兼职|长期|若干)+$/

/**
 * What a title of a post may mean among the occupations of one index: the words that led there, the label they met, how sure, and why.
 * Pure, and says nothing that the index does not hold.
 * @example translateTitle({ title: 'Koch (m/w/d)', language: 'de', index }) // [{ concept: 'cook', grade: 'sure', evidence: [{ start: 0, end: 4, matched: 'Koch' }], … }]
 */
export function translateTitle({ title, language, index, most = 3, accepted = [] }: TitleAsk): readonly TitleLink[] {
  const text = firstLine(title)
  const core = titleCore(text, language)
  if (core.key === '') return []
  const found = index.search({ text: askedTitle(text, language), language, top: looked, kinds })
  const exact = found.filter((link) => isLabel(link, core.key, language)).length
  const times = new Map(accepted.map((one) => [one.concept, one.times]))
  return found
    .flatMap((link) => graded(link, { text, core, language, exact, before: times.get(link.concept) ?? 0 }))
    .sort((a, b) => b.before - a.before || rank(a.link) - rank(b.link))
    .slice(0, most)
    .map((one) => one.link)
}

const rank = (link: TitleLink) => titleGrades.indexOf(link.grade)

/** The first line that says something, no longer than a title is. */
const firstLine = (title: string): string => {
  const start = title.search(/\S/)
  return start < 0 ? '' : title.slice(0, start) + (title.slice(start).split(/[\r\n]/, 1)[0] ?? '').slice(0, longestTitle)
}

const isLabel = (link: Link, key: string, language: ContentLanguage) => link.evidence.some((one) => titleCore(one.matched, language).key === key)

type Read = Readonly<{ text: string; core: TitleCore; language: ContentLanguage; exact: number; before: number }>

/** A link without words that led there is none: nobody could judge it. Only one that people accepted before needs none. */
function graded(link: Link, read: Read): readonly Readonly<{ link: TitleLink; before: number }>[] {
  const { before, language, text } = read
  const evidence = link.evidence.filter((one) => one.start < one.end && one.end <= text.length)
  if (evidence.length === 0 && !before) return []
  const weighed = weigh({ ...link, evidence }, read)
  const reasons = before ? [{ code: 'title-accepted-before' as const, params: { n: before } }, ...weighed.reasons] : weighed.reasons
  // People decided so for these very words: at least likely, whatever the letters say.
  const grade = before && weighed.grade === 'possible' ? 'likely' : weighed.grade
  return [{ before, link: { taxonomy: link.taxonomy, concept: link.concept, label: link.label, language, grade, score: link.score, evidence, reasons } }]
}

function weigh(link: Link, { text, core, language, exact }: Read): Readonly<{ grade: TitleGrade; reasons: readonly Reason<TitleReasonCode>[] }> {
  const matched = link.evidence[0]?.matched ?? link.label
  if (isLabel(link, core.key, language)) {
    if (exact === 1 && !isTrusted(link, core.key, language)) return { grade: 'likely', reasons: [{ code: 'title-is-other-name', params: { label: matched } }] }
    return exact === 1 ? { grade: 'sure', reasons: [{ code: 'title-is-label', params: { label: matched } }] } : { grade: 'likely', reasons: [{ code: 'title-is-label-of-several', params: { label: matched, n: exact } }] }
  }
  const label = titleCore(matched, language).key
  if (label === '' || link.evidence.length === 0) return { grade: 'possible', reasons: [] }
  const rest = unread(core, link.evidence)
  const stands = standsIn(text, core, label, language) && label.length >= core.key.length * mostlyRead && (isLong(matched, language) || noTrade.test(rest.replaceAll(' ', '')))
  const more: readonly Reason<TitleReasonCode>[] = rest ? [{ code: 'title-words-not-read', params: { words: rest } }] : []
  if (stands || link.sure) return { grade: 'likely', reasons: [{ code: 'title-has-label', params: { label: matched } }, ...more] }
  return { grade: 'possible', reasons: [{ code: 'title-words-alike', params: { label: matched } }, ...more] }
}

/**
 * Other names of the Chinese classification are collected from adverts: on 994 labelled titles a title that was one was right in .53 of the cases (the name itself: 7 of 7),
 * in German in .84. So another name makes nobody sure of a Chinese title.
 */
const isTrusted = (link: Link, key: string, language: ContentLanguage) => language !== 'zh' || titleCore(link.label, language).key === key

/** A label of several words, or of four characters, names a trade by itself; a shorter one may be the end of another name (车工 in 行车工, "programmer" in "robot programmer"). */
const isLong = (label: string, language: ContentLanguage) => (language === 'zh' ? label.length >= 4 : label.trim().split(/\s+/).length > 1)

/** The label stands in the title, letter by letter; in German and English as words of its own, since "Mechaniker" is no part of "Industriemechaniker". */
function standsIn(text: string, { key, places }: TitleCore, label: string, language: ContentLanguage): boolean {
  const isLetter = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? ' ')
  for (let at = key.indexOf(label); at >= 0; at = key.indexOf(label, at + 1)) {
    if (language === 'zh' || (!isLetter(places[at]! - 1) && !isLetter(places[at + label.length - 1]! + 1))) return true
  }
  return false
}

/** Letters of the title that no evidence touches, run by run. */
function unread({ key, places }: TitleCore, evidence: readonly Evidence[]): string {
  const runs: string[] = []
  let last = -2
  for (let i = 0; i < key.length; i++) {
    const place = places[i]!
    if (evidence.some((one) => place >= one.start && place < one.end)) continue
    if (last === i - 1 && place - places[last]! <= 1) runs[runs.length - 1] += key[i]!
    else runs.push(key[i]!)
    last = i
  }
  return runs.join(' ')
}
