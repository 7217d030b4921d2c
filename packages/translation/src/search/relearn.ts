import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import { type Example, learnSections } from './learn.ts'
import { builderVersion } from './open-index.ts'
import { openPartition } from './opened.ts'
import { readSections, type SectionArray, sectionHash, writeSections } from './sections.ts'

const isLearnt = (name: string) => /^(zh|en|de)\/(near|model)\./.test(name)

/** The same index with other examples, so that cross-validation and new decisions need not build everything again. */
export function relearn(bytes: Uint8Array, examples: readonly Example[]): Uint8Array {
  const kept = new Map<string, SectionArray>()
  for (const [name, array] of readSections(bytes, builderVersion)) if (!isLearnt(name)) kept.set(name, array)
  const all = new Map(kept)
  for (const language of contentLanguages satisfies readonly ContentLanguage[]) {
    const opened = openPartition(kept, language)
    if (!opened) continue
    for (const [name, array] of learnSections(opened, examples)) all.set(`${language}/${name}`, array)
  }
  return writeSections(all, builderVersion, sectionHash(bytes))
}
