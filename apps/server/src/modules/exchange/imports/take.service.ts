import type { imports } from '@guildhall/contract/exchange'
import type { Answer } from '@guildhall/contract/http'
import { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { keepAudit } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import type { ImportTarget, TakeRow } from '../../../platform/exchange-io/import-target.ts'
import { conflict, notAllowed, Refused } from '../../../platform/http/refused.ts'
import { putInInbox } from '../../../platform/inbox/inbox.ts'
import { defineJob, JobCancelled } from '../../../platform/jobs/jobs.ts'
import { targetOf } from '../targets/targets.ts'
import { Asker, asAsker } from './acting.ts'
import { mayImport } from './import-rights.ts'
import { isTarget, ownHome, readImport } from './imports.queries.ts'
import { markRefused, markTaken, setImport } from './imports.store.ts'

/** Rows of one transaction: some seconds of work at most, so that nobody waits for a lock and a killed server loses little. */
const rowsAtOnce = 100
/** A job that has told nothing for so long is dead: the server was killed under it. Two runners at once would still take each row once. */
const deadAfter = 60_000

/** Asks for the good rows, and the doubtful ones that a person named, as background work. Asked again, it goes on where it stopped. */
export const takeImport = (ctx: Context, id: string, given: z.output<typeof imports.take.body>): Promise<Answer<typeof imports.take>> =>
  act(ctx, async (trx) => {
    const one = await readImport(ctx, trx, id)
    const homeId = ownHome(ctx)
    const { personId } = signatureOf(ctx.actor)
    if (!personId) throw notAllowed()
    await trx.selectFrom('imports').select('id').where('homeId', '=', homeId).where('id', '=', id).forUpdate().executeTakeFirst()
    if (one.faults.length) throw conflict('import-cannot-be-taken')
    if (one.state === 'undone' || one.state === 'undoing') throw conflict('import-is-undone')
    if (one.state === 'taking' && (await isAlive(ctx, trx, { id, homeId }, one.jobId))) throw conflict('import-is-running')
    if (given.doubtful === 'all' || given.doubtful.length) {
      let query = trx.updateTable('importRows').set({ chosen: true }).where('homeId', '=', homeId).where('importId', '=', id).where('state', '=', 'doubtful')
      if (given.doubtful !== 'all') query = query.where('line', 'in', given.doubtful)
      await query.execute()
    }
    // What was mended or looked at later comes in by a second go; a first go may also find nothing to do.
    if (one.state === 'done' && !(await open(trx, { id, homeId }).select('line').limit(1).executeTakeFirst())) throw conflict('import-is-taken')
    const jobId = await ctx.house.jobs.send(ctx, trx, takeImportJob, { homeId, personId, importId: id }, { key: `take-import:${id}:${newId(ctx)}`, title: { name: one.fileName } })
    await setImport(trx, { id, homeId }, { state: 'taking', jobId })
    return { jobId }
  })

async function isAlive(ctx: Context, trx: Trx, { id, homeId }: Imported, jobId: string | null): Promise<boolean> {
  const job = jobId ? await trx.selectFrom('jobs').select(['endedAt', 'createdAt', 'startedAt']).where('id', '=', jobId).executeTakeFirst() : undefined
  if (!job || job.endedAt) return false
  const last = await trx.selectFrom('importRows').select('takenAt').where('homeId', '=', homeId).where('importId', '=', id).where('takenAt', 'is not', null).orderBy('takenAt', 'desc').limit(1).executeTakeFirst()
  return Date.parse(ctx.now) - Math.max(...[job.createdAt, job.startedAt, last?.takenAt].map((at) => (at ? Date.parse(at) : 0))) < deadAfter
}

export const takeImportJob = defineJob({
  name: 'take-import',
  schema: Asker.extend({ importId: z.uuid() }),
  run: async (ctx, { importId, ...asker }, report) => {
    const imported = { id: importId, homeId: asker.homeId }
    const row = await ctx.house.db.selectFrom('imports').select(['target', 'fileName', 'state']).where('homeId', '=', asker.homeId).where('id', '=', importId).executeTakeFirst()
    if (!row || !isTarget(row.target) || row.state !== 'taking') return undefined
    const target = targetOf(row.target)
    const total = await count(ctx, imported, 'wanted')
    const end = async (state: 'done' | 'stopped') => {
      const [n, left] = [await count(ctx, imported, 'taken'), await count(ctx, imported, 'wrong')]
      const acting = await asAsker(ctx, asker)
      await finish(acting ?? ctx, imported, state, { ...row, personId: asker.personId, n, left }, acting && state === 'done' ? target.after : undefined)
      return { url: `/imports/${importId}`, taken: n, left }
    }
    try {
      for (let done = total - (await count(ctx, imported, 'open')); ; ) {
        const acting = await asAsker(ctx, asker)
        if (!acting || !mayImport(acting, target)) return await end('stopped')
        const taken = await takeSome(acting, target, imported, rowsAtOnce)
        if (!taken) return await end('done')
        done += taken
        await report({ done, total })
      }
    } catch (error) {
      if (error instanceof JobCancelled) await end('stopped')
      throw error
    }
  },
})

type Imported = Readonly<{ id: string; homeId: string }>

const open = (trx: Trx, { id, homeId }: Imported) =>
  trx.selectFrom('importRows').where('homeId', '=', homeId).where('importId', '=', id).where('takenAt', 'is', null).where((eb) => eb.or([eb('state', 'in', ['new', 'changed']), eb('chosen', '=', true)]))

/** Takes the next rows in one transaction, which also marks them. Where the register refuses one of them, they are taken one at a time, and that one goes to the faulty rows. */
async function takeSome(ctx: Context, target: ImportTarget, imported: Imported, size: number): Promise<number> {
  let first: number | undefined
  try {
    return await act(ctx, async (trx) => {
      const rows = await open(trx, imported).select(['line', 'known', 'key', 'content']).orderBy('line').limit(size).forUpdate().skipLocked().execute()
      first = rows[0]?.line
      if (!rows.length) return 0
      const given = rows.map(({ line, known, key, content }): TakeRow => ({ line, values: content as TakeRow['values'], ...(known && target.keyIsId ? { id: key } : {}) })) // safe: written by a check
      await markTaken(ctx, trx, imported, await target.take(ctx, trx, given, imported.id))
      return rows.length
    })
  } catch (error) {
    if (!(error instanceof Refused) || first === undefined) throw error
    if (size === 1) return refuse(ctx, imported, first, error)
    let taken = 0
    for (let i = 0; i < size; i++) {
      const one = await takeSome(ctx, target, imported, 1)
      if (!one) break
      taken += one
    }
    return taken
  }
}

async function refuse(ctx: Context, imported: Imported, line: number, refused: Refused): Promise<number> {
  const [first] = refused.faults
  const params = Object.fromEntries(Object.entries(first?.params ?? refused.params).filter((one): one is [string, string | number] => typeof one[1] !== 'boolean'))
  await act(ctx, (trx) => markRefused(trx, imported, line, { row: line, column: null, field: first?.at.slice(1) ?? null, code: first?.code ?? refused.code, params: { row: line, ...params } }))
  return 1
}

const finish = (ctx: Context, imported: Imported, state: 'done' | 'stopped', told: Readonly<{ target: string; fileName: string; personId: string; n: number; left: number }>, after: ImportTarget['after']) =>
  act(ctx, async (trx) => {
    await setImport(trx, imported, { state, ...(state === 'done' ? { takenAt: ctx.now } : {}) })
    await keepAudit(ctx, trx, { homeId: imported.homeId, action: state === 'done' ? 'imported' : 'import-stopped', kind: told.target, id: imported.id, detail: { rows: told.n, wrong: told.left, file: told.fileName } })
    const line = { kind: 'notice', params: { name: told.fileName, n: told.n, left: told.left }, organisationId: imported.homeId, person: told.personId, object: { kind: 'import', id: imported.id }, url: `/imports/${imported.id}`, effectKey: `import-${state}:${imported.id}:${told.n}` } as const
    if (state === 'done') await putInInbox(ctx, trx, { ...line, code: 'import-taken' })
    else await putInInbox(ctx, trx, { ...line, code: 'import-stopped' })
    await after?.(ctx, trx, imported.id, told.n)
  })

async function count(ctx: Context, { id, homeId }: Imported, what: 'wanted' | 'open' | 'taken' | 'wrong'): Promise<number> {
  let query = ctx.house.db.selectFrom('importRows').select((eb) => eb.fn.countAll<string>().as('n')).where('homeId', '=', homeId).where('importId', '=', id)
  if (what === 'wrong') query = query.where('state', '=', 'wrong')
  if (what === 'taken') query = query.where('takenAt', 'is not', null)
  if (what === 'open') query = query.where('takenAt', 'is', null)
  if (what === 'open' || what === 'wanted') query = query.where((eb) => eb.or([eb('state', 'in', ['new', 'changed']), eb('chosen', '=', true)]))
  return Number((await query.executeTakeFirstOrThrow()).n)
}
