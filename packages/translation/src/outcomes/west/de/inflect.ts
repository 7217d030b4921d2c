import type { Verb } from '../../lexicon.ts'
import type { VerbForm } from '../verb-form.ts'
export function* germanForms(_: readonly Verb[]): Generator<readonly [string, VerbForm]> {}
