import { bookDe } from './book.de.ts'
import { bookEn } from './book.en.ts'
import { bookZhCN } from './book.zh-CN.ts'

/** Every sentence, by language, at once: for the server, which answers readers of all three. A page loads one of them (`load.ts`). */
export const books = { 'zh-CN': bookZhCN, en: bookEn, de: bookDe }
