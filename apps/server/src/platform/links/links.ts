import { signatureOf } from '../access/actor.ts'
import { type Context, newId } from '../context.ts'
import type { Trx } from '../database/connect.ts'
import { ids, json } from '../database/doors.ts'

/** The arrows of the thread. `from` voices, is taught by, becomes … `to`. */
export const relations = [
  'voiced', // need → outcome: the need's words became it
  'means', // outcome → competence (concept)
  'taught-by', // outcome → unit
  'asks-change', // outcome → change proposal
  'changes', // change proposal → course version
  'decided', // change proposal → decision
  'told', // decision → need: the enterprise was told
  'same-as', // outcome ~ outcome, marked equivalent by a named person
  'copy-of', // version → version it was copied from
] as const
export type LinkRelation = (typeof relations)[number]

export type NewLink = Readonly<{ homeId: string; relation: LinkRelation; from: { kind: string; id: string }; to: { kind: string; id: string }; body?: Readonly<Record<string, unknown>>; parties: readonly (string | null | undefined)[] }>

/** Ties two things, in the transaction of the write that makes it so. The same tie twice is one. */
export async function tie(ctx: Context, trx: Trx, link: NewLink): Promise<void> {
  await trx
    .insertInto('links')
    .values({
      homeId: link.homeId, id: newId(ctx), relation: link.relation, fromKind: link.from.kind, fromId: link.from.id, toKind: link.to.kind, toId: link.to.id,
      body: json(link.body ?? {}), at: ctx.now, personId: signatureOf(ctx.actor).personId, parties: ids(link.parties),
    })
    .onConflict((conflict) => conflict.columns(['homeId', 'relation', 'fromId', 'toId']).where('withdrawnAt', 'is', null).doNothing())
    .execute()
}

/** Takes a tie back; it stays in the table with its time. */
export async function untie(ctx: Context, trx: Trx, link: { homeId: string; relation: LinkRelation; fromId: string; toId: string }): Promise<void> {
  await trx.updateTable('links').set({ withdrawnAt: ctx.now }).where('homeId', '=', link.homeId).where('relation', '=', link.relation).where('fromId', '=', link.fromId).where('toId', '=', link.toId).where('withdrawnAt', 'is', null).execute()
}

/** What a thing is tied to, both ways, as far as the actor may see. */
export const listTies = (trx: Trx, ids_: readonly string[]) =>
  trx
    .selectFrom('links')
    .select(['relation', 'fromKind', 'fromId', 'toKind', 'toId', 'at', 'body', 'personId'])
    .where((eb) => eb.or([eb('fromId', 'in', ids_), eb('toId', 'in', ids_)]))
    .where('withdrawnAt', 'is', null)
    .limit(2000)
    .execute()
