import type { Answer } from '@guildhall/contract/http'
import { type Job, jobs } from '@guildhall/contract/platform'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import { signatureOf } from '../../platform/access/actor.ts'
import { can, type Rights } from '../../platform/access/relations.ts'
import { keepAudit } from '../../platform/actions/actions.ts'
import type { Context } from '../../platform/context.ts'
import type { Trx } from '../../platform/database/connect.ts'
import { act, look } from '../../platform/database/doors.ts'
import { conflict, notAllowed, notFound } from '../../platform/http/refused.ts'
import { done, mount } from '../../platform/http/mount.ts'
import { pageOfQuery } from '../../platform/lists/list-of.ts'
import { noId } from '../../platform/search/find.ts'

const rows = (ctx: Context, trx: Trx) =>
  trx
    .selectFrom('jobs')
    .select(['id', 'name', 'title', 'state', 'step', 'done', 'total', 'result', 'error', 'createdAt', 'startedAt', 'endedAt'])
    .where('organisationId', '=', signatureOf(ctx.actor).organisationId ?? noId)
    .where('name', '<>', 'send-mail')

const listJobs = (ctx: Context, asked: z.output<typeof jobs.list.query>): Promise<Answer<typeof jobs.list>> =>
  look(ctx, async (trx) => {
    const page = await pageOfQuery(ctx, trx, asked, { query: rows(ctx, trx), sorts: { createdAt: 'jobs.createdAt' }, defaultSort: '-createdAt', id: 'jobs.id', keys: (row) => [row.createdAt, row.id] })
    return { items: page.rows.map((row) => row as Job), next: page.next, count: page.count, more: page.more, asOf: page.asOf } // safe: a CHECK holds the states, the gate compares the rest
  })

const getJob = (ctx: Context, id: string): Promise<Job> =>
  look(ctx, async (trx) => {
    const row = await rows(ctx, trx).where('id', '=', id).executeTakeFirst()
    if (!row) throw notFound()
    return row as Job // safe: as above
  })

/** Who asked for it may cancel, and who answers for the house's work. */
const jobRights = { cancel: ['home:administrator', 'home:lead', 'home:office'] } as const satisfies Rights

const cancelJob = (ctx: Context, id: string) =>
  act(ctx, async (trx) => {
    const row = await rows(ctx, trx).select(['personId', 'organisationId']).where('id', '=', id).executeTakeFirst()
    if (!row) throw notFound()
    if (row.endedAt) throw conflict('job-has-ended')
    if (row.personId !== signatureOf(ctx.actor).personId && !can(jobRights, 'cancel', ctx.actor, { home: row.organisationId })) throw notAllowed()
    await trx.updateTable('jobs').set({ cancelRequested: true }).where('id', '=', id).execute()
    if (row.organisationId) await keepAudit(ctx, trx, { homeId: row.organisationId, action: 'job-cancelled', kind: 'job', id, detail: { name: row.name } })
    return done
  })

export function mountJobs(app: FastifyInstance): void {
  mount(app, jobs.list, ({ ctx, query }) => listJobs(ctx, query))
  mount(app, jobs.one, ({ ctx, params }) => getJob(ctx, params.id))
  mount(app, jobs.cancel, ({ ctx, params }) => cancelJob(ctx, params.id))
}
