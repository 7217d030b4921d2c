import type { Thread } from '@guildhall/contract/needs'
import { dayNumber, type PlainDate } from '@guildhall/kernel'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { look } from '../../../platform/database/doors.ts'
import { readNeed } from './needs.queries.ts'

/**
 * The thread of one need: outcomes, units that carry them, proposals and decisions, who was told. The need and its ties are read as the
 * actor. What a college teaches and decided because of these very outcomes is then read by the house, in the few columns that the
 * enterprise is owed: names, hours, status, reason; never another enterprise's words.
 */
export async function getThread(ctx: Context, needId: string): Promise<Thread> {
  const { need, ties } = await look(ctx, async (trx) => ({
    need: await readNeed(ctx, trx, needId),
    ties: await trx.selectFrom('links').select(['toId', 'at']).where('fromId', '=', needId).where('relation', '=', 'voiced').where('withdrawnAt', 'is', null).execute(),
  }))
  const outcomeIds = need.outcomeList.map((one) => one.id)
  const units = await listUnits(ctx, outcomeIds)
  const proposals = await listProposals(ctx, outcomeIds, need)
  const told = await look(ctx, (trx) => trx.selectFrom('links').select(['at', 'fromId']).where('toId', '=', needId).where('relation', '=', 'told').where('withdrawnAt', 'is', null).orderBy('at').execute())
  const outcomes = need.outcomeList.map((one) => ({ id: one.id, number: one.number, text: one.text, agreedAt: ties.find((tie) => tie.toId === one.id)?.at ?? ctx.now, answer: one.answer }))
  return {
    need: { id: need.id, number: need.number, text: need.text, language: need.language, enterprise: need.enterprise, saidOn: need.saidOn, receivedAt: need.receivedAt },
    outcomes, units, proposals, told: told.map((one) => ({ at: one.at, proposalId: one.fromId })), breaks: breaksOf(need.status, outcomes, units, proposals, told), asOf: ctx.now,
  }
}

function breaksOf(status: string, outcomes: Thread['outcomes'], units: Thread['units'], proposals: Thread['proposals'], told: readonly { fromId: string }[]): Thread['breaks'] {
  if (status === 'unread') return [{ code: 'unread', outcomeId: null }]
  if (!outcomes.length) return [{ code: 'no-outcome', outcomeId: null }]
  const breaks: Thread['breaks'] = []
  for (const { id } of outcomes) {
    const mine = proposals.filter((one) => one.outcomeIds.includes(id))
    if (!units.some((one) => one.outcomeId === id) && !mine.length) breaks.push({ code: 'taught-nowhere', outcomeId: id })
    else if (mine.length && !mine.some((one) => one.decidedAt)) breaks.push({ code: 'no-decision', outcomeId: id })
  }
  if (proposals.some((one) => one.decidedAt && !told.some((tie) => tie.fromId === one.id))) breaks.push({ code: 'not-told', outcomeId: null })
  return breaks
}

async function listUnits(ctx: Context, outcomeIds: readonly string[]): Promise<Thread['units']> {
  if (!outcomeIds.length) return []
  const rows = await ctx.house.db
    .selectFrom('unitOutcomes')
    .innerJoin('units', (join) => join.onRef('units.homeId', '=', 'unitOutcomes.homeId').onRef('units.id', '=', 'unitOutcomes.unitId'))
    .innerJoin('courseVersions', (join) => join.onRef('courseVersions.homeId', '=', 'units.homeId').onRef('courseVersions.id', '=', 'units.courseVersionId'))
    .innerJoin('courses', (join) => join.onRef('courses.homeId', '=', 'courseVersions.homeId').onRef('courses.id', '=', 'courseVersions.courseId'))
    .innerJoin('programmeCourses', (join) => join.onRef('programmeCourses.homeId', '=', 'courseVersions.homeId').onRef('programmeCourses.courseVersionId', '=', 'courseVersions.id'))
    .innerJoin('trainingProgrammes', (join) => join.onRef('trainingProgrammes.homeId', '=', 'programmeCourses.homeId').onRef('trainingProgrammes.id', '=', 'programmeCourses.programmeId'))
    .select((eb) => [
      'units.id', 'unitOutcomes.outcomeId', 'units.name', 'courses.name as course', 'trainingProgrammes.title as programme', 'trainingProgrammes.id as programmeId', 'trainingProgrammes.cohort', 'units.hoursTheory', 'units.hoursPractice',
      eb.exists(eb.selectFrom('teachingRecords').select('teachingRecords.id').whereRef('teachingRecords.unitId', '=', 'units.id').where('teachingRecords.withdrawnAt', 'is', null)).as('recorded'),
    ])
    .where('unitOutcomes.outcomeId', 'in', outcomeIds)
    .where('trainingProgrammes.state', '=', 'in-force')
    .orderBy('trainingProgrammes.cohort', 'desc')
    .orderBy('units.id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ id: row.id, outcomeId: row.outcomeId, name: row.name, course: row.course, programme: row.programme, cohort: row.cohort, hours: row.hoursTheory + row.hoursPractice, recorded: Boolean(row.recorded), url: `/programmes/${row.programmeId}#unit-${row.id}` }))
}

async function listProposals(ctx: Context, outcomeIds: readonly string[], need: { saidOn: string }): Promise<Thread['proposals']> {
  if (!outcomeIds.length) return []
  const rows = await ctx.house.db
    .selectFrom('links')
    .innerJoin('changeProposals', 'changeProposals.id', 'links.toId')
    .select(['changeProposals.id', 'changeProposals.number', 'changeProposals.title', 'links.fromId as outcomeId', 'changeProposals.status', 'changeProposals.decidedAt', 'changeProposals.decisionReason', 'changeProposals.fromCohort'])
    .where('links.fromId', 'in', outcomeIds)
    .where('links.relation', '=', 'asks-change')
    .where('links.withdrawnAt', 'is', null)
    .where('changeProposals.status', 'not in', ['draft', 'withdrawn'])
    .orderBy('changeProposals.createdAt')
    .limit(200)
    .execute()
  const byId = new Map<string, Thread['proposals'][number]>()
  for (const row of rows) {
    const known = byId.get(row.id)
    if (known) known.outcomeIds.push(row.outcomeId)
    else {
      const days = row.decidedAt ? dayNumber(dayOf(row.decidedAt as Context['now'])) - dayNumber(need.saidOn as PlainDate) : null // safe: both come from the database in that form
      byId.set(row.id, { id: row.id, number: row.number, title: row.title, outcomeIds: [row.outcomeId], status: row.status, decidedAt: row.decidedAt, reason: row.decidedAt ? row.decisionReason : null, days, fromCohort: row.fromCohort })
    }
  }
  return [...byId.values()]
}
