import type { Change } from '@guildhall/contract/programmes'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { ids, json } from '../../../platform/database/doors.ts'
import { indexThing } from '../../../platform/things/thing.ts'
import type { Evidence } from './proposals.rows.ts'
import { proposalThing } from './proposals.thing.ts'
import type { RouteStep } from './route.ts'

export type DraftColumns = Readonly<{ title: string; grounds: string; fromCohort: number; changes: readonly Change[]; outcomeIds: readonly string[] }>

export async function insertProposal(ctx: Context, trx: Trx, row: DraftColumns & { homeId: string; id: string; number: string; programmeId: string; majorId: string; createdBy: string | null }): Promise<void> {
  const { changes, outcomeIds, ...columns } = row
  await trx.insertInto('changeProposals').values({ ...columns, changes: json(changes), outcomeIds: ids(outcomeIds), createdAt: ctx.now, updatedAt: ctx.now, parties: ids([row.homeId]) }).execute()
  await indexProposal(ctx, trx, { ...row, parties: [row.homeId] })
}

export const indexProposal = (ctx: Context, trx: Trx, row: { homeId: string; id: string; number: string; title: string; parties: readonly string[] }) =>
  indexThing(ctx, trx, proposalThing, { homeId: row.homeId, id: row.id, number: row.number, title: { zh: row.title }, words: [], parties: row.parties })

export async function updateDraft(ctx: Context, trx: Trx, row: { homeId: string; id: string; version: number }, changes: Partial<DraftColumns>): Promise<boolean> {
  const { changes: list, outcomeIds, ...columns } = changes
  const done = await trx
    .updateTable('changeProposals')
    .set((eb) => ({ ...columns, ...(list ? { changes: json(list) } : {}), ...(outcomeIds ? { outcomeIds: ids(outcomeIds) } : {}), version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('homeId', '=', row.homeId)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export type StateColumns = Partial<{ status: string; step: number | null; stepEnds: string | null; route: readonly RouteStep[]; parties: readonly string[]; decidedAt: string; decidedBy: string | null; decisionReason: string; documentNumber: string | null; documentFileId: string; decidedOnPaperOn: string; evidence: Evidence; firstSaidOn: string | null }>

/** Writes the state of a proposal. A row of the same home is locked by it, so that two votes or decisions come one after the other. */
export async function updateState(ctx: Context, trx: Trx, row: { homeId: string; id: string }, changes: StateColumns): Promise<void> {
  const { route, parties, evidence, ...columns } = changes
  await trx
    .updateTable('changeProposals')
    .set((eb) => ({ ...columns, ...(route ? { route: json(route) } : {}), ...(parties ? { parties: ids(parties) } : {}), ...(evidence ? { evidence: json(evidence) } : {}), version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('homeId', '=', row.homeId)
    .where('id', '=', row.id)
    .execute()
}

/** Takes the row for this transaction, before it is read to be decided about. */
export const lockProposal = (trx: Trx, id: string) => trx.selectFrom('changeProposals').select('id').where('id', '=', id).forUpdate().execute()

export async function insertOpinion(ctx: Context, trx: Trx, row: { homeId: string; proposalId: string; step: number; personId: string | null; organisationId: string; stance: string; text: string }): Promise<void> {
  const changing = { stance: row.stance, text: row.text, at: ctx.now }
  await trx
    .insertInto('proposalOpinions')
    .values({ ...row, id: newId(ctx), at: ctx.now, parties: ids([row.homeId, row.organisationId]) })
    .onConflict((clash) => clash.constraint('one_opinion_a_person_and_step').doUpdateSet(changing))
    .execute()
}

/** False where this member's vote of this round is cast already. */
export async function insertVote(ctx: Context, trx: Trx, row: { homeId: string; proposalId: string; step: number; round: number; personId: string; forPersonId: string; vote: string }): Promise<boolean> {
  const made = await trx
    .insertInto('proposalVotes')
    .values({ ...row, id: newId(ctx), at: ctx.now, parties: ids([row.homeId]) })
    .onConflict((clash) => clash.constraint('nobody_votes_twice').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}
