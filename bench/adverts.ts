// Adverts of a development file as needs, through an import, and read by the engine against the whole of ESCO, while somebody else turns pages.
import fs from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { importTaxonomy, listSources } from '../apps/server/src/modules/taxonomy/index.ts'
import { newIdAt } from '../apps/server/src/platform/clock/clock.ts'
import { adverts, ask, esco, post, readAdverts, round, type Run, type Suggested, timed, until } from './_adverts.ts'
import { skip, writeResults } from './_harness.ts'
import { machine, type OpenRegion, openRegion, percentiles } from './_region.ts'

if (fs.existsSync(adverts) && fs.existsSync(esco)) await measure()
else skip('adverts', 'no adverts or no ESCO 1.1.0 in ../shared/data')

async function measure(): Promise<void> {
  const region = await openRegion()
  try {
    console.log(machine())
    const token = await region.tokenOf('office@tanxi.example')
    const now = region.house.clock.now()
    const [, escoSeconds] = await timed(async () => importTaxonomy(region.house.db, await listSources(esco), { now, report: async () => undefined, newId: () => newIdAt(now) }))
    const quiet = await turnPages(region, 15_000)
    const { csv, rows } = await readAdverts(region)
    const form = new FormData()
    form.append('file', new Blob([csv], { type: 'text/csv' }), 'adverts.csv')
    const [checked, checkSeconds] = await timed(() => ask<Run>(region, token, '/api/v1/imports/needs/check', { method: 'POST', body: form }))
    const [taken, takeSeconds] = await timed(async () => {
      await post(region, token, `/api/v1/imports/${checked.id}/take`, {})
      return until(() => ask<Run>(region, token, `/api/v1/imports/${checked.id}`), (one) => one.state !== 'taking')
    })
    const first = await readWhile(region, token, checked.id)
    // Again with an index that lies there: what the second import of an installation costs.
    await region.house.db.updateTable('needReceipts').set({ translation: null, engineVersion: null, suggestedAt: null }).where('status', '=', 'unread').execute()
    await post(region, token, '/api/v1/needs/suggestions', { importId: checked.id })
    const second = await readWhile(region, token, checked.id)
    const result = { rows, quiet, new: checked.counts.new, wrong: checked.counts.wrong, taken: taken.taken, escoSeconds, checkSeconds, takeSeconds, first, second }
    console.log(JSON.stringify(result, null, 1))
    writeResults('adverts', result)
    if (taken.taken !== checked.counts.new || second.suggested !== taken.taken) process.exitCode = 1
  } finally {
    await region.close()
  }
}

/** What the pages cost, and how long the loop is held, while nothing else is asked: what the machine itself takes. */
async function turnPages(region: OpenRegion, milliseconds: number) {
  const lead = await region.tokenOf('lead@tanxi.example')
  const held = monitorEventLoopDelay({ resolution: 5 })
  held.enable()
  const pages: number[] = []
  for (const begun = performance.now(); performance.now() - begun < milliseconds; ) {
    const asked = performance.now()
    await ask(region, lead, '/api/v1/needs?limit=50')
    pages.push(performance.now() - asked)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  held.disable()
  return { longestStall: Math.round(held.max / 1e6), list: { n: pages.length, ...percentiles(pages) } }
}

/** Waits until the engine has read all of an import; meanwhile a lead turns the pages of the list. */
async function readWhile(region: OpenRegion, token: string, importId: string) {
  const lead = await region.tokenOf('lead@tanxi.example')
  const held = monitorEventLoopDelay({ resolution: 5 })
  held.enable()
  const pages: number[] = []
  let megabytes = 0
  const begun = performance.now()
  let firstAt = 0
  for (;;) {
    const asked = performance.now()
    await ask(region, lead, '/api/v1/needs?limit=50')
    pages.push(performance.now() - asked)
    megabytes = Math.max(megabytes, Math.round(process.memoryUsage().rss / (1 << 20)))
    const told = await ask<Suggested>(region, token, `/api/v1/needs/suggestions?importId=${importId}`)
    if (!firstAt && told.suggested > 0) firstAt = performance.now()
    if (told.suggested > 0 && told.waiting === 0) {
      held.disable()
      const seconds = (performance.now() - begun) / 1000
      const reading = Math.max(0.1, (performance.now() - firstAt) / 1000)
      return { suggested: told.suggested, statements: told.statements, seconds: round(seconds), beforeFirst: round((firstAt - begun) / 1000), advertsASecond: round(told.suggested / reading), longestStall: Math.round(held.max / 1e6), stallP999: Math.round(held.percentile(99.9) / 1e6), megabytes, list: { n: pages.length, ...percentiles(pages) } }
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
