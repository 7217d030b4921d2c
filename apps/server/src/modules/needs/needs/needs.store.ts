import { sql } from 'kysely'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { asHouse, ids } from '../../../platform/database/doors.ts'
import { indexThing, unindexThing } from '../../../platform/things/thing.ts'
import { textKeyOf } from '../../translation/index.ts'
import { needThing } from './needs.thing.ts'

export type NewNeedRow = Readonly<{
  id: string
  number: string
  enterpriseId: string
  colleges: readonly string[]
  text: string
  language: string
  source: string
  sourceNote: string | null
  saidOn: string
  post: string | null
  regionId: string | null
  peopleWanted: number | null
  trust: string
  majorId: string | null
  visitId: string | null
  contactLinkId: string | null
  importId: string | null
}>

export async function insertNeed(ctx: Context, trx: Trx, row: NewNeedRow): Promise<void> {
  const { enterpriseId, colleges, majorId, ...columns } = row
  const signature = signatureOf(ctx.actor)
  const parties = [enterpriseId, ...colleges]
  await trx
    .insertInto('needs')
    .values({
      ...columns, homeId: enterpriseId, textKey: textKeyOf(row.text).slice(0, 500), recordedByOrganisation: signature.organisationId ?? enterpriseId, recordedByPerson: signature.personId, recordedAt: ctx.now, updatedAt: ctx.now, parties: ids(parties),
    })
    .execute()
  for (const college of colleges) await insertReceipt(ctx, trx, { needId: row.id, enterpriseId, college, saidOn: row.saidOn, majorId })
  await indexNeed(ctx, trx, { id: row.id, enterpriseId, number: row.number, text: row.text, post: row.post, language: row.language, parties })
}

export async function insertReceipt(ctx: Context, trx: Trx, row: { needId: string; enterpriseId: string; college: string; saidOn: string; majorId: string | null }): Promise<void> {
  await trx
    .insertInto('needReceipts')
    .values({ homeId: row.college, id: newId(ctx), needId: row.needId, enterpriseId: row.enterpriseId, majorId: row.majorId, saidOn: row.saidOn, receivedAt: ctx.now, updatedAt: ctx.now, parties: ids([row.college, row.enterpriseId]) })
    .onConflict((clash) => clash.constraint('a_need_is_given_once_to_a_college').doNothing())
    .execute()
}

export const indexNeed = (ctx: Context, trx: Trx, row: { id: string; enterpriseId: string; number: string; text: string; post: string | null; language: string; parties: readonly string[] }) =>
  indexThing(ctx, trx, needThing, { homeId: row.enterpriseId, id: row.id, number: row.number, title: { [row.language]: row.text.slice(0, 80) }, words: [row.text, row.post], parties: row.parties })

/** Adds colleges to the parties of a need and of everything that hangs on it within the enterprise's home. */
export async function widenParties(ctx: Context, trx: Trx, need: { id: string; enterpriseId: string; parties: readonly string[] }): Promise<void> {
  for (const table of ['needs', 'searchEntries'] as const) await trx.updateTable(table).set({ parties: ids(need.parties), updatedAt: ctx.now }).where('homeId', '=', need.enterpriseId).where('id', '=', need.id).execute()
  await trx.updateTable('postDecisions').set({ parties: ids(need.parties) }).where('homeId', '=', need.enterpriseId).where('needId', '=', need.id).execute()
}

/**
 * Opens the words of a need to everybody who may sign in, or closes them again: the need itself, what search finds of it, and its voice beside
 * agreed outcomes. The links of a voice stand in the colleges' own rows, which the enterprise cannot write; so the house does it.
 */
export async function openWords(ctx: Context, trx: Trx, need: { id: string; enterpriseId: string; parties: readonly string[] }, isOpen: boolean): Promise<void> {
  await widenParties(ctx, trx, { ...need, parties: isOpen ? [...need.parties, everyone] : need.parties })
  const closed = sql<string[]>`array_remove(parties, ${everyone}::uuid)`
  await asHouse(trx, () =>
    trx.updateTable('links').set({ parties: isOpen ? sql<string[]>`array_append(${closed}, ${everyone}::uuid)` : closed }).where('fromId', '=', need.id).where('relation', '=', 'voiced').execute(),
  )
}

export type NeedChanges = Partial<{ post: string | null; regionId: string | null; peopleWanted: number | null; opened: boolean; joinedInto: string | null; withdrawnAt: string }>

/** Answers whether the version was still the one that was edited; without a version it always is. */
export async function updateNeed(ctx: Context, trx: Trx, need: { id: string; enterpriseId: string; version?: number }, changes: NeedChanges): Promise<boolean> {
  let query = trx.updateTable('needs').set((eb) => ({ ...changes, version: eb('version', '+', 1), updatedAt: ctx.now })).where('homeId', '=', need.enterpriseId).where('id', '=', need.id)
  if (need.version !== undefined) query = query.where('version', '=', need.version)
  const done = await query.executeTakeFirst()
  if (changes.withdrawnAt) await unindexThing(trx, need.enterpriseId, need.id)
  return done.numUpdatedRows > 0n
}

export async function updateReceipt(ctx: Context, trx: Trx, receipt: { college: string; needId: string }, changes: Partial<{ status: string; majorId: string | null; setAsideReason: string | null; readAt: string; readBy: string | null }>): Promise<void> {
  await trx.updateTable('needReceipts').set({ ...changes, updatedAt: ctx.now }).where('homeId', '=', receipt.college).where('needId', '=', receipt.needId).execute()
}
