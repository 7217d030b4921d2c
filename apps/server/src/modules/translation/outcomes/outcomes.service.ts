import type { Outcome, outcomes } from '@guildhall/contract/translation'
import type { z } from 'zod'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import { fault, notAllowed, notFound, stale } from '../../../platform/http/refused.ts'
import { nextNumber } from '../../../platform/things/thing.ts'
import { readOutcome } from './outcomes.queries.ts'
import { type Fields, insertEquivalent, insertOutcome, markOutcomeWithdrawn, updateOutcome, withdrawEquivalent } from './outcomes.store.ts'
import { outcomeThing } from './outcomes.thing.ts'

/** Makes an outcome of the acting college, within somebody else's act (the workbench) or its own. */
export async function createOutcome(ctx: Context, trx: Trx, fields: Fields): Promise<{ id: string; number: string }> {
  if (!can(outcomeThing.rights, 'add', ctx.actor, {})) throw notAllowed()
  const homeId = signatureOf(ctx.actor).organisationId ?? notAllowedHere()
  const id = newId(ctx)
  const number = await nextNumber(ctx, trx, outcomeThing, homeId)
  const text = await insertOutcome(ctx, trx, { homeId, id, number, fields, createdBy: signatureOf(ctx.actor).personId })
  if (!Object.keys(text).length) throw fault('/outcome', 'outcome-needs-one-whole-language')
  await keepAction(ctx, trx, { homeId, kind: outcomeThing.kind, id, action: 'agreed', body: { fields }, parties: [homeId, everyone] })
  return { id, number }
}

const notAllowedHere = (): never => {
  throw notAllowed()
}

export const addOutcome = (ctx: Context, fields: Fields): Promise<Outcome> =>
  act(ctx, async (trx) => {
    const { id } = await createOutcome(ctx, trx, fields)
    return readOutcome(ctx, trx, id)
  })

export const changeOutcome = (ctx: Context, id: string, given: z.output<typeof outcomes.change.body>): Promise<Outcome> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'change')
    const { version, ...changes } = given
    const sent = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    const fields = {
      kind: before.kind, verb: before.verb, action: before.action, object: before.object, independent: before.independent, condition: before.condition, standard: before.standard, measure: before.measure, level: before.level, evidenceForm: before.evidenceForm,
      concepts: before.concepts, majorId: before.majorId, ...sent,
    } as Fields // safe: what was sent passed the schema, the rest came from the row
    if (!(await updateOutcome(ctx, trx, { homeId: before.college.id, id, number: before.number, version, fields }))) throw stale(await readOutcome(ctx, trx, id))
    await keepAction(ctx, trx, { homeId: before.college.id, kind: outcomeThing.kind, id, action: 'changed', body: sent, parties: [before.college.id, everyone] })
    return readOutcome(ctx, trx, id)
  })

export const withdrawOutcome = (ctx: Context, id: string, reason: string): Promise<Outcome> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'withdraw')
    await markOutcomeWithdrawn(ctx, trx, before.college.id, id)
    await keepAction(ctx, trx, { homeId: before.college.id, kind: outcomeThing.kind, id, action: 'withdrawn', body: { reason }, parties: [before.college.id, everyone] })
    return readOutcome(ctx, trx, id)
  })

/** A named person says that two outcomes are the same for teaching. Matching never depends on both sides having the same taxonomy. */
export const markSame = (ctx: Context, id: string, otherId: string): Promise<Outcome> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'change')
    if (id === otherId) throw fault('/otherId', 'same-as-itself')
    const other = await trx.selectFrom('outcomes').select('id').where('id', '=', otherId).where('status', '=', 'agreed').executeTakeFirst()
    if (!other) throw notFound()
    await insertEquivalent(ctx, trx, { id: newId(ctx), homeId: before.college.id, pair: [id, otherId], personId: signatureOf(ctx.actor).personId })
    await keepAction(ctx, trx, { homeId: before.college.id, kind: outcomeThing.kind, id, action: 'marked-same', body: { otherId }, parties: [before.college.id] })
    return readOutcome(ctx, trx, id)
  })

export const unmarkSame = (ctx: Context, id: string, otherId: string): Promise<Outcome> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'change')
    await withdrawEquivalent(ctx, trx, before.college.id, [id, otherId])
    await keepAction(ctx, trx, { homeId: before.college.id, kind: outcomeThing.kind, id, action: 'unmarked-same', body: { otherId }, parties: [before.college.id] })
    return readOutcome(ctx, trx, id)
  })

async function demand(ctx: Context, trx: Trx, id: string, action: 'change' | 'withdraw'): Promise<Outcome> {
  const row = await readOutcome(ctx, trx, id)
  if (!row.allowed.includes(action)) throw notAllowed()
  return row
}
