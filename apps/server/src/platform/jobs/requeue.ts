import { PgBoss } from 'pg-boss'

/** Puts work that waited in a backup into the queue of a restored database, under its old number: twice is once. */
export async function requeue(url: string, waiting: readonly (readonly [id: string, data: object])[]): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, supervise: false, schedule: false })
  boss.on('error', () => undefined) // the call under way fails with it
  await boss.start()
  try {
    await boss.createQueue('guildhall')
    for (const [id, data] of waiting) await boss.send('guildhall', data, { id, retryLimit: 3, retryBackoff: true, expireInSeconds: 3600 })
  } finally {
    await boss.stop({ graceful: false })
  }
}
