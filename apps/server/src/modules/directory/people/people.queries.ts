import type { Answer } from '@guildhall/contract/http'
import type { Member, people } from '@guildhall/contract/directory'
import { sql } from 'kysely'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { allowedOf, can } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { asHouse, look } from '../../../platform/database/doors.ts'
import { notAllowed, notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { noId } from '../../../platform/search/find.ts'
import { memberThing } from './people.thing.ts'

export const ownOrganisation = (ctx: Context): string => signatureOf(ctx.actor).organisationId ?? noId

const state = sql<Member['state']>`case when memberships.ended_at is not null then 'ended' when accounts.id is not null and accounts.password_hash is null and accounts.subject is null then 'invited' else 'active' end`

const rows = (trx: Trx) =>
  trx
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .leftJoin('accounts', 'accounts.personId', 'people.id')
    .select([
      'memberships.id', 'memberships.organisationId', 'people.id as personId', 'people.name', 'accounts.email', 'accounts.language', 'memberships.roles', 'memberships.position', 'memberships.departments',
      'memberships.majors', 'memberships.classes', 'memberships.createdAt as since', 'memberships.endedAt', state.as('state'),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

function present(ctx: Context, { organisationId, ...row }: Row): Member {
  const allowed = allowedOf(memberThing.rights, ctx.actor, { organisation: organisationId }).filter((action) => (row.state === 'ended' ? action !== 'end' && action !== 'invite-again' : action !== 'invite-again' || row.state === 'invited'))
  return { ...row, roles: row.roles as Member['roles'], language: row.language as Member['language'], allowed } // safe: both are checked where they are written
}

/** The people of my own organisation, for those who keep its accounts. */
export const listMembers = (ctx: Context, asked: z.output<typeof people.list.query>): Promise<Answer<typeof people.list>> =>
  look(ctx, async (trx) => {
    const organisation = ownOrganisation(ctx)
    if (!can(memberThing.rights, 'read', ctx.actor, { organisation })) throw notAllowed()
    // Whether an account was opened is a column that the application's own role may not read.
    return asHouse(trx, async () => {
      let query = rows(trx).where('memberships.organisationId', '=', organisation)
      if (asked.role) query = query.where(sql<boolean>`${asked.role} = any(memberships.roles)`)
      query = asked.state ? query.where(state, '=', asked.state) : query.where('memberships.endedAt', 'is', null)
      if (asked.q) {
        const like = `%${asked.q.toLowerCase().replace(/[\\%_]/g, (one) => `\\${one}`)}%`
        query = query.where((eb) => eb.or([eb(sql`lower(people.name)`, 'like', like), eb('accounts.email', 'like', like), eb(sql`lower(memberships.position)`, 'like', like)]))
      }
      const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { name: 'people.name', since: 'memberships.createdAt' }, defaultSort: 'name', id: 'memberships.id', keys: (row, sort) => [sort === 'since' ? row.since : row.name, row.id] })
      return { items: page.rows.map((row) => present(ctx, row)), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
    })
  })

/** All who are or were at my organisation and have an address, with what an import compares. */
export const listAddressed = (ctx: Context, trx: Trx) =>
  asHouse(trx, () =>
    trx
      .selectFrom('memberships')
      .innerJoin('people', 'people.id', 'memberships.personId')
      .innerJoin('accounts', 'accounts.personId', 'people.id')
      .select(['memberships.id', 'accounts.email', 'people.name', 'memberships.roles', 'memberships.position', 'memberships.departments', 'memberships.endedAt'])
      .where('memberships.organisationId', '=', ownOrganisation(ctx))
      .execute(),
  )

/** One person of my organisation; to everybody else it does not exist. */
export async function readMember(ctx: Context, trx: Trx, id: string): Promise<Member> {
  const row = await asHouse(trx, () => rows(trx).where('memberships.id', '=', id).where('memberships.organisationId', '=', ownOrganisation(ctx)).executeTakeFirst())
  if (!row || !can(memberThing.rights, 'read', ctx.actor, { organisation: row.organisationId })) throw notFound()
  return present(ctx, row)
}

export const getMember = (ctx: Context, id: string): Promise<Member> => look(ctx, (trx) => readMember(ctx, trx, id))
