import { seedRegion } from '../../seeds/region.ts'
import { seedLexicon } from '../modules/taxonomy/index.ts'
import { readLexicon } from '../modules/translation/index.ts'
import { demonstrationPassword, makeAccountLink } from '../modules/identity/index.ts'
import { fixedClock, systemClock } from '../platform/clock/clock.ts'
import type { Config } from '../platform/config.ts'
import { type House, systemContext } from '../platform/context.ts'
import { json } from '../platform/database/doors.ts'
import { openHouse } from '../house.ts'

type Prepared = Readonly<{ demonstration: boolean; lines: (address: string) => string[] }>

/**
 * What an installation is, is decided at its first start and kept: the demonstration region, or a real installation (`--empty`).
 * The region is made through the services, with a clock of its own, so that chains and walls are real; a killed start begins it anew.
 */
export async function prepareInstallation(options: { config: Config; databaseUrl: string; empty: boolean; log: House['log'] }): Promise<Prepared> {
  const clock = fixedClock('2026-03-02T01:00:00Z')
  const { house, close } = await openHouse({ ...options, demonstration: true, background: false, clock })
  try {
    const kept = await house.db.selectFrom('settings').select('value').where('name', '=', 'installation').executeTakeFirst()
    const { kind, seeded } = (kept?.value as { kind: string; seeded: boolean } | undefined) ?? { kind: options.empty ? 'real' : 'demonstration', seeded: false }
    if (options.empty && kind === 'demonstration') throw new Error('This data folder holds the demonstration region. Choose another with GUILDHALL_DATA (or DATABASE_URL) for a real installation.')
    if (!kept) await keepKind(house, kind, false)
    if (kind === 'demonstration') {
      if (!seeded) {
        await seedRegion(house, clock)
        await keepKind(house, kind, true)
      }
      return { demonstration: true, lines: () => [`Demonstration region. Sign in with one of the accounts of the README; the password of all is ${demonstrationPassword}`] }
    }
    return await prepareReal(house)
  } finally {
    await close()
  }
}

async function prepareReal(house: House): Promise<Prepared> {
  await keepLexicon({ ...house, clock: systemClock })
  const operator = await house.db.selectFrom('accounts').select('id').where('operator', '=', true).limit(1).executeTakeFirst()
  if (operator) return { demonstration: false, lines: () => [] }
  const ctx = { ...systemContext(house, 'first-start'), now: new Date().toISOString() as ReturnType<House['clock']['now']> } // safe: the real time, the form of an Instant
  const token = await house.db.transaction().execute((trx) => makeAccountLink(ctx, trx, 'first-administrator', null))
  return { demonstration: false, lines: (address) => ['This installation has no administrator yet. Open this link once, within a day:', `${address}/welcome/${token}`] }
}

/** Pages of concepts work from the first start: the starter lexicon is a taxonomy of every installation. A version that is whole is left alone. */
async function keepLexicon(house: House): Promise<void> {
  const lexicon = readLexicon()
  const kept = await house.db.selectFrom('taxonomies').select('version').where('code', '=', 'guildhall').where('state', '<>', 'loading').execute()
  if (lexicon.some(({ version }) => !kept.some((one) => one.version === version))) await seedLexicon(house, lexicon)
}

const keepKind = (house: House, kind: string, seeded: boolean) =>
  house.db
    .insertInto('settings')
    .values({ name: 'installation', value: json({ kind, seeded }), at: house.clock.now() })
    .onConflict((clash) => clash.column('name').doUpdateSet({ value: json({ kind, seeded }) }))
    .execute()
