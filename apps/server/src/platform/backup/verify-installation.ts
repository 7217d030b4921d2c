import crypto from 'node:crypto'
import fs from 'node:fs'
import type pg from 'pg'
import type { FileStore } from '../files/files.ts'
import { connectPlain, listReferences, quoted, readBatches } from './catalog.ts'
import { type Chains, walkChains } from './chains.ts'

export type Verified = Readonly<{
  chains: Chains
  files: Readonly<{ checked: number; missing: readonly string[]; damaged: readonly string[] }>
  references: Readonly<{ checked: number; broken: readonly { name: string; rows: number }[] }>
}>

export const isWhole = ({ chains, files, references }: Verified): boolean => !chains.breaks.length && !files.missing.length && !files.damaged.length && !references.broken.length

/** Looks at all that an installation promises to keep: chains of actions, files, references; at one moment of the database, while people work. */
export async function verifyInstallation(databaseUrl: string, files: FileStore, onStep?: (actions: number) => void): Promise<Verified> {
  const client = await connectPlain(databaseUrl)
  try {
    await client.query('begin isolation level repeatable read, read only')
    return { chains: await walkChains(client, onStep), files: await checkFiles(client, files), references: await checkReferences(client) }
  } finally {
    await client.end()
  }
}

async function checkFiles(client: pg.Client, store: FileStore): Promise<Verified['files']> {
  const missing: string[] = []
  const damaged: string[] = []
  let checked = 0
  for await (const batch of readBatches<{ id: string; sha256: string }>(client, 'select id, sha256 from files order by home_id, id', 500)) {
    for (const { id, sha256 } of batch) {
      checked++
      if (!fs.existsSync(store.pathOf(id))) {
        missing.push(id)
        continue
      }
      const hash = crypto.createHash('sha256')
      for await (const chunk of store.open(id)) hash.update(chunk)
      if (hash.digest('hex') !== sha256) damaged.push(id)
    }
  }
  return { checked, missing, damaged }
}

/** The database holds its references itself, unless somebody switched that off: so they are asked for as if it did not. */
async function checkReferences(client: pg.Client): Promise<Verified['references']> {
  const references = await listReferences(client)
  const broken: { name: string; rows: number }[] = []
  for (const one of references) {
    const given = one.columns.map((column) => `c.${quoted(column)} is not null`).join(' and ')
    const same = one.columns.map((column, at) => `t.${quoted(one.targetColumns[at]!)} = c.${quoted(column)}`).join(' and ')
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${quoted(one.table)} c where ${given} and not exists (select 1 from ${quoted(one.target)} t where ${same})`)
    const n = Number(rows[0]?.n)
    if (n > 0) broken.push({ name: `${one.table}.${one.name}`, rows: n })
  }
  return { checked: references.length, broken }
}
