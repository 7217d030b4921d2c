import type { OutcomeFields } from '@guildhall/contract/translation'
import type { LocalizedText } from '@guildhall/kernel'
import type { z } from 'zod'
import { everyone } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { ids, json } from '../../../platform/database/doors.ts'
import { indexThing, unindexThing } from '../../../platform/things/thing.ts'
import { textKeyOf, writeOutcomeText } from './outcome-text.ts'
import { outcomeThing } from './outcomes.thing.ts'

export type Fields = z.output<typeof OutcomeFields>

const columnsOf = (fields: Fields, text: LocalizedText) => ({
  kind: fields.kind, verb: fields.verb ?? null, action: json(fields.action), object: json(fields.object), independent: fields.independent, condition: fields.condition ? json(fields.condition) : null, standard: fields.standard ? json(fields.standard) : null,
  measure: fields.measure ? json(fields.measure) : null, level: fields.level, evidenceForm: fields.evidenceForm, text: json(text), textKey: textKeyOf(Object.values(text).join(' ')), concepts: json(fields.concepts), majorId: fields.majorId ?? null,
})

export async function insertOutcome(ctx: Context, trx: Trx, row: { homeId: string; id: string; number: string; fields: Fields; createdBy: string | null }): Promise<LocalizedText> {
  const text = writeOutcomeText(row.fields)
  await trx
    .insertInto('outcomes')
    .values({ homeId: row.homeId, id: row.id, number: row.number, ...columnsOf(row.fields, text), createdBy: row.createdBy, createdAt: ctx.now, updatedAt: ctx.now, parties: ids([row.homeId, everyone]) })
    .execute()
  await indexOutcome(ctx, trx, { ...row, text })
  return text
}

export async function updateOutcome(ctx: Context, trx: Trx, row: { homeId: string; id: string; number: string; version: number; fields: Fields }): Promise<boolean> {
  const text = writeOutcomeText(row.fields)
  const done = await trx
    .updateTable('outcomes')
    .set((eb) => ({ ...columnsOf(row.fields, text), updatedAt: ctx.now, version: eb('version', '+', 1) }))
    .where('homeId', '=', row.homeId)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  if (!done.numUpdatedRows) return false
  await indexOutcome(ctx, trx, { ...row, text })
  return true
}

export async function markOutcomeWithdrawn(ctx: Context, trx: Trx, homeId: string, id: string): Promise<void> {
  await trx.updateTable('outcomes').set((eb) => ({ status: 'withdrawn', updatedAt: ctx.now, version: eb('version', '+', 1) })).where('homeId', '=', homeId).where('id', '=', id).execute()
  await unindexThing(trx, homeId, id)
}

const indexOutcome = (ctx: Context, trx: Trx, row: { homeId: string; id: string; number: string; text: LocalizedText }) =>
  indexThing(ctx, trx, outcomeThing, { homeId: row.homeId, id: row.id, number: row.number, title: row.text, words: [], parties: [row.homeId, everyone] })

export async function insertEquivalent(ctx: Context, trx: Trx, row: { id: string; homeId: string; pair: readonly [string, string]; personId: string | null }): Promise<void> {
  const [outcomeId, otherId] = [...row.pair].sort() as [string, string] // safe: two stay two
  await trx
    .insertInto('outcomeEquivalents')
    .values({ homeId: row.homeId, id: row.id, outcomeId, otherId, personId: row.personId, at: ctx.now, parties: ids([row.homeId]) })
    .onConflict((clash) => clash.columns(['homeId', 'outcomeId', 'otherId']).where('withdrawnAt', 'is', null).doNothing())
    .execute()
}

export async function withdrawEquivalent(ctx: Context, trx: Trx, homeId: string, pair: readonly [string, string]): Promise<void> {
  const [outcomeId, otherId] = [...pair].sort() as [string, string] // safe: as above
  await trx.updateTable('outcomeEquivalents').set({ withdrawnAt: ctx.now }).where('homeId', '=', homeId).where('outcomeId', '=', outcomeId).where('otherId', '=', otherId).where('withdrawnAt', 'is', null).execute()
}
