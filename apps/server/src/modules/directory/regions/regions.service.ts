import type { Region, regions } from '@guildhall/contract/directory'
import type { Answer } from '@guildhall/contract/http'
import { sql } from 'kysely'
import type { z } from 'zod'
import { allowedOf, can, type Rights } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import { act, ids, json, look } from '../../../platform/database/doors.ts'
import { fault, notAllowed } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { everyone } from '../../../platform/access/actor.ts'

const rights: Rights<'add'> = { add: ['operator'] }

export const listRegions = (ctx: Context, asked: z.output<typeof regions.list.query>): Promise<Answer<typeof regions.list>> =>
  look(ctx, async (trx) => {
    let query = trx.selectFrom('regions').select(['id', 'parentId', 'code', 'name', sql<string>`coalesce(code, '~')`.as('sortCode')])
    if (asked.q) query = query.where(sql<boolean>`(name::text || ' ' || coalesce(code, '')) ilike ${`%${asked.q.replace(/[\\%_]/g, (one) => `\\${one}`)}%`}`)
    const page = await pageOfQuery(ctx, trx, asked, { query: trx.selectFrom(query.as('one')).selectAll(), sorts: { code: 'one.sortCode' }, defaultSort: 'code', id: 'one.id', keys: (row) => [row.sortCode, row.id] })
    return { items: page.rows.map(({ sortCode: _s, ...row }): Region => row), next: page.next, count: page.count, more: page.more, asOf: page.asOf, allowed: allowedOf(rights, ctx.actor, {}) }
  })

/** Adds a region; those above it are written into its row, so that a list by region needs no recursion. */
export const addRegion = (ctx: Context, given: z.output<typeof regions.add.body>): Promise<Region> =>
  act(ctx, async (trx) => {
    if (!can(rights, 'add', ctx.actor, {})) throw notAllowed()
    const parent = given.parentId ? await trx.selectFrom('regions').select(['id', 'ancestors']).where('id', '=', given.parentId).executeTakeFirst() : undefined
    if (given.parentId && !parent) throw fault('/parentId', 'no-such-region')
    if (await trx.selectFrom('regions').select('id').where('code', '=', given.code).executeTakeFirst()) throw fault('/code', 'region-code-taken', { code: given.code })
    const id = newId(ctx)
    await trx.insertInto('regions').values({ id, parentId: parent?.id ?? null, code: given.code, name: json(given.name), ancestors: ids(parent ? [...parent.ancestors, parent.id] : []) }).execute()
    await keepAction(ctx, trx, { homeId: id, kind: 'region', id, action: 'added', body: given, parties: [everyone] })
    return { id, parentId: parent?.id ?? null, code: given.code, name: given.name }
  })
