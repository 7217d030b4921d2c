import crypto from 'node:crypto'
import type { Role, Session, sessions } from '@guildhall/contract/identity'
import type { Answer } from '@guildhall/contract/http'
import type { InterfaceLanguage } from '@guildhall/kernel'
import { sql } from 'kysely'
import type { OrganisationKind, PersonActor } from '../../../platform/access/actor.ts'
import { newIdAt } from '../../../platform/clock/clock.ts'
import { type Context, type House, newId } from '../../../platform/context.ts'
import { notAllowed, notFound, Refused, signInFirst } from '../../../platform/http/refused.ts'
import { noId } from '../../../platform/search/find.ts'
import { verifyPassword } from '../accounts/passwords.ts'

const hour = 3_600_000
/** How long a session lives without use, and at most. */
const life = { browser: { idle: 12 * hour, most: 7 * 24 * hour }, token: { idle: 30 * 24 * hour, most: 90 * 24 * hour } } as const
const tries = { perName: 20, perAddress: 100, within: hour }

const sha256 = (text: string) => crypto.createHash('sha256').update(text).digest()
const later = (now: string, milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString()

export type Begun = { session: Session; token: string; endsAt: string }

/** Signs in with e-mail and password. Same answer and time for unknown names; tries are counted per name and per address, nobody is locked out for longer than an hour. */
export async function beginSession(ctx: Context, given: { email: string; password: string; token?: boolean | undefined }, from: { address: string; agent: string }): Promise<Begun> {
  const email = given.email.toLowerCase()
  await countTry(ctx, email, from.address)
  const account = await ctx.house.db.selectFrom('accounts').select(['id', 'passwordHash', 'disabledAt']).where('email', '=', email).executeTakeFirst()
  const right = await verifyPassword(given.password, account?.passwordHash)
  if (!account || !right || account.disabledAt) throw new Refused(401, 'wrong-name-or-password')
  return openSession(ctx, account.id, given.token ? 'token' : 'browser', from.agent)
}

/** Opens a session for an account that has proved itself (password, one-time link, single sign-on). */
export async function openSession(ctx: Context, accountId: string, kind: 'browser' | 'token', agent: string): Promise<Begun> {
  const token = crypto.randomBytes(32).toString('base64url')
  const id = newId(ctx)
  const endsAt = later(ctx.now, life[kind].most)
  const first = (await membershipsOf(ctx.house, accountId))[0]
  await ctx.house.db
    .insertInto('sessions')
    .values({ id, tokenHash: sha256(token), accountId, actingFor: first?.organisationId ?? null, kind, agent: agent.slice(0, 200), startedAt: ctx.now, lastUsedAt: ctx.now, endsAt })
    .execute()
  return { session: await describeSession(ctx, id), token, endsAt }
}

async function countTry(ctx: Context, email: string, address: string): Promise<void> {
  const { db } = ctx.house
  const since = later(ctx.now, -tries.within)
  const name = sha256(email)
  const place = sha256(address)
  const counted = await db
    .selectFrom('signInTries')
    .select([sql<number>`count(*) filter (where name_hash = ${name})::int`.as('byName'), sql<number>`count(*) filter (where address_hash = ${place})::int`.as('byAddress')])
    .where('at', '>', since)
    .where((eb) => eb.or([eb('nameHash', '=', name), eb('addressHash', '=', place)]))
    .executeTakeFirstOrThrow()
  if (counted.byName >= tries.perName || (counted.byAddress >= tries.perAddress && !ctx.house.demonstration)) throw new Refused(429, 'too-many', { params: { seconds: 600 } })
  await db.insertInto('signInTries').values({ id: newIdAt(ctx.now), nameHash: name, addressHash: place, at: ctx.now }).execute()
}

type SessionRow = { sessionId: string; accountId: string; personId: string; name: string; email: string; language: string; operator: boolean; actingFor: string | null; kind: string; lastUsedAt: string; endsAt: string }

const sessionRow = (house: House, by: { token: Buffer } | { id: string }) =>
  house.db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.id', 'sessions.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['sessions.id as sessionId', 'accounts.id as accountId', 'people.id as personId', 'people.name', 'accounts.email', 'accounts.language', 'accounts.operator', 'sessions.actingFor', 'sessions.kind', 'sessions.lastUsedAt', 'sessions.endsAt'])
    .where((eb) => ('token' in by ? eb('sessions.tokenHash', '=', by.token) : eb('sessions.id', '=', by.id)))
    .where('accounts.disabledAt', 'is', null)
    .executeTakeFirst()

type MembershipRow = Session['memberships'][number] & { departments: string[]; majors: string[]; classes: string[] }

const membershipsOf = async (house: House, accountId: string): Promise<MembershipRow[]> => {
  const rows = await house.db
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .innerJoin('accounts', 'accounts.personId', 'memberships.personId')
    .select(['organisations.id as organisationId', 'organisations.name as organisation', 'organisations.kind as organisationKind', 'memberships.roles', 'memberships.departments', 'memberships.majors', 'memberships.classes'])
    .where('accounts.id', '=', accountId)
    .where('memberships.endedAt', 'is', null)
    .where('organisations.withdrawnAt', 'is', null)
    .orderBy('memberships.createdAt')
    .orderBy('memberships.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...row, organisationKind: row.organisationKind as OrganisationKind, roles: row.roles as Role[] })) // safe: both are checked where they are written
}

/** Who holds this token, if anybody; ends nothing, and notes the use at most every five minutes. */
export async function findPersonActor(house: House, token: string, now: string): Promise<PersonActor | undefined> {
  const row = await sessionRow(house, { token: sha256(token) })
  if (!row || !isAlive(row, now)) return undefined
  if (Date.parse(now) - Date.parse(row.lastUsedAt) > 5 * 60_000) await house.db.updateTable('sessions').set({ lastUsedAt: now }).where('id', '=', row.sessionId).execute()
  const memberships = await membershipsOf(house, row.accountId)
  const acting = memberships.find((one) => one.organisationId === row.actingFor) ?? memberships[0]
  return {
    kind: 'person', personId: row.personId, accountId: row.accountId, sessionId: row.sessionId, name: row.name, operator: row.operator, language: row.language as InterfaceLanguage, // safe: written from the list of languages
    organisationId: acting?.organisationId ?? row.personId, organisationKind: acting?.organisationKind ?? 'association', roles: acting?.roles ?? [],
    departments: acting?.departments ?? [], majors: acting?.majors ?? [], classes: acting?.classes ?? [],
  }
}

/** A person as they may act now for an organisation, without a session: for background work that they asked for. Undefined once they may no longer. */
export async function findActingPerson(house: House, asked: { personId: string; organisationId: string }): Promise<PersonActor | undefined> {
  const account = await house.db.selectFrom('accounts').innerJoin('people', 'people.id', 'accounts.personId').select(['accounts.id', 'accounts.language', 'accounts.operator', 'people.name']).where('accounts.personId', '=', asked.personId).where('accounts.disabledAt', 'is', null).executeTakeFirst()
  const acting = account && (await membershipsOf(house, account.id)).find((one) => one.organisationId === asked.organisationId)
  if (!account || !acting) return undefined
  const { organisationId, organisationKind, roles, departments, majors, classes } = acting
  return { kind: 'person', personId: asked.personId, accountId: account.id, sessionId: noId, name: account.name, operator: account.operator, language: account.language as InterfaceLanguage, organisationId, organisationKind, roles, departments, majors, classes } // safe: written from the list of languages
}

const isAlive = (row: SessionRow, now: string) => row.endsAt > now && Date.parse(now) - Date.parse(row.lastUsedAt) < life[row.kind as keyof typeof life].idle

/** The session as its owner sees it. */
export async function describeSession(ctx: Context, sessionId: string): Promise<Session> {
  const row = await sessionRow(ctx.house, { id: sessionId })
  if (!row) throw signInFirst()
  const memberships = (await membershipsOf(ctx.house, row.accountId)).map(({ departments: _d, majors: _m, classes: _c, ...shown }) => shown)
  return {
    personId: row.personId, name: row.name, email: row.email, language: row.language as InterfaceLanguage, operator: row.operator, memberships, // safe: as above
    actingFor: memberships.find((one) => one.organisationId === row.actingFor) ?? memberships[0] ?? null, demonstration: ctx.house.demonstration,
  }
}

const me = (ctx: Context): PersonActor => {
  if (ctx.actor.kind !== 'person') throw signInFirst()
  return ctx.actor
}

export async function actForOrganisation(ctx: Context, organisationId: string): Promise<Session> {
  const actor = me(ctx)
  const mine = (await membershipsOf(ctx.house, actor.accountId)).some((one) => one.organisationId === organisationId)
  if (!mine) throw notAllowed()
  await ctx.house.db.updateTable('sessions').set({ actingFor: organisationId }).where('id', '=', actor.sessionId).execute()
  return describeSession(ctx, actor.sessionId)
}

export async function setLanguage(ctx: Context, language: InterfaceLanguage): Promise<void> {
  await ctx.house.db.updateTable('accounts').set({ language }).where('id', '=', me(ctx).accountId).execute()
}

export async function listOwnSessions(ctx: Context): Promise<Answer<typeof sessions.list>> {
  const actor = me(ctx)
  const rows = await ctx.house.db.selectFrom('sessions').select(['id', 'kind', 'agent', 'startedAt', 'lastUsedAt', 'endsAt']).where('accountId', '=', actor.accountId).where('endsAt', '>', ctx.now).orderBy('lastUsedAt', 'desc').limit(100).execute()
  return { items: rows.map((row) => ({ ...row, kind: row.kind as 'browser' | 'token', current: row.id === actor.sessionId })) } // safe: a CHECK holds the two kinds
}

/** Ends one session of mine; another person's does not exist for me. */
export async function endSession(ctx: Context, id: string): Promise<void> {
  const ended = await ctx.house.db.deleteFrom('sessions').where('id', '=', id).where('accountId', '=', me(ctx).accountId).executeTakeFirst()
  if (!ended.numDeletedRows) throw notFound()
}

export async function endAllSessions(ctx: Context): Promise<void> {
  await ctx.house.db.deleteFrom('sessions').where('accountId', '=', me(ctx).accountId).execute()
}
