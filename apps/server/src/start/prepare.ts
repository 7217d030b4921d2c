import { sql } from 'kysely'
import { openHouse } from '../house.ts'
import { demonstrationPassword, makeAccountLink } from '../modules/identity/index.ts'
import { seedLexicon } from '../modules/taxonomy/index.ts'
import { readLexicon } from '../modules/translation/index.ts'
import { fixedClock, systemClock } from '../platform/clock/clock.ts'
import type { Config } from '../platform/config.ts'
import { type House, systemContext } from '../platform/context.ts'
import { connect, type Db } from '../platform/database/connect.ts'
import { json } from '../platform/database/doors.ts'

type Options = Readonly<{ config: Config; databaseUrl: string; empty: boolean; log: House['log'] }>
type Prepared = Readonly<{ demonstration: boolean; lines: (address: string) => string[] }>
type Kind = 'demonstration' | 'real'

const lockNumber = 7332

/**
 * What an installation is, is decided at its first start and kept: the demonstration region, or a real installation (`--empty`).
 * Two first starts at once: the second waits and finds it made. Where nothing is to be made, no house is opened for it.
 */
export async function prepareInstallation(options: Options): Promise<Prepared> {
  const db = connect(options.databaseUrl, { max: 1 })
  try {
    return await db.connection().execute(async (one) => {
      await sql`set statement_timeout = 0`.execute(one) // the other start may take its time
      await sql`select pg_advisory_lock(${lockNumber})`.execute(one)
      return await prepareAlone(one, options)
    })
  } finally {
    await db.destroy()
  }
}

async function prepareAlone(db: Db, options: Options): Promise<Prepared> {
  const kept = await db.selectFrom('settings').select('value').where('name', '=', 'installation').executeTakeFirst()
  const { kind, seeded } = (kept?.value as { kind: Kind; seeded: boolean } | undefined) ?? { kind: options.empty ? 'real' : 'demonstration', seeded: false } // safe: nobody else writes this setting
  if (options.empty && kind === 'demonstration') throw new Error('This data folder holds the demonstration region. Choose another with GUILDHALL_DATA (or DATABASE_URL) for a real installation.')
  if (!kept) await keepKind(db, kind, false)
  if (kind === 'real') return { demonstration: false, lines: await prepareReal(db, options) }
  if (!seeded) {
    await makeRegion(options)
    await keepKind(db, kind, true)
  }
  return { demonstration: true, lines: () => [`Demonstration region. Sign in with one of the accounts of the README; the password of all is ${demonstrationPassword}`] }
}

/** The region is made through the services, with a clock of its own, so that chains and walls are real; a killed start begins it anew. */
async function makeRegion(options: Options): Promise<void> {
  const { seedRegion } = await import('../../seeds/region.ts')
  const clock = fixedClock('2026-03-02T01:00:00Z')
  await inHouse(options, { demonstration: true, clock }, (house) => seedRegion(house, clock))
}

/** Answers what the operator is told: the link of the first administrator, as long as there is none. */
async function prepareReal(db: Db, options: Options): Promise<Prepared['lines']> {
  const lexicon = readLexicon()
  const kept = await db.selectFrom('taxonomies').select('version').where('code', '=', 'guildhall').where('state', '<>', 'loading').execute()
  const operator = await db.selectFrom('accounts').select('id').where('operator', '=', true).limit(1).executeTakeFirst()
  const lacking = lexicon.some(({ version }) => !kept.some((one) => one.version === version))
  if (operator && !lacking) return () => []
  return inHouse(options, { demonstration: false, clock: systemClock }, async (house) => {
    if (lacking) await seedLexicon(house, lexicon) // pages of concepts work from the first start; a version that is whole is left alone
    if (operator) return () => []
    const token = await house.db.transaction().execute((trx) => makeAccountLink(systemContext(house, 'first-start'), trx, 'first-administrator', null))
    return (address) => ['This installation has no administrator yet. Open this link once, within a day:', `${address}/welcome/${token}`]
  })
}

async function inHouse<T>({ config, databaseUrl, log }: Options, of: Readonly<{ demonstration: boolean; clock: House['clock'] }>, work: (house: House) => Promise<T>): Promise<T> {
  const { house, close } = await openHouse({ config, databaseUrl, log, background: false, ...of })
  try {
    return await work(house)
  } finally {
    await close()
  }
}

const keepKind = (db: Db, kind: Kind, seeded: boolean) =>
  db
    .insertInto('settings')
    .values({ name: 'installation', value: json({ kind, seeded }), at: systemClock.now() })
    .onConflict((clash) => clash.column('name').doUpdateSet({ value: json({ kind, seeded }) }))
    .execute()
