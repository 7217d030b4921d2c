import type { ContentLanguage } from '@guildhall/kernel'
import type { TaxonomySource } from '../readers/sources.ts'
import type { TaxonomyName } from '../readers/taxonomy-item.ts'

/** English first: it is the language in which ESCO is kept, the others add their labels. */
const languageOrder: readonly ContentLanguage[] = ['en', 'zh', 'de']

export type Edition = Readonly<{ taxonomy: TaxonomyName; version: string; sources: readonly Readonly<{ source: TaxonomySource; labelsOnly: boolean }>[] }>

/**
 * Sources of the same taxonomy and version belong together. One that does not say its version goes with the newest that came along. Another language of ESCO that comes
 * without the English of its own version adds its labels to the newest English one: of this import, else of those that the installation has (`english`, newest first).
 */
export function editionsOf(sources: readonly TaxonomySource[], english: readonly string[]): Edition[] {
  const versions = (taxonomy: TaxonomyName, language?: ContentLanguage) =>
    sources.flatMap((one) => (one.taxonomy === taxonomy && (!language || one.language === language) && one.version ? [one.version] : [])).sort(byVersion)
  const newest = (taxonomy: TaxonomyName) => versions(taxonomy).at(-1) ?? ''
  const home = (source: TaxonomySource): { version: string; labelsOnly: boolean } => {
    const own = source.version ?? (source.taxonomy === 'esco' && source.language !== 'en' ? undefined : newest(source.taxonomy))
    if (source.taxonomy !== 'esco' || source.language === 'en') return { version: own ?? '', labelsOnly: false }
    const here = versions('esco', 'en')
    if (own === undefined && sources.some((one) => one.taxonomy === 'esco' && one.language === 'en' && !one.version)) return { version: newest('esco'), labelsOnly: false }
    if (own !== undefined && (here.includes(own) || english.includes(own))) return { version: own, labelsOnly: false }
    const adopted = here.at(-1) ?? english[0]
    return adopted === undefined ? { version: own ?? newest('esco'), labelsOnly: false } : { version: adopted, labelsOnly: true }
  }
  const editions = new Map<string, { taxonomy: TaxonomyName; version: string; sources: { source: TaxonomySource; labelsOnly: boolean }[] }>()
  for (const source of [...sources].sort((a, b) => languageOrder.indexOf(a.language) - languageOrder.indexOf(b.language))) {
    const { version, labelsOnly } = home(source)
    const key = `${source.taxonomy} ${version}`
    const edition = editions.get(key) ?? { taxonomy: source.taxonomy, version, sources: [] }
    edition.sources.push({ source, labelsOnly })
    editions.set(key, edition)
  }
  return [...editions.values()]
}

/** 1.10 is newer than 1.9. */
const byVersion = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true })
