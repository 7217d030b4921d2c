import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Caller, openTown, type Reply, type Town } from '../../../tests/town.ts'

// Every operation with a body or a query, every place of it in turn, every value that a program, a scanner or a hurried person may send.
const wrongTypes: readonly unknown[] = [null, true, [], {}, { toString: 'x' }]
const hostileTexts: readonly string[] = ['', ' ', 'a\0b', '\ud800', '\u202Efdp.exe\u202C', '\u2028', '2026-02-30', '0000-01-01', '9999-12-31', '__proto__', "'; drop table needs; --", '00000000-0000-0000-0000-000000000000', 'x'.repeat(9000)]
const hostileNumbers: readonly number[] = [-1, -0, 0.5, 2 ** 31, 2 ** 53, 2 ** 63, 1e308]
// They end the session that asks, or ask for an upload.
const left = new Set(['DELETE /api/v1/session', 'DELETE /api/v1/sessions/:id', 'POST /api/v1/sessions/end-all', 'POST /api/v1/session/acting-for', 'POST /api/v1/session/language'])

let town: Town
let ids: Record<string, string>
let callers: Caller[]

beforeAll(async () => {
  town = await openTown()
  callers = [await town.as('tanxi.lead'), await town.as('hengli.hr'), await town.as('tanxi.dean')]
  const one = async (table: string, where = sql`true`) => (await sql<{ id: string }>`select id from ${sql.table(table)} where ${where} order by id limit 1`.execute(town.house.db)).rows[0]!.id
  const college = (await callers[0]!.get('/api/v1/organisations?q=tanxi')).body.items[0].id as string
  const own = sql`home_id = ${college}`
  ids = {
    organisations: await one('organisations', sql`kind = 'enterprise'`), college, needs: (await callers[0]!.get('/api/v1/needs')).body.items[0].id, outcomes: await one('outcomes', own), majors: await one('majors', own), programmes: await one('training_programmes', own), units: await one('units', own),
    classes: await one('classes', own), 'change-proposals': await one('change_proposals', own), visits: await one('visits', own), person: await one('people'), departments: await one('departments', own), learners: await one('learners', own), memberships: await one('memberships'), concepts: await one('concepts').catch(() => college),
  }
})
afterAll(() => town.close())

type Schema = { type?: string; format?: string; const?: unknown; enum?: unknown[]; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[]; properties?: Record<string, Schema>; items?: Schema; minLength?: number; minimum?: number; $ref?: string; $defs?: Record<string, Schema>; pattern?: string }

const schemaOf = (of: z.ZodType): Schema => z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' }) as Schema // safe: the few members of a JSON Schema that are read here

/** A value that the schema describes, with ids that exist. */
function exampleOf(schema: Schema, key = '', defs = schema.$defs ?? {}): unknown {
  if (schema.$ref) return exampleOf(defs[schema.$ref.split('/').at(-1)!] ?? {}, key, defs)
  const first = (schema.anyOf ?? schema.oneOf ?? schema.allOf)?.[0]
  if (first) return exampleOf(first, key, defs)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.type === 'object') return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, exampleOf(one, name, defs)]))
  if (schema.type === 'array') return [exampleOf(schema.items ?? {}, key, defs)]
  if (schema.type === 'number' || schema.type === 'integer') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'boolean') return true
  if (schema.format === 'uuid') return idFor(key)
  if (schema.format === 'date') return '2026-11-20'
  if (schema.format === 'date-time') return '2026-11-20T08:00:00Z'
  return 'x'.repeat(Math.max(3, schema.minLength ?? 1))
}
const idFor = (key: string) => {
  const register = Object.keys(ids).find((one) => key.toLowerCase().startsWith(one.replace(/s$/, '').replace('change-', '')))
  return ids[register ?? (key.startsWith('enterprise') ? 'organisations' : key.startsWith('person') ? 'person' : 'needs')]!
}

/** The value once for each place in it, with another value there, and once with a member nobody knows. */
function* wounded(value: unknown): Generator<unknown> {
  const values = [...wrongTypes, ...(typeof value === 'number' ? hostileNumbers : typeof value === 'string' ? hostileTexts : [])]
  for (const one of values) yield one
  if (Array.isArray(value)) {
    for (const one of wounded(value[0])) yield [one]
    yield Array.from({ length: 1000 }, () => value[0])
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) for (const one of wounded(member)) yield { ...value, [key]: one }
    yield { ...value, nobodyKnowsThis: 'x' }
  }
}

const inside = /\b(select|insert into|update|relation|column|constraint|violates|syntax) |postgres|kysely|node_modules|\.ts:\d|\/apps\/|Error:/i
/** What is wrong with an answer; undefined where it is one that a person can use. */
function complaint(answer: Reply): string | undefined {
  if (answer.status < 400) return undefined
  const { body } = answer
  if (answer.status >= 500) return `${answer.status} ${body?.code}`
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return 'no Problem Details'
  if (!body.code || !body.requestId || body.status !== answer.status || !/[一-鿿]/.test(body.title)) return `says ${JSON.stringify(body).slice(0, 200)}`
  return inside.test(JSON.stringify({ ...body, current: undefined })) ? `tells what is inside: ${JSON.stringify(body).slice(0, 300)}` : undefined
}

const pathOf = (path: string) => path.replace(/:(\w+)/g, (_, name: string) => (name === 'id' ? (ids[path.split('/')[3]!] ?? ids['needs']!) : name === 'token' ? 'x' : ids['outcomes']!))

test('no body breaks an operation, and every refusal is one that a person can read', { timeout: 240_000 }, async () => {
  const complaints = new Map<string, string>()
  let sent = 0
  for (const { method, path, body, upload } of town.app.mounted) {
    const key = `${method} ${path}`
    if (!body || upload || left.has(key) || method === 'GET') continue
    const url = pathOf(path)
    const example = exampleOf(schemaOf(body))
    const caller = callers[sent % callers.length]!
    for (const one of wounded(example)) {
      if (one === null) continue
      const answer = method === 'PATCH' ? await caller.patch(url, one) : method === 'PUT' ? await caller.put(url, one) : await caller.post(url, one as object)
      sent++
      const found = complaint(answer)
      if (found) complaints.set(`${key} ${found}`, JSON.stringify(one).slice(0, 160))
    }
  }
  expect([...complaints]).toEqual([])
  expect(sent).toBeGreaterThan(1000)
})

test('no query and no path breaks an operation', { timeout: 240_000 }, async () => {
  const complaints = new Map<string, string>()
  const texts = ['', '%00', '%ED%A0%80', '%E0%A4%A', '%', '-1', '1e99', '9223372036854775808', '0000-01-01', '2026-02-30', '%27', 'x'.repeat(3000), '%25%25%5C', 'W10', 'eyJzb3J0IjoiLXJlY2VpdmVkQXQiLCJ2YWx1ZXMiOlt7fSwieCJdfQ', 'eyJzb3J0IjoiLXJlY2VpdmVkQXQiLCJ2YWx1ZXMiOltdfQ']
  for (const { method, path, query } of town.app.mounted) {
    if (method !== 'GET') continue
    const names = Object.keys(query?.shape ?? {})
    const urls = [...names.flatMap((name) => texts.map((text) => `${pathOf(path)}?${name}=${text}`)), ...(path.includes(':') ? texts.filter(Boolean).map((text) => path.replace(/:\w+/, text).replace(/:\w+/g, ids['needs']!)) : [])]
    if (names[0]) urls.push(`${pathOf(path)}?${names[0]}=1&${names[0]}=2`, `${pathOf(path)}?__proto__=1&constructor=2`)
    for (const url of urls) {
      const found = complaint(await callers[0]!.get(url))
      if (found) complaints.set(`${method} ${path} ${found}`, url.slice(0, 160))
    }
  }
  expect([...complaints]).toEqual([])
})
