import type { Word } from '../words.ts'
export const splitGerman = (words: readonly Word[]) => [{ from: 0, to: words.length }]
