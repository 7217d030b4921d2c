// A college's old server: one core for server, database, engine and this bench. A teacher works on the workbench while 500 adverts are read in the background.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { importTaxonomy, listSources } from '../apps/server/src/modules/taxonomy/index.ts'
import { newIdAt } from '../apps/server/src/platform/clock/clock.ts'
import { adverts, ask, esco, post, readAdverts, round, type Run, type Suggested, until } from './_adverts.ts'
import { skip, writeResults } from './_harness.ts'
import { machine, type OpenRegion, openRegion, percentiles } from './_region.ts'

const wanted = 500
const canPin = process.platform === 'linux' && spawnSync('taskset', ['-V']).status === 0
const pinned = process.env['GUILDHALL_BENCH_PINNED'] === '1'

if (!fs.existsSync(adverts) || !fs.existsSync(esco)) skip('slow-machine', 'no adverts or no ESCO 1.1.0 in ../shared/data')
else if (canPin && !pinned) {
  const ended = spawnSync('taskset', ['-c', '0', process.execPath, ...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit', env: { ...process.env, GUILDHALL_BENCH_PINNED: '1' } })
  process.exitCode = ended.status ?? 1
} else await measure()

async function measure(): Promise<void> {
  const region = await openRegion()
  try {
    console.log(`${machine()}, ${pinned ? 'pinned to one core' : 'NOT pinned: this system cannot'}`)
    const token = await region.tokenOf('office@tanxi.example')
    const now = region.house.clock.now()
    await importTaxonomy(region.house.db, await listSources(esco), { now, report: async () => undefined, newId: () => newIdAt(now) })
    const chinese = await needsOf(region)
    const { csv, rows } = await readAdverts(region, wanted)
    const form = new FormData()
    form.append('file', new Blob([csv], { type: 'text/csv' }), 'adverts.csv')
    const checked = await ask<Run>(region, token, '/api/v1/imports/needs/check', { method: 'POST', body: form })
    const quiet = await work(region, chinese, async () => false)
    await post(region, token, `/api/v1/imports/${checked.id}/take`, {})
    await until(() => ask<Run>(region, token, `/api/v1/imports/${checked.id}`), (one) => one.state !== 'taking')
    const begun = performance.now()
    let left = -1
    const meanwhile = await work(region, chinese, async () => {
      const told = await ask<Suggested>(region, token, `/api/v1/needs/suggestions?importId=${checked.id}`)
      left = told.waiting
      return told.waiting > 0 || told.suggested === 0
    })
    const seconds = round((performance.now() - begun) / 1000)
    const result = { rows, pinned, seconds, left, quiet, meanwhile }
    console.log(JSON.stringify(result, null, 1))
    writeResults('slow-machine', result)
    if (left !== 0) process.exitCode = 1
  } finally {
    await region.close()
  }
}

/** The Chinese needs of the demonstration: what a teacher has on the table. */
async function needsOf(region: OpenRegion): Promise<string[]> {
  const teacher = await region.tokenOf('teacher@tanxi.example')
  const { items } = await ask<{ items: { id: string; language: string }[] }>(region, teacher, '/api/v1/needs?limit=50')
  return items.filter((one) => one.language === 'zh').map((one) => one.id)
}

type Bench = { translation: { statements: { start: number; end: number; outcomes: { text: { zh?: string }; object: { value: { zh?: string } } }[] }[] }; decisions: { id: string }[] }

/** A teacher's round: open a need anew, take the first proposal, take it back, look at the list. At least 20 s, and as long as `goesOn`. */
async function work(region: OpenRegion, needs: readonly string[], goesOn: () => Promise<boolean>) {
  const teacher = await region.tokenOf('teacher@tanxi.example')
  const held = monitorEventLoopDelay({ resolution: 5 })
  held.enable()
  const times: Record<'open' | 'accept' | 'undo' | 'list', number[]> = { open: [], accept: [], undo: [], list: [] }
  const timed = async <T>(what: keyof typeof times, ask: () => Promise<T>): Promise<T> => {
    const begun = performance.now()
    const answer = await ask()
    times[what].push(performance.now() - begun)
    return answer
  }
  const begun = performance.now()
  for (let turn = 0; performance.now() - begun < 20_000 || (await goesOn()); turn++) {
    const id = needs[turn % needs.length]
    const bench = await timed('open', () => ask<Bench>(region, teacher, `/api/v1/needs/${id}/workbench?fresh=yes`))
    // The first proposal of the need (draft 0), where it stands as a whole.
    const statement = bench.translation.statements.filter((one) => one.outcomes.length > 0).slice(0, 1).find((one) => one.outcomes[0]?.text.zh && one.outcomes[0].object.value.zh)
    if (statement) {
      const taken = (await timed('accept', () => post(region, teacher, `/api/v1/needs/${id}/outcomes`, { spans: [{ start: statement.start, end: statement.end }], draft: 0 }))) as Bench // safe: the contract's answer
      const last = taken.decisions.at(-1)
      if (last) await timed('undo', () => post(region, teacher, `/api/v1/needs/${id}/decisions/${last.id}/undo`, {}))
    }
    await timed('list', () => ask(region, teacher, '/api/v1/needs?limit=50'))
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  held.disable()
  return { longestStall: Math.round(held.max / 1e6), ...Object.fromEntries(Object.entries(times).map(([what, all]) => [what, { n: all.length, ...percentiles(all) }])) }
}
