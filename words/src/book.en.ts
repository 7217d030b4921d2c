import { bridgeEn } from './bridge.en.ts'
import { collegeEn } from './college.en.ts'
import { directoryEn } from './directory.en.ts'
import { exchangeEn } from './exchange.en.ts'
import { importPagesEn } from './import-pages.en.ts'
import { importsEn } from './imports.en.ts'
import { languageModelEn } from './language-model.en.ts'
import { needsEn } from './needs.en.ts'
import { officeEn } from './office.en.ts'
import { operationsEn } from './operations.en.ts'
import { platformEn } from './platform.en.ts'
import { programmesEn } from './programmes.en.ts'
import { taxonomyEn } from './taxonomy.en.ts'
import { titlesEn } from './titles.en.ts'
import { translationEn } from './translation.en.ts'
import { webEn } from './web.en.ts'

/** Every sentence in English. It is also the list of keys: the other books are typed by it, so that a missing text does not compile. */
export const bookEn = {
  ...bridgeEn,
  ...collegeEn,
  ...directoryEn,
  ...exchangeEn,
  ...importPagesEn,
  ...importsEn,
  ...languageModelEn,
  ...needsEn,
  ...officeEn,
  ...operationsEn,
  ...platformEn,
  ...programmesEn,
  ...taxonomyEn,
  ...titlesEn,
  ...translationEn,
  ...webEn,
}
