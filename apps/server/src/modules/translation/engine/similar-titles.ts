import type { ContentLanguage } from '@guildhall/kernel'
import { buildIndex, type FullIndex } from '@guildhall/translation'

export type Candidate = Readonly<{ id: string; text: string }>

const leaned = 8

/**
 * An index over the titles given. Where a taxonomy of occupations is at hand, every title also carries where it lies in it: two titles that share no word
 * can still be near.
 */
export function buildCandidates(
  candidates: readonly Candidate[],
  language: ContentLanguage,
  occupations: FullIndex | undefined,
  hash: Uint8Array,
): Uint8Array {
  const concepts = candidates.map(({ id, text }) => ({ id, kind: 'occupation' as const, labels: { [language]: [text] } }))
  const contexts = new Map<string, string>()
  if (occupations) for (const { id, text } of candidates) contexts.set(id, placeOf(text, language, occupations))
  return buildIndex([{ id: 'candidates', version: '1', concepts }], { languages: [language], profile: 'title', contexts, hash })
}

/**
 * Where a title lies among the occupations, as words of an artificial language: one a concept and one a group, said the more often the surer.
 */
export function placeOf(text: string, language: ContentLanguage, occupations: FullIndex): string {
  const words: string[] = []
  for (const link of occupations.search({ text, language, top: leaned })) {
    const times = Math.min(6, Math.round(link.score * 12))
    for (let i = 0; i < times; i++) words.push(wordOf(link.concept), `g${link.group}`)
  }
  return words.join(' ')
}

const wordOf = (id: string) => `c${id.replace(/^.*\//, '').replace(/[^0-9a-z]/gi, '')}`
