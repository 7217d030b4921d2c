import type { ContentLanguage } from '@guildhall/kernel'
import type { Lexicon, OpenLexicon } from '../lexicon.ts'
import { englishForms } from './en/inflect.ts'
import { germanForms } from './de/inflect.ts'
import type { VerbForm } from './verb-form.ts'

/** All forms of the verbs of a lexicon in one language, keyed by their first word in small letters. */
export type FormTable = Readonly<{
  of: (low: string) => readonly VerbForm[]
  /** Forms of the word that differs by one slip of the keys, for words that are none. */
  near: (low: string) => readonly VerbForm[]
}>

const opened = new WeakMap<Lexicon, Map<ContentLanguage, FormTable>>()

/** Builds the forms once for each lexicon and language. */
export function openForms(lexicon: OpenLexicon, language: 'en' | 'de'): FormTable {
  const tables = opened.get(lexicon.lexicon) ?? new Map<ContentLanguage, FormTable>()
  opened.set(lexicon.lexicon, tables)
  const known = tables.get(language)
  if (known) return known
  const table = toTable(language === 'en' ? englishForms(lexicon.lexicon.verbs) : germanForms(lexicon.lexicon.verbs))
  tables.set(language, table)
  return table
}

function toTable(entries: Iterable<readonly [string, VerbForm]>): FormTable {
  const forms = new Map<string, VerbForm[]>()
  for (const [word, form] of entries) {
    const known = forms.get(word)
    if (known) known.push(form)
    else forms.set(word, [form])
  }
  // The longest first, then what names its verb: "set up" before "set", "einrichten" before "richten".
  for (const all of forms.values()) if (all.length > 1) all.sort((a, b) => b.rest.length - a.rest.length || a.rank - b.rank)
  const byLetter = new Map<string, string[]>()
  for (const word of forms.keys()) {
    const key = word.slice(0, 1)
    const all = byLetter.get(key)
    if (all) all.push(word)
    else byLetter.set(key, [word])
  }
  return {
    of: (low) => forms.get(low) ?? [],
    near: (low) => {
      if (low.length < 6) return []
      const one = byLetter.get(low.slice(0, 1))?.find((word) => word.length >= 6 && isOneSlip(low, word))
      return one ? (forms.get(one) ?? []) : []
    },
  }
}

/** One letter too many or missing, or two exchanged; a wrong letter makes another word too often (stick, stock). @example isOneSlip('chekc', 'check') // true */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  const [restA, restB] = [a.slice(i), b.slice(i)]
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}
