import type { Class, classes } from '@guildhall/contract/directory'
import { sql } from 'kysely'
import type { z } from 'zod'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids } from '../../../platform/database/doors.ts'
import { conflict, fault, notAllowed } from '../../../platform/http/refused.ts'
import { indexThing } from '../../../platform/things/thing.ts'
import { demandCollege, ownCollege } from '../departments/own-college.ts'
import { indexLearnersOf } from '../learners/learners.store.ts'
import { readClass } from './classes.queries.ts'
import { classThing } from './classes.thing.ts'

export type ClassFields = Readonly<{ name: string; cohort: number; majorId: string | null; departmentId: string | null; teacherId: string | null }>

async function check(trx: Trx, homeId: string, id: string, given: Partial<z.output<typeof classes.add.body>>): Promise<void> {
  if (given.name && (await trx.selectFrom('classes').select('id').where('homeId', '=', homeId).where('name', '=', given.name).where('id', '<>', id).executeTakeFirst())) throw fault('/name', 'class-name-taken', { name: given.name })
  if (given.majorId && !(await trx.selectFrom('majors').select('id').where('homeId', '=', homeId).where('id', '=', given.majorId).executeTakeFirst())) throw fault('/majorId', 'no-such-major')
  if (given.departmentId && !(await trx.selectFrom('departments').select('id').where('homeId', '=', homeId).where('id', '=', given.departmentId).executeTakeFirst())) throw fault('/departmentId', 'no-such-department')
  if (!given.teacherId) return
  const teacher = await trx.selectFrom('memberships').select('id').where('organisationId', '=', homeId).where('personId', '=', given.teacherId).where('endedAt', 'is', null).where(sql<boolean>`roles && '{class-teacher,teacher,lead}'`).executeTakeFirst()
  if (!teacher) throw fault('/teacherId', 'no-teacher-here')
}

/** Writes a class with its entry in the search and its action. */
export async function insertClass(ctx: Context, trx: Trx, homeId: string, { teacherId, ...given }: ClassFields): Promise<string> {
  const id = newId(ctx)
  await trx.insertInto('classes').values({ homeId, id, ...given, classTeacherId: teacherId, parties: ids([homeId]) }).execute()
  await indexThing(ctx, trx, classThing, { homeId, id, number: null, title: { zh: given.name }, words: [String(given.cohort)], parties: [homeId] })
  await keepAction(ctx, trx, { homeId, kind: classThing.kind, id, action: 'added', body: { ...given, teacherId }, parties: [homeId] })
  return id
}

export async function updateClass(ctx: Context, trx: Trx, homeId: string, id: string, after: ClassFields): Promise<void> {
  const { teacherId, ...fields } = after
  await trx.updateTable('classes').set({ ...fields, classTeacherId: teacherId }).where('homeId', '=', homeId).where('id', '=', id).execute()
  await indexThing(ctx, trx, classThing, { homeId, id, number: null, title: { zh: after.name }, words: [String(after.cohort)], parties: [homeId] })
  await keepAction(ctx, trx, { homeId, kind: classThing.kind, id, action: 'changed', body: after, parties: [homeId] })
}

export const addClass = (ctx: Context, given: z.output<typeof classes.add.body>): Promise<Class> =>
  act(ctx, async (trx) => {
    const homeId = demandCollege(ctx)
    if (!can(classThing.rights, 'add', ctx.actor, { college: homeId })) throw notAllowed()
    await check(trx, homeId, homeId, given)
    return readClass(ctx, trx, await insertClass(ctx, trx, homeId, { name: given.name, cohort: given.cohort, majorId: given.majorId ?? null, departmentId: given.departmentId ?? null, teacherId: given.teacherId ?? null }))
  })

export const changeClass = (ctx: Context, id: string, given: z.output<typeof classes.change.body>): Promise<Class> =>
  act(ctx, async (trx) => {
    const before = await readClass(ctx, trx, id)
    if (!before.allowed.includes('change')) throw notAllowed()
    const homeId = ownCollege(ctx)
    await check(trx, homeId, id, given as Partial<z.output<typeof classes.add.body>>) // safe: an absent entry is checked as absent
    const pick = (sent: string | null | undefined, was: { id: string } | null) => (sent === undefined ? (was?.id ?? null) : sent)
    await updateClass(ctx, trx, homeId, id, { name: given.name ?? before.name, cohort: given.cohort ?? before.cohort, majorId: pick(given.majorId, before.major), departmentId: pick(given.departmentId, before.department), teacherId: pick(given.teacherId, before.teacher) })
    // A new class teacher may find the learners of the class, the former one no longer.
    if (given.teacherId !== undefined) await indexLearnersOf(ctx, trx, homeId)
    return readClass(ctx, trx, id)
  })

/** Archives a class that has ended; it stays readable and can be named by what was recorded. */
export const archiveClass = (ctx: Context, id: string): Promise<Class> =>
  act(ctx, async (trx) => {
    const before = await readClass(ctx, trx, id)
    if (before.archivedAt) throw conflict('not-in-this-state')
    if (!before.allowed.includes('archive')) throw notAllowed()
    if (before.learners > 0) throw conflict('class-has-learners', { n: before.learners })
    const homeId = ownCollege(ctx)
    await trx.updateTable('classes').set({ archivedAt: ctx.now }).where('homeId', '=', homeId).where('id', '=', id).execute()
    await keepAction(ctx, trx, { homeId, kind: classThing.kind, id, action: 'archived', parties: [homeId] })
    return readClass(ctx, trx, id)
  })
