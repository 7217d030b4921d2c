import { DatabaseSync } from 'node:sqlite'

const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))
const busy = 5 // SQLITE_BUSY
const patience = { turn: 120_000, last: 200 }

/** A use of what was opened. Who leaves last ends it; who leaves earlier leaves it to the others. */
export type Use<T> = Readonly<{ opened: T; leave: (end: () => Promise<void>) => Promise<void> }>

/**
 * Several processes use one embedded database: a server, a second one, commands beside them. One at a time opens it; all others wait and find it open.
 *
 * SQLite is nothing but the lock here, its file stays empty: the operating system takes such a lock away when the process ends, however it
 * ends, so that no stale lock is ever to be judged. RESERVED opens beside those who use (SHARED); EXCLUSIVE is had only when nobody does either.
 */
export async function useInTurn<T>(file: string, open: () => Promise<T>): Promise<Use<T>> {
  const [turn, use] = [new DatabaseSync(file), new DatabaseSync(file)]
  const close = () => { for (const one of [turn, use]) if (one.isOpen) one.close() }
  try {
    if (!(await take(turn, 'begin immediate', patience.turn))) throw new Error(`Another Guildhall has been opening the database of ${file} for two minutes. End it, or set GUILDHALL_DATA to another folder.`)
    const opened = await open()
    use.exec('begin; select 1 from sqlite_schema')
    turn.exec('rollback')
    return {
      opened,
      leave: async (end) => {
        if (!use.isOpen) return
        use.close()
        try {
          // Two who leave in the same moment refuse each other once; a little later one of them is the last.
          if (await take(turn, 'begin exclusive', patience.last)) await end()
        } finally {
          close()
        }
      },
    }
  } catch (error) {
    close()
    throw error
  }
}

async function take(lock: DatabaseSync, how: string, patienceMs: number): Promise<boolean> {
  for (const until = performance.now() + patienceMs; ; ) {
    try {
      lock.exec(how)
      return true
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== busy) throw error
      if (performance.now() > until) return false
      await wait(10 + Math.random() * 40)
    }
  }
}
