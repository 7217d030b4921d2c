import type { bookEn } from './book.en.ts'
import { bridgeDe } from './bridge.de.ts'
import { collegeDe } from './college.de.ts'
import { directoryDe } from './directory.de.ts'
import { exchangeDe } from './exchange.de.ts'
import { importPagesDe } from './import-pages.de.ts'
import { importsDe } from './imports.de.ts'
import { languageModelDe } from './language-model.de.ts'
import { needsDe } from './needs.de.ts'
import { officeDe } from './office.de.ts'
import { operationsDe } from './operations.de.ts'
import { platformDe } from './platform.de.ts'
import { programmesDe } from './programmes.de.ts'
import { taxonomyDe } from './taxonomy.de.ts'
import { titlesDe } from './titles.de.ts'
import { translationDe } from './translation.de.ts'
import { webDe } from './web.de.ts'

/** Every sentence in German. */
export const bookDe: Record<keyof typeof bookEn, string> = {
  ...bridgeDe,
  ...collegeDe,
  ...directoryDe,
  ...exchangeDe,
  ...importPagesDe,
  ...importsDe,
  ...languageModelDe,
  ...needsDe,
  ...officeDe,
  ...operationsDe,
  ...platformDe,
  ...programmesDe,
  ...taxonomyDe,
  ...titlesDe,
  ...translationDe,
  ...webDe,
}
