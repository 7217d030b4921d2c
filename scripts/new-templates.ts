// The pattern of a plain register, as text. When the model slice changes, this changes with it.
export type Names = Readonly<{ module: string; thing: string; things: string; thingCamel: string; thingsCamel: string; Thing: string; Things: string; table: string; stamp: string }>

export function namesOf({ module, thing, things, now }: { module: string; thing: string; things: string; now: Date }): Names {
  const camel = (name: string) => name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  const pascal = (name: string) => camel(name).replace(/^./, (letter) => letter.toUpperCase())
  const stamp = now.toISOString().replace(/[-:T]/g, '').slice(0, 12)
  return { module, thing, things, thingCamel: camel(thing), thingsCamel: camel(things), Thing: pascal(thing), Things: pascal(things), table: things.replaceAll('-', '_'), stamp }
}

/** All files of a new thing, by path. */
export function filesOf(n: Names): Record<string, string> {
  const folder = `apps/server/src/modules/${n.module}/${n.things}`
  return {
    [`contract/src/${n.module}/${n.things}.ts`]: contract(n),
    [`${folder}/${n.things}.thing.ts`]: thing(n),
    [`${folder}/${n.things}.store.ts`]: store(n),
    [`${folder}/${n.things}.queries.ts`]: queries(n),
    [`${folder}/${n.things}.service.ts`]: service(n),
    [`${folder}/${n.things}.routes.ts`]: routes(n),
    [`${folder}/${n.things}.test.ts`]: test(n),
    [`apps/server/migrations/${n.stamp}_${n.module.replaceAll('-', '_')}_${n.table}.sql`]: migration(n),
    [`words/src/${n.things}.en.ts`]: `/** Sentences about ${n.things}. */\nexport const ${n.thingsCamel}En = {\n  '${n.things}.title': '${n.Things}',\n} as const\n`,
    [`words/src/${n.things}.zh-CN.ts`]: words(n, 'ZhCN'),
    [`words/src/${n.things}.de.ts`]: words(n, 'De'),
  }
}

const words = (n: Names, suffix: 'ZhCN' | 'De') => `import type { ${n.thingsCamel}En } from './${n.things}.en.ts'\n\nexport const ${n.thingsCamel}${suffix}: Record<keyof typeof ${n.thingsCamel}En, string> = {\n  '${n.things}.title': '${suffix === 'ZhCN' ? '登记' : n.Things}',\n}\n`

const contract = (n: Names) => `import { z } from 'zod'
import { ById, Done, endpoint, Id, LocalizedTextOut, LocalizedTextSchema, listQuery, Moment, pageOf } from '../http/index.ts'

const fields = { name: LocalizedTextSchema, note: z.string().trim().max(2000).nullable().optional() }

export const ${n.Thing}Row = z.object({ id: Id, number: z.string(), name: LocalizedTextOut, updatedAt: Moment }).meta({ id: '${n.Thing}Row' })
export type ${n.Thing}Row = z.infer<typeof ${n.Thing}Row>

export const ${n.Thing} = ${n.Thing}Row.extend({ note: z.string().nullable(), version: z.number().int(), allowed: z.array(z.string()) }).meta({ id: '${n.Thing}' })
export type ${n.Thing} = z.infer<typeof ${n.Thing}>

export const ${n.thingsCamel} = {
  list: endpoint({ method: 'GET', path: '/api/v1/${n.things}', access: 'session', summary: '${n.Things} of my organisation', query: listQuery({ sort: ['number', 'updatedAt'], filters: {} }), answer: pageOf(${n.Thing}Row) }),
  one: endpoint({ method: 'GET', path: '/api/v1/${n.things}/:id', access: 'session', summary: 'One ${n.thing}', params: ById, answer: ${n.Thing} }),
  add: endpoint({ method: 'POST', path: '/api/v1/${n.things}', access: 'session', summary: 'Add a ${n.thing}', body: z.object(fields), answer: ${n.Thing}, status: 201 }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/${n.things}/:id', access: 'session', summary: 'Change a ${n.thing}', params: ById, body: z.object(fields).partial().extend({ version: z.number().int() }), answer: ${n.Thing} }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/${n.things}/:id/withdraw', access: 'session', summary: 'Withdraw a ${n.thing}, with a reason', params: ById, body: z.object({ reason: z.string().trim().min(1).max(500) }), answer: Done }),
}
`

const thing = (n: Names) => `import { defineThing } from '../../../platform/things/thing.ts'

/** A ${n.thing}. \`home\` = the organisation that keeps it. */
export const ${n.thingCamel}Thing = defineThing({
  kind: '${n.thing}',
  numberPrefix: '${n.Thing.replace(/[a-z]/g, '').slice(0, 3) || 'T'}',
  urlOf: (id) => \`/${n.things}/\${id}\`,
  rights: {
    read: ['home:any'],
    add: ['at college:office', 'at college:lead', 'at college:administrator'],
    change: ['home:office', 'home:lead', 'home:administrator'],
    withdraw: ['home:lead', 'home:administrator'],
  },
})
`

const store = (n: Names) => `import type { LocalizedText } from '@guildhall/kernel'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { ids, json } from '../../../platform/database/doors.ts'
import { indexThing, unindexThing } from '../../../platform/things/thing.ts'
import { ${n.thingCamel}Thing } from './${n.things}.thing.ts'

type Key = { homeId: string; id: string }

export async function insert${n.Thing}(ctx: Context, trx: Trx, row: Key & { number: string; name: LocalizedText; note: string | null }): Promise<void> {
  await trx.insertInto('${n.thingsCamel}').values({ ...row, name: json(row.name), updatedAt: ctx.now, parties: ids([row.homeId]) }).execute()
  await index${n.Thing}(ctx, trx, row)
}

/** Answers whether the version was still the one that was edited. */
export async function update${n.Thing}(ctx: Context, trx: Trx, key: Key & { version: number }, changes: { name?: LocalizedText; note?: string | null }): Promise<boolean> {
  const { name, ...rest } = changes
  const done = await trx
    .updateTable('${n.thingsCamel}')
    .set((eb) => ({ ...rest, ...(name ? { name: json(name) } : {}), version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('homeId', '=', key.homeId)
    .where('id', '=', key.id)
    .where('version', '=', key.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function mark${n.Thing}Withdrawn(ctx: Context, trx: Trx, key: Key): Promise<void> {
  await trx.updateTable('${n.thingsCamel}').set((eb) => ({ withdrawnAt: ctx.now, updatedAt: ctx.now, version: eb('version', '+', 1) })).where('homeId', '=', key.homeId).where('id', '=', key.id).execute()
  await unindexThing(trx, key.homeId, key.id)
}

export const index${n.Thing} = (ctx: Context, trx: Trx, row: Key & { number: string; name: LocalizedText }) =>
  indexThing(ctx, trx, ${n.thingCamel}Thing, { homeId: row.homeId, id: row.id, number: row.number, title: row.name, words: [], parties: [row.homeId] })
`

const queries = (n: Names) => `import type { ${n.Thing}, ${n.Thing}Row, ${n.thingsCamel} } from '@guildhall/contract/${n.module}'
import type { Answer } from '@guildhall/contract/http'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { allowedOf } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { findIds, noId } from '../../../platform/search/find.ts'
import { ${n.thingCamel}Thing } from './${n.things}.thing.ts'

const rows = (trx: Trx) => trx.selectFrom('${n.thingsCamel}').select(['id', 'homeId', 'number', 'name', 'note', 'version', 'updatedAt']).where('withdrawnAt', 'is', null)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const present = ({ id, number, name, updatedAt }: Row): ${n.Thing}Row => ({ id, number, name, updatedAt })

export async function list${n.Things}(ctx: Context, asked: z.output<typeof ${n.thingsCamel}.list.query>): Promise<Answer<typeof ${n.thingsCamel}.list>> {
  const narrowed = await findIds(ctx, asked.q, ${n.thingCamel}Thing.kind)
  return look(ctx, async (trx) => {
    let query = rows(trx).where('homeId', '=', signatureOf(ctx.actor).organisationId ?? noId)
    if (narrowed) query = query.where('id', 'in', narrowed.length ? narrowed : [noId])
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { number: 'number', updatedAt: 'updatedAt' }, defaultSort: 'number', id: 'id', keys: (row, sort) => [sort === 'updatedAt' ? row.updatedAt : row.number, row.id] })
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

export async function read${n.Thing}(ctx: Context, trx: Trx, id: string): Promise<${n.Thing} & { homeId: string }> {
  const row = await rows(trx).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return { ...present(row), homeId: row.homeId, note: row.note, version: row.version, allowed: allowedOf(${n.thingCamel}Thing.rights, ctx.actor, { home: row.homeId }) }
}

export const get${n.Thing} = (ctx: Context, id: string): Promise<${n.Thing}> => look(ctx, (trx) => read${n.Thing}(ctx, trx, id))
`

const service = (n: Names) => `import type { ${n.Thing}, ${n.thingsCamel} } from '@guildhall/contract/${n.module}'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import { notAllowed, stale } from '../../../platform/http/refused.ts'
import { noId } from '../../../platform/search/find.ts'
import { nextNumber } from '../../../platform/things/thing.ts'
import { read${n.Thing} } from './${n.things}.queries.ts'
import { index${n.Thing}, insert${n.Thing}, mark${n.Thing}Withdrawn, update${n.Thing} } from './${n.things}.store.ts'
import { ${n.thingCamel}Thing } from './${n.things}.thing.ts'

const { kind, rights } = ${n.thingCamel}Thing

export const add${n.Thing} = (ctx: Context, given: z.output<typeof ${n.thingsCamel}.add.body>): Promise<${n.Thing}> =>
  act(ctx, async (trx) => {
    if (!can(rights, 'add', ctx.actor, {})) throw notAllowed()
    const homeId = signatureOf(ctx.actor).organisationId ?? noId
    const id = newId(ctx)
    const number = await nextNumber(ctx, trx, ${n.thingCamel}Thing, homeId)
    await insert${n.Thing}(ctx, trx, { homeId, id, number, name: given.name, note: given.note ?? null })
    await keepAction(ctx, trx, { homeId, kind, id, action: 'added', body: given, parties: [homeId] })
    return read${n.Thing}(ctx, trx, id)
  })

export const change${n.Thing} = (ctx: Context, id: string, given: z.output<typeof ${n.thingsCamel}.change.body>): Promise<${n.Thing}> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'change')
    const { version, ...sent } = given
    const changes = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
    if (!(await update${n.Thing}(ctx, trx, { homeId: before.homeId, id, version }, changes))) throw stale(before)
    const after = await read${n.Thing}(ctx, trx, id)
    await index${n.Thing}(ctx, trx, after)
    await keepAction(ctx, trx, { homeId: before.homeId, kind, id, action: 'changed', body: changes, parties: [before.homeId] })
    return after
  })

export const withdraw${n.Thing} = (ctx: Context, id: string, reason: string): Promise<{ ok: true }> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'withdraw')
    await mark${n.Thing}Withdrawn(ctx, trx, { homeId: before.homeId, id })
    await keepAction(ctx, trx, { homeId: before.homeId, kind, id, action: 'withdrawn', body: { reason }, parties: [before.homeId] })
    return { ok: true }
  })

async function demand(ctx: Context, trx: Trx, id: string, action: keyof typeof rights) {
  const row = await read${n.Thing}(ctx, trx, id)
  if (!row.allowed.includes(action)) throw notAllowed()
  return row
}
`

const routes = (n: Names) => `import { ${n.thingsCamel} } from '@guildhall/contract/${n.module}'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { get${n.Thing}, list${n.Things} } from './${n.things}.queries.ts'
import { add${n.Thing}, change${n.Thing}, withdraw${n.Thing} } from './${n.things}.service.ts'

export function mount${n.Things}(app: FastifyInstance): void {
  mount(app, ${n.thingsCamel}.list, ({ ctx, query }) => list${n.Things}(ctx, query))
  mount(app, ${n.thingsCamel}.one, ({ ctx, params }) => get${n.Thing}(ctx, params.id))
  mount(app, ${n.thingsCamel}.add, ({ ctx, body }) => add${n.Thing}(ctx, body))
  mount(app, ${n.thingsCamel}.change, ({ ctx, params, body }) => change${n.Thing}(ctx, params.id, body))
  mount(app, ${n.thingsCamel}.withdraw, ({ ctx, params, body }) => withdraw${n.Thing}(ctx, params.id, body.reason))
}
`

const migration = (n: Names) => `create table ${n.table} (
  home_id uuid not null,
  id uuid not null,
  number text not null,
  name jsonb not null,
  note text,
  withdrawn_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null,
  parties uuid[] not null,
  primary key (home_id, id)
);
select home_table('${n.table}');
create index ${n.table}_by_number on ${n.table} (home_id, number, id) where withdrawn_at is null;
`

const test = (n: Names) => `import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, openTown, type Town } from '../../../../../../tests/town.ts'

let town: Town
let office: Caller
let foreign: Caller
beforeAll(async () => {
  town = await openTown()
  office = await town.as('tanxi.office')
  foreign = await town.as('lihu.office')
})
afterAll(() => town.close())

describe('a ${n.thing}', () => {
  test('is added with a number, found by its name, changed, and stays unknown to other organisations', async () => {
    const added = await office.post('/api/v1/${n.things}', { name: { zh: '第一个' } })
    expect([added.status, added.body.version]).toEqual([201, 1])
    const url = \`/api/v1/${n.things}/\${added.body.id}\`
    expect((await office.get('/api/v1/${n.things}?q=diyige')).body.items).toHaveLength(1)
    expect((await office.patch(url, { version: 1, note: '备注' })).body).toMatchObject({ version: 2, note: '备注' })
    expect((await office.patch(url, { version: 1, note: '迟了' })).body.code).toBe('stale')
    expect((await foreign.get(url)).status).toBe(404)
    expect((await foreign.get('/api/v1/${n.things}')).body.items).toEqual([])
  })

  test('is withdrawn by those who may, with a reason', async () => {
    const { id } = (await office.post('/api/v1/${n.things}', { name: { zh: '录错了' } })).body
    expect((await office.post(\`/api/v1/${n.things}/\${id}/withdraw\`, { reason: 'x' })).status).toBe(403)
    const lead = await town.as('tanxi.lead')
    expect((await lead.post(\`/api/v1/${n.things}/\${id}/withdraw\`, { reason: '重复' })).status).toBe(200)
    expect((await office.get(\`/api/v1/${n.things}/\${id}\`)).status).toBe(404)
  })
})
`
