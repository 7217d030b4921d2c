import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { partiesOf } from '../../platform/access/actor.ts'
import type { Context, House } from '../../platform/context.ts'
import { look } from '../../platform/database/doors.ts'
import { signInFirst } from '../../platform/http/refused.ts'

/**
 * Live updates as server-sent events: how much waits for me, and the jobs of my organisation that are under way. It says only that
 * something changed; what it is, the page asks through the ordinary doors.
 */
export function mountLive(app: FastifyInstance, house: House): void {
  const open = new Set<() => void>()
  app.addHook('preClose', async () => { for (const end of open) end() })
  app.get('/api/v1/live', { schema: { hide: true } }, async (request, reply) => {
    if (request.ctx.actor.kind !== 'person') throw signInFirst()
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    let last = ''
    const tick = async () => {
      const state = await stateOf({ ...request.ctx, now: house.clock.now() }).catch(() => last)
      if (state !== last) reply.raw.write(`data: ${state}\n\n`)
      else reply.raw.write(': still here\n\n')
      last = state
    }
    const timer = setInterval(tick, 3000)
    const end = () => {
      clearInterval(timer)
      open.delete(end)
      reply.raw.end()
    }
    open.add(end)
    request.raw.on('close', end)
    await tick()
  })
}

// One small query every few seconds for each open page; the inbox index holds only what is open.
const stateOf = (ctx: Context): Promise<string> =>
  look(ctx, async (trx) => {
    const home = partiesOf(ctx.actor)[0]
    const { rows } = await sql<{ inbox: string; jobs: string }>`
      select (select count(*) || ':' || coalesce(max(at)::text, '') from inbox_items where home_id = ${home} and done_at is null) as inbox,
        (select coalesce(string_agg(id::text || state || done, ',' order by created_at desc), '') from (select id, state, done, created_at from jobs where home_id = ${home} and name <> 'send-mail' order by created_at desc limit 5) recent) as jobs`.execute(trx)
    return JSON.stringify(rows[0])
  })
