import path from 'node:path'
import { allJobs } from './app.ts'
import { type Clock, systemClock } from './platform/clock/clock.ts'
import type { Config } from './platform/config.ts'
import type { House } from './platform/context.ts'
import { connect } from './platform/database/connect.ts'
import { openFileStore } from './platform/files/files.ts'
import { createJobRunner } from './platform/jobs/jobs.ts'

/** What a house is opened with. `background: false` for tests: nothing runs by itself, connections are few. */
export type HouseOptions = Readonly<{ config: Config; databaseUrl: string; demonstration: boolean; background: boolean; clock?: Clock; log?: House['log'] }>

/** Opens database, files and jobs together, and closes them in the right order: jobs, then database. */
export async function openHouse(options: HouseOptions): Promise<{ house: House; close: () => Promise<void> }> {
  const log = options.log ?? (() => undefined)
  let closing = false
  // A pool is told closed before the server has read its farewell: what PostgreSQL still says to a connection then is no news.
  const onError = (error: Error) => { if (!closing) log('warn', 'database connection', { error: error.message }) }
  const db = connect(options.databaseUrl, { max: options.background ? 6 : 3, onError })
  const jobs = createJobRunner(options.databaseUrl, { background: options.background, onError })
  const house: House = { db, config: options.config, clock: options.clock ?? systemClock, jobs, files: openFileStore(path.join(options.config.home, 'files')), demonstration: options.demonstration, log }
  await jobs.start(house, allJobs)
  return {
    house,
    close: async () => {
      closing = true
      await jobs.stop()
      await db.destroy()
    },
  }
}
