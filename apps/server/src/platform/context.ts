import type { Id, Instant } from '@guildhall/kernel'
import type { Actor } from './access/actor.ts'
import { type Clock, newIdAt } from './clock/clock.ts'
import type { Config } from './config.ts'
import type { Db } from './database/connect.ts'
import type { FileStore } from './files/files.ts'
import type { JobRunner } from './jobs/jobs.ts'

/** What never changes while the server runs. */
export type House = Readonly<{ db: Db; config: Config; clock: Clock; jobs: JobRunner; files: FileStore; demonstration: boolean; log: (level: 'error' | 'warn' | 'info', message: string, detail?: Record<string, unknown>) => void }>

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
export const systemContext = (house: House, requestId: string): Context => ({ house, actor: { kind: 'system', language: 'en' }, now: house.clock.now(), requestId })
