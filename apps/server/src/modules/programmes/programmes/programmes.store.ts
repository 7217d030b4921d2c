import type { LocalizedText } from '@guildhall/kernel'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { ids, json } from '../../../platform/database/doors.ts'

export type NewUnit = Readonly<{ name: string; content: string; hoursTheory: number; hoursPractice: number; copiedFrom?: string | null; describedBy?: string | null; describedAt?: string | null; outcomes?: readonly NewUnitOutcome[] }>
export type NewUnitOutcome = Readonly<{ outcomeId: string; depth: string; assessment: string | null; confirmedBy: string | null; confirmedAt: string; copiedFrom?: string | null }>
export type NewVersion = Readonly<{ category: string; nature: string; credits: number; hoursTheory: number; hoursPractice: number; assessment: string; terms: readonly string[]; fromCohort: number; copiedFrom?: string | null; proposalId?: string | null; units: readonly NewUnit[] }>

/** The course of that code, made where the college has none yet; its name follows the newest sheet. */
export async function saveCourse(ctx: Context, trx: Trx, homeId: string, course: { code: string; name: LocalizedText }): Promise<string> {
  const row = await trx
    .insertInto('courses')
    .values({ homeId, id: newId(ctx), code: course.code, name: json(course.name), parties: ids([homeId]) })
    .onConflict((clash) => clash.constraint('one_course_a_code').doUpdateSet({ name: json(course.name) }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Writes a new version of a course with its units. Ids of copied units are told, so that links can follow. */
export async function insertVersion(ctx: Context, trx: Trx, homeId: string, courseId: string, version: NewVersion): Promise<{ id: string; unitIds: string[] }> {
  const last = await trx.selectFrom('courseVersions').select('number').where('homeId', '=', homeId).where('courseId', '=', courseId).orderBy('number', 'desc').limit(1).executeTakeFirst()
  const id = newId(ctx)
  const { units, terms, ...columns } = version
  await trx
    .insertInto('courseVersions')
    .values({ homeId, id, courseId, number: (last?.number ?? 0) + 1, ...columns, copiedFrom: columns.copiedFrom ?? null, proposalId: columns.proposalId ?? null, terms: [...terms], createdAt: ctx.now, parties: ids([homeId]) })
    .execute()
  const unitIds: string[] = []
  for (const [position, unit] of units.entries()) unitIds.push(await insertUnit(ctx, trx, homeId, id, position + 1, unit))
  return { id, unitIds }
}

async function insertUnit(ctx: Context, trx: Trx, homeId: string, courseVersionId: string, position: number, unit: NewUnit): Promise<string> {
  const id = newId(ctx)
  const { outcomes = [], ...columns } = unit
  await trx
    .insertInto('units')
    .values({ homeId, id, courseVersionId, position, ...columns, copiedFrom: columns.copiedFrom ?? null, describedBy: columns.describedBy ?? null, describedAt: columns.describedAt ?? null, parties: ids([homeId]) })
    .execute()
  if (outcomes.length) {
    await trx
      .insertInto('unitOutcomes')
      .values(outcomes.map((one) => ({ homeId, id: newId(ctx), unitId: id, ...one, copiedFrom: one.copiedFrom ?? null, parties: ids([homeId]) })))
      .execute()
  }
  return id
}

export async function insertProgramme(ctx: Context, trx: Trx, row: { homeId: string; id: string; number: string; majorId: string; cohort: number; title: LocalizedText; aims: string | null; state: 'draft' | 'in-force'; copiedFrom: string | null; importId: string | null }): Promise<void> {
  await trx.insertInto('trainingProgrammes').values({ ...row, title: json(row.title), createdAt: ctx.now, updatedAt: ctx.now, parties: ids([row.homeId]) }).execute()
}

export async function setProgrammeCourses(ctx: Context, trx: Trx, homeId: string, programmeId: string, versionIds: readonly string[]): Promise<void> {
  await trx.deleteFrom('programmeCourses').where('homeId', '=', homeId).where('programmeId', '=', programmeId).execute()
  if (!versionIds.length) return
  await trx.insertInto('programmeCourses').values(versionIds.map((courseVersionId, index) => ({ homeId, id: newId(ctx), programmeId, courseVersionId, position: index + 1, parties: ids([homeId]) }))).execute()
}

export async function touchProgramme(ctx: Context, trx: Trx, homeId: string, id: string, changes: { state?: string } = {}): Promise<void> {
  await trx.updateTable('trainingProgrammes').set((eb) => ({ ...changes, version: eb('version', '+', 1), updatedAt: ctx.now })).where('homeId', '=', homeId).where('id', '=', id).execute()
}
