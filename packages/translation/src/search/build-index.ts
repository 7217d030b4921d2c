import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import type { Taxonomy } from '../types.ts'
import { buildBridge, type BridgeSource } from './build-bridge.ts'
import { bridgeSections } from './bridge-lane.ts'
import { type Example, learnSections } from './learn.ts'
import { builderVersion } from './open-index.ts'
import { openPartition } from './opened.ts'
import { type Contexts, type Profile, partitionSections } from './partition.ts'
import { type SectionArray, writeSections } from './sections.ts'

/** What an index can be given beside its taxonomies. Everything is optional: without it the lanes that need it stay silent. */
export type BuildOptions = Readonly<{
  languages?: readonly ContentLanguage[]
  profile?: Profile
  contexts?: Contexts
  bridges?: readonly BridgeSource[]
  examples?: readonly Example[]
  /** Keep half a voice for the order that no example touches: where examples name few of the concepts, and others will be asked. */
  guarded?: boolean
  /** 32 bytes for the header: what the index was built from. */
  hash?: Uint8Array
}>

/**
 * Builds one index over taxonomies: pure, the same input gives the same bytes.
 * @example buildIndex([{ id: 'own', version: '1', concepts: [{ id: 'c1', kind: 'competence', labels: { en: ['operate a lathe'] } }] }])
 */
export function buildIndex(taxonomies: readonly Taxonomy[], options: BuildOptions = {}): Uint8Array {
  const all = new Map<string, SectionArray>()
  for (const language of options.languages ?? contentLanguages) {
    if (!taxonomies.some((taxonomy) => taxonomy.concepts.some((concept) => (concept.labels[language]?.length ?? 0) > 0))) continue
    const put = (sections: readonly [string, SectionArray][]) => {
      for (const [name, array] of sections) all.set(`${language}/${name}`, array)
    }
    put(partitionSections(taxonomies, language, options.profile ?? 'text', options.contexts ?? new Map(), options.guarded ?? false))
    const bridge = buildBridge(openPartition(all, language)!, options.bridges ?? [])
    if (bridge) put(bridgeSections(bridge))
    put(learnSections(openPartition(all, language)!, options.examples ?? []))
  }
  return writeSections(all, builderVersion, options.hash ?? new Uint8Array(32))
}
