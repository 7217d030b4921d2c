import { platformDe } from './platform.de.ts'
import { platformEn } from './platform.en.ts'
import { platformZhCN } from './platform.zh-CN.ts'

/** Every sentence, by language. The English book is the list of keys: the others are typed by it, so that a missing text does not compile. */
export const books = {
  'zh-CN': { ...platformZhCN },
  en: { ...platformEn },
  de: { ...platformDe },
}
