import { seedLexicon } from '../src/modules/taxonomy/index.ts'
import { readLexicon } from '../src/modules/translation/index.ts'
import type { House } from '../src/platform/context.ts'
import type { SeedClock } from './people.ts'
import { seedCollege } from './college.ts'
import { seedDirectory } from './directory.ts'
import { seedNeedStories } from './needs.ts'
import { seedProgrammes } from './programmes.ts'
import { seedProposals } from './proposals.ts'

/**
 * The demonstration region: two colleges, six enterprises, an authority, a certifier, an association, made through the services with a
 * clock of its own. Begun anew where an earlier start was killed in the middle, which is why everything is emptied first.
 */
export async function seedRegion(house: House, clock: SeedClock): Promise<void> {
  await emptyAll(house)
  const directory = await seedDirectory(house, clock)
  const programmes = await seedProgrammes(house, clock, directory)
  const needs = await seedNeedStories(house, clock, directory, programmes)
  await seedProposals(house, clock, directory, programmes, needs)
  await seedCollege(house, clock, directory)
  await seedLexicon(house, readLexicon())
}

async function emptyAll(house: House): Promise<void> {
  const { sql } = await import('kysely')
  const tables = await sql<{
    name: string
  }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('migrations', 'settings')`.execute(
    house.db,
  )
  await sql`truncate ${sql.join(tables.rows.map((row) => sql.table(row.name)))} cascade`.execute(house.db)
}
