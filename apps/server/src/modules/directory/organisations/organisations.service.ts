import { isDeepStrictEqual } from 'node:util'
import type { Answer } from '@guildhall/contract/http'
import type { Organisation, organisations } from '@guildhall/contract/directory'
import { checkCreditCode } from '@guildhall/kernel'
import type { z } from 'zod'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import { conflict, fault, notAllowed, stale } from '../../../platform/http/refused.ts'
import { nextNumber, unindexThing } from '../../../platform/things/thing.ts'
import { readOrganisation } from './organisations.queries.ts'
import { indexOrganisation, insertOrganisation, markWithdrawn, type OrganisationFields, updateOrganisation, updateVetting } from './organisations.store.ts'
import { organisationThing } from './organisations.thing.ts'

type Added = z.output<typeof organisations.add.body>
type Changed = z.output<typeof organisations.change.body>

const { rights } = organisationThing

/** The checked, normalised form of a credit code; null where none was given. */
function creditCodeOf(given: string | null | undefined): string | null {
  if (!given?.trim()) return null
  const checked = checkCreditCode(given)
  if (!checked.ok) throw fault('/creditCode', checked.reason.code, { ...checked.reason.params })
  return checked.value
}

async function refuseTakenCode(trx: Trx, code: string | null, self: string): Promise<void> {
  if (!code) return
  const other = await trx.selectFrom('organisations').select(['number']).where('creditCode', '=', code).where('id', '<>', self).executeTakeFirst()
  if (other) throw fault('/creditCode', 'credit-code-taken', { number: other.number })
}

/** Adds an organisation to the register. */
export const addOrganisation = (ctx: Context, given: Added): Promise<Answer<typeof organisations.add>> =>
  act(ctx, async (trx) => {
    if (!can(rights, 'add', ctx.actor, {})) throw notAllowed()
    const id = newId(ctx)
    const creditCode = creditCodeOf(given.creditCode)
    await refuseTakenCode(trx, creditCode, id)
    const fields: OrganisationFields = {
      name: given.name, shortName: given.shortName ?? null, creditCode, providerKind: given.providerKind ?? null, size: given.size ?? null, industry: given.industry ?? null,
      regionId: given.regionId ?? null, address: given.address ?? null, website: given.website ?? null, phone: given.phone ?? null,
    }
    const number = await nextNumber(ctx, trx, organisationThing, everyone)
    await insertOrganisation(ctx, trx, { ...fields, id, number, kind: given.kind, createdBy: signatureOf(ctx.actor).organisationId })
    await indexOrganisation(ctx, trx, { id, number, name: given.name, shortName: fields.shortName, creditCode })
    await keepAction(ctx, trx, { homeId: id, kind: organisationThing.kind, id, action: 'added', body: { kind: given.kind, ...fields }, parties: [id, everyone] })
    return readOrganisation(ctx, trx, id)
  })

/** Changes an organisation; the version says which state was edited, so that nobody overwrites what they did not see. */
export const changeOrganisation = (ctx: Context, id: string, given: Changed): Promise<Organisation> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'change')
    const { version, ...sent } = given
    const wanted: Partial<OrganisationFields> = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
    if ('creditCode' in wanted) {
      wanted.creditCode = creditCodeOf(wanted.creditCode)
      await refuseTakenCode(trx, wanted.creditCode, id)
    }
    // A form sends all its entries; what happened is what differs from before.
    const stood: OrganisationFields = { ...before, regionId: before.region?.id ?? null }
    const changes = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => !isDeepStrictEqual(value, stood[name as keyof OrganisationFields]))) // safe: the names are those of the fields
    if (version === before.version && Object.keys(changes).length === 0) return before
    if (!(await updateOrganisation(ctx, trx, id, version, changes))) throw stale(await readOrganisation(ctx, trx, id))
    const after = await readOrganisation(ctx, trx, id)
    await indexOrganisation(ctx, trx, after)
    await keepAction(ctx, trx, { homeId: id, kind: organisationThing.kind, id, action: 'changed', body: changes, parties: [id, everyone] })
    return after
  })

/** Vets an enterprise: done once, by one college or the authority, and seen by all. */
export const vetOrganisation = (ctx: Context, id: string, given: z.output<typeof organisations.vet.body>): Promise<Organisation> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'vet')
    if (before.vetting === given.state) throw conflict('vetting-is-so')
    if (given.state === 'vetted' && !before.creditCode) throw fault('/state', 'vetting-needs-credit-code')
    await updateVetting(ctx, trx, id, { state: given.state, note: given.note, by: signatureOf(ctx.actor).organisationId })
    await keepAction(ctx, trx, { homeId: id, kind: organisationThing.kind, id, action: given.state, body: { note: given.note }, parties: [id, everyone] })
    return readOrganisation(ctx, trx, id)
  })

/** Takes an organisation out of the register that was entered by mistake; refused once anybody belongs to it. */
export const withdrawOrganisation = (ctx: Context, id: string, reason: string): Promise<{ ok: true }> =>
  act(ctx, async (trx) => {
    await demand(ctx, trx, id, 'withdraw')
    const member = await trx.selectFrom('memberships').select('id').where('organisationId', '=', id).where('endedAt', 'is', null).limit(1).executeTakeFirst()
    if (member) throw conflict('organisation-has-members')
    await markWithdrawn(ctx, trx, id)
    await unindexThing(trx, id, id)
    await keepAction(ctx, trx, { homeId: id, kind: organisationThing.kind, id, action: 'withdrawn', body: { reason }, parties: [id, everyone] })
    return { ok: true }
  })

async function demand(ctx: Context, trx: Trx, id: string, action: keyof typeof rights): Promise<Organisation> {
  const row = await readOrganisation(ctx, trx, id)
  if (!row.allowed.includes(action)) throw notAllowed()
  return row
}
