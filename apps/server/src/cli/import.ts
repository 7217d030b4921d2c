import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { ImportCounts } from '@guildhall/contract/taxonomy'
import { findWords } from '@guildhall/words'
import { importTaxonomy, listSources } from '../modules/taxonomy/index.ts'
import { newIdAt, systemClock } from '../platform/clock/clock.ts'
import { readConfig } from '../platform/config.ts'
import { connect, type Db } from '../platform/database/connect.ts'
import { openEmbedded } from '../platform/database/embedded.ts'
import { ensureDatabase, migrate } from '../platform/database/migrate.ts'
import { BadFile } from '../platform/exchange-io/bad-file.ts'
import { CommandError, writeLine } from './lines.ts'

const usage = 'guildhall import PATH [--version VERSION] [--dry-run]'
const root = path.join(import.meta.dirname, '../../../..')

/** Takes a taxonomy (folder, ZIP or file) into the database: progress on stderr, counts on stdout. Exit status 2: the call or the file cannot be used. */
export async function importCommand(args: string[]): Promise<number> {
  try {
    const { from, dryRun, version } = readOptions(args)
    const sources = (await listSources(from)).map((one) => (version === undefined ? one : { ...one, version }))
    if (!sources.length) throw new CommandError(`there is no taxonomy at "${from}": give a folder, ZIP or table of ESCO, O*NET, KldB, CSCO, the majors or the skill standards, under its own name`)
    for (const one of sources) console.error(`found ${[one.taxonomy, one.version, one.language].filter(Boolean).join(' ')}: ${one.files.length} files`)
    await writeLine(await withDatabase((db) => (dryRun ? tryOut(db, sources) : take(db, sources))))
    return 0
  } catch (error) {
    const message = error instanceof BadFile ? (findWords(`file.${error.code}`, error.params, 'en') ?? error.code) : error instanceof CommandError ? error.message : undefined
    if (message === undefined) throw error
    console.error(`guildhall import: ${message}`)
    return 2
  }
}

function readOptions(args: string[]): { from: string; dryRun: boolean; version: string | undefined } {
  const { values, positionals } = parse(args)
  const [from, ...more] = positionals
  if (from === undefined || more.length) throw new CommandError(`${from === undefined ? 'no path was given' : 'give one path at a time'}. Use: ${usage}`)
  if (!fs.existsSync(from)) throw new CommandError(`there is nothing at "${from}". Use: ${usage}`)
  const { version } = values
  if (version !== undefined && !/^[\w.-]{1,40}$/.test(version)) throw new CommandError(`"${version}" is no version: letters, digits, points. Use: ${usage}`)
  return { from, dryRun: values['dry-run'] ?? false, version }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { 'dry-run': { type: 'boolean' }, version: { type: 'string' } }, allowPositionals: true })
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}. Use: ${usage}`)
  }
}

function take(db: Db, sources: Awaited<ReturnType<typeof listSources>>): Promise<ImportCounts> {
  const now = systemClock.now()
  const told = progressLine()
  const report = async ({ done, step }: { done: number; step?: string }) => told.say(`${step ?? ''}: ${done} read`)
  return importTaxonomy(db, sources, { now, report, newId: () => newIdAt(now) }).finally(told.end)
}

/** One line that is written over where somebody looks on; a line every other second in a log. */
function progressLine(): Readonly<{ say: (text: string) => void; end: () => void }> {
  const live = process.stderr.isTTY
  let last = 0
  return {
    say: (text) => {
      if (live) process.stderr.write(`\r\u001b[K${text}`)
      else if (performance.now() - last > 2000) {
        last = performance.now()
        console.error(text)
      }
    },
    end: () => {
      if (live) process.stderr.write('\n')
    },
  }
}

class TriedOut extends Error {}

/** The whole import in a transaction that is then rolled back: the counts are true, nothing stays. */
async function tryOut(db: Db, sources: Awaited<ReturnType<typeof listSources>>): Promise<ImportCounts | undefined> {
  let counts: ImportCounts | undefined
  await db
    .transaction()
    .execute(async (trx) => {
      counts = await take(trx, sources)
      throw new TriedOut()
    })
    .catch((error: unknown) => {
      if (!(error instanceof TriedOut)) throw error
    })
  return counts
}

/** The database of the installation. One that others use goes on; one that was started for this is stopped again. */
async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const config = readConfig(root, process.env)
  const embedded = config.databaseUrl ? undefined : await openEmbedded(config.home)
  try {
    if (embedded) await ensureDatabase(embedded.url('postgres'), 'guildhall')
    const url = config.databaseUrl ?? embedded!.url('guildhall')
    await migrate(url).catch((error: unknown) => {
      throw new CommandError(`the database cannot be used (${error instanceof Error ? error.message || error.name : String(error)}): check DATABASE_URL or GUILDHALL_DATA`)
    })
    const db = connect(url, { max: 2 })
    try {
      return await work(db)
    } finally {
      await db.destroy()
    }
  } finally {
    await embedded?.stop()
  }
}
