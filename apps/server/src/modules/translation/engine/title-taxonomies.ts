import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { ContentLanguage, LocalizedText } from '@guildhall/kernel'
import type { House } from '../../../platform/context.ts'
import type { Db, Trx } from '../../../platform/database/connect.ts'
import { listOccupationTaxonomies, type OccupationTaxonomy, type OccupationTaxonomyCode, occupationTaxonomies, readOccupations } from '../../taxonomy/index.ts'
import { isStoredIndexBuilt, type StoredTaxonomy } from './index-cache.ts'

/** A classification of occupations in one language, as the engine's worker opens it. */
export type TitleTaxonomy = Readonly<{ taxonomyId: string; language: ContentLanguage; stored: StoredTaxonomy; isBuilt: boolean }>

/** Of each classification the newest edition that speaks each language; an edition may have come in one language only. `name`, `version`: of the newest. */
export type TitleShelf = Readonly<{ code: OccupationTaxonomyCode; taxonomyId: string; version: string; name: LocalizedText; parts: readonly TitleTaxonomy[] }>

/** Raise it when `readOccupations` gives something else: what was written out before is then of no use. */
const storedForm = 2

/** What titles can be tied to on this installation, and whether its indexes are built yet: building takes a while, for which nobody waits. */
export async function findTitleShelves(house: House, db: Db | Trx = house.db): Promise<TitleShelf[]> {
  const all = await listOccupationTaxonomies(db)
  return occupationTaxonomies.flatMap((code) => {
    const editions = all.filter((one) => one.code === code)
    const newest = editions[0]
    if (!newest) return []
    const languages = [...new Set(editions.flatMap((one) => one.languages))]
    const parts = languages.map((language) => partOf(house, editions.find((one) => one.languages.includes(language))!, language)) // safe: the languages are those of the editions
    return [{ code, taxonomyId: newest.id, version: newest.version, name: newest.name, parts }]
  })
}

function partOf(house: House, edition: OccupationTaxonomy, language: ContentLanguage): TitleTaxonomy {
  const hash = createHash('sha256').update(`titles ${storedForm} ${edition.id} ${edition.importedAt}`).digest('hex')
  const file = path.join(folderOf(house), `titles-${edition.code}-${edition.version}-${hash.slice(0, 16)}.jsonl`)
  const stored = { id: edition.code, version: edition.version, hash, file }
  return { taxonomyId: edition.id, language, stored, isBuilt: fs.existsSync(file) && isStoredIndexBuilt(stored, language) }
}

const folderOf = (house: House) => path.join(house.config.home, 'engine')

/** Writes the occupations of a classification out for the worker, which has no database. What an earlier import left goes. */
export async function storeOccupations(house: House, { taxonomyId, stored }: TitleTaxonomy): Promise<void> {
  if (fs.existsSync(stored.file)) return
  fs.mkdirSync(folderOf(house), { recursive: true })
  const half = `${stored.file}.${process.pid}.half`
  const out = await fs.promises.open(half, 'w')
  try {
    for await (const concepts of readOccupations(house.db, taxonomyId)) await out.write(`${concepts.map((one) => JSON.stringify(one)).join('\n')}\n`)
  } finally {
    await out.close()
  }
  // Renamed when whole, so that nobody reads half of it.
  fs.renameSync(half, stored.file)
  const same = `titles-${stored.id}-${stored.version}-`
  for (const name of fs.readdirSync(folderOf(house))) if (name.startsWith(same) && name.endsWith('.jsonl') && name !== path.basename(stored.file)) fs.rmSync(path.join(folderOf(house), name), { force: true })
}
