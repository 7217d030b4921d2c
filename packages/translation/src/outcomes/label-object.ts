import type { LocalizedText } from '@guildhall/kernel'
import { adverb, endOf } from './heads.ts'
import type { LexiconItem, OpenLexicon } from './lexicon.ts'
import { findVerbAt } from './verb-at.ts'

/**
 * The thing in the label of a competence, without the verb that its labels begin (zh, en) or end (de) with: the action has its own slot.
 * A language whose verb is not recognised is left out.
 */
export function objectOfLabel(item: LexiconItem, lexicon: OpenLexicon): LocalizedText {
  const zh = withoutHead(item.label.zh, lexicon)
  const en = /^(?:[a-z-]+,? )(?:and [a-z-]+ )?(.+)$/.exec(item.label.en)?.[1]
  const de = /^(.+?) (?:und )?[a-zäöüß-]+(?:en|ern|eln)$/
    .exec(item.label.de)?.[1]
    ?.replace(/ (?:und )?[a-zäöüß-]+(?:en|ern|eln)(?: und)?$/, '')
  return { ...(zh ? { zh } : {}), ...(en && isVerb(item.label.en.split(' ')[0]!, 'en', lexicon) ? { en } : {}), ...(de ? { de } : {}) }
}

/** The verb that the Chinese label begins with, as the label has it: 解决 of 独立解决问题. */
export function verbOfLabel(item: LexiconItem, lexicon: OpenLexicon): string | undefined {
  const at = Math.max(0, endOf(adverb, item.label.zh, 0))
  return findVerbAt(item.label.zh, at, item.label.zh.length, lexicon, false)?.form
}

function withoutHead(label: string, lexicon: OpenLexicon): string | undefined {
  let at = Math.max(0, endOf(adverb, label, 0))
  const head = at
  for (let round = 0; round < 3; round++) {
    const joint = /^[与和、及]/.test(label.slice(at)) ? 1 : 0
    const verb = findVerbAt(label, at + joint, label.length, lexicon, false)
    if (!verb || verb.end >= label.length) break
    at = verb.end
  }
  return at > head ? label.slice(at) : undefined
}

const isVerb = (word: string, language: 'en', lexicon: OpenLexicon) => lexicon.lexicon.verbs.some((verb) => verb[language].includes(word))
