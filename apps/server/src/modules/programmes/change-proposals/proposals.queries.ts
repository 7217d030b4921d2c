import type { Answer } from '@guildhall/contract/http'
import { type changeProposals, type Proposal, type ProposalRow, type ProposalStatus, proposalLifeCycle } from '@guildhall/contract/programmes'
import { dayNumber, type Instant, type LocalizedText, type PlainDate } from '@guildhall/kernel'
import { allowedActions } from '@guildhall/process'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { findIds, noId } from '../../../platform/search/find.ts'
import { readProgramme } from '../programmes/programmes.queries.ts'
import { diffProgramme } from './diff.ts'
import { listOpinions, listTold, listVoices, listVotes } from './proposal-parts.queries.ts'
import { type Evidence, getProposalRow, type ProposalColumns, type ProposalFull, proposalRows } from './proposals.rows.ts'
import { proposalThing } from './proposals.thing.ts'
import { relationsTo } from './route.ts'

/** Days from the first need to the decision; the day of the paper where it was decided on paper. */
const daysOf = (row: Pick<ProposalColumns, 'firstSaidOn' | 'decidedAt' | 'decidedOnPaperOn'>): number | null =>
  row.firstSaidOn && row.decidedAt ? dayNumber((row.decidedOnPaperOn ?? dayOf(row.decidedAt as Instant)) as PlainDate) - dayNumber(row.firstSaidOn as PlainDate) : null // safe: all three come from the database in that form

const present = (row: ProposalColumns): ProposalRow => ({
  id: row.id, number: row.number, title: row.title, status: row.status as ProposalStatus, major: { id: row.majorId, name: row.majorName ?? {} }, programme: { id: row.programmeId, number: row.programmeNumber ?? '', cohort: row.cohort ?? row.fromCohort }, // safe: a CHECK holds the states
  fromCohort: row.fromCohort, outcomes: row.outcomeIds.length, firstSaidOn: row.firstSaidOn, decidedAt: row.decidedAt, days: daysOf(row), stepEnds: row.stepEnds, updatedAt: row.updatedAt,
})

export async function listProposals(ctx: Context, asked: z.output<typeof changeProposals.list.query>): Promise<Answer<typeof changeProposals.list>> {
  const narrowed = await findIds(ctx, asked.q, proposalThing.kind)
  return look(ctx, async (trx) => {
    let query = proposalRows(trx)
    const own = signatureOf(ctx.actor).organisationId ?? noId
    if (ctx.actor.kind === 'person' && ctx.actor.organisationKind === 'college') query = query.where('changeProposals.homeId', '=', own)
    if (narrowed) query = query.where('changeProposals.id', 'in', narrowed.length ? narrowed : [noId])
    if (asked.status) query = query.where('changeProposals.status', '=', asked.status)
    if (asked.majorId) query = query.where('changeProposals.majorId', '=', asked.majorId)
    if (asked.programmeId) query = query.where('changeProposals.programmeId', '=', asked.programmeId)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { updatedAt: 'changeProposals.updatedAt', number: 'changeProposals.number' }, defaultSort: '-updatedAt', id: 'changeProposals.id', keys: (row, sort) => [sort === 'number' ? row.number : row.updatedAt, row.id] })
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

/** A proposal as its page needs it. Once decided, diff and outcomes are the frozen ones. */
export async function readProposal(ctx: Context, trx: Trx, id: string): Promise<Proposal> {
  const row = await getProposalRow(trx, id)
  const inside = signatureOf(ctx.actor).organisationId === row.homeId
  const live = row.evidence ?? (await gatherEvidence(ctx, trx, row))
  const people = await listPeople(trx, row)
  const nameOf = (personId: string | null) => people.find((one) => one.id === personId) ?? null
  const college = await trx.selectFrom('organisations').select(['id', 'name']).where('id', '=', row.homeId).executeTakeFirstOrThrow()
  const returned = row.status === 'returned' ? await trx.selectFrom('actions').select('body').where('homeId', '=', row.homeId).where('objectId', '=', id).where('action', '=', 'returned').orderBy('seq', 'desc').limit(1).executeTakeFirst() : undefined
  return {
    ...present(row), grounds: row.grounds, changes: row.changes, diff: live.diff,
    // Whose words they were is the business of the college and the enterprise; others read the agreed outcome.
    outcomeList: inside ? live.outcomes : live.outcomes.map((one) => ({ ...one, enterprises: 0, voices: [] })),
    route: row.route, step: row.step, people, opinions: await listOpinions(trx, row), votes: await listVotes(ctx, trx, row),
    returnReason: (returned?.body as { reason?: string } | undefined)?.reason ?? null, decisionReason: row.decisionReason, decidedBy: nameOf(row.decidedBy), documentNumber: row.documentNumber, documentFileId: row.documentFileId, decidedOnPaperOn: row.decidedOnPaperOn,
    frozenAt: row.evidence?.asOf ?? null, told: await listTold(ctx, trx, row), author: nameOf(row.createdBy), college, version: row.version,
    allowed: allowedActions(proposalLifeCycle, row.status, relationsTo(ctx.actor, row)),
  }
}

export const getProposal = (ctx: Context, id: string): Promise<Proposal> => look(ctx, (trx) => readProposal(ctx, trx, id))

/** Diff and outcomes with their voices, as they stand now. A partner who was asked sees the diff through the house: the programme is not theirs. */
export async function gatherEvidence(ctx: Context, trx: Trx, row: ProposalFull): Promise<Evidence> {
  const ids = [...new Set([...row.outcomeIds, ...row.changes.flatMap((one) => (one.kind === 'add-unit' ? one.outcomeIds : one.kind === 'attach-outcome' ? [one.outcomeId] : []))])]
  const outcomes = ids.length ? await trx.selectFrom('outcomes').select(['id', 'number', 'text', 'level']).where('id', 'in', ids).orderBy('number').execute() : []
  const refs = new Map(outcomes.map((one) => [one.id, { id: one.id, number: one.number, text: one.text as LocalizedText }]))
  const reader = signatureOf(ctx.actor).organisationId === row.homeId ? trx : ctx.house.db
  const programme = await readProgramme(ctx, reader as Trx, row.programmeId) // safe: only reads; the house's own connection serves as well as a transaction
  const voices = await listVoices(trx, outcomes.map((one) => one.id))
  return {
    asOf: ctx.now, diff: diffProgramme(programme, row.changes, refs),
    outcomes: outcomes.map((one) => {
      const mine = voices.filter((voice) => voice.outcomeId === one.id)
      return { ...one, enterprises: new Set(mine.map((voice) => voice.enterpriseId)).size, voices: mine.map(({ outcomeId: _o, enterpriseId: _e, ...voice }) => voice) }
    }),
  }
}

const listPeople = (trx: Trx, row: ProposalFull) => {
  const ids = new Set([row.createdBy, row.decidedBy, ...(row.route ?? []).flatMap((step) => [...step.people, step.chairId, ...step.deputies.flatMap((one) => [one.personId, one.deputyId])])])
  const known = [...ids].filter((one): one is string => Boolean(one))
  return known.length ? trx.selectFrom('people').select(['id', 'name']).where('id', 'in', known).orderBy('name').execute() : Promise.resolve([])
}
