import type { PlainDate } from '@guildhall/kernel'
import type { Role } from '@guildhall/contract/identity'
import { signatureOf } from '../access/actor.ts'
import { type Context, newId } from '../context.ts'
import type { Trx } from '../database/connect.ts'
import { ids, json } from '../database/doors.ts'

/** Something that waits for somebody (`task`), or that they should know (`notice`). The same effect twice is one item. */
export type NewInboxItem = Readonly<{
  kind: 'task' | 'notice'
  /** Names its three texts: `inbox.<code>`. */
  code: string
  params?: Readonly<Record<string, string | number>>
  organisationId: string
  person?: string
  roles?: readonly Role[]
  object: { kind: string; id: string }
  url: string
  due?: PlainDate
  effectKey: string
}>

export async function putInInbox(ctx: Context, trx: Trx, item: NewInboxItem): Promise<void> {
  const from = signatureOf(ctx.actor).organisationId
  await trx
    .insertInto('inboxItems')
    .values({
      homeId: item.organisationId, id: newId(ctx), kind: item.kind, code: item.code, params: json(item.params ?? {}), objectKind: item.object.kind, objectId: item.object.id, url: item.url,
      forPerson: item.person ?? null, forRoles: [...(item.roles ?? [])], fromOrganisation: from, due: item.due ?? null, at: ctx.now, effectKey: item.effectKey, parties: ids([item.organisationId, from]),
    })
    .onConflict((conflict) => conflict.constraint('one_item_an_effect').doNothing())
    .execute()
}

/** Ends the open tasks about an object: it was done, by whomever. */
export async function settleTasks(ctx: Context, trx: Trx, object: { id: string; code?: string; person?: string }): Promise<void> {
  let query = trx.updateTable('inboxItems').set({ doneAt: ctx.now, doneBy: signatureOf(ctx.actor).personId }).where('objectId', '=', object.id).where('kind', '=', 'task').where('doneAt', 'is', null)
  if (object.code) query = query.where('code', '=', object.code)
  if (object.person) query = query.where('forPerson', '=', object.person)
  await query.execute()
}
