import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { demandFitDatabase, demandWalls } from './fit.ts'

const folder = path.join(import.meta.dirname, '../../../migrations')
const lockNumber = 7331

/** The migrations that this program knows, in order. */
export const listMigrations = (): string[] => fs.readdirSync(folder).filter((file) => file.endsWith('.sql')).sort()

/** Runs the migrations that this database has not seen (`only`: among these), each in one transaction. Two servers may start at once: the second waits. */
export async function migrate(url: string, only?: readonly string[]): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect().catch((error: Error) => {
    throw new Error(`The database lets nobody in (${sayRefusal(error)}). Does it run, and is DATABASE_URL right?`, { cause: error })
  })
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    if (!(await client.query("select to_regclass('public.migrations') as kept")).rows[0].kept) await demandFitDatabase(client)
    await client.query('create table if not exists migrations (name text primary key, at timestamptz not null default now())')
    const done = new Set((await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name))
    const files = listMigrations()
    const unknown = [...done].find((name) => !files.includes(name))
    if (unknown) throw new Error(`The database was made by a newer version (${unknown}). Update the program first.`)
    for (const file of files.filter((one) => !done.has(one) && (!only || only.includes(one)))) {
      try {
        await client.query('begin')
        await client.query(fs.readFileSync(path.join(folder, file), 'utf8'))
        await client.query('insert into migrations (name) values ($1)', [file])
        await client.query('commit')
        applied.push(file)
      } catch (error) {
        await client.query('rollback')
        throw new Error(`migration ${file}: ${(error as Error).message}`, { cause: error })
      }
    }
    await demandWalls(client)
  } finally {
    await client.end()
  }
  return { applied }
}

/** Makes the database where the server has none of that name. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!found.rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** A name with two addresses refuses twice, and the words are in the parts alone. */
const sayRefusal = (error: Error): string => (error instanceof AggregateError ? error.errors.map((one: Error) => one.message).join('; ') : error.message)
