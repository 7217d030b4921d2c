import type { House } from '../context.ts'
import type { Db } from '../database/connect.ts'

/** The setting that a restore leaves behind: what was to be sent then may have been sent long ago, so a person looks first. */
export const pauseSetting = 'paused-after-restore'

export const isPaused = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('settings').select('name').where('name', '=', pauseSetting).executeTakeFirst()) !== undefined

/** Begins the work at once, or as soon as an operator has released it. Answers how to stop waiting. */
export async function whenReleased(house: House, begin: () => Promise<void>): Promise<() => void> {
  if (!(await isPaused(house.db))) {
    await begin()
    return () => undefined
  }
  house.log('warn', 'jobs and mails are paused after a restore; `guildhall restore --release` lets them go')
  let busy = false
  const timer = setInterval(async () => {
    if (busy) return
    busy = true
    try {
      if (await isPaused(house.db)) return
      clearInterval(timer)
      await begin()
    } catch (error) {
      house.log('warn', 'the paused jobs could not be asked for', { error: (error as Error).message })
    } finally {
      busy = false
    }
  }, 3000)
  timer.unref()
  return () => clearInterval(timer)
}
