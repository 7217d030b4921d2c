import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { ContentLanguage } from '@guildhall/kernel'
import type { House } from '../../../platform/context.ts'
import { type CompetenceTaxonomy, listCompetenceTaxonomies, readCompetences } from '../../taxonomy/index.ts'
import { isStoredIndexBuilt, type StoredTaxonomy } from './index-cache.ts'

/**
 * Imported taxonomies with which the engine can answer at once in a language: written out and indexed. Building an index takes minutes, for which nobody
 * waits who opens a need: background work does that, with `storeTaxonomies`.
 */
export async function findStoredTaxonomies(house: House, language: ContentLanguage): Promise<StoredTaxonomy[]> {
  const known = (await listCompetenceTaxonomies(house.db)).filter((one) => one.languages.includes(language))
  return known.map((one) => storedOf(house, one)).filter((one) => fs.existsSync(one.file) && isStoredIndexBuilt(one, language))
}

/** Writes the competences of imported taxonomies out for the engine's worker, which has no database. What stands there already is kept. */
export async function storeTaxonomies(house: House): Promise<(language: ContentLanguage) => StoredTaxonomy[]> {
  const known = await listCompetenceTaxonomies(house.db)
  for (const one of known) await write(house, one)
  return (language) => known.filter((one) => one.languages.includes(language)).map((one) => storedOf(house, one))
}

/** A taxonomy that is imported again has a new moment, and so another file and another index. */
function storedOf(house: House, one: CompetenceTaxonomy): StoredTaxonomy {
  const hash = createHash('sha256').update(`${one.id} ${one.importedAt}`).digest('hex')
  return { id: one.code, version: one.version, hash, file: path.join(folderOf(house), `${one.code}-${one.version}-${hash.slice(0, 16)}.jsonl`) }
}

const folderOf = (house: House) => path.join(house.config.home, 'engine')

async function write(house: House, taxonomy: CompetenceTaxonomy): Promise<void> {
  const { file } = storedOf(house, taxonomy)
  if (fs.existsSync(file)) return
  fs.mkdirSync(folderOf(house), { recursive: true })
  const half = `${file}.${process.pid}.half`
  const out = await fs.promises.open(half, 'w')
  try {
    for await (const concepts of readCompetences(house.db, taxonomy.id)) await out.write(`${concepts.map((one) => JSON.stringify(one)).join('\n')}\n`)
  } finally {
    await out.close()
  }
  // Renamed when whole, so that nobody reads half of it; what an earlier import left is of no use to anybody.
  fs.renameSync(half, file)
  for (const name of fs.readdirSync(folderOf(house))) if (name.startsWith(`${taxonomy.code}-`) && name.endsWith('.jsonl') && name !== path.basename(file)) fs.rmSync(path.join(folderOf(house), name), { force: true })
}
