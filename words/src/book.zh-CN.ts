import type { bookEn } from './book.en.ts'
import { bridgeZhCN } from './bridge.zh-CN.ts'
import { collegeZhCN } from './college.zh-CN.ts'
import { directoryZhCN } from './directory.zh-CN.ts'
import { exchangeZhCN } from './exchange.zh-CN.ts'
import { importPagesZhCN } from './import-pages.zh-CN.ts'
import { importsZhCN } from './imports.zh-CN.ts'
import { languageModelZhCN } from './language-model.zh-CN.ts'
import { needsZhCN } from './needs.zh-CN.ts'
import { officeZhCN } from './office.zh-CN.ts'
import { operationsZhCN } from './operations.zh-CN.ts'
import { platformZhCN } from './platform.zh-CN.ts'
import { programmesZhCN } from './programmes.zh-CN.ts'
import { taxonomyZhCN } from './taxonomy.zh-CN.ts'
import { titlesZhCN } from './titles.zh-CN.ts'
import { translationZhCN } from './translation.zh-CN.ts'
import { webZhCN } from './web.zh-CN.ts'

/** Every sentence in Chinese. */
export const bookZhCN: Record<keyof typeof bookEn, string> = {
  ...bridgeZhCN,
  ...collegeZhCN,
  ...directoryZhCN,
  ...exchangeZhCN,
  ...importPagesZhCN,
  ...importsZhCN,
  ...languageModelZhCN,
  ...needsZhCN,
  ...officeZhCN,
  ...operationsZhCN,
  ...platformZhCN,
  ...programmesZhCN,
  ...taxonomyZhCN,
  ...titlesZhCN,
  ...translationZhCN,
  ...webZhCN,
}
