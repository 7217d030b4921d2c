import type { ContentLanguage } from '@guildhall/kernel'
import type { BridgeSource } from '@guildhall/translation'
import type { Folder } from './folder-files.ts'

export const bridgeFiles = [
  'onet/29.2/Occupation_Data.tsv',
  'onet/29.2/Alternate_Titles.tsv',
  'onet/29.2/Sample_of_Reported_Titles.tsv',
  'de/kldb2010_titles.tsv',
] as const
const [onetTitles, onetAlternates, onetReported, kldbTitles] = bridgeFiles

/** National classifications whose classes gather many titles of one occupation: O*NET in English, KldB in German. */
export function readBridges(folder: Folder, language: ContentLanguage): readonly BridgeSource[] {
  const classes = new Map<string, Set<string>>()
  const add = (code: string, title: string) => {
    const titles = classes.get(code)
    if (titles) titles.add(title)
    else classes.set(code, new Set([title]))
  }
  if (language === 'en') {
    for (const row of folder.rows(onetTitles)) add(row['O*NET-SOC Code']!, row['Title']!)
    for (const row of folder.rows(onetReported)) add(row['O*NET-SOC Code']!, row['Reported Job Title']!)
    for (const row of folder.rows(onetAlternates)) add(row['O*NET-SOC Code']!, row['Alternate Title']!)
  }
  if (language === 'de') for (const row of folder.rows(kldbTitles)) add(row['kldb5']!, row['title']!)
  return [...classes.keys()].sort().map((code) => ({ language, titles: [...classes.get(code)!] }))
}
