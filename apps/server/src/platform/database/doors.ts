import crypto from 'node:crypto'
import { sql } from 'kysely'
import { partiesOf } from '../access/actor.ts'
import type { Context } from '../context.ts'
import { Refused } from '../http/refused.ts'
import type { Trx } from './connect.ts'
import { json } from './json.ts'

export { ids, json } from './json.ts'

/** The answer of an earlier request with the same key: it is sent again instead of doing the thing twice. */
export class Replayed extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('replayed')
    this.answer = answer
  }
}

/**
 * Reads, as the actor: a read-only transaction in which row-level security knows the actor's parties.
 * `true` in `set_config` ends the setting with the transaction, so that it is safe on pooled connections.
 */
export const look = <T>(ctx: Context, work: (trx: Trx) => Promise<T>): Promise<T> =>
  ctx.house.db.transaction().setAccessMode('read only').execute(async (trx) => {
    await enter(ctx, trx)
    return work(trx)
  })

/**
 * Writes, as the actor, in one transaction: settings, idempotency, the work, commit. A refusal thrown inside rolls everything back.
 * The work answers what the endpoint answers: with an idempotency key, that answer is kept in the same transaction and sent again.
 * Serialization errors are tried again, at most three times.
 */
export async function act<T>(ctx: Context, work: (trx: Trx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ctx.house.db.transaction().execute(async (trx) => {
        await enter(ctx, trx)
        await claimKey(ctx, trx)
        const answer = await work(trx)
        await keepAnswer(ctx, trx, answer)
        return answer
      })
    } catch (error) {
      const code = (error as { code?: string }).code
      if (tries < 3 && (code === '40001' || code === '40P01')) continue
      throw error
    }
  }
}

async function enter(ctx: Context, trx: Trx): Promise<void> {
  if (ctx.actor.kind === 'system') return // jobs and seeds: as the owner of the schema
  const parties = `{${partiesOf(ctx.actor).join(',')}}`
  await sql`select set_config('app.parties', ${parties}, true), set_config('role', 'guildhall_app', true)`.execute(trx)
}

const actorKey = (ctx: Context) => (ctx.actor.kind === 'person' ? ctx.actor.personId : ctx.actor.kind === 'link' ? ctx.actor.linkId : ctx.actor.kind)

async function claimKey(ctx: Context, trx: Trx): Promise<void> {
  if (!ctx.idempotency) return
  const { key, hash } = ctx.idempotency
  const mine = await trx
    .insertInto('idempotencyKeys')
    .values({ actor: actorKey(ctx), key, requestHash: hash, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (mine) return
  const earlier = await trx.selectFrom('idempotencyKeys').select(['requestHash', 'answer']).where('actor', '=', actorKey(ctx)).where('key', '=', key).executeTakeFirst()
  if (earlier && earlier.requestHash !== hash) throw new Refused(422, 'key-reused')
  throw new Replayed(earlier?.answer)
}

async function keepAnswer(ctx: Context, trx: Trx, answer: unknown): Promise<void> {
  if (!ctx.idempotency) return
  await trx.updateTable('idempotencyKeys').set({ answer: json(answer ?? null), status: 200 }).where('actor', '=', actorKey(ctx)).where('key', '=', ctx.idempotency.key).execute()
}

/**
 * A short piece of work of the house itself within an actor's transaction: the next place of a chain, a queue of its own. The actor's
 * role is entered again before anything else happens.
 */
export async function asHouse<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role, set_config('role', 'none', true)`.execute(trx)
  const answer = await work()
  await sql`select set_config('role', ${rows[0]!.role}, true)`.execute(trx)
  return answer
}

export const hashOf = (text: string | Buffer): string => crypto.createHash('sha256').update(text).digest('hex')
