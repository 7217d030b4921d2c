import type { Answer } from '@guildhall/contract/http'
import type { Organisation, OrganisationPerson, OrganisationRow, organisations } from '@guildhall/contract/directory'
import { sql } from 'kysely'
import type { z } from 'zod'
import { allowedOf } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { asHouse, look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { findIds, noId } from '../../../platform/search/find.ts'
import { organisationThing } from './organisations.thing.ts'

type Asked = z.output<typeof organisations.list.query>

const rows = (trx: Trx) =>
  trx
    .selectFrom('organisations')
    .leftJoin('regions', 'regions.id', 'organisations.regionId')
    .where('organisations.withdrawnAt', 'is', null)
    .select([
      'organisations.id', 'organisations.number', 'organisations.kind', 'organisations.name', 'organisations.sortName', 'organisations.shortName', 'organisations.creditCode', 'organisations.providerKind',
      'organisations.size', 'organisations.industry', 'organisations.vetting', 'organisations.updatedAt', 'regions.id as regionId', 'regions.name as regionName',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const present = (row: Row): OrganisationRow =>
  ({
    id: row.id, number: row.number, kind: row.kind, name: row.name, shortName: row.shortName, creditCode: row.creditCode, providerKind: row.providerKind, size: row.size, industry: row.industry,
    region: row.regionId && row.regionName ? { id: row.regionId, name: row.regionName } : null, vetting: row.vetting,
  }) as OrganisationRow // safe: CHECKs hold the value lists, and the gate compares each answer with the schema

export async function listOrganisations(ctx: Context, asked: Asked): Promise<Answer<typeof organisations.list>> {
  const narrowed = await findIds(ctx, asked.q, organisationThing.kind)
  return look(ctx, async (trx) => {
    let query = rows(trx)
    if (asked.kind) query = query.where('organisations.kind', '=', asked.kind)
    if (asked.vetting) query = query.where('organisations.vetting', '=', asked.vetting)
    if (asked.size) query = query.where('organisations.size', '=', asked.size)
    // A region means all below it too; ancestors stand in the row, so no recursion.
    if (asked.regionId) query = query.where((eb) => eb.or([eb('organisations.regionId', '=', asked.regionId!), eb(sql`${asked.regionId}::uuid`, '=', sql`any(regions.ancestors)`)]))
    if (narrowed) query = query.where('organisations.id', 'in', narrowed.length ? narrowed : [noId])
    const page = await pageOfQuery(ctx, trx, asked, {
      query, sorts: { name: 'organisations.sortName', number: 'organisations.number', updatedAt: 'organisations.updatedAt' }, defaultSort: 'name', id: 'organisations.id',
      keys: (row, sort) => [sort === 'name' ? row.sortName : sort === 'number' ? row.number : row.updatedAt, row.id],
    })
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
}

/** One organisation as its page needs it, with what the reader may do. */
export async function readOrganisation(ctx: Context, trx: Trx, id: string): Promise<Organisation> {
  const row = await rows(trx)
    .leftJoin('organisations as vetters', 'vetters.id', 'organisations.vettedBy')
    .select(['organisations.address', 'organisations.website', 'organisations.phone', 'organisations.vettedAt', 'organisations.vettingNote', 'organisations.version', 'organisations.createdBy', 'vetters.id as vetterId', 'vetters.name as vetterName'])
    .where('organisations.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const presence = await presenceAt(trx, id)
  const allowed = allowedOf(organisationThing.rights, ctx.actor, { self: row.id, keeper: row.createdBy }).filter((action) => fits(action, row.kind, presence !== 'here', ctx))
  return {
    ...present(row), address: row.address, website: row.website, phone: row.phone, vettedBy: row.vetterId && row.vetterName ? { id: row.vetterId, name: row.vetterName } : null,
    vettedAt: row.vettedAt, vettingNote: row.vettingNote, version: row.version, updatedAt: row.updatedAt, awaitsFirst: presence === 'invited' && allowed.includes('invite-first'), allowed,
  }
}

/** Only enterprises are vetted; nobody is offered to withdraw an organisation that people work in, least of all their own. The first person is invited where nobody has come yet: by a college for an enterprise, by who runs the installation for all kinds. */
function fits(action: string, kind: string, isOpen: boolean, ctx: Context): boolean {
  if (action === 'vet') return kind === 'enterprise'
  if (action === 'withdraw') return isOpen
  if (action === 'invite-first') return isOpen && (kind === 'enterprise' || (ctx.actor.kind === 'person' && ctx.actor.operator))
  return true
}

/**
 * Whether anybody belongs to an organisation; who they are is its own business. `invited`: all of them have an account that nobody ever opened,
 * as where the address of the first person was mistyped.
 */
export const presenceAt = (trx: Trx, id: string): Promise<'nobody' | 'invited' | 'here'> =>
  asHouse(trx, async () => {
    const members = await trx
      .selectFrom('memberships')
      .leftJoin('accounts', 'accounts.personId', 'memberships.personId')
      .select((eb) => eb.and([eb('accounts.id', 'is not', null), eb('accounts.passwordHash', 'is', null), eb('accounts.subject', 'is', null)]).as('isUnopened'))
      .where('organisationId', '=', id)
      .where('endedAt', 'is', null)
      .execute()
    if (members.length === 0) return 'nobody'
    return members.every((one) => one.isUnopened) ? 'invited' : 'here'
  })

export const getOrganisation = (ctx: Context, id: string): Promise<Organisation> => look(ctx, (trx) => readOrganisation(ctx, trx, id))

/** The people of an organisation, for those who belong to it. To everybody else they do not exist. */
export const listPeople = (ctx: Context, id: string, asked: z.output<typeof organisations.people.query>): Promise<Answer<typeof organisations.people>> =>
  look(ctx, async (trx) => {
    if (ctx.actor.kind !== 'person' || ctx.actor.organisationId !== id) throw notFound()
    let query = trx
      .selectFrom('memberships')
      .innerJoin('people', 'people.id', 'memberships.personId')
      .leftJoin('accounts', 'accounts.personId', 'people.id')
      .select(['people.id', 'people.name', 'memberships.roles', 'memberships.position', 'accounts.email', 'accounts.language', 'memberships.departments', 'memberships.majors', 'memberships.classes', 'memberships.endedAt'])
      .where('memberships.organisationId', '=', id)
      .where('memberships.endedAt', asked.ended === 'yes' ? 'is not' : 'is', null)
    if (asked.q) query = query.where('people.name', 'like', `%${asked.q.replace(/[\\%_]/g, (one) => `\\${one}`)}%`)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { name: 'people.name' }, defaultSort: 'name', id: 'people.id', keys: (row) => [row.name, row.id] })
    return { items: page.rows.map((row) => ({ ...row, roles: row.roles as OrganisationPerson['roles'] })), next: page.next, count: page.count, more: page.more, asOf: page.asOf } // safe: roles are checked where they are written
  })
