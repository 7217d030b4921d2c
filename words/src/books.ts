import { directoryDe } from './directory.de.ts'
import { directoryEn } from './directory.en.ts'
import { directoryZhCN } from './directory.zh-CN.ts'
import { platformDe } from './platform.de.ts'
import { platformEn } from './platform.en.ts'
import { platformZhCN } from './platform.zh-CN.ts'
import { webDe } from './web.de.ts'
import { webEn } from './web.en.ts'
import { webZhCN } from './web.zh-CN.ts'

/** Every sentence, by language. The English book is the list of keys: the others are typed by it, so that a missing text does not compile. */
export const books = {
  'zh-CN': { ...platformZhCN, ...directoryZhCN, ...webZhCN },
  en: { ...platformEn, ...directoryEn, ...webEn },
  de: { ...platformDe, ...directoryDe, ...webDe },
}
