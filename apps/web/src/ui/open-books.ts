import type { InterfaceLanguage } from '@guildhall/kernel'
import { type Book, fill, loadBook, type Params, type WordKey } from '@guildhall/words'

const open: Partial<Record<InterfaceLanguage, Book>> = {}

/** Fetches the sentences of a language, once. Until then nothing is said in it: the first page waits, a switch keeps the old language standing. */
export async function openBook(language: InterfaceLanguage): Promise<void> {
  open[language] ??= await loadBook(language)
}

export const isBookOpen = (language: InterfaceLanguage): boolean => open[language] !== undefined

/** A sentence whose name was put together from a code; undefined where the book has none. */
export function findWords(key: string, params: Params, language: InterfaceLanguage): string | undefined {
  const sentence = (open[language] as Record<string, string | undefined> | undefined)?.[key]
  return sentence === undefined ? undefined : fill(sentence, params, language)
}

/** A sentence for the reader. */
export const say = (key: WordKey, params: Params, language: InterfaceLanguage): string => findWords(key, params, language) ?? key
