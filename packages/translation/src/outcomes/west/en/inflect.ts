import type { Verb } from '../../lexicon.ts'
import type { Shape, VerbForm } from '../verb-form.ts'
import { doubling, irregular, verbalNouns } from './irregular.ts'

/** Every English form of every verb: base, -s, -ing, -ed, and the nouns made of it. A form in brackets names a verb only where no other claims the word. */
export function* englishForms(verbs: readonly Verb[]): Generator<readonly [string, VerbForm]> {
  const nouns = new Map<string, string[]>()
  for (const [noun, lemma] of Object.entries(verbalNouns)) nouns.set(lemma, [...(nouns.get(lemma) ?? []), noun])
  for (const [place, verb] of verbs.entries()) {
    for (const [i, form] of verb.en.entries()) {
      const bare = form.replace(/\s*\([^)]*\)/g, '').trim()
      const [head = '', ...rest] = bare.split(' ')
      const rank = (bare === form ? 0 : 100_000) + i * 1000 + place
      const of = (shape: Shape): VerbForm => ({ verb, lemma: bare, shape, rest, rank })
      for (const [word, shape] of inflect(head)) yield [word, of(shape)]
      for (const noun of nouns.get(bare) ?? [])
        for (const word of /(?:s|y)$/.test(noun) ? [noun] : [noun, `${noun}s`]) yield [word, { verb, lemma: bare, shape: 'noun', rest: [], rank }]
    }
  }
}

function* inflect(base: string): Generator<readonly [string, Shape]> {
  yield [base, 'base']
  yield [thirdOf(base), 'third']
  for (const stem of stemsOf(base)) yield [`${stem}ing`, 'ing']
  const [past, participle] = (irregular[base] ?? '').split(' ')
  if (past) {
    yield [past, 'past']
    yield [participle ?? past, 'participle']
    return
  }
  for (const stem of stemsOf(base)) {
    const word = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`
    yield [word, 'past']
    yield [word, 'participle']
  }
}

const thirdOf = (base: string) =>
  /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`

// British and American doubling both stand in adverts: labelling, labeling.
function stemsOf(base: string): string[] {
  if (/[^eoy]e$/.test(base)) return [base.slice(0, -1)]
  if (/^[^aeiou]*[aeiou][bdfgklmnprtvz]$/.test(base) && !/[wxy]$/.test(base)) return [base + base.at(-1)]
  return doubling.test(base) ? [base + base.at(-1), base] : [base]
}

/** The base form that an unknown English word may come from: fries, planned, deburring. */
export function baseOf(word: string, shape: Shape): string {
  if (shape === 'third') return word.replace(/ies$/, 'y').replace(/(?<=ss|x|zz|ch|sh)es$/, '§').replace(/(?<![s§])s$/, '').replace('§', '')
  if (shape === 'ing') return word.replace(/(?:([bdglmnprt])\1)?ing$/, '$1')
  return word
}
