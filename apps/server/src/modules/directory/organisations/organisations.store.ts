import type { LocalizedText } from '@guildhall/kernel'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { json } from '../../../platform/database/doors.ts'
import { everyone } from '../../../platform/access/actor.ts'
import { sortNameOf } from '../../../platform/search/sounds.ts'
import { indexThing } from '../../../platform/things/thing.ts'
import { organisationThing } from './organisations.thing.ts'

export type OrganisationFields = {
  name: LocalizedText
  shortName: string | null
  creditCode: string | null
  providerKind: string | null
  size: string | null
  industry: string | null
  regionId: string | null
  address: string | null
  website: string | null
  phone: string | null
}

const sortName = (name: LocalizedText) => sortNameOf(name.zh ?? name.en ?? name.de ?? '')

export async function insertOrganisation(ctx: Context, trx: Trx, row: OrganisationFields & { id: string; number: string; kind: string; createdBy: string | null }): Promise<void> {
  const { name, ...rest } = row
  await trx
    .insertInto('organisations')
    .values({ ...rest, name: json(name), sortName: sortName(name), vetting: row.kind === 'enterprise' ? 'unvetted' : null, createdAt: ctx.now, updatedAt: ctx.now })
    .execute()
}

/** Writes changed fields where the version still is the one that was edited; answers whether it was. */
export async function updateOrganisation(ctx: Context, trx: Trx, id: string, version: number, changes: Partial<OrganisationFields>): Promise<boolean> {
  const { name, ...rest } = changes
  const done = await trx
    .updateTable('organisations')
    .set((eb) => ({ ...rest, ...(name ? { name: json(name), sortName: sortName(name) } : {}), version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function updateVetting(ctx: Context, trx: Trx, id: string, vetting: { state: string; note: string; by: string | null }): Promise<void> {
  await trx
    .updateTable('organisations')
    .set((eb) => ({ vetting: vetting.state, vettingNote: vetting.note, vettedBy: vetting.by, vettedAt: ctx.now, version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('id', '=', id)
    .execute()
}

export async function markWithdrawn(ctx: Context, trx: Trx, id: string): Promise<void> {
  await trx.updateTable('organisations').set((eb) => ({ withdrawnAt: ctx.now, updatedAt: ctx.now, version: eb('version', '+', 1) })).where('id', '=', id).execute()
}

/** Everybody of the installation may find an organisation. */
export const indexOrganisation = (ctx: Context, trx: Trx, row: { id: string; number: string; name: LocalizedText; shortName: string | null; creditCode: string | null }) =>
  indexThing(ctx, trx, organisationThing, { homeId: row.id, id: row.id, number: row.number, title: row.name, words: [row.shortName, row.creditCode], parties: [row.id, everyone] })
