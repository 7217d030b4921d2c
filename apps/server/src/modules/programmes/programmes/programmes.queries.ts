import type { Answer } from '@guildhall/contract/http'
import type { Programme, ProgrammeRow, programmes, Unit } from '@guildhall/contract/programmes'
import { sql } from 'kysely'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { allowedOf } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { findIds, noId } from '../../../platform/search/find.ts'
import { programmeThing } from '../programmes.things.ts'

const sums = (column: 'hours' | 'credits' | 'courses') =>
  sql<number>`(select ${column === 'courses' ? sql`count(*)` : column === 'hours' ? sql`coalesce(sum(v.hours_theory + v.hours_practice), 0)` : sql`coalesce(sum(v.credits), 0)`}::float from programme_courses c join course_versions v on v.home_id = c.home_id and v.id = c.course_version_id where c.home_id = training_programmes.home_id and c.programme_id = training_programmes.id)`

const rows = (trx: Trx) =>
  trx
    .selectFrom('trainingProgrammes')
    .innerJoin('majors', (join) => join.onRef('majors.homeId', '=', 'trainingProgrammes.homeId').onRef('majors.id', '=', 'trainingProgrammes.majorId'))
    .select([
      'trainingProgrammes.id', 'trainingProgrammes.homeId', 'trainingProgrammes.number', 'trainingProgrammes.title', 'trainingProgrammes.cohort', 'trainingProgrammes.state', 'trainingProgrammes.updatedAt', 'trainingProgrammes.version', 'trainingProgrammes.aims', 'trainingProgrammes.copiedFrom',
      'majors.id as majorId', 'majors.code as majorCode', 'majors.name as majorName', sums('courses').as('courses'), sums('hours').as('hours'), sums('credits').as('credits'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const present = (row: Row): ProgrammeRow => ({
  id: row.id, number: row.number, title: row.title, major: { id: row.majorId, code: row.majorCode, name: row.majorName }, cohort: row.cohort, state: row.state as ProgrammeRow['state'], courses: row.courses, hours: row.hours, credits: row.credits, updatedAt: row.updatedAt, // safe: a CHECK holds the states
})

export async function listProgrammes(ctx: Context, asked: z.output<typeof programmes.list.query>): Promise<Answer<typeof programmes.list>> {
  const narrowed = await findIds(ctx, asked.q, programmeThing.kind)
  return look(ctx, async (trx) => {
    let query = rows(trx).where('trainingProgrammes.homeId', '=', signatureOf(ctx.actor).organisationId ?? noId)
    if (narrowed) query = query.where('trainingProgrammes.id', 'in', narrowed.length ? narrowed : [noId])
    if (asked.majorId) query = query.where('trainingProgrammes.majorId', '=', asked.majorId)
    if (asked.cohort) query = query.where('trainingProgrammes.cohort', '=', asked.cohort)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { updatedAt: 'trainingProgrammes.updatedAt', cohort: 'trainingProgrammes.cohort' }, defaultSort: '-cohort', id: 'trainingProgrammes.id', keys: (row, sort) => [sort === 'cohort' ? row.cohort : row.updatedAt, row.id] })
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

/** A programme with its courses, units and outcomes: four queries whatever its size. */
export async function readProgramme(ctx: Context, trx: Trx, id: string): Promise<Programme> {
  const row = await rows(trx).where('trainingProgrammes.id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const courses = await trx
    .selectFrom('programmeCourses')
    .innerJoin('courseVersions', (join) => join.onRef('courseVersions.homeId', '=', 'programmeCourses.homeId').onRef('courseVersions.id', '=', 'programmeCourses.courseVersionId'))
    .innerJoin('courses', (join) => join.onRef('courses.homeId', '=', 'courseVersions.homeId').onRef('courses.id', '=', 'courseVersions.courseId'))
    .select([
      'courseVersions.id as versionId', 'courses.id as courseId', 'courses.code', 'courses.name', 'courseVersions.number', 'courseVersions.fromCohort', 'courseVersions.category', 'courseVersions.nature', 'courseVersions.credits', 'courseVersions.hoursTheory', 'courseVersions.hoursPractice',
      'courseVersions.assessment', 'courseVersions.terms', 'courseVersions.proposalId', 'courseVersions.copiedFrom',
    ])
    .where('programmeCourses.homeId', '=', row.homeId)
    .where('programmeCourses.programmeId', '=', id)
    .orderBy('programmeCourses.position')
    .execute()
  const units = await readUnits(trx, row.homeId, { versionIds: courses.map((one) => one.versionId) })
  const from = row.copiedFrom ? await trx.selectFrom('trainingProgrammes').select(['id', 'cohort']).where('id', '=', row.copiedFrom).executeTakeFirst() : undefined
  return {
    ...present(row), aims: row.aims, copiedFrom: from ?? null, version: row.version, allowed: allowedOf(programmeThing.rights, ctx.actor, { college: row.homeId }).filter((one) => one !== 'put-in-force' || row.state === 'draft'),
    courseList: courses.map((course) => ({ ...course, units: units.filter((unit) => unit.versionId === course.versionId).map(({ versionId: _v, ...unit }) => unit) })),
  }
}

export const getProgramme = (ctx: Context, id: string): Promise<Programme> => look(ctx, (trx) => readProgramme(ctx, trx, id))

/** Units of some course versions, or some units, each with its outcomes and the hours that were really taught. */
export async function readUnits(trx: Trx, homeId: string, which: { versionIds?: readonly string[]; unitIds?: readonly string[] }): Promise<(Unit & { versionId: string })[]> {
  const wanted = which.versionIds ?? which.unitIds ?? []
  if (!wanted.length) return []
  const units = await trx
    .selectFrom('units')
    .leftJoin('people', 'people.id', 'units.describedBy')
    .select([
      'units.id', 'units.courseVersionId as versionId', 'units.position', 'units.name', 'units.content', 'units.hoursTheory', 'units.hoursPractice', 'people.name as describedBy', 'units.describedAt', 'units.copiedFrom',
      sql<number>`(select coalesce(sum(t.hours), 0)::float from teaching_records t where t.home_id = units.home_id and t.unit_id = units.id and t.withdrawn_at is null)`.as('recordedHours'),
    ])
    .where('units.homeId', '=', homeId)
    .where(which.versionIds ? 'units.courseVersionId' : 'units.id', 'in', wanted)
    .orderBy('units.position')
    .execute()
  if (!units.length) return []
  const outcomes = await trx
    .selectFrom('unitOutcomes')
    .innerJoin('outcomes', 'outcomes.id', 'unitOutcomes.outcomeId')
    .select(['unitOutcomes.unitId', 'outcomes.id', 'outcomes.number', 'outcomes.text', 'unitOutcomes.depth', 'unitOutcomes.assessment'])
    .where('unitOutcomes.homeId', '=', homeId)
    .where('unitOutcomes.unitId', 'in', units.map((one) => one.id))
    .orderBy('outcomes.number')
    .execute()
  return units.map((unit) => ({ ...unit, outcomes: outcomes.filter((one) => one.unitId === unit.id).map(({ unitId: _u, ...one }) => ({ ...one, depth: one.depth as 'taught' })) })) // safe: a CHECK holds the depths
}
