import type { InterfaceLanguage } from '@guildhall/kernel'
import { findWords } from '@guildhall/words'
import { decodeEntities } from './html-entities.ts'
import { hasTags, readHtml } from './html-text.ts'
import { readPlain } from './read-text.ts'

type Json = Readonly<Record<string, unknown>>
export type Posting = Readonly<{ title: string | undefined; text: string }>

/** What of a schema.org JobPosting says what is asked, in the order in which an advert says it; pay, place and dates are for other readers. */
const sections = ['responsibilities', 'qualifications', 'skills', 'experienceRequirements', 'educationRequirements'] as const
/** More objects and levels than any page of one advert has. */
const most = { depth: 12, objects: 20_000, postings: 50 }

/**
 * The adverts in JSON that is schema.org data: alone, in a list, in an @graph or within another thing.
 * @example findPostings({ '@type': 'JobPosting', title: 'Welder', description: '<p>MIG</p>' }) // [{ title: 'Welder', text: 'MIG' }]
 */
export function findPostings(json: unknown): Posting[] {
  const found: Posting[] = []
  const waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }]
  for (let seen = 0; waiting.length && seen < most.objects && found.length < most.postings; seen++) {
    const { value, depth } = waiting.shift()!
    if (typeof value !== 'object' || value === null || depth > most.depth) continue
    if (isPosting(value)) found.push(toPosting(value as Json)) // safe: an object
    else for (const one of Object.values(value).slice(0, most.objects)) waiting.push({ value: one, depth: depth + 1 })
  }
  return found.filter((one) => one.text)
}

function isPosting(value: object): boolean {
  const type: unknown = '@type' in value ? value['@type'] : undefined
  return [type].flat().some((one) => typeof one === 'string' && /(?:^|[/:#])JobPosting$/.test(one))
}

function toPosting(posting: Json): Posting {
  const description = cleaned(posting['description'])
  const parts = description ? [description] : []
  for (const name of sections) {
    const text = cleaned(posting[name])
    // Many publishers repeat in a field what the description says already.
    if (text && !parts.some((one) => bare(one).includes(bare(text)))) parts.push(`${findWords(`document.${name}`, {}, languageOf(`${description} ${text}`)) ?? name}\n${text}`)
  }
  const title = cleaned(posting['title']) || cleaned(posting['name'])
  return { title: title.replaceAll('\n', ' ').slice(0, 200) || undefined, text: parts.join('\n\n') }
}

/** Text of a value: words with or without tags, a list of them, or a thing that has a name or a description. */
function cleaned(value: unknown, depth = 0): string {
  if (typeof value === 'string') return textOf(value)
  if (typeof value !== 'object' || value === null || depth > 4) return ''
  if (Array.isArray(value)) {
    const items = value.slice(0, 200).flatMap((one) => cleaned(one, depth + 1) || [])
    return items.length === 1 ? items[0]! : items.map((one) => (one.includes('\n') || one.startsWith('• ') ? one : `• ${one}`)).join('\n')
  }
  const thing = value as Json // safe: an object
  return cleaned(thing['description'], depth + 1) || cleaned(thing['name'], depth + 1)
}

/** Some publishers escape their tags once more: `&lt;p&gt;`. */
function textOf(value: string): string {
  const text = hasTags(value) ? value : decodeEntities(value)
  return hasTags(text) ? readHtml(text).text : readPlain(text)
}

const bare = (text: string) => text.replace(/[\s•]+/g, '')

const languageOf = (text: string): InterfaceLanguage => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : /[äöüß]|(?:^|\s)(?:und|für|mit|der|die|von)(?=\s)/i.test(text) ? 'de' : 'en')
