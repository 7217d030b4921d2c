import fs from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { importTaxonomy, listSources } from '../apps/server/src/modules/taxonomy/index.ts'
import { newIdAt, systemClock } from '../apps/server/src/platform/clock/clock.ts'
import { dataFolder, skip, writeResults } from './_harness.ts'
import { openRegion, timeRequests } from './_region.ts'

/*
 * The browser of catalogues with ESCO in English and German, KldB 2010 and O*NET in one database: how long each import takes, the first and a second one, and how long a search
 * takes over HTTP. Limit: 150 ms for 95 of 100 searches.
 */
const limitMilliseconds = 150
const rounds = 5
/** Usual words of three languages, words that thousands of concepts hold, and short ones that trigrams cannot serve. */
const searches = [
  'welding', 'machine', 'the', 'torque', 'plc', 'cnc machine operator', 'schweißen', 'hydraulik', 'anlagen warten', 'pc', 'c#', '焊', '焊接', '机电一体化', '数控机床', '修', 'maintain', 'manage', 'patient care', 'e-commerce',
  'python', 'teacher', 'operate', 'quality control inspection', 'zzzzqq', 'a', 'in', 'rückverfolgbarkeit', 'mechatroniker', 'nurse', 'pflege', 'troubleshoot', 'wiring diagram', 'work in', 'dianqi', '与',
] as const

const esco = path.join(dataFolder, 'esco')
if (fs.existsSync(esco)) await measure()
else skip('concepts', 'no ESCO in ../shared/data')

async function measure(): Promise<void> {
  const region = await openRegion()
  try {
    const german = ['skills_de', 'occupations_de', 'ISCOGroups_de', 'skillGroups_de'].map((name) => path.join(esco, name === 'skills_de' ? 'de-merged' : 'de-1.2', `${name}.csv.gz`))
    const paths = { 'esco en': [path.join(esco, 'en-1.1.0')], 'esco de': german, kldb: [path.join(dataFolder, 'de')], onet: [path.join(dataFolder, 'onet/29.2')] }
    const imports = []
    for (const time of ['first', 'again'] as const)
      for (const [name, from] of Object.entries(paths)) {
        const started = performance.now()
        let [fresh, changed, rejected] = [0, 0, 0]
        for (const one of from) {
          const now = systemClock.now()
          const counts = await importTaxonomy(region.house.db, await listSources(one), { now, report: async () => undefined, newId: () => newIdAt(now) })
          fresh += counts.concepts.new + counts.relations.new
          changed += counts.concepts.changed
          rejected += counts.rejectCount
        }
        imports.push({ name, time, seconds: Number(((performance.now() - started) / 1000).toFixed(1)), new: fresh, changed, rejected })
        console.log(JSON.stringify(imports.at(-1)))
      }
    await sql`analyze concepts`.execute(region.house.db)
    const headers = { authorization: `Bearer ${await region.tokenOf('lead@tanxi.example')}` }
    const timed = await timeRequests(searches.length * rounds, (turn) => fetch(`${region.address}/api/v1/concepts?q=${encodeURIComponent(searches[turn % searches.length]!)}`, { headers }))
    const search = { ...timed, limit: limitMilliseconds }
    console.log(JSON.stringify(search))
    writeResults('concepts', { imports, search })
    if (search.p95 > limitMilliseconds || imports.some((one) => one.time === 'again' && one.new + one.changed > 0)) process.exitCode = 1
  } finally {
    await region.close()
  }
}
