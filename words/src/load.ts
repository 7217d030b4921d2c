import type { InterfaceLanguage } from '@guildhall/kernel'
import type { WordKey } from './spoken.ts'

/** All sentences of one language. */
export type Book = Readonly<Record<WordKey, string>>

// Nothing else here may import a book: each of the three stays a file of its own, fetched when somebody reads that language.
const shelves: Readonly<Record<InterfaceLanguage, () => Promise<Book>>> = {
  'zh-CN': async () => (await import('./book.zh-CN.ts')).bookZhCN,
  en: async () => (await import('./book.en.ts')).bookEn,
  de: async () => (await import('./book.de.ts')).bookDe,
}

/** Fetches the sentences of one language, for a page that is read in one at a time. */
export const loadBook = (language: InterfaceLanguage): Promise<Book> => shelves[language]()
