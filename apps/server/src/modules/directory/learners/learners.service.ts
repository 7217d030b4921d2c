import { type Learner, type learners, mayNameClass, nextLearnerStatus } from '@guildhall/contract/directory'
import type { z } from 'zod'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import { conflict, fault, notAllowed, stale } from '../../../platform/http/refused.ts'
import { demandCollege, ownCollege } from '../departments/own-college.ts'
import { readLearner, shown } from './learners.queries.ts'
import { indexLearner, insertChange, insertLearner, type LearnerFields, updateLearner, updateStanding } from './learners.store.ts'
import { learnerThing } from './learners.thing.ts'

const { rights } = learnerThing

async function check(trx: Trx, homeId: string, id: string, given: { studentNumber?: string | undefined; classId?: string | null | undefined }): Promise<void> {
  if (given.studentNumber && (await trx.selectFrom('learners').select('id').where('homeId', '=', homeId).where('studentNumber', '=', given.studentNumber).where('id', '<>', id).executeTakeFirst())) throw fault('/studentNumber', 'student-number-taken', { number: given.studentNumber })
  if (given.classId) await demandClass(trx, homeId, '/classId', given.classId)
}

async function demandClass(trx: Trx, homeId: string, at: '/classId' | '/toClassId', classId: string): Promise<void> {
  const row = await trx.selectFrom('classes').select('archivedAt').where('homeId', '=', homeId).where('id', '=', classId).executeTakeFirst()
  if (!row) throw fault(at, 'no-such-class')
  if (row.archivedAt) throw fault(at, 'class-is-archived')
}

/** Adds a learner. What is kept in the chain names no personal data: it is never deleted. */
export const addLearner = (ctx: Context, given: z.output<typeof learners.add.body>): Promise<Learner> =>
  act(ctx, async (trx) => {
    const homeId = demandCollege(ctx)
    if (!can(rights, 'add', ctx.actor, { college: homeId })) throw notAllowed()
    await check(trx, homeId, homeId, given)
    const fields = { studentNumber: given.studentNumber, name: given.name, gender: given.gender ?? null, birthDate: given.birthDate ?? null, enteredOn: given.enteredOn ?? null, guardians: given.guardians ?? [], classId: given.classId ?? null }
    const id = await insertLearner(ctx, trx, homeId, fields)
    await indexLearner(ctx, trx, homeId, { ...fields, id })
    await keepAction(ctx, trx, { homeId, kind: learnerThing.kind, id, action: 'added', parties: [homeId] })
    return shown(await readLearner(ctx, trx, id))
  })

/** Corrects what is known of a learner. Class and status change by a recorded change only. */
export const changeLearner = (ctx: Context, id: string, given: z.output<typeof learners.change.body>): Promise<Learner> =>
  act(ctx, async (trx) => {
    const before = await readLearner(ctx, trx, id)
    if (!before.allowed.includes('change')) throw notAllowed()
    const homeId = ownCollege(ctx)
    const { version, ...sent } = given
    await check(trx, homeId, id, sent)
    const changes = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Partial<LearnerFields> // safe: the entries of the contract's body
    if (!(await updateLearner(ctx, trx, homeId, id, version, changes))) throw stale(shown(await readLearner(ctx, trx, id)))
    const after = await readLearner(ctx, trx, id)
    await indexLearner(ctx, trx, homeId, after)
    await keepAction(ctx, trx, { homeId, kind: learnerThing.kind, id, action: 'changed', body: { fields: Object.keys(changes).sort() }, parties: [homeId] })
    return shown(after)
  })

/** Records a transfer, leave, return, withdrawal or graduation: one row with its date, and the status that follows from it. */
export const recordLearnerChange = (ctx: Context, id: string, given: z.output<typeof learners.record.body>): Promise<Learner> =>
  act(ctx, async (trx) => {
    const before = await readLearner(ctx, trx, id)
    if (!before.allowed.includes('record')) throw notAllowed()
    const homeId = ownCollege(ctx)
    const toClassId = given.toClassId ?? null
    if (toClassId && !mayNameClass(given.kind)) throw fault('/toClassId', 'change-needs-no-class')
    if (toClassId) await demandClass(trx, homeId, '/toClassId', toClassId)
    if (toClassId && toClassId === before.class?.id && given.kind === 'transfer') throw fault('/toClassId', 'is-in-this-class')
    if (given.onDate > dayOf(ctx.now)) throw fault('/onDate', 'change-in-the-future')
    if (before.enteredOn && given.onDate < before.enteredOn) throw fault('/onDate', 'before-entry', { day: before.enteredOn })
    const status = nextLearnerStatus(before.status, given.kind, toClassId !== null)
    if (!status) throw conflict('not-in-this-state')
    const fromClassId = before.class?.id ?? null
    const left = status !== 'enrolled' && status !== 'on-leave'
    await insertChange(ctx, trx, homeId, { learnerId: id, kind: given.kind, onDate: given.onDate, fromClassId, toClassId, note: given.note ?? null })
    await updateStanding(ctx, trx, homeId, id, { status, classId: toClassId ?? fromClassId, leftOn: left ? given.onDate : null })
    await indexLearner(ctx, trx, homeId, before)
    await keepAction(ctx, trx, { homeId, kind: learnerThing.kind, id, action: given.kind, body: { onDate: given.onDate, fromClassId, toClassId }, parties: [homeId] })
    // A class teacher who hands a learner on no longer reads them: the answer still shows what was done.
    const after = await readLearner({ ...ctx, actor: { kind: 'system', language: ctx.actor.language } }, trx, id)
    return { ...shown(after), allowed: before.allowed }
  })
