import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildApp } from '../apps/server/src/app.ts'
import { openHouse } from '../apps/server/src/house.ts'
import { demonstrationPassword } from '../apps/server/src/modules/identity/index.ts'
import { readConfig } from '../apps/server/src/platform/config.ts'
import type { House } from '../apps/server/src/platform/context.ts'
import { openEmbedded } from '../apps/server/src/platform/database/embedded.ts'
import { ensureDatabase, migrate } from '../apps/server/src/platform/database/migrate.ts'
import { prepareInstallation } from '../apps/server/src/start/prepare.ts'

export type OpenRegion = Readonly<{ address: string; house: House; databaseUrl: string; tokenOf: (email: string) => Promise<string>; close: () => Promise<void> }>

/** The demonstration region on a database of its own with the settings of a real one, served over HTTP by this very process. */
export async function openRegion(): Promise<OpenRegion> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-bench-'))
  if (process.getuid?.() === 0) fs.chmodSync(home, 0o755)
  const config = { ...readConfig(path.join(import.meta.dirname, '..'), {}), home }
  const embedded = await openEmbedded(home)
  await ensureDatabase(embedded.url('postgres'), 'guildhall')
  const databaseUrl = embedded.url('guildhall')
  await migrate(databaseUrl)
  const log: House['log'] = (level, message, detail) => {
    if (level === 'error') console.error(message, detail)
  }
  await prepareInstallation({ config, databaseUrl, empty: false, log })
  const { house, close } = await openHouse({ config, databaseUrl, demonstration: true, background: true, log })
  const app = await buildApp(house)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    address,
    house,
    databaseUrl,
    tokenOf: async (email) => {
      const answer = await fetch(`${address}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: demonstrationPassword, token: true }) })
      return ((await answer.json()) as { token: string }).token // safe: a demonstration account
    },
    close: async () => {
      await app.close()
      await close()
      await embedded.stop()
      fs.rmSync(home, { recursive: true, force: true })
    },
  }
}

export type Timed = Readonly<{ n: number; p50: number; p95: number; max: number; bytes: number }>

/** Asks again and again, one after the other, after a few that only warm up. Milliseconds until the last byte. */
export async function timeRequests(n: number, ask: (turn: number) => Promise<Response>): Promise<Timed> {
  const times: number[] = []
  let bytes = 0
  for (let turn = -5; turn < n; turn++) {
    const begun = performance.now()
    const answer = await ask(Math.abs(turn))
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 300)}`)
    if (turn >= 0) times.push(performance.now() - begun)
    bytes = text.length
  }
  return { n, ...percentiles(times), bytes }
}

export function percentiles(times: readonly number[]): { p50: number; p95: number; max: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0) * 10) / 10
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

export const machine = (): string => `${os.cpus()[0]?.model ?? 'unknown'}, ${os.cpus().length} cores, load ${os.loadavg()[0]?.toFixed(1)}, Node ${process.version}`
