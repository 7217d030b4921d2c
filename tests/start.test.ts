import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmbedded } from '../apps/server/src/platform/database/embedded.ts'

// The real program as a child, with its own data folder. Each test goes on where the one before ended, as a life of an installation does.
const root = path.join(import.meta.dirname, '..')
const limit = 240_000 // a machine that does other things too
const children = new Set<ChildProcess>()
const homes: string[] = []
let home: string

beforeAll(() => {
  home = makeHome()
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const one of homes) {
    const pid = lockOf(one)?.pid
    if (pid) process.kill(pid, 'SIGQUIT')
    fs.rmSync(one, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
})

function makeHome(): string {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-start-'))
  fs.chmodSync(made, 0o755) // as root the database runs as another user, who must be able to come in
  homes.push(made)
  return made
}

type Started = { child: ChildProcess; output: () => string; ready: Promise<string>; ended: Promise<number | null> }

function run(script: string, args: readonly string[], environment: Record<string, string>): Started {
  const { DATABASE_URL: _d, OIDC_ISSUER: _o, ...inherited } = process.env
  const child = spawn(process.execPath, [path.join(root, script), ...args], { cwd: root, env: { ...inherited, PORT: '0', GUILDHALL_DATA: home, ...environment } })
  children.add(child)
  let output = ''
  const ended = new Promise<number | null>((done) => child.once('close', (code) => { children.delete(child); done(code) }))
  const ready = new Promise<string>((done, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8')
      const address = /is ready: (http:\S+)/.exec(output)?.[1]
      if (address) done(address)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then((code) => fail(new Error(`ended with ${code}: ${output}`)))
  })
  ready.catch(() => undefined) // a test that waits for the end does not wait for this
  return { child, output: () => output, ready, ended }
}
const start = (environment: Record<string, string> = {}, args: readonly string[] = []) => run('apps/server/src/main.ts', args, environment)
const command = async (args: readonly string[], environment: Record<string, string> = {}) => {
  const { ended, output } = run('apps/server/src/cli/main.ts', args, environment)
  return { code: await ended, output: output() }
}

function lockOf(of: string): { pid: number; port: number } | undefined {
  const file = path.join(of, 'postgres/postmaster.pid')
  if (!fs.existsSync(file)) return undefined
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]) }
}

async function ask(of: string, query: string): Promise<string | undefined> {
  const port = lockOf(of)?.port
  if (!port) return undefined
  const password = fs.readFileSync(path.join(of, 'postgres.password'), 'utf8').trim()
  const client = new pg.Client({ connectionString: `postgres://guildhall:${password}@127.0.0.1:${port}/guildhall` })
  try {
    await client.connect()
    return String((await client.query({ text: query, rowMode: 'array' })).rows[0]?.[0])
  } catch {
    return undefined // not made yet, or not open yet
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000 && !(await holds()); tries++) await new Promise((done) => setTimeout(done, 50))
}
const accounts = async (address: string) => ((await (await fetch(`${address}/api/v1/demonstration/accounts`)).json()) as { items: unknown[] }).items.length

describe('a start that nothing blocks', () => {
  test('a cluster that was left half made is made anew; a first start killed while it fills the region begins the region anew', async () => {
    fs.mkdirSync(path.join(home, 'postgres.new/base'), { recursive: true })
    fs.writeFileSync(path.join(home, 'postgres.new/PG_VERSION'), 'half')
    const first = start()
    await until(async () => Number(await ask(home, 'select count(*) from needs')) > 0)
    first.child.kill('SIGKILL')
    await first.ended
    expect(await ask(home, "select value->>'seeded' from settings where name = 'installation'")).toBe('false')

    const second = start()
    const address = await second.ready
    expect(await accounts(address)).toBeGreaterThan(10)
    expect(await ask(home, "select value->>'seeded' from settings where name = 'installation'")).toBe('true')
    second.child.kill('SIGKILL')
    await second.ended
  }, limit)

  test('a killed server leaves its database running, and the next one takes it over', async () => {
    const before = lockOf(home)?.pid
    const next = start()
    expect(await accounts(await next.ready)).toBeGreaterThan(10)
    expect(lockOf(home)?.pid).toBe(before)
    next.child.kill('SIGKILL')
    await next.ended
  }, limit)

  test('asked to end, it ends cleanly and takes a database that it adopted along', async () => {
    const next = start()
    await next.ready
    next.child.kill('SIGTERM')
    expect(await next.ended).toBe(0)
    expect(lockOf(home)).toBeUndefined()
  }, limit)

  test('a lock file of a machine that crashed blocks nothing, even if its process number and port are somebody’s by now', async () => {
    const stranger = net.createServer().listen(0, '127.0.0.1')
    await new Promise((done) => stranger.once('listening', done))
    const { port } = stranger.address() as AddressInfo // safe: it listens on a port
    fs.writeFileSync(path.join(home, 'postgres/postmaster.pid'), [process.pid, path.join(home, 'postgres'), 0, port, '', '127.0.0.1', '', 'ready   ', ''].join('\n'), { mode: 0o644 })
    const next = start()
    expect(await accounts(await next.ready)).toBeGreaterThan(10)
    expect(lockOf(home)?.port).not.toBe(port)

    const taken = start({ PORT: String(port), GUILDHALL_DATA: makeHome() })
    expect(await taken.ended).toBe(1)
    expect(taken.output().trim()).toBe(`Guildhall did not start. Port ${port} is taken by another program (perhaps by Guildhall itself). Set PORT to another one.`)
    stranger.close()
    next.child.kill('SIGTERM')
    await next.ended
  }, limit)

  test('what was backed up stands in another folder after one command, and starts there', async () => {
    const file = path.join(home, 'town.backup')
    const other = makeHome()
    const sealed = { BACKUP_PASSPHRASE: 'a passphrase of this test' }
    expect(await command(['backup', file], sealed)).toMatchObject({ code: 0, output: expect.stringContaining('chains of') })
    expect(lockOf(home)).toBeUndefined()
    expect(await command(['restore', file])).toMatchObject({ code: 1, output: expect.stringContaining('set BACKUP_PASSPHRASE') })
    expect(await command(['restore', file], sealed)).toMatchObject({ code: 0, output: expect.stringContaining('is whole') })
    expect(await command(['restore', file, '--yes'], { ...sealed, GUILDHALL_DATA: other })).toMatchObject({ code: 0, output: expect.stringContaining('restore --release') })
    const restored = start({ GUILDHALL_DATA: other })
    expect(await accounts(await restored.ready)).toBeGreaterThan(10)
    expect(await command(['verify'], { GUILDHALL_DATA: other })).toMatchObject({ code: 0, output: expect.stringContaining('whole') })
    expect(await command(['restore', '--release'], { GUILDHALL_DATA: other })).toMatchObject({ code: 0, output: expect.stringContaining('go again') })
    restored.child.kill('SIGTERM')
    expect(await restored.ended).toBe(0)
  }, limit)

  test('two first starts at once make one region; who ends first leaves the database to the other, who ends last takes it along', async () => {
    const shared = makeHome()
    const [one, other] = [start({ GUILDHALL_DATA: shared }), start({ GUILDHALL_DATA: shared })]
    const addresses = await Promise.all([one.ready, other.ready])
    const [seen, seenByOther] = await Promise.all(addresses.map(accounts))
    expect([seen! > 10, seenByOther]).toEqual([true, seen])
    expect(await ask(shared, 'select count(*) - count(distinct name) from organisations')).toBe('0')
    one.child.kill('SIGTERM')
    expect(await one.ended).toBe(0)
    expect(await accounts(addresses[1]!)).toBe(seen)
    other.child.kill('SIGTERM')
    expect(await other.ended).toBe(0)
    expect(lockOf(shared)).toBeUndefined()
    expect([one.output(), other.output()].join('')).not.toContain('"level"')
  }, limit)

  test('a command does not stop the database of a server that came while it worked; the link of its first administrator begins with the address under which people come', async () => {
    const shared = makeHome()
    const working = openEmbedded(shared)
    const server = start({ GUILDHALL_DATA: shared, PUBLIC_URL: 'https://guildhall.example/' }, ['--empty'])
    const address = await server.ready
    await (await working).stop()
    expect((await fetch(`${address}/readyz`)).status).toBe(200)
    expect(address).toMatch(/^http:\/\/localhost:\d+$/)
    expect(server.output()).toMatch(/\nhttps:\/\/guildhall\.example\/welcome\/[\w-]{40,}\n/)
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(lockOf(shared)).toBeUndefined()
  }, limit)

  test('a command that finds no installation says where it looked, and makes none', async () => {
    const nowhere = makeHome()
    expect(await command(['verify'], { GUILDHALL_DATA: nowhere })).toMatchObject({ code: 1, output: expect.stringContaining(`There is no installation in ${nowhere}`) })
    expect(fs.existsSync(path.join(nowhere, 'postgres'))).toBe(false)
  }, limit)
})
