import crypto from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import type pg from 'pg'
import { createGzip } from 'node:zlib'
import type { FileStore } from '../files/files.ts'
import { connectPlain, leftOut, listTables, quoted, readBatches } from './catalog.ts'
import { type Chains, walkChains } from './chains.ts'
import { createFrameWriter, type FrameWriter } from './frames.ts'

/** What is said at the beginning of a backup. */
export type Description = Readonly<{ version: string; at: string; migrations: readonly string[]; tables: Readonly<Record<string, readonly string[]>> }>
export type PartHead = Readonly<{ of: 'table' | 'file' | 'queue'; name: string }>
export type PartEnd = Readonly<{ rows: number; bytes: number; sha256: string }>
/** What is said at its end, when everything has been counted. */
export type Sums = Readonly<{ rows: number; tables: Readonly<Record<string, number>>; files: number; chains: Omit<Chains, 'breaks'> }>
export type Written = Readonly<{ size: number; sums: Sums; missing: readonly string[]; damaged: readonly string[]; breaks: Chains['breaks'] }>

/**
 * Writes one file with all that an installation is: rows, waiting work, files, settings. People go on working: it is one moment of the
 * database, read in one transaction, in bounded memory. Files that are missing or damaged are told, the rest is kept.
 */
export async function writeBackup(from: { databaseUrl: string; files: FileStore; version: string; now: string; passphrase: string | undefined }, file: string): Promise<Written> {
  const client = await connectPlain(from.databaseUrl)
  const writer = await createFrameWriter(file, from.passphrase)
  try {
    await client.query('begin isolation level repeatable read, read only')
    const tables = (await listTables(client)).filter(({ name }) => !leftOut.includes(name as (typeof leftOut)[number])) // safe: only asked whether it is one
    const migrations = (await client.query<{ name: string }>('select name from migrations order by name')).rows.map((row) => row.name)
    const description: Description = { version: from.version, at: from.now, migrations, tables: Object.fromEntries(tables.map(({ name, columns }) => [name, columns.map((one) => one.name)])) }
    await writer.write('description', JSON.stringify(description))

    const counts: Record<string, number> = {}
    for (const { name, columns } of tables) {
      counts[name] = await writeRows(writer, { of: 'table', name }, client, `select json_build_array(${columns.map((one) => `${quoted(one.name)}::text`).join(', ')})::text as line from ${quoted(name)}`)
    }
    if ((await client.query<{ name: string | null }>("select to_regclass('pgboss.job')::text as name")).rows[0]?.name)
      await writeRows(writer, { of: 'queue', name: 'waiting' }, client, "select json_build_array(id, data)::text as line from pgboss.job where name = 'guildhall' and state in ('created', 'retry', 'active')")

    const told = await writeFiles(writer, client, from.files)
    const { breaks, ...chains } = await walkChains(client)
    const sums: Sums = { rows: Object.values(counts).reduce((all, n) => all + n, 0), tables: counts, files: told.files, chains }
    await writer.write('sums', JSON.stringify(sums))
    await client.query('commit')
    return { size: await writer.close(), sums, missing: told.missing, damaged: told.damaged, breaks }
  } catch (error) {
    writer.abandon()
    throw error
  } finally {
    await client.end()
  }
}

async function writeRows(writer: FrameWriter, head: PartHead, client: pg.Client, query: string): Promise<number> {
  let rows = 0
  await writePart(writer, head, async (put) => {
    const gzip = createGzip({ level: 6 })
    const drained = (async () => { for await (const chunk of gzip) await put(chunk as Buffer) })() // safe: a zlib stream gives buffers
    for await (const batch of readBatches<{ line: string }>(client, query, 1000)) {
      rows += batch.length
      if (!gzip.write(`${batch.map((row) => row.line).join('\n')}\n`)) await Promise.race([once(gzip, 'drain'), drained])
    }
    gzip.end()
    await drained
    return rows
  })
  return rows
}

async function writeFiles(writer: FrameWriter, client: pg.Client, files: FileStore) {
  const told = { files: 0, missing: [] as string[], damaged: [] as string[] }
  for await (const batch of readBatches<{ id: string; sha256: string }>(client, 'select id, sha256 from files order by home_id, id', 500)) {
    for (const { id, sha256 } of batch) {
      if (!fs.existsSync(files.pathOf(id))) {
        told.missing.push(id)
        continue
      }
      told.files++
      const end = await writePart(writer, { of: 'file', name: id }, async (put) => {
        for await (const chunk of files.open(id)) await put(chunk as Buffer) // safe: no encoding was set
        return 1
      })
      if (end.sha256 !== sha256) told.damaged.push(id)
    }
  }
  return told
}

async function writePart(writer: FrameWriter, head: PartHead, fill: (put: (bytes: Buffer) => Promise<void>) => Promise<number>): Promise<PartEnd> {
  const hash = crypto.createHash('sha256')
  let bytes = 0
  await writer.write('part', JSON.stringify(head))
  const rows = await fill(async (chunk) => {
    hash.update(chunk)
    bytes += chunk.length
    await writer.write('bytes', chunk)
  })
  const end: PartEnd = { rows, bytes, sha256: hash.digest('hex') }
  await writer.write('end', JSON.stringify(end))
  return end
}
