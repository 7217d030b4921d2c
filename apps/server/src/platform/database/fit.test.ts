import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { buildApp } from '../../app.ts'
import { openHouse } from '../../house.ts'
import { prepareInstallation } from '../../start/prepare.ts'
import { readConfig } from '../config.ts'
import { migrate } from './migrate.ts'

// A PostgreSQL that somebody else keeps: the role of DATABASE_URL is no superuser there, and the database is as somebody made it.
const name = `fit_${process.pid}`
const admin = new pg.Client({ connectionString: inject('adminUrl') })
const quiet = () => undefined
const urlOf = (database: string, role = name) => Object.assign(new URL(inject('adminUrl')), { pathname: `/${database}`, username: role, password: 'fit' }).href
const ask = (...statements: string[]) => statements.reduce((before, one) => before.then(() => admin.query(one)).then(quiet), Promise.resolve())
const migrating = (database: string, role = name) => migrate(urlOf(database, role)).then(({ applied }) => applied.length, (error: Error) => error.message)

beforeAll(async () => {
  await admin.connect()
  await ask(`create role ${name} login password 'fit'`, `create role ${name}_other login password 'fit'`, `grant ${name} to current_user`, `create database ${name}`)
})
afterAll(async () => {
  const made = await admin.query<{ datname: string }>('select datname from pg_database where datname like $1', [`${name}%`])
  await ask(...made.rows.map(({ datname }) => `drop database ${datname} with (force)`), `drop role ${name}, ${name}_other`)
  await admin.end()
})

describe('a database of somebody else', () => {
  test('that keeps other text than UTF-8, or knows no Chinese letters, is refused with the statement that makes a right one', async () => {
    await ask(
      `create database ${name}_latin template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' locale_provider libc`,
      `create database ${name}_plain template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C' locale_provider libc`,
    )
    expect(await migrating(`${name}_latin`)).toMatch(/as LATIN1; UTF8 is needed\. .*create database/)
    expect(await migrating(`${name}_plain`)).toMatch(/Chinese could not be searched\. .*lc_ctype 'C\.UTF-8';/)
    await ask(`drop database ${name}_plain`, `create database ${name}_plain owner ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8' locale_provider libc`)
    expect(await migrating(`${name}_plain`)).toContain(`alter role ${name} createrole;`)
  })

  test('asks for no more rights than it says, one after the other, and gives one of them back', async () => {
    expect(await migrating(name)).toContain(`alter database ${name} owner to ${name};`)
    await ask(`alter database ${name} owner to ${name}`)
    expect(await migrating(name)).toContain(`alter role ${name} createrole;`)
    // The role of the second wall is there already on a server with a second house: whoever made it must lend it.
    await ask(`alter role ${name} createrole`, `grant guildhall_app to ${name}`)
    expect(await migrating(name)).toBeGreaterThan(5)
    await ask(`alter role ${name} nocreaterole`)
    expect(await migrating(name)).toBe(0)
  })

  test('holds the whole house for a role that is no superuser', async () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-fit-'))
    const config = { ...readConfig('', {}), home }
    expect(await prepareInstallation({ config, databaseUrl: urlOf(name), empty: false, log: quiet })).toMatchObject({ demonstration: true })
    const { house, close } = await openHouse({ config, databaseUrl: urlOf(name), demonstration: true, background: false })
    const app = await buildApp(house)
    const session = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { email: 'lead@tanxi.example', password: 'guildhall-demo', token: true } })
    const needs = await app.inject({ url: '/api/v1/needs', headers: { authorization: `Bearer ${session.json<{ token: string }>().token}` } })
    expect(needs.json<{ items: unknown[] }>().items.length).toBeGreaterThan(3)
    await app.close()
    await close()
    fs.rmSync(home, { recursive: true })
  }, 120_000)

  test('is not opened by a role to which its tables would look empty, or which could not step behind the wall', async () => {
    await ask(`grant connect on database ${name} to ${name}_other`)
    const owner = new pg.Client({ connectionString: urlOf(name) })
    await owner.connect()
    await owner.query(`grant select on migrations to ${name}_other`)
    await owner.query(`grant create on schema public to ${name}_other`)
    await owner.end()
    expect(await migrating(name, `${name}_other`)).toContain(`Let DATABASE_URL name ${name}.`)
    await ask(`revoke guildhall_app from ${name}`)
    expect(await migrating(name)).toContain(`grant guildhall_app to ${name};`)
  })
})
