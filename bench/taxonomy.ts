import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { importTaxonomy, listSources } from '../apps/server/src/modules/taxonomy/index.ts'
import { newIdAt, systemClock } from '../apps/server/src/platform/clock/clock.ts'
import { connect } from '../apps/server/src/platform/database/connect.ts'
import { openEmbedded } from '../apps/server/src/platform/database/embedded.ts'
import { ensureDatabase, migrate } from '../apps/server/src/platform/database/migrate.ts'
import { dataFolder, skip, writeResults } from './_harness.ts'

/*
 * The whole of ESCO 1.1.0 into a database of its own, twice: seconds, rows, memory. Limit: 60 seconds for the first import, nothing new or changed in the second.
 */
const limitSeconds = 60
const folder = path.join(dataFolder, 'esco/en-1.1.0')

if (fs.existsSync(folder)) await measure()
else skip('taxonomy', 'no ESCO 1.1.0 in ../shared/data')

async function measure(): Promise<void> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'guildhall-bench-'))
  fs.chmodSync(home, 0o755)
  const embedded = await openEmbedded(home)
  try {
    await ensureDatabase(embedded.url('postgres'), 'guildhall')
    await migrate(embedded.url('guildhall'))
    const db = connect(embedded.url('guildhall'), { max: 2 })
    const runs = [await run(db), await run(db)]
    await db.destroy()
    for (const one of runs) console.log(JSON.stringify(one))
    writeResults('taxonomy', runs)
    const isOver = runs[0]!.seconds > limitSeconds || runs[1]!.concepts.new + runs[1]!.concepts.changed + runs[1]!.relations.new > 0
    if (isOver) process.exitCode = 1
  } finally {
    await embedded.stop()
    fs.rmSync(home, { recursive: true, force: true })
  }
}

async function run(db: ReturnType<typeof connect>) {
  const started = performance.now()
  const now = systemClock.now()
  let highest = 0
  const report = async () => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }
  const { concepts, relations, rejectCount } = await importTaxonomy(db, await listSources(folder), { now, report, newId: () => newIdAt(now) })
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1))
  return { seconds, concepts, relations, rejectCount, megabytes: Math.round(highest / (1 << 20)) }
}
