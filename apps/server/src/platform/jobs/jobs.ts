import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { z } from 'zod'
import { everyone, partiesOf, signatureOf } from '../access/actor.ts'
import { type House, type JobDefinition, type JobRunner, newId, type Report, systemContext } from '../context.ts'
import { asHouse, ids, json } from '../database/doors.ts'
import { isPaused, whenReleased } from './pause.ts'

export const defineJob = <S extends z.ZodType>(job: JobDefinition<S>): JobDefinition<S> => job

export class JobCancelled extends Error {}

const queue = 'guildhall'

type Envelope = { id: string; homeId: string; name: string; data: unknown }

/** Jobs on pg-boss: one queue, our own rows for progress, cancelling and results. */
export function createJobRunner(url: string, options: { background: boolean; onError: (error: Error) => void }): JobRunner {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: options.background, schedule: options.background, migrate: true })
  boss.on('error', options.onError)
  const known = new Map<string, JobDefinition>()
  let stopWaiting: () => void = () => undefined

  return {
    send: async (ctx, trx, job, data, more) => {
      const id = newId(ctx)
      const signature = signatureOf(ctx.actor)
      const homeId = signature.organisationId ?? everyone
      const row = await trx
        .insertInto('jobs')
        .values({
          homeId,
          id,
          name: job.name,
          effectKey: more.key,
          title: json(more.title ?? {}),
          personId: signature.personId,
          organisationId: signature.organisationId,
          createdAt: ctx.now,
          parties: ids(
            more.visible === false
              ? [signature.personId ?? everyone]
              : [...partiesOf(ctx.actor).filter((one) => one !== everyone), ...(ctx.actor.kind === 'system' ? [everyone] : [])],
          ),
        })
        .onConflict((conflict) => conflict.constraint('one_job_an_effect').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!row) return id
      // pg-boss keeps its own tables, where the actor's role has no rights.
      await asHouse(trx, () =>
        boss.send(queue, { id, homeId, name: job.name, data } satisfies Envelope, {
          db: fromKysely(trx),
          retryLimit: 3,
          retryBackoff: true,
          expireInSeconds: 3600,
        }),
      )
      return id
    },
    start: async (house, jobs) => {
      for (const job of jobs) known.set(job.name, job)
      await boss.start()
      await boss.createQueue(queue)
      const work = async () => {
        await boss.work<Envelope>(queue, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async (batch) => {
          for (const one of batch) await runOne(house, known, one.data)
        })
      }
      if (options.background) stopWaiting = await whenReleased(house, work)
    },
    stop: async () => {
      stopWaiting()
      await boss.stop({ graceful: options.background, timeout: 5000 })
    },
    drain: async (house) => {
      if (await isPaused(house.db)) return
      for (;;) {
        const batch = await boss.fetch<Envelope>(queue, { batchSize: 20 })
        if (!batch.length) return
        for (const one of batch) {
          await runOne(house, known, one.data)
          await boss.complete(queue, one.id)
        }
      }
    },
  }
}

async function runOne(house: House, known: ReadonlyMap<string, JobDefinition>, envelope: Envelope): Promise<void> {
  const ctx = systemContext(house, `job-${envelope.id}`)
  const job = known.get(envelope.name)
  const mine = () => house.db.updateTable('jobs').where('homeId', '=', envelope.homeId).where('id', '=', envelope.id)
  if (!job) {
    await mine()
      .set({ state: 'failed', error: `unknown job ${envelope.name}`, endedAt: house.clock.now() })
      .execute()
    return
  }
  const before = await house.db
    .selectFrom('jobs')
    .select(['state', 'cancelRequested'])
    .where('homeId', '=', envelope.homeId)
    .where('id', '=', envelope.id)
    .executeTakeFirst()
  if (!before || before.state === 'done' || before.state === 'cancelled') return
  if (before.cancelRequested) {
    await mine().set({ state: 'cancelled', endedAt: house.clock.now() }).execute()
    return
  }
  await mine().set({ state: 'running', startedAt: house.clock.now() }).execute()
  const report: Report = async ({ done, total, step }) => {
    const row = await mine()
      .set({ done, ...(total === undefined ? {} : { total }), ...(step === undefined ? {} : { step }) })
      .returning('cancelRequested')
      .executeTakeFirst()
    await notifyLive(house, envelope.id)
    if (row?.cancelRequested) throw new JobCancelled()
  }
  try {
    const result = await job.run(ctx, job.schema.parse(envelope.data), report)
    await mine()
      .set({ state: 'done', result: json(result ?? null), endedAt: house.clock.now() })
      .execute()
  } catch (error) {
    if (error instanceof JobCancelled) {
      await mine().set({ state: 'cancelled', endedAt: house.clock.now() }).execute()
      return
    }
    await mine()
      .set({ state: 'failed', error: (error as Error).message.slice(0, 500), endedAt: house.clock.now() })
      .execute()
    house.log('error', `job ${envelope.name} failed`, { id: envelope.id, error: (error as Error).message })
    throw error // the queue tries again, with growing pauses
  } finally {
    await notifyLive(house, envelope.id)
  }
}

const notifyLive = (house: House, id: string) =>
  sql`select pg_notify('guildhall_live', ${JSON.stringify({ kind: 'job', id })})`.execute(house.db)
