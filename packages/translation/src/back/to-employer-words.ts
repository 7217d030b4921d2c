import type { ContentLanguage, LocalizedText } from '@guildhall/kernel'
import type { Lexicon } from '../outcomes/lexicon.ts'
import { openLexicon } from '../outcomes/lexicon.ts'
import { sortLinks } from '../outcomes/links.ts'
import type { OutcomeDraft } from '../types.ts'

/** Phrases that enterprises used for a competence and people accepted. The server's memory answers; its scopes are settled there (ENGINES 1.7). */
export type PhraseMemory = Readonly<{
  phrasesOf: (
    concept: string,
    language: ContentLanguage,
    enterprise: string | undefined,
  ) => readonly Readonly<{ text: string; scope: 'enterprise' | 'others' }>[]
}>

export type BackAsk = Readonly<{
  language: ContentLanguage
  lexicon: Lexicon
  memory?: PhraseMemory
  enterprise?: string
  /** The day of the proof, already written for the reader: the engine has no clock and no calendar of its own. */
  date?: string
}>

export type EmployerPhrase = Readonly<{ text: string; from: 'enterprise' | 'others' | 'lexicon' | 'label'; source: string }>
/** `sentence` is missing where a slot has no words in the language: none is invented. */
export type EmployerWords = Readonly<{ phrases: readonly EmployerPhrase[]; sentence?: string }>

/**
 * An outcome in the words of those who asked for it: the enterprise's own accepted phrases first, then those of others, then the lexicon's.
 * @example toEmployerWords(outcome, { language: 'zh', lexicon }).phrases[0] // { text: '会示教', from: 'lexicon', source: 'gh:mec:002' }
 */
export function toEmployerWords(outcome: OutcomeDraft, ask: BackAsk): EmployerWords {
  const { language, memory, enterprise } = ask
  const lexicon = openLexicon(ask.lexicon)
  const phrases = new Map<string, EmployerPhrase>()
  const add = (phrase: EmployerPhrase) => {
    if (!phrases.has(phrase.text)) phrases.set(phrase.text, phrase)
  }
  const links = sortLinks(outcome.links)
  for (const scope of ['enterprise', 'others'] as const) {
    for (const link of links) {
      for (const one of memory?.phrasesOf(link.concept, language, enterprise) ?? [])
        if (one.scope === scope) add({ text: one.text, from: scope, source: link.concept })
    }
  }
  for (const link of links)
    for (const text of lexicon.item(link.concept)?.phrases[language] ?? []) add({ text, from: 'lexicon', source: link.concept })
  for (const link of links) {
    const label = lexicon.item(link.concept)?.label[language]
    if (label) add({ text: label, from: 'label', source: link.concept })
  }
  const sentence = toSentence(outcome, ask)
  return { phrases: [...phrases.values()], ...(sentence ? { sentence } : {}) }
}

function toSentence(outcome: OutcomeDraft, { language, date = '' }: BackAsk): string | undefined {
  const { action, object, condition, standard, evidence } = outcome
  const slots: readonly (LocalizedText | undefined)[] = [
    action.value.text,
    object.value,
    condition?.value,
    standard?.value.text,
    evidence.value.text,
  ]
  if (slots.some((slot) => slot && !slot[language])) return undefined
  const [verb = '', thing = '', when = '', how = '', proof = ''] = slots.map((slot) => slot?.[language])
  return sentences[language]({ verb, thing, when, how, proof, date })
}

type Words = Readonly<{ verb: string; thing: string; when: string; how: string; proof: string; date: string }>
const among = (parts: readonly string[], by: string) => parts.filter((part) => part !== '').join(by)

const sentences: Readonly<Record<ContentLanguage, (words: Words) => string>> = {
  zh: ({ verb, thing, when, how, proof, date }) =>
    `${among([when, `此人能${verb}${thing}`, how], '，')}（${among([date, `证据：${proof}`], '，')}）。`,
  en: ({ verb, thing, when, how, proof, date }) =>
    `This person can ${among([among([verb, thing, when], ' '), how], ', ')}, proved by ${proof}${date ? ` on ${date}` : ''}.`,
  de: ({ verb, thing, when, how, proof, date }) =>
    `Diese Person kann ${among([among([when, thing, verb], ' '), how], ', ')}, nachgewiesen durch ${proof}${date ? ` am ${date}` : ''}.`,
}
