import type { Verb } from '../lexicon.ts'

/** What a form of a verb is: `finite` covers what German has for one or many, `noun` is a noun made of a verb. */
export type Shape = 'base' | 'third' | 'ing' | 'past' | 'participle' | 'finite' | 'zu' | 'noun'

/** A form of a verb. `rest` are its further words: the particle of *set up*, the noun of *in Betrieb nehmen*, the part of *richten … ein*. */
export type VerbForm = Readonly<{ verb: Verb; lemma: string; shape: Shape; rest: readonly string[]; rank: number }>
