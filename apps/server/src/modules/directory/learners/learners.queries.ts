import type { Answer } from '@guildhall/contract/http'
import type { Learner, LearnerRow, learners } from '@guildhall/contract/directory'
import type { z } from 'zod'
import type { PersonActor } from '../../../platform/access/actor.ts'
import { allowedOf, can } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { findIds, noId } from '../../../platform/search/find.ts'
import { ownCollege } from '../departments/own-college.ts'
import { learnerThing } from './learners.thing.ts'

const rows = (trx: Trx) =>
  trx
    .selectFrom('learners')
    .leftJoin('classes', (join) => join.onRef('classes.homeId', '=', 'learners.homeId').onRef('classes.id', '=', 'learners.classId'))
    .select(['learners.id', 'learners.homeId', 'learners.studentNumber', 'learners.name', 'learners.sortName', 'learners.gender', 'learners.status', 'learners.enteredOn', 'learners.version', 'classes.id as classId', 'classes.name as className', 'classes.classTeacherId'])
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const present = (row: Row): LearnerRow =>
  ({ id: row.id, studentNumber: row.studentNumber, name: row.name, gender: row.gender, status: row.status, enteredOn: row.enteredOn, class: row.classId && row.className ? { id: row.classId, name: row.className } : null }) as LearnerRow // safe: a CHECK holds the statuses, the contract the genders

/** The classes that the actor teaches: those of their membership, and those whose class teacher they are. */
const teachesClass = (actor: PersonActor, row: { classId: string | null; classTeacherId: string | null }) =>
  row.classTeacherId === actor.personId || (row.classId !== null && actor.classes.includes(row.classId) && actor.roles.some((role) => role === 'teacher' || role === 'class-teacher'))

/** What a row is to the actor: its college, and its class where the actor teaches it. */
export const partiesOfLearner = (ctx: Context, row: { homeId: string; classId: string | null; classTeacherId: string | null }) => ({
  college: row.homeId,
  class: ctx.actor.kind === 'person' && ctx.actor.organisationId === row.homeId && teachesClass(ctx.actor, row) ? ctx.actor.personId : null,
})

export async function listLearners(ctx: Context, asked: z.output<typeof learners.list.query>): Promise<Answer<typeof learners.list>> {
  const narrowed = await findIds(ctx, asked.q, learnerThing.kind)
  return look(ctx, async (trx) => {
    const homeId = ownCollege(ctx)
    let query = rows(trx).where('learners.homeId', '=', homeId)
    if (!can(learnerThing.rights, 'read', ctx.actor, { college: homeId })) {
      const actor = ctx.actor.kind === 'person' ? ctx.actor : undefined
      const taught = actor?.roles.some((role) => role === 'teacher' || role === 'class-teacher') ? actor.classes : []
      query = query.where((eb) => eb.or([eb('classes.classTeacherId', '=', actor?.personId ?? noId), eb('learners.classId', 'in', taught.length ? [...taught] : [noId])]))
    }
    if (asked.classId) query = query.where('learners.classId', '=', asked.classId)
    if (asked.status) query = query.where('learners.status', '=', asked.status)
    if (narrowed) query = query.where('learners.id', 'in', narrowed.length ? narrowed : [noId])
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { name: 'learners.sortName', studentNumber: 'learners.studentNumber' }, defaultSort: 'name', id: 'learners.id', keys: (row, sort) => [sort === 'studentNumber' ? row.studentNumber : row.sortName, row.id] })
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

/** One learner with changes and guardians; who may not read them, for those they do not exist. */
export async function readLearner(ctx: Context, trx: Trx, id: string): Promise<Learner & { classTeacherId: string | null }> {
  const row = await rows(trx).select(['learners.birthDate', 'learners.leftOn', 'learners.guardians', 'learners.updatedAt']).where('learners.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const allowed = allowedOf(learnerThing.rights, ctx.actor, partiesOfLearner(ctx, row))
  if (!allowed.includes('read')) throw notFound()
  const changes = await trx
    .selectFrom('learnerChanges')
    .leftJoin('classes as before', (join) => join.onRef('before.homeId', '=', 'learnerChanges.homeId').onRef('before.id', '=', 'learnerChanges.fromClassId'))
    .leftJoin('classes as after', (join) => join.onRef('after.homeId', '=', 'learnerChanges.homeId').onRef('after.id', '=', 'learnerChanges.toClassId'))
    .leftJoin('people', 'people.id', 'learnerChanges.personId')
    .select(['learnerChanges.id', 'learnerChanges.kind', 'learnerChanges.onDate', 'learnerChanges.note', 'learnerChanges.at', 'people.name as by', 'before.id as fromId', 'before.name as fromName', 'after.id as toId', 'after.name as toName'])
    .where('learnerChanges.homeId', '=', row.homeId)
    .where('learnerChanges.learnerId', '=', id)
    .orderBy('learnerChanges.onDate', 'desc')
    .orderBy('learnerChanges.id', 'desc')
    .limit(200)
    .execute()
  const classOf = (classId: string | null, name: string | null) => (classId && name ? { id: classId, name } : null)
  return {
    ...present(row), birthDate: row.birthDate, leftOn: row.leftOn, guardians: row.guardians as Learner['guardians'], version: row.version, updatedAt: row.updatedAt, allowed, classTeacherId: row.classTeacherId, // safe: written in the contract's shape, and the gate compares
    changes: changes.map(({ fromId, fromName, toId, toName, ...one }) => ({ ...one, kind: one.kind as Learner['changes'][number]['kind'], from: classOf(fromId, fromName), to: classOf(toId, toName) })), // safe: a CHECK holds the kinds
  }
}

export const getLearner = (ctx: Context, id: string): Promise<Learner> => look(ctx, async (trx) => shown(await readLearner(ctx, trx, id)))

export const shown = ({ classTeacherId: _c, ...learner }: Learner & { classTeacherId: string | null }): Learner => learner
