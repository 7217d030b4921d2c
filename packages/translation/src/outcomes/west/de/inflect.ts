import type { Verb } from '../../lexicon.ts'
import type { Shape, VerbForm } from '../verb-form.ts'
import { inseparable, separable, strong, verbalNouns } from './irregular.ts'

/**
 * Every German form of every verb: infinitive, with *zu*, finite, participle and the nouns made of it. What stands apart in a main clause
 * (richten … *ein*, nehmen … *in Betrieb*) is the `rest` of a finite form.
 */
export function* germanForms(verbs: readonly Verb[]): Generator<readonly [string, VerbForm]> {
  const nouns = new Map<string, string[]>()
  for (const [noun, lemma] of Object.entries(verbalNouns)) nouns.set(lemma, [...(nouns.get(lemma) ?? []), noun])
  for (const [place, verb] of verbs.entries()) {
    for (const [i, form] of verb.de.entries()) {
      const bare = form.replace(/\s*\([^)]*\)/g, '').trim()
      const words = bare.split(' ')
      const last = words[words.length - 1]!
      // "warten auf" keeps its preposition behind: too loose a tie to be read.
      if (!/(?:en|ern|eln|tun)$/.test(last)) continue
      const before = words.slice(0, -1).map((one) => one.toLowerCase())
      const rank = (bare === form ? 0 : 100_000) + i * 1000 + place
      const of = (shape: Shape, rest: readonly string[]): VerbForm => ({ verb, lemma: bare, shape, rest, rank })
      for (const [word, shape, rest] of inflect(last)) yield [word, of(shape, rest === undefined ? before : [...before, ...(rest === 'wiederher' ? ['wieder', 'her'] : [rest])])]
      for (const noun of nouns.get(bare) ?? []) yield [noun, of('noun', [])]
      if (before.length > 0) continue
      yield [last, of('noun', [])]
      const stem = last.replace(/e?n$/, '')
      yield [`${stem.replace(/el$/, 'l').replace(/er$/, 'er')}ung`, of('noun', [])]
      yield [`${stem}ungen`, of('noun', [])]
    }
  }
}

type Inflected = readonly [word: string, shape: Shape, rest?: string]

function* inflect(verb: string): Generator<Inflected> {
  const part = inseparable.test(verb) ? undefined : separable.exec(verb)?.[1]
  const base = part ? verb.slice(part.length) : verb
  yield [verb, 'base']
  if (part) yield [`${part}zu${base}`, 'zu']
  const { finite, participles } = formsOf(base)
  for (const one of participles) yield [part ? part + one : one, 'participle']
  for (const one of finite) {
    yield [part ? part + one : one, 'finite']
    if (part) yield [one, 'finite', part]
  }
  if (part) yield [base, 'finite', part]
}

const unstressed = /^(?:be|ver|er|ent|emp|zer|ge|miss|über|unter|wider|hinter|voll)(?=.{4,})|^(?:durchsuch|durchlauf|umfass|umgeb)|^wieder(?!her)/

/** Finite forms and participles of a verb without a separable part. */
export function formsOf(base: string): { finite: string[]; participles: string[] } {
  const stem = base.replace(/e?n$/, '')
  const irregular = strong.find(([one]) => base === one) ?? strong.find(([one]) => base.endsWith(one) && (unstressed.exec(base)?.[0] ?? '').length + one.length === base.length)
  const prefix = irregular ? base.slice(0, base.length - irregular[0].length) : ''
  if (irregular) {
    const [, third, past, participle] = irregular
    const plain = prefix !== '' && participle.startsWith('ge') ? participle.slice(2) : participle
    return { finite: [prefix + third, `${prefix}${third.replace(/(?<=[sßx])t$|t$/, '')}${/[sßxz]t?$/.test(third.replace(/t$/, '')) ? 't' : 'st'}`, stem, `${stem}e`, `${stem}t`, prefix + past, `${prefix}${past}en`], participles: [prefix + plain] }
  }
  const link = /(?:[td]|[^aeiouäöülrhmn][mn]|chn)$/.test(stem) ? 'e' : ''
  const regular = `${stem}${link}t`
  const participle = unstressed.test(base) || /ieren$/.test(base) ? regular : `ge${regular}`
  return { finite: [regular, `${stem}${link}${/[sßxz]$/.test(stem) ? 't' : 'st'}`, stem, `${stem}e`, `${stem}${link}te`, `${stem}${link}ten`], participles: [participle] }
}
