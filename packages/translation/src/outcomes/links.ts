import type { ContentLanguage } from '@guildhall/kernel'
import type { Link, SearchIndex, Span } from '../types.ts'
import type { OpenLexicon } from './lexicon.ts'
import type { OutcomeMemory } from './memory.ts'
import { type NormalText, toOriginal } from './normalise.ts'

/** Id of the starter lexicon among taxonomies. */
export const starterTaxonomy = 'gh'

export type LinkAsk = Readonly<{
  normal: NormalText
  span: Span
  language: ContentLanguage
  lexicon: OpenLexicon
  index?: SearchIndex | undefined
  memory?: OutcomeMemory | undefined
  top: number
}>

/** Ties of a part of the text to competences: what people accepted, exact phrases of the lexicon, then what the index finds, unsure where words differ. */
export function findLinks(ask: LinkAsk): Link[] {
  const links = new Map<string, Link>()
  for (const link of [...remembered(ask), ...exactLinks(ask), ...indexLinks(ask)]) {
    const known = links.get(link.concept)
    links.set(link.concept, known ? merged(known, link) : link)
  }
  return sortLinks([...links.values()]).slice(0, ask.top)
}

/** Best first; equal scores in order of their ids, so that the same words always give the same list. */
export const sortLinks = (links: readonly Link[]): Link[] =>
  [...links].sort((a, b) => b.score - a.score || (a.concept < b.concept ? -1 : 1))

const merged = (a: Link, b: Link): Link => ({
  ...(a.score >= b.score ? a : b),
  sure: a.sure || b.sure,
  evidence: [...a.evidence, ...b.evidence.filter((one) => !a.evidence.some((other) => other.start === one.start && other.end === one.end))],
  lanes: { ...b.lanes, ...a.lanes },
})

function exactLinks({ normal, span, language, lexicon }: LinkAsk): Link[] {
  return lexicon.phrasesIn(normal.text.slice(span.start, span.end), language).map((match): Link => {
    const length = match.end - match.start
    // Two Han letters or a short word stand in too many places to be sure of.
    const sure = match.owners === 1 && length >= (language === 'zh' ? 3 : 6)
    return {
      concept: match.item.id,
      taxonomy: starterTaxonomy,
      label: match.item.label[language],
      score: (sure ? 0.9 : 0.6) + Math.min(0.09, length / 200),
      sure,
      evidence: [{ ...toOriginal(normal, span.start + match.start, span.start + match.end), matched: match.phrase }],
      lanes: { exact: 1 },
      reasons: [
        { code: match.owners === 1 ? 'exact-phrase' : 'ambiguous-phrase', params: { phrase: match.phrase }, source: match.item.id },
      ],
    }
  })
}

/**
 * The index always names its best, also in a trade it does not know. Kept is what shares half of a form with the words, and never as sure:
 * its probabilities say which of its concepts is nearest, not whether any of them is meant.
 */
function indexLinks({ normal, span, language, index, top }: LinkAsk): Link[] {
  if (!index) return []
  const words = normal.text.slice(span.start, span.end)
  return index.search({ text: words, language, top, kinds: ['competence'] }).flatMap((link): Link[] => {
    // A taxonomy that was asked for by itself has a certainty of its own, calibrated for its sentences.
    const evidence = link.evidence.map((one) => ({
      ...toOriginal(normal, span.start + one.start, span.start + one.end),
      matched: one.matched,
    }))
    if (link.taxonomy !== starterTaxonomy) return [{ ...link, evidence }]
    const form = [link.label, ...link.evidence.map((one) => one.matched)]
      .map((one) => ({ one, share: shareOf(one, words, language) }))
      .sort((a, b) => b.share - a.share)[0]
    if (!form || form.share < 0.5) return []
    return [
      {
        ...link,
        score: 0.8 * form.share,
        sure: false,
        evidence,
        reasons: [...link.reasons, { code: 'words-in-common', params: { phrase: form.one } }],
      },
    ]
  })
}

/** How much of a form stands in the words: pairs of letters in Chinese, beginnings of words elsewhere. */
function shareOf(form: string, words: string, language: ContentLanguage): number {
  const low = words.toLowerCase()
  const parts =
    language === 'zh'
      ? pairsOf(form.toLowerCase())
      : form
          .toLowerCase()
          .match(/[\p{L}\p{N}]{3,}/gu)
          ?.map((word) => word.slice(0, Math.max(4, word.length - 2)))
  // Three pairs are four letters: with fewer, half of a form is one chance pair.
  if (!parts || parts.length < (language === 'zh' ? 3 : 2)) return 0
  return parts.filter((part) => low.includes(part)).length / parts.length
}

const pairsOf = (form: string) => Array.from({ length: Math.max(0, form.length - 1) }, (_, i) => form.slice(i, i + 2))

/** What people accepted before for these words. */
export function remembered({ normal, span, language, memory }: Pick<LinkAsk, 'normal' | 'span' | 'language' | 'memory'>): Link[] {
  if (!memory) return []
  const phrase = normal.text.slice(span.start, span.end)
  const place = toOriginal(normal, span.start, span.end)
  return memory.find(phrase, language).map(
    (one): Link => ({
      concept: one.concept,
      taxonomy: one.taxonomy,
      label: one.label,
      score: one.strength,
      sure: one.strength >= 0.75,
      evidence: [{ ...place, matched: phrase }],
      lanes: { memory: one.strength },
      reasons: [{ code: 'accepted-before', params: { phrase } }],
    }),
  )
}
