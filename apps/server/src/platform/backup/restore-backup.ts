import { once } from 'node:events'
import { PassThrough, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { listMigrations, migrate } from '../database/migrate.ts'
import type { FileStore } from '../files/files.ts'
import { pauseSetting } from '../jobs/pause.ts'
import { requeue } from '../jobs/requeue.ts'
import { type CatalogTable, connectPlain, leftOut, listReferences, listTables, quoted } from './catalog.ts'
import { walkChains } from './chains.ts'
import { BackupFault } from './frames.ts'
import { type Sink, walkBackup } from './read-backup.ts'
import type { Description, Sums } from './write-backup.ts'

export type RestoreTo = Readonly<{ databaseUrl: string; files: FileStore; passphrase: string | undefined; now: string }>

/**
 * Puts a backup into an empty database, in one transaction: everything is there and checked, or nothing is. The schema is first that of
 * the backup, afterwards that of this program. Jobs and mails stay paused until an operator releases them.
 */
export async function restoreBackup(file: string, to: RestoreTo): Promise<{ description: Description; sums: Sums; migrated: readonly string[] }> {
  const client = await connectPlain(to.databaseUrl)
  const kept: string[] = []
  const waiting: [string, object][] = []
  let tables = new Map<string, CatalogTable>()
  let columns: Description['tables'] = {}
  let putBack: () => Promise<void> = async () => undefined
  try {
    const { description, sums } = await walkBackup(file, to.passphrase, {
      description: async (said) => {
        await demandRoom(client, said)
        await migrate(to.databaseUrl, said.migrations)
        await client.query('begin')
        columns = said.tables
        tables = new Map((await listTables(client)).map((table) => [table.name, table]))
        putBack = await liftReferences(client)
      },
      part: ({ of, name }) => {
        if (of === 'file') {
          kept.push(name)
          return fileSink(to.files, name)
        }
        if (of === 'queue') return rowSink(async (lines) => { waiting.push(...lines.map((line) => JSON.parse(line) as [string, object])) }) // safe: written as such a pair
        return tableSink(client, name, tables.get(name), columns[name] ?? [])
      },
    })
    await compare(client, sums)
    await putBack() // adding the references again is their check
    await client.query('insert into settings (name, value, at) values ($1, $2, $3) on conflict (name) do update set value = excluded.value, at = excluded.at', [pauseSetting, JSON.stringify({ backupOf: description.at }), to.now])
    await requeue(to.databaseUrl, waiting)
    await client.query('commit')
    await client.query('analyze')
    const { applied } = await migrate(to.databaseUrl)
    return { description, sums, migrated: applied }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    for (const id of kept) await to.files.remove(id)
    throw error
  } finally {
    await client.end()
  }
}

/** Lets jobs and mails go after a restore. Answers whether they were paused. */
export async function releaseJobs(databaseUrl: string): Promise<boolean> {
  const client = await connectPlain(databaseUrl)
  try {
    return ((await client.query('delete from settings where name = $1', [pauseSetting])).rowCount ?? 0) > 0
  } finally {
    await client.end()
  }
}

async function demandRoom(client: pg.Client, said: Description): Promise<void> {
  const newer = said.migrations.find((name) => !listMigrations().includes(name))
  if (newer) throw new BackupFault(`The backup was made by a newer version (${newer}). Update the program first.`)
  for (const { name } of await listTables(client)) {
    const { rows } = await client.query<{ name: string }>(name === 'migrations' ? 'select name from migrations' : `select '' as name from ${quoted(name)} limit 1`)
    const beyond = name === 'migrations' ? rows.find((row) => !said.migrations.includes(row.name)) : rows[0]
    if (beyond) throw new BackupFault(name === 'migrations' ? 'The database already has a newer schema than the backup. Give a database without tables.' : `The database is not empty (table "${name}"). Give a new one: nothing is ever overwritten.`)
  }
}

/** Foreign keys are dropped for the load and added again from their own definition: rows may then come in any order, on any server. */
async function liftReferences(client: pg.Client): Promise<() => Promise<void>> {
  const references = await listReferences(client)
  for (const one of references) await client.query(`alter table ${quoted(one.table)} drop constraint ${quoted(one.name)}`)
  return async () => {
    for (const one of references) await client.query(`alter table ${quoted(one.table)} add constraint ${quoted(one.name)} ${one.definition}`)
  }
}

async function compare(client: pg.Client, sums: Sums): Promise<void> {
  for (const [name, rows] of Object.entries(sums.tables)) {
    const found = Number((await client.query<{ n: string }>(`select count(*) as n from ${quoted(name)}`)).rows[0]?.n)
    if (found !== rows) throw new BackupFault(`The table "${name}" has ${found} rows instead of ${rows}.`)
  }
  const { objects, actions, heads } = await walkChains(client)
  if (heads !== sums.chains.heads || objects !== sums.chains.objects || actions !== sums.chains.actions) throw new BackupFault('The chains of the kept actions do not end as they did when the backup was made.')
}

function tableSink(client: pg.Client, name: string, table: CatalogTable | undefined, columns: readonly string[]): Sink {
  const types = columns.map((column) => table?.columns.find((one) => one.name === column)?.type)
  const known = table && !leftOut.includes(name as (typeof leftOut)[number]) && columns.length > 0 && types.every(Boolean) // safe: only asked whether it is one
  if (!known) throw new BackupFault(`The backup holds a table "${name}" that its schema does not have in this form.`)
  const places = columns.map((_, at) => `c${at}`)
  const query = `insert into ${quoted(name)} (${columns.map(quoted).join(', ')}) select ${types.map((type, at) => `c${at}::${type}`).join(', ')} from unnest(${places.map((_, at) => `$${at + 1}::text[]`).join(', ')}) as r(${places.join(', ')})`
  return rowSink(async (lines) => {
    const rows = lines.map((line) => JSON.parse(line) as (string | null)[]) // safe: written as such a list
    await client.query(query, columns.map((_, at) => rows.map((row) => row[at] ?? null)))
  })
}

/** Unpacks lines as they come, and hands them on 500 at a time; the file waits while the database works. */
function rowSink(take: (lines: readonly string[]) => Promise<void>): Sink {
  const gunzip = createGunzip()
  const taken = takeLines(gunzip, take)
  taken.catch(() => gunzip.destroy()) // told by `end`, or by the next write
  return {
    write: async (bytes) => {
      if (!gunzip.write(bytes)) await Promise.race([once(gunzip, 'drain'), taken])
    },
    end: async () => {
      gunzip.end()
      return taken
    },
    abandon: async () => { gunzip.destroy() },
  }
}

async function takeLines(source: Readable, take: (lines: readonly string[]) => Promise<void>): Promise<number> {
  let rows = 0
  let lines: string[] = []
  const hand = async () => {
    await take(lines)
    rows += lines.length
    lines = []
  }
  // Split here: a reader of Node also ends lines at U+2028, which stands in texts that people pasted.
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  for await (const chunk of source) {
    const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n') // safe: a zlib stream gives buffers
    rest = parts.pop() ?? ''
    for (const line of parts) {
      lines.push(line)
      if (lines.length >= 500) await hand()
    }
  }
  if (lines.length) await hand()
  return rows
}

function fileSink(files: FileStore, id: string): Sink {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new BackupFault(`The backup names a file "${id}" that no file of ours can have.`)
  const through = new PassThrough()
  const saved = files.save(id, through, Number.POSITIVE_INFINITY)
  saved.catch(() => through.destroy())
  return {
    write: async (bytes) => {
      if (!through.write(bytes)) await Promise.race([once(through, 'drain'), saved])
    },
    end: async () => {
      through.end()
      await saved
      return 1
    },
    abandon: async () => {
      through.destroy(new Error('abandoned'))
      await saved.catch(() => undefined) // it takes its half-written file away itself
    },
  }
}
