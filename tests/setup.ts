import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../apps/server/src/platform/database/embedded.ts'
import { migrate } from '../apps/server/src/platform/database/migrate.ts'
import { seedTown } from './town.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    templates: { empty: string; town: string }
  }
}

/**
 * One throw-away cluster for the run, in memory where there is room: an empty template (migrated) and one with the demonstration region.
 * `TEST_DATABASE_URL` takes a server instead. Two vitest projects call this; the second finds the templates made.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const home = makeHome()
  const embedded = given
    ? undefined
    : await openEmbedded(home, { settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_wal_size=4GB'].flatMap((one) => ['-c', one]) })
  const adminUrl = given ?? embedded!.url('postgres')
  const suffix = `${process.pid}_${project.name}`.toLowerCase().replace(/\W/g, '_')
  const templates = { empty: `guildhall_empty_${suffix}`, town: `guildhall_town_${suffix}` }

  await administer(adminUrl, [
    `drop database if exists ${templates.town} with (force)`,
    `drop database if exists ${templates.empty} with (force)`,
    `create database ${templates.empty}`,
  ])
  const url = urlOf(adminUrl, templates.empty)
  await migrate(url)
  const boss = new PgBoss({ connectionString: url, max: 2 })
  await boss.start()
  await boss.createQueue('guildhall')
  await boss.stop({ graceful: false })
  await administer(adminUrl, [`create database ${templates.town} template ${templates.empty}`])
  await seedTown(urlOf(adminUrl, templates.town), path.join(home, 'town'))

  project.provide('adminUrl', adminUrl)
  project.provide('templates', templates)
  return async () => {
    if (given)
      await administer(adminUrl, [
        `drop database if exists ${templates.town} with (force)`,
        `drop database if exists ${templates.empty} with (force)`,
      ])
    await embedded?.stop()
    fs.rmSync(home, { recursive: true, force: true })
  }
}

const urlOf = (adminUrl: string, database: string) => Object.assign(new URL(adminUrl), { pathname: `/${database}` }).href

async function administer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

function makeHome(): string {
  const memory = fs.existsSync('/dev/shm') ? fs.statfsSync('/dev/shm') : undefined
  const home = fs.mkdtempSync(path.join(memory && memory.bavail * memory.bsize > 2e9 ? '/dev/shm' : os.tmpdir(), 'guildhall-'))
  if (process.getuid?.() === 0) fs.chmodSync(home, 0o755)
  return home
}
