import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { inject } from 'vitest'
import { seedRegion } from '../apps/server/seeds/region.ts'
import { buildApp } from '../apps/server/src/app.ts'
import { openHouse } from '../apps/server/src/house.ts'
import { demonstrationPassword } from '../apps/server/src/modules/identity/index.ts'
import { fixedClock } from '../apps/server/src/platform/clock/clock.ts'
import { type Config, readConfig } from '../apps/server/src/platform/config.ts'
import type { House } from '../apps/server/src/platform/context.ts'

const root = path.join(import.meta.dirname, '..')

const configOf = (home: string, environment: Readonly<Record<string, string>> = {}): Config => ({ ...readConfig(root, environment), home })

/** Makes the demonstration region in a database, once for the whole run. */
export async function seedTown(databaseUrl: string, home: string): Promise<void> {
  const clock = fixedClock('2026-03-02T01:00:00Z')
  const { house, close } = await openHouse({ config: configOf(home), databaseUrl, demonstration: true, background: false, clock })
  await seedRegion(house, clock)
  await close()
}

/** The seed region, or an empty installation, in a database of its own, with the whole application over it. */
export type Town = Readonly<{
  app: FastifyInstance
  house: House
  clock: ReturnType<typeof fixedClock>
  databaseUrl: string
  /** Signs in as a seeded person, `tanxi.lead`, and answers a caller with that person's rights. */
  as: (who: string) => Promise<Caller>
  nobody: Caller
  close: () => Promise<void>
}>

// biome-ignore lint/suspicious/noExplicitAny: tests read answers freely; the contract's gate has checked them before they left.
export type Reply = Readonly<{ status: number; body: any; headers: Record<string, unknown> }>
export type Caller = Readonly<{
  get: (url: string) => Promise<Reply>
  post: (url: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>
  patch: (url: string, body: unknown) => Promise<Reply>
  put: (url: string, body: unknown) => Promise<Reply>
  delete: (url: string) => Promise<Reply>
  upload: (url: string, file: { name: string; type: string; bytes: Buffer }, fields?: Record<string, string>) => Promise<Reply>
  token: string
}>

let count = 0

export async function openTown(options: { empty?: boolean; now?: string; web?: string; environment?: Readonly<Record<string, string>> } = {}): Promise<Town> {
  const adminUrl = inject('adminUrl')
  const templates = inject('templates')
  const name = `t_${process.pid}_${count++}_${process.hrtime.bigint() % 100_000n}`
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`create database ${name} template ${options.empty ? templates.empty : templates.town} strategy file_copy`)
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-town-'))
  const clock = fixedClock(options.now ?? '2026-11-24T02:00:00Z')
  const databaseUrl = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href
  const { house, close } = await openHouse({
    config: configOf(home, options.environment),
    databaseUrl,
    demonstration: !options.empty,
    background: false,
    clock,
  })
  const app = await buildApp(house, options.web ? { web: options.web } : {})
  return {
    app,
    house,
    clock,
    databaseUrl,
    nobody: callerOf(app, ''),
    as: async (who) => {
      const [organisation, person] = who.split('.')
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: {
          email: `${person}@${organisation === 'linde' ? 'lindauer' : organisation}.example`,
          password: demonstrationPassword,
          token: true,
        },
      })
      if (answer.statusCode !== 200) throw new Error(`cannot sign in as ${who}: ${answer.body}`)
      return callerOf(app, answer.json<{ token: string }>().token)
    },
    close: async () => {
      await app.close()
      await close()
      await admin.query(`drop database if exists ${name}`).catch(() => undefined) // a connection may still be closing; the cluster is thrown away anyway
      await admin.end()
      fs.rmSync(home, { recursive: true, force: true })
    },
  }
}

function callerOf(app: FastifyInstance, token: string): Caller {
  const authorization = token ? { authorization: `Bearer ${token}` } : {}
  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    url: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const answer = await app.inject({
      method,
      url,
      headers: { ...authorization, ...headers },
      ...(payload === undefined ? {} : { payload: payload as object }),
    })
    const json = String(answer.headers['content-type'] ?? '').includes('json')
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers }
  }
  return {
    token,
    get: (url) => send('GET', url),
    post: (url, body, headers) => send('POST', url, body ?? {}, headers),
    patch: (url, body) => send('PATCH', url, body),
    put: (url, body) => send('PUT', url, body),
    delete: (url) => send('DELETE', url),
    upload: (url, file, fields = {}) => {
      const boundary = '----guildhall-test'
      const parts: Buffer[] = []
      for (const [name, value] of Object.entries(fields))
        parts.push(Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
      parts.push(
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`,
        ),
        file.bytes,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      )
      return send('POST', url, Buffer.concat(parts), { 'content-type': `multipart/form-data; boundary=${boundary}` })
    },
  }
}
