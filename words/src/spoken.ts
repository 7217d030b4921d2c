import type { InterfaceLanguage } from '@guildhall/kernel'
import { books } from './books.ts'
import { fill, type Params } from './say.ts'

/** The name of a sentence. */
export type WordKey = keyof (typeof books)['en']

/**
 * A sentence for a person.
 * @example say('problem.not-found', {}, 'en') // 'This does not exist, or it is not open to you.'
 */
export const say = (key: WordKey, params: Params = {}, language: InterfaceLanguage): string => fill(books[language][key], params, language)

/** A sentence whose name was put together from a code; undefined where the book has none (a test walks all codes, so that none is missing). */
export function findWords(key: string, params: Params = {}, language: InterfaceLanguage): string | undefined {
  const sentence = (books[language] as Record<string, string | undefined>)[key]
  return sentence === undefined ? undefined : fill(sentence, params, language)
}

/** All names of sentences, for tests. */
export const wordKeys = Object.keys(books.en) as WordKey[] // safe: the keys of that very object
