// How long the second start takes: database closed, region made, until the line that says ready; and after a kill, database still running.
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeResults } from './_harness.ts'
import { machine, percentiles } from './_region.ts'

const root = path.join(import.meta.dirname, '..')
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-bench-start-'))
if (process.getuid?.() === 0) fs.chmodSync(home, 0o755)

function start(): Promise<{ child: ChildProcess; milliseconds: number }> {
  const begun = performance.now()
  const { DATABASE_URL: _given, ...inherited } = process.env
  const child = spawn(process.execPath, ['apps/server/src/main.ts'], { cwd: root, env: { ...inherited, PORT: '0', GUILDHALL_DATA: home }, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('is ready')) done({ child, milliseconds: performance.now() - begun })
    })
    child.once('exit', (code) => fail(new Error(`ended with ${code}`)))
  })
}

const end = (child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL') =>
  new Promise<void>((done) => {
    child.removeAllListeners('exit').once('exit', () => done())
    child.kill(signal)
  })

async function measure(n: number, signal: 'SIGTERM' | 'SIGKILL') {
  const times: number[] = []
  for (let turn = 0; turn < n; turn++) {
    const { child, milliseconds } = await start()
    times.push(milliseconds)
    await end(child, turn === n - 1 ? 'SIGTERM' : signal)
  }
  // The first of a kind still follows another end.
  return { n: n - 1, ...percentiles(times.slice(1)) }
}

console.log(machine())
try {
  const first = await start()
  await end(first.child, 'SIGTERM')
  const results = { first: Math.round(first.milliseconds), second: await measure(6, 'SIGTERM'), afterKill: await measure(6, 'SIGKILL') }
  console.log(`first start, region made   ${results.first} ms`)
  console.log(`second start               n ${results.second.n}  median ${results.second.p50} ms  max ${results.second.max} ms`)
  console.log(`after a kill, adopted      n ${results.afterKill.n}  median ${results.afterKill.p50} ms  max ${results.afterKill.max} ms`)
  writeResults('start', results)
} finally {
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
