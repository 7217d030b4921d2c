import type { ContentLanguage } from '@guildhall/kernel'
import type { Link, SearchIndex, Span } from '../types.ts'
import type { OpenLexicon } from './lexicon.ts'
import { type NormalText, toOriginal } from './normalise.ts'

export const starterTaxonomy = 'gh'

/** Ties of a part of the text to competences: exact phrases of the lexicon first, then what the index finds, unsure where the words differ. */
export function findLinks(ask: Readonly<{ normal: NormalText; span: Span; language: ContentLanguage; lexicon: OpenLexicon; index?: SearchIndex | undefined; top: number }>): Link[] {
  const { normal, span, language, lexicon, index, top } = ask
  const links = new Map<string, Link>()
  for (const match of lexicon.phrasesIn(normal.text.slice(span.start, span.end), language)) {
    const place = toOriginal(normal, span.start + match.start, span.start + match.end)
    const known = links.get(match.item.id)
    const evidence = { ...place, matched: match.phrase }
    const length = match.end - match.start
    const sure = match.owners === 1 && length >= (language === 'zh' ? 3 : 6)
    const score = (sure ? 0.9 : 0.6) + Math.min(0.09, length / 200)
    if (known) {
      links.set(match.item.id, { ...known, score: Math.max(known.score, score), sure: known.sure || sure, evidence: [...known.evidence, evidence] })
      continue
    }
    links.set(match.item.id, {
      concept: match.item.id,
      taxonomy: starterTaxonomy,
      label: match.item.label[language],
      score,
      sure,
      evidence: [evidence],
      lanes: { exact: 1 },
      reasons: [{ code: match.owners === 1 ? 'exact-phrase' : 'ambiguous-phrase', params: { phrase: match.phrase }, source: match.item.id }],
    })
  }
  if (index) for (const link of fromIndex(ask, index)) if (!links.has(link.concept)) links.set(link.concept, link)
  return [...links.values()].sort((a, b) => b.score - a.score || (a.concept < b.concept ? -1 : 1)).slice(0, top)
}

function fromIndex(ask: Readonly<{ normal: NormalText; span: Span; language: ContentLanguage; top: number }>, index: SearchIndex): Link[] {
  const { normal, span, language, top } = ask
  const found = index.search({ text: normal.text.slice(span.start, span.end), language, top, kinds: ['competence'] })
  return found.map((link) => ({
    ...link,
    evidence: link.evidence.map((one) => ({ ...toOriginal(normal, span.start + one.start, span.start + one.end), matched: one.matched })),
  }))
}
