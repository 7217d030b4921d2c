import { directoryDe } from './directory.de.ts'
import { directoryEn } from './directory.en.ts'
import { directoryZhCN } from './directory.zh-CN.ts'
import { exchangeDe } from './exchange.de.ts'
import { exchangeEn } from './exchange.en.ts'
import { exchangeZhCN } from './exchange.zh-CN.ts'
import { needsDe } from './needs.de.ts'
import { needsEn } from './needs.en.ts'
import { needsZhCN } from './needs.zh-CN.ts'
import { platformDe } from './platform.de.ts'
import { platformEn } from './platform.en.ts'
import { platformZhCN } from './platform.zh-CN.ts'
import { programmesDe } from './programmes.de.ts'
import { programmesEn } from './programmes.en.ts'
import { programmesZhCN } from './programmes.zh-CN.ts'
import { translationDe } from './translation.de.ts'
import { translationEn } from './translation.en.ts'
import { translationZhCN } from './translation.zh-CN.ts'
import { webDe } from './web.de.ts'
import { webEn } from './web.en.ts'
import { webZhCN } from './web.zh-CN.ts'

/** Every sentence, by language. The English book is the list of keys: the others are typed by it, so that a missing text does not compile. */
export const books = {
  'zh-CN': { ...directoryZhCN, ...exchangeZhCN, ...needsZhCN, ...platformZhCN, ...programmesZhCN, ...translationZhCN, ...webZhCN },
  en: { ...directoryEn, ...exchangeEn, ...needsEn, ...platformEn, ...programmesEn, ...translationEn, ...webEn },
  de: { ...directoryDe, ...exchangeDe, ...needsDe, ...platformDe, ...programmesDe, ...translationDe, ...webDe },
}
