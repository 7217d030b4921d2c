import { monitorEventLoopDelay } from 'node:perf_hooks'
import { creditCheckDigit } from '@guildhall/kernel'
import { writeResults } from './_harness.ts'
import { openRegion } from './_region.ts'

/*
 * Five thousand rows into each register, and out again, over HTTP on a database with real settings: seconds of the check, of the taking, of a second check that finds
 * nothing to do, of the export; and for how long the server answered nobody else meanwhile.
 */
const rows = 5000
const region = await openRegion()
try {
  const token = await region.tokenOf('office@tanxi.example')
  const results = []
  for (const one of [organisations(), needs()]) {
    const result = await measure(token, one)
    console.log(JSON.stringify(result))
    results.push(result)
  }
  writeResults('imports', results)
  if (results.some((one) => one.state !== 'done' || one.taken !== rows || one.changedBySecond > 0)) process.exitCode = 1
} finally {
  await region.close()
}

type Register = Readonly<{ name: string; csv: string }>

function organisations(): Register {
  const lines = Array.from({ length: rows }, (_, i) => {
    const body = `91320500MA${String(i).padStart(7, '0')}`
    return `苏州第${i}机械制造有限公司,${body}${creditCheckDigit(body)},企业,小型,0512-${5_000_000 + i}`
  })
  return { name: 'organisations', csv: `名称,统一社会信用代码,类别,规模,联系电话\n${lines.join('\n')}\n` }
}

function needs(): Register {
  const lines = Array.from({ length: rows }, (_, i) => `恒砺装备,能在第${i}号工位独立完成夹具的快速换装、对刀和首件检验,2026-0${(i % 9) + 1}-10,设备维修`)
  return { name: 'needs', csv: `企业,原话,日期,岗位\n${lines.join('\n')}\n` }
}

async function measure(token: string, register: Register) {
  const ask = (path: string, init: RequestInit = {}) => fetch(`${region.address}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  const check = async () => {
    const form = new FormData()
    form.append('file', new Blob([register.csv], { type: 'text/csv' }), 'list.csv')
    return (await ask(`/api/v1/imports/${register.name}/check`, { method: 'POST', body: form })).json() as Promise<Run> // safe: the contract's answer
  }
  const post = async (path: string, body: unknown) => (await ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json() as Promise<{ jobId: string }> // safe: as above
  const held = monitorEventLoopDelay({ resolution: 5 })
  held.enable()
  const [checked, checkSeconds] = await timed(check)
  const heldMilliseconds = Math.round(held.max / 1e6)
  held.disable()
  const [after, takeSeconds] = await timed(async () => {
    await post(`/api/v1/imports/${checked.id}/take`, {})
    return until(async () => (await ask(`/api/v1/imports/${checked.id}`)).json() as Promise<Run>, (one) => one.state !== 'taking') // safe: as above
  })
  const [again, secondSeconds] = await timed(check)
  const [, exportSeconds] = await timed(async () => {
    const { jobId } = await post('/api/v1/exports', { list: register.name })
    return until(async () => (await ask(`/api/v1/jobs/${jobId}`)).json() as Promise<Run>, (one) => ['done', 'failed'].includes(one.state)) // safe: as above
  })
  return { register: register.name, rows, checkSeconds, heldMilliseconds, takeSeconds, state: after.state, taken: after.taken, secondSeconds, changedBySecond: again.counts.new + again.counts.changed, exportSeconds }
}

type Run = { id: string; state: string; taken: number; counts: { new: number; changed: number } }

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now()
  const answer = await work()
  return [answer, Number(((performance.now() - started) / 1000).toFixed(1))]
}

async function until<T>(ask: () => Promise<T>, isOver: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (isOver(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
