import type { Learner, LearnerChangeKind } from '@guildhall/contract/directory'
import { sql } from 'kysely'
import { signatureOf } from '../../../platform/access/actor.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { asHouse, ids, json } from '../../../platform/database/doors.ts'
import { sortNameOf, soundsOf } from '../../../platform/search/sounds.ts'
import { learnerThing } from './learners.thing.ts'

export type LearnerFields = Readonly<{ studentNumber: string; name: string; gender: string | null; birthDate: string | null; enteredOn: string | null; guardians: Learner['guardians'] }>

export async function insertLearner(ctx: Context, trx: Trx, homeId: string, { guardians, ...given }: LearnerFields & { classId: string | null }): Promise<string> {
  const id = newId(ctx)
  await trx.insertInto('learners').values({ homeId, id, ...given, sortName: sortNameOf(given.name), guardians: json(guardians), updatedAt: ctx.now, parties: ids([homeId]) }).execute()
  return id
}

/** Writes changed fields where the version still is the one that was edited; answers whether it was. */
export async function updateLearner(ctx: Context, trx: Trx, homeId: string, id: string, version: number, { guardians, ...changes }: Partial<LearnerFields>): Promise<boolean> {
  const done = await trx
    .updateTable('learners')
    .set((eb) => ({ ...changes, ...(changes.name ? { sortName: sortNameOf(changes.name) } : {}), ...(guardians ? { guardians: json(guardians) } : {}), version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('homeId', '=', homeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function insertChange(ctx: Context, trx: Trx, homeId: string, change: { learnerId: string; kind: LearnerChangeKind; onDate: string; fromClassId: string | null; toClassId: string | null; note: string | null }): Promise<string> {
  const id = newId(ctx)
  await trx.insertInto('learnerChanges').values({ homeId, id, ...change, at: ctx.now, personId: signatureOf(ctx.actor).personId, parties: ids([homeId]) }).execute()
  return id
}

export async function updateStanding(ctx: Context, trx: Trx, homeId: string, id: string, standing: { status: string; classId: string | null; leftOn: string | null }): Promise<void> {
  await trx.updateTable('learners').set((eb) => ({ ...standing, version: eb('version', '+', 1), updatedAt: ctx.now })).where('homeId', '=', homeId).where('id', '=', id).execute()
}

/**
 * Who may find a learner: of the college, those who keep the roster or lead a major, and who teaches the class. The search knows no roles,
 * so its entry names these people instead of the college; it is written anew when roles or class teachers change.
 */
const readersOf = sql`array(
  select m.person_id from memberships m
  where m.organisation_id = l.home_id and m.ended_at is null
    and (m.roles && '{administrator,office,lead}' or (m.roles && '{teacher,class-teacher}' and l.class_id = any(m.classes)))
  union select c.class_teacher_id from classes c join memberships m on m.person_id = c.class_teacher_id and m.organisation_id = c.home_id and m.ended_at is null
  where c.home_id = l.home_id and c.id = l.class_id)`

/** Writes the readers of all learners of a college into the search anew. */
export const indexLearnersOf = (_ctx: Context, trx: Trx, homeId: string): Promise<void> =>
  asHouse(trx, async () => {
    await sql`update search_entries e set parties = ${readersOf} from learners l where e.kind = ${learnerThing.kind} and e.home_id = ${homeId} and l.home_id = e.home_id and l.id = e.id`.execute(trx)
  })

/** Writes one learner's entry in the search: found by student number, name, pinyin and initials. */
export const indexLearner = (ctx: Context, trx: Trx, homeId: string, row: { id: string; studentNumber: string; name: string }): Promise<void> =>
  asHouse(trx, async () => {
    const words = `${row.studentNumber} ${row.name}`.toLowerCase()
    await sql`
      insert into search_entries (home_id, id, kind, number, title, url, words, sounds, parties, updated_at)
      select l.home_id, l.id, ${learnerThing.kind}, l.student_number, ${json({ zh: row.name })}, ${learnerThing.urlOf(row.id)}, ${words}, ${soundsOf(row.name)}, ${readersOf}, ${ctx.now}
      from learners l where l.home_id = ${homeId} and l.id = ${row.id}
      on conflict (home_id, id) do update set number = excluded.number, title = excluded.title, words = excluded.words, sounds = excluded.sounds, parties = excluded.parties, updated_at = excluded.updated_at`.execute(trx)
  })
