import type { Id, Instant } from '@guildhall/kernel'
import type { z } from 'zod'
import type { Actor } from './access/actor.ts'
import { type Clock, newIdAt } from './clock/clock.ts'
import type { Config } from './config.ts'
import type { Db, Trx } from './database/connect.ts'
import type { FileStore } from './files/files.ts'

/** What never changes while the server runs. */
export type House = Readonly<{
  db: Db
  config: Config
  clock: Clock
  jobs: JobRunner
  files: FileStore
  demonstration: boolean
  log: (level: 'error' | 'warn' | 'info', message: string, detail?: Record<string, unknown>) => void
}>

/** One request or one job: who acts, when, under which number. Time and ids come from here and nowhere else. */
export type Context = Readonly<{
  house: House
  actor: Actor
  now: Instant
  requestId: string
  /** From the `Idempotency-Key` header: a write with the same key is done once. */
  idempotency?: Readonly<{ key: string; hash: string }>
}>

export const newId = <Kind extends string>(ctx: Context): Id<Kind> => newIdAt<Kind>(ctx.now)

/** A context of the house itself, for jobs, seeds and the command line. */
export const systemContext = (house: House, requestId: string): Context => ({
  house,
  actor: { kind: 'system', language: 'en' },
  now: house.clock.now(),
  requestId,
})

/** How a running job tells where it is, and learns that it was cancelled. Throws `JobCancelled` then; what was taken stays. */
export type Report = (progress: { done: number; total?: number; step?: string }) => Promise<void>

/** One kind of background work. It may run twice and must not mind: what it does carries the key of its effect. */
export type JobDefinition<S extends z.ZodType = z.ZodType> = Readonly<{
  name: string
  schema: S
  run: (ctx: Context, data: z.output<S>, report: Report) => Promise<unknown>
}>

export type JobRunner = Readonly<{
  /** Puts a job into the same transaction as the write that asks for it: both happen or neither. The same key twice is one job. */
  send: <S extends z.ZodType>(
    ctx: Context,
    trx: Trx,
    job: JobDefinition<S>,
    data: z.input<S>,
    more: { key: string; title?: Record<string, string | number>; visible?: boolean },
  ) => Promise<string>
  start: (house: House, jobs: readonly JobDefinition[]) => Promise<void>
  stop: () => Promise<void>
  /** Runs what waits, here and now: tests and seeds. */
  drain: (house: House) => Promise<void>
}>
