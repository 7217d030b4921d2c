import { partiesOf, signatureOf } from '../access/actor.ts'
import { type Context, newId } from '../context.ts'
import type { Trx } from '../database/connect.ts'
import { asHouse, hashOf, ids, json } from '../database/doors.ts'

/** An action to keep: what was done to which object, with what it needs to be understood later. */
export type NewAction = Readonly<{ homeId: string; kind: string; id: string; action: string; body?: Readonly<Record<string, unknown>>; parties: readonly (string | null | undefined)[] }>

/**
 * Appends an action to the object's chain: `hash = sha256(previous hash, canonical content)`. The chain is gapless (unique sequence),
 * so a changed, lost or inserted action is found by `verifyChain`. Nobody has the right to change or delete one.
 */
export async function keepAction(ctx: Context, trx: Trx, action: NewAction): Promise<{ id: string; seq: number }> {
  // The chain is one, whoever acts: a partner does not see the actions before it was asked, but its own must stand after them.
  const last = await asHouse(trx, () => trx.selectFrom('actions').select(['seq', 'hash']).where('homeId', '=', action.homeId).where('objectId', '=', action.id).orderBy('seq', 'desc').limit(1).executeTakeFirst())
  const id = newId(ctx)
  const seq = (last?.seq ?? 0) + 1
  const previous = last?.hash ?? ''
  const signature = signatureOf(ctx.actor)
  const body = action.body ?? {}
  const hash = chainHash({ previous, objectId: action.id, seq, action: action.action, at: ctx.now, ...signature, body })
  await trx
    .insertInto('actions')
    .values({
      homeId: action.homeId, id, objectKind: action.kind, objectId: action.id, seq, action: action.action, ...signature, at: ctx.now, body: json(body), previous, hash,
      parties: ids([...action.parties, ...(ctx.actor.kind === 'person' ? [ctx.actor.organisationId] : [])]),
    })
    .execute()
  return { id, seq }
}

type Hashed = { previous: string; objectId: string; seq: number; action: string; at: string; personId: string | null; organisationId: string | null; linkId: string | null; body: unknown }

const chainHash = (content: Hashed): string => hashOf(canonical(content))

/** JSON with sorted keys: the same content always gives the same text. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

export type KeptAction = Readonly<{ seq: number; action: string; at: string; personId: string | null; organisationId: string | null; linkId: string | null; objectId: string; body: unknown; previous: string; hash: string }>

/** The sequence number at which a chain breaks; undefined where it holds. */
export function findChainBreak(actions: readonly KeptAction[]): number | undefined {
  let previous = ''
  for (const [index, one] of actions.entries()) {
    const { hash, ...content } = one
    const expected = chainHash({ previous: content.previous, objectId: content.objectId, seq: content.seq, action: content.action, at: content.at, personId: content.personId, organisationId: content.organisationId, linkId: content.linkId, body: content.body })
    if (one.seq !== index + 1 || one.previous !== previous || hash !== expected) return one.seq
    previous = one.hash
  }
  return undefined
}

/** The kept actions of one object, oldest first, as far as the actor may read them. */
export const listActions = (trx: Trx, objectId: string) =>
  trx.selectFrom('actions').select(['seq', 'action', 'at', 'personId', 'organisationId', 'linkId', 'objectId', 'body', 'previous', 'hash']).where('objectId', '=', objectId).orderBy('seq').limit(500).execute()

/** An entry of the audit: what the law or a partner may ask about later. Changes are audited in their transaction. */
export async function keepAudit(ctx: Context, trx: Trx, entry: { homeId: string; action: string; kind?: string; id?: string; detail?: Readonly<Record<string, unknown>> }): Promise<void> {
  const { personId, organisationId } = signatureOf(ctx.actor)
  await trx
    .insertInto('audit')
    .values({ homeId: entry.homeId, id: newId(ctx), at: ctx.now, personId, organisationId, action: entry.action, objectKind: entry.kind ?? null, objectId: entry.id ?? null, detail: json(entry.detail ?? {}), requestId: ctx.requestId, parties: ids([entry.homeId, ...partiesOf(ctx.actor).slice(0, 1)]) })
    .execute()
}
