import type { Gap, GapRow, Matrix } from '@guildhall/contract/programmes'
import { addDays, type LocalizedText, type PlainDate } from '@guildhall/kernel'
import { sql } from 'kysely'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { fault, notFound } from '../../../platform/http/refused.ts'
import { compareAskedAndTaught, type Place, type Voiced } from './compare.ts'

type Period = Readonly<{ from?: string | undefined; until?: string | undefined }>
type Held = Readonly<{ id: string; homeId: string; number: string; title: LocalizedText; cohort: number; majorId: string }>

/** Asked against taught for one programme. Asked: the enterprises of the period; taught: what named persons said of its units. */
export const getGap = (ctx: Context, programmeId: string, asked: Period): Promise<Gap> =>
  look(ctx, async (trx) => {
    const programme = await getHeld(trx, programmeId)
    const period = periodOf(ctx, asked)
    const items = await listGapRows(trx, programme, period)
    const [{ units, described }, { unread, read, withoutMajor }] = [await countUnits(trx, programme), await countNeeds(trx, programme, period)]
    const { id, number, title, cohort } = programme
    return { programme: { id, number, title, cohort }, ...period, items, notYetDescribed: units - described, units, notYetRead: unread, withoutMajor, needsRead: read, asOf: ctx.now }
  })

/** The same, course by course. */
export const getMatrix = (ctx: Context, programmeId: string, asked: Period): Promise<Matrix> =>
  look(ctx, async (trx) => {
    const programme = await getHeld(trx, programmeId)
    const items = await listGapRows(trx, programme, periodOf(ctx, asked))
    const columns = await listColumns(trx, programme)
    const { id, number, title, cohort } = programme
    return { programme: { id, number, title, cohort }, columns, rows: items.map(rowOf), asOf: ctx.now }
  })

const depths = ['touched', 'taught', 'assessed'] as const

function rowOf(item: GapRow): Matrix['rows'][number] {
  const cells = new Map<string, Matrix['rows'][number]['cells'][number]>()
  for (const place of item.places) {
    const cell = cells.get(place.courseVersionId) ?? { courseVersionId: place.courseVersionId, depth: 'touched' as const, hours: 0, recorded: false, units: [] }
    cells.set(place.courseVersionId, {
      ...cell, depth: depths[Math.max(depths.indexOf(cell.depth), depths.indexOf(place.depth))]!, hours: cell.hours + place.hours, recorded: cell.recorded || place.recordedHours > 0, units: [...cell.units, { id: place.unitId, name: place.unit }],
    })
  }
  return { outcome: item.outcome, asked: item.asked, state: item.state, cells: [...cells.values()], assessments: item.places.filter((one) => one.depth === 'assessed').map((one) => one.unit) }
}

async function getHeld(trx: Trx, id: string): Promise<Held> {
  const row = await trx.selectFrom('trainingProgrammes').select(['id', 'homeId', 'number', 'title', 'cohort', 'majorId']).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

/** Two years back unless said otherwise. */
function periodOf(ctx: Context, asked: Period): { from: PlainDate; until: PlainDate } {
  const until = (asked.until ?? dayOf(ctx.now)) as PlainDate // safe: the schema took only days
  const from = (asked.from ?? addDays(until, -730)) as PlainDate // safe: as above
  if (from > until) throw fault('/from', 'period-is-empty')
  return { from, until }
}

async function listGapRows(trx: Trx, programme: Held, period: { from: string; until: string }): Promise<GapRow[]> {
  const voiced = await listVoiced(trx, programme, period)
  const places = await listPlaces(trx, programme)
  const equivalents = await trx.selectFrom('outcomeEquivalents').select(['outcomeId', 'otherId']).where('homeId', '=', programme.homeId).where('withdrawnAt', 'is', null).execute()
  const rows = compareAskedAndTaught({ voiced, places, equivalents: equivalents.map((one) => [one.outcomeId, one.otherId] as const) })
  if (!rows.length) return []
  const outcomeIds = rows.map((row) => row.outcomeId)
  const outcomes = new Map((await trx.selectFrom('outcomes').select(['id', 'number', 'text', 'level']).where('id', 'in', outcomeIds).execute()).map((one) => [one.id, one]))
  const proposals = await listProposals(trx, programme, outcomeIds)
  return rows.flatMap(({ outcomeId, ...row }) => {
    const outcome = outcomes.get(outcomeId)
    return outcome ? [{ outcome, ...row, proposals: proposals.filter((one) => one.outcomeId === outcomeId).map(({ outcomeId: _o, ...one }) => one) }] : []
  })
}

// One row an outcome and enterprise, so that copies and repeated adverts of one enterprise count once however many there are.
const listVoiced = async (trx: Trx, programme: Held, period: { from: string; until: string }): Promise<Voiced[]> =>
  trx
    .selectFrom('links')
    .innerJoin('needs', 'needs.id', 'links.fromId')
    .innerJoin('needReceipts', (join) => join.onRef('needReceipts.needId', '=', 'needs.id').on('needReceipts.homeId', '=', programme.homeId))
    .innerJoin('outcomes', 'outcomes.id', 'links.toId')
    .select(['links.toId as outcomeId', 'needs.homeId as enterpriseId', sql<number>`count(distinct needs.id)::int`.as('needs'), sql<string>`min(needs.said_on)`.as('since'), sql<string>`max(needs.said_on)`.as('last')])
    .where('links.homeId', '=', programme.homeId)
    .where('links.relation', '=', 'voiced')
    .where('links.withdrawnAt', 'is', null)
    .where('needs.withdrawnAt', 'is', null)
    .where('outcomes.status', '=', 'agreed')
    .where('needs.saidOn', '>=', period.from)
    .where('needs.saidOn', '<=', period.until)
    .where((eb) => eb.or([eb('needReceipts.majorId', '=', programme.majorId), eb('outcomes.majorId', '=', programme.majorId)]))
    .groupBy(['links.toId', 'needs.homeId'])
    .execute()

const listPlaces = async (trx: Trx, programme: Held): Promise<Place[]> => {
  const rows = await trx
    .selectFrom('programmeCourses')
    .innerJoin('courseVersions', (join) => join.onRef('courseVersions.homeId', '=', 'programmeCourses.homeId').onRef('courseVersions.id', '=', 'programmeCourses.courseVersionId'))
    .innerJoin('courses', (join) => join.onRef('courses.homeId', '=', 'courseVersions.homeId').onRef('courses.id', '=', 'courseVersions.courseId'))
    .innerJoin('units', (join) => join.onRef('units.homeId', '=', 'courseVersions.homeId').onRef('units.courseVersionId', '=', 'courseVersions.id'))
    .innerJoin('unitOutcomes', (join) => join.onRef('unitOutcomes.homeId', '=', 'units.homeId').onRef('unitOutcomes.unitId', '=', 'units.id'))
    .select([
      'unitOutcomes.outcomeId', 'units.id as unitId', 'units.name as unit', 'courseVersions.id as courseVersionId', 'courses.name as course', 'unitOutcomes.depth', sql<number>`(units.hours_theory + units.hours_practice)::float`.as('hours'),
      sql<number>`(select coalesce(sum(t.hours), 0)::float from teaching_records t join classes k on k.home_id = t.home_id and k.id = t.class_id where t.home_id = units.home_id and t.unit_id = units.id and t.withdrawn_at is null and k.cohort = ${programme.cohort})`.as('recordedHours'),
    ])
    .where('programmeCourses.homeId', '=', programme.homeId)
    .where('programmeCourses.programmeId', '=', programme.id)
    .orderBy('programmeCourses.position')
    .orderBy('units.position')
    .execute()
  return rows.map((row) => ({ ...row, depth: row.depth as Place['depth'] })) // safe: a CHECK holds the depths
}

const listProposals = (trx: Trx, programme: Held, outcomeIds: readonly string[]) =>
  trx
    .selectFrom('links')
    .innerJoin('changeProposals', (join) => join.onRef('changeProposals.homeId', '=', 'links.homeId').onRef('changeProposals.id', '=', 'links.toId'))
    .select(['links.fromId as outcomeId', 'changeProposals.id', 'changeProposals.number', 'changeProposals.status'])
    .where('links.homeId', '=', programme.homeId)
    .where('links.relation', '=', 'asks-change')
    .where('links.withdrawnAt', 'is', null)
    .where('links.fromId', 'in', outcomeIds)
    .where('changeProposals.majorId', '=', programme.majorId)
    .orderBy('changeProposals.createdAt', 'desc')
    .limit(500)
    .execute()

const countUnits = (trx: Trx, programme: Held) =>
  trx
    .selectFrom('programmeCourses')
    .innerJoin('units', (join) => join.onRef('units.homeId', '=', 'programmeCourses.homeId').onRef('units.courseVersionId', '=', 'programmeCourses.courseVersionId'))
    .select([sql<number>`count(*)::int`.as('units'), sql<number>`count(units.described_at)::int`.as('described')])
    .where('programmeCourses.homeId', '=', programme.homeId)
    .where('programmeCourses.programmeId', '=', programme.id)
    .executeTakeFirstOrThrow()

/** Needs that nobody has read are not yet read, never a gap: of this major, and those that no major was given yet. */
const countNeeds = (trx: Trx, programme: Held, period: { from: string; until: string }) =>
  trx
    .selectFrom('needReceipts')
    .select([sql<number>`count(*) filter (where status = 'unread')::int`.as('unread'), sql<number>`count(*) filter (where status <> 'unread')::int`.as('read'), sql<number>`count(*) filter (where status = 'translated' and major_id is null)::int`.as('withoutMajor')])
    .where('homeId', '=', programme.homeId)
    .where('saidOn', '>=', period.from)
    .where('saidOn', '<=', period.until)
    .where((eb) => eb.or([eb('majorId', '=', programme.majorId), eb('majorId', 'is', null)]))
    .executeTakeFirstOrThrow()

const listColumns = (trx: Trx, programme: Held): Promise<Matrix['columns']> =>
  trx
    .selectFrom('programmeCourses')
    .innerJoin('courseVersions', (join) => join.onRef('courseVersions.homeId', '=', 'programmeCourses.homeId').onRef('courseVersions.id', '=', 'programmeCourses.courseVersionId'))
    .innerJoin('courses', (join) => join.onRef('courses.homeId', '=', 'courseVersions.homeId').onRef('courses.id', '=', 'courseVersions.courseId'))
    .select([
      'courseVersions.id as courseVersionId', 'courses.code', 'courses.name', sql<number>`(course_versions.hours_theory + course_versions.hours_practice)::float`.as('hours'),
      sql<number>`(select count(u.described_at)::int from units u where u.home_id = course_versions.home_id and u.course_version_id = course_versions.id)`.as('described'),
      sql<number>`(select count(*)::int from units u where u.home_id = course_versions.home_id and u.course_version_id = course_versions.id)`.as('units'),
    ])
    .where('programmeCourses.homeId', '=', programme.homeId)
    .where('programmeCourses.programmeId', '=', programme.id)
    .orderBy('programmeCourses.position')
    .execute()
