import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openTown, type Town } from '../../../../../tests/town.ts'
import { buildApp } from '../../app.ts'
import { openHouse } from '../../house.ts'
import { demonstrationPassword } from '../../modules/identity/index.ts'
import { systemContext } from '../context.ts'
import { openFileStore } from '../files/files.ts'
import { postMail } from '../mail/mail.ts'
import { walkBackup } from './read-backup.ts'
import { releaseJobs, restoreBackup } from './restore-backup.ts'
import { isWhole, verifyInstallation } from './verify-installation.ts'
import { type Sums, writeBackup, type Written } from './write-backup.ts'

let town: Town
let college: string
let folder: string
let file: string
let written: Written
let admin: pg.Client
const made: string[] = []
const passphrase = '学徒与钥匙 — a passphrase of this test'
const canary = 'Tab\tline\nU+2028\u2028 quote " backslash \\ 𠮷 {null} \u0001'
const fileId = '01900000-0000-7000-8000-00000000f11e'

beforeAll(async () => {
  town = await openTown()
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-backup-'))
  file = path.join(folder, 'town.backup')
  admin = new pg.Client({ connectionString: inject('adminUrl') })
  await admin.connect()
  const { house } = town
  const hr = await town.as('hengli.hr')
  college = (await hr.get('/api/v1/organisations?q=tanxi')).body.items[0].id
  expect((await hr.post('/api/v1/needs', { text: canary, language: 'en', givenTo: [college] })).status).toBe(201)
  const saved = await house.files.save(fileId, Readable.from([Buffer.alloc(3_000_000, 7)]), 4_000_000)
  await house.db.insertInto('files').values({ homeId: fileId, id: fileId, name: 'photo', type: 'image/png', at: house.clock.now(), parties: [], ...(saved as { size: number; sha256: string }) }).execute() // safe: below the limit
  const ctx = systemContext(house, 'test')
  await house.db.transaction().execute((trx) => postMail(ctx, trx, { to: 'a@b.example', subject: 's', body: 'b', language: 'en', effectKey: 'waits-in-the-backup' }))
  written = await backUp(file, passphrase)
})
afterAll(async () => {
  await town.close()
  for (const name of made) await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
  fs.rmSync(folder, { recursive: true, force: true })
})

const backUp = (to: string, secret: string | undefined) => writeBackup({ databaseUrl: town.databaseUrl, files: town.house.files, version: '0', now: town.clock.now(), passphrase: secret }, to)

async function makeDatabase(): Promise<{ databaseUrl: string; home: string }> {
  const name = `r_${process.pid}_${process.hrtime.bigint() % 1_000_000n}`
  made.push(name)
  await admin.query(`create database ${name}`)
  return { databaseUrl: Object.assign(new URL(inject('adminUrl')), { pathname: `/${name}` }).href, home: fs.mkdtempSync(path.join(folder, 'home-')) }
}
const restoreInto = (to: { databaseUrl: string; home: string }, from = file) =>
  restoreBackup(from, { databaseUrl: to.databaseUrl, files: openFileStore(path.join(to.home, 'files')), passphrase, now: town.clock.now() })

describe('a backup', () => {
  test('says what is in it, and is sealed: nothing can be read without the passphrase', async () => {
    expect([written.missing, written.damaged, written.breaks]).toEqual([[], [], []])
    expect(written.sums.files).toBe(1)
    expect(written.sums.chains.actions).toBeGreaterThan(100)
    expect((await walkBackup(file, passphrase)).sums).toEqual(written.sums)
    await expect(walkBackup(file, undefined)).rejects.toThrow('BACKUP_PASSPHRASE')
    await expect(walkBackup(file, 'another')).rejects.toThrow('The passphrase is another one')
    expect(fs.statSync(file).mode & 0o077).toBe(0)
  })

  test('one flipped byte anywhere is found, with a passphrase and without', async () => {
    const open = path.join(folder, 'open.backup')
    await backUp(open, undefined)
    for (const [whole, secret] of [[file, passphrase], [open, undefined]] as const) {
      const bytes = fs.readFileSync(whole)
      const wounded = `${whole}.wounded`
      for (const at of [3, 25, 60, 130, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 20, bytes.length - 1]) {
        const copy = Buffer.from(bytes)
        copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
        fs.writeFileSync(wounded, copy)
        await expect(walkBackup(wounded, secret), `byte ${at}`).rejects.toThrow()
      }
      fs.writeFileSync(wounded, bytes.subarray(0, -1))
      await expect(walkBackup(wounded, secret)).rejects.toThrow('damaged')
    }
  })

  test('a backup that was cut off between two frames is found', async () => {
    const bytes = fs.readFileSync(path.join(folder, 'open.backup'))
    let [at, last] = [bytes.indexOf(10, bytes.indexOf(10) + 1) + 1, 0]
    while (at < bytes.length) {
      last = at
      at += 5 + bytes.readUInt32BE(at)
    }
    fs.writeFileSync(path.join(folder, 'cut.backup'), bytes.subarray(0, last))
    await expect(walkBackup(path.join(folder, 'cut.backup'), undefined)).rejects.toThrow('cut off')
  })

  test('a failed backup leaves no file behind', async () => {
    await expect(writeBackup({ databaseUrl: town.databaseUrl.replace(/\/[^/]+$/, '/nowhere'), files: town.house.files, version: '0', now: town.clock.now(), passphrase }, path.join(folder, 'none.backup'))).rejects.toThrow()
    expect(fs.readdirSync(folder).filter((one) => one.startsWith('none'))).toEqual([])
  })
})

describe('a restore', () => {
  test('brings back the moment of the backup: counts, chains, files, signing in; later work is not in it; jobs wait for a release', async () => {
    const hr = await town.as('hengli.hr')
    await hr.post('/api/v1/needs', { text: 'Said after the backup', language: 'en', givenTo: [college] })
    const to = await makeDatabase()
    const { sums, migrated } = await restoreInto(to)
    expect([sums, migrated]).toEqual([written.sums, []])

    const { house, close } = await openHouse({ config: { ...town.house.config, home: to.home }, databaseUrl: to.databaseUrl, demonstration: true, background: false, clock: town.clock })
    const app = await buildApp(house)
    const session = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { email: 'hr@hengli.example', password: demonstrationPassword, token: true } })
    const { items } = (await app.inject({ url: '/api/v1/needs?limit=200', headers: { authorization: `Bearer ${session.json<{ token: string }>().token}` } })).json<{ items: { text: string }[] }>()
    expect(items.map((one) => one.text)).toContain((await town.house.db.selectFrom('needs').select('text').where('text', 'like', 'Tab%').executeTakeFirstOrThrow()).text)
    expect(items.map((one) => one.text)).not.toContain('Said after the backup')

    const verified = await verifyInstallation(to.databaseUrl, house.files)
    expect([isWhole(verified), verified.chains.heads, verified.files.checked]).toEqual([true, sums.chains.heads, 1])

    const mail = () => house.db.selectFrom('mails').select('state').where('effectKey', '=', 'waits-in-the-backup').executeTakeFirstOrThrow()
    await house.jobs.drain(house)
    expect(await mail()).toEqual({ state: 'waiting' })
    expect(await releaseJobs(to.databaseUrl)).toBe(true)
    await house.jobs.drain(house)
    expect(await mail()).toEqual({ state: 'sent' })
    await app.close()
    await close()
  })

  test('every table is the same row for row, but those that open doors', async () => {
    const copy = path.join(folder, 'now.backup')
    await backUp(copy, passphrase)
    const to = await makeDatabase()
    await restoreInto(to, copy)
    expect(await fingerprints(to.databaseUrl)).toEqual(await fingerprints(town.databaseUrl))
  })

  test('goes only into an empty database', async () => {
    await expect(restoreInto({ databaseUrl: town.databaseUrl, home: folder })).rejects.toThrow('not empty')
  })

  test('of a damaged backup leaves nothing: no row, no file; the right one may follow', async () => {
    const bytes = fs.readFileSync(file)
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 30) ^ 1, bytes.length - 30)
    const wounded = path.join(folder, 'late.backup')
    fs.writeFileSync(wounded, bytes)
    const to = await makeDatabase()
    await expect(restoreInto(to, wounded)).rejects.toThrow('damaged')
    expect(fs.readdirSync(path.join(to.home, 'files'))).toEqual([])
    expect((await restoreInto(to)).sums.rows).toBe(written.sums.rows)
  })
})

describe('verifying', () => {
  test('names a changed action, a lost file, a changed file, a reference to nothing', async () => {
    const other = await openTown()
    const owner = other.house.db
    const victim = await owner.selectFrom('actions').select(['homeId', 'objectId', 'seq']).where('seq', '=', 1).orderBy('id').executeTakeFirstOrThrow()
    await owner.updateTable('actions').set({ action: 'forged' }).where('homeId', '=', victim.homeId).where('objectId', '=', victim.objectId).where('seq', '=', 1).execute()
    const ids = ['01900000-0000-7000-8000-00000000f001', '01900000-0000-7000-8000-00000000f002'] as const
    for (const id of ids) await owner.insertInto('files').values({ homeId: id, id, name: 'x', type: 'x', size: 1, sha256: 'x', at: other.clock.now(), parties: [] }).execute()
    fs.writeFileSync(other.house.files.pathOf(ids[1]), 'y')
    const client = new pg.Client({ connectionString: other.databaseUrl })
    await client.connect()
    await client.query("set session_replication_role = 'replica'; update needs set region_id = gen_random_uuid() where id = (select id from needs limit 1)")
    await client.end()
    const verified = await verifyInstallation(other.databaseUrl, other.house.files)
    expect(isWhole(verified)).toBe(false)
    expect(verified.chains.breaks).toEqual([{ objectId: victim.objectId, seq: 1 }])
    expect([verified.files.missing, verified.files.damaged]).toEqual([[ids[0]], [ids[1]]])
    expect(verified.references.broken).toEqual([{ name: 'needs.needs_region_id_fkey', rows: 1 }])
    await other.close()
  })
})

async function fingerprints(url: string): Promise<Sums['tables'] & Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>("select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('migrations', 'sessions', 'sign_in_tries', 'single_sign_on_states', 'account_links') order by 1")
  const prints: Record<string, unknown> = {}
  for (const { name } of rows) prints[name] = (await client.query(`select count(*)::int as n, md5(string_agg(md5(t::text), '' order by md5(t::text))) as print from ${name} t where ${name === 'settings' ? "name <> 'paused-after-restore'" : 'true'}`)).rows[0]
  await client.end()
  return prints as Sums['tables'] & Record<string, unknown> // safe: by name of table
}
