import type { imports } from '@guildhall/contract/exchange'
import type { Answer } from '@guildhall/contract/http'
import { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { keepAudit } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import { act } from '../../../platform/database/doors.ts'
import type { UndoRow } from '../../../platform/exchange-io/import-target.ts'
import { conflict, notAllowed, Refused } from '../../../platform/http/refused.ts'
import { putInInbox } from '../../../platform/inbox/inbox.ts'
import { defineJob } from '../../../platform/jobs/jobs.ts'
import { targetOf } from '../targets/targets.ts'
import { Asker, asAsker } from './acting.ts'
import { mayImport } from './import-rights.ts'
import { isTarget, ownHome, readImport } from './imports.queries.ts'
import { setImport } from './imports.store.ts'

/** Asks to take a whole import back. Whether something depends on it is seen when it is done: all of it goes, or nothing. */
export const undoImport = (ctx: Context, id: string): Promise<Answer<typeof imports.undo>> =>
  act(ctx, async (trx) => {
    const one = await readImport(ctx, trx, id)
    const { personId } = signatureOf(ctx.actor)
    if (!personId) throw notAllowed()
    if (one.state === 'undone' || one.state === 'undoing') throw conflict('import-is-undone')
    if (one.state === 'taking') throw conflict('import-is-running')
    if (!one.allowed.includes('undo')) throw conflict('import-not-taken')
    const homeId = ownHome(ctx)
    const jobId = await ctx.house.jobs.send(ctx, trx, undoImportJob, { homeId, personId, importId: id }, { key: `undo-import:${id}:${newId(ctx)}`, title: { name: one.fileName } })
    await setImport(trx, { id, homeId }, { state: 'undoing', jobId })
    return { jobId }
  })

export const undoImportJob = defineJob({
  name: 'undo-import',
  schema: Asker.extend({ importId: z.uuid() }),
  run: async (ctx, { importId, ...asker }) => {
    const imported = { id: importId, homeId: asker.homeId }
    const row = await ctx.house.db.selectFrom('imports').select(['target', 'fileName', 'state']).where('homeId', '=', asker.homeId).where('id', '=', importId).executeTakeFirst()
    const acting = await asAsker(ctx, asker)
    if (!row || !isTarget(row.target) || row.state !== 'undoing') return undefined
    const target = targetOf(row.target)
    const line = { kind: 'notice', organisationId: asker.homeId, person: asker.personId, object: { kind: 'import', id: importId }, url: `/imports/${importId}` } as const
    try {
      if (!acting || !mayImport(acting, target) || !target.undo) throw notAllowed()
      const undo = target.undo
      return await act(acting, async (trx) => {
        const rows = await trx.selectFrom('importRows').select(['line', 'thingId', 'thingVersion', 'before']).where('homeId', '=', asker.homeId).where('importId', '=', importId).where('thingId', 'is not', null).orderBy('line', 'desc').execute()
        const given = rows.map((one): UndoRow => ({ line: one.line, id: one.thingId ?? '', ...(one.thingVersion === null ? {} : { version: one.thingVersion }), ...(one.before ? { before: one.before as NonNullable<UndoRow['before']> } : {}) })) // safe: written by a take
        await undo(acting, trx, given)
        await setImport(trx, imported, { state: 'undone' })
        await keepAudit(acting, trx, { homeId: asker.homeId, action: 'import-undone', kind: target.name, id: importId, detail: { rows: rows.length, file: row.fileName } })
        await putInInbox(acting, trx, { ...line, code: 'import-undone', params: { name: row.fileName, n: rows.length }, effectKey: `import-undone:${importId}` })
        return { undone: rows.length }
      })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const number = String(error.params['number'] ?? '')
      await act(acting ?? ctx, async (trx) => {
        await setImport(trx, imported, { state: 'done' })
        await putInInbox(ctx, trx, { ...line, code: 'import-not-undone', params: { name: row.fileName, number }, effectKey: `import-not-undone:${importId}:${ctx.requestId}` })
      })
      return { undone: 0, code: error.code, number }
    }
  },
})
