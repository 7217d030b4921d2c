import crypto from 'node:crypto'
import type { Role } from '@guildhall/contract/identity'
import type { InterfaceLanguage } from '@guildhall/kernel'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { ids } from '../../../platform/database/doors.ts'
import { conflict } from '../../../platform/http/refused.ts'

export type NewPerson = Readonly<{ name: string; email?: string; language?: InterfaceLanguage; phone?: string; passwordHash?: string; demonstration?: boolean; operator?: boolean }>

/** Makes a person, and an account where there is an e-mail address. */
export async function addPerson(ctx: Context, trx: Trx, person: NewPerson): Promise<{ personId: string; accountId: string | undefined }> {
  const personId = newId(ctx)
  await trx.insertInto('people').values({ id: personId, name: person.name, phone: person.phone ?? null, createdAt: ctx.now }).execute()
  if (!person.email) return { personId, accountId: undefined }
  const accountId = newId(ctx)
  const made = await trx
    .insertInto('accounts')
    .values({
      id: accountId, personId, email: person.email.toLowerCase(), passwordHash: person.passwordHash ?? null, language: person.language ?? 'zh-CN', demonstration: person.demonstration ?? false,
      operator: person.operator ?? false, createdAt: ctx.now,
    })
    .onConflict((clash) => clash.constraint('one_account_an_email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw conflict('email-taken', { email: person.email })
  return { personId, accountId }
}

export type NewMembership = Readonly<{ personId: string; organisationId: string; roles: readonly Role[]; departments?: readonly string[]; majors?: readonly string[]; classes?: readonly string[]; position?: string }>

/** Says what a person is at an organisation; said again, it replaces the roles and opens an ended membership. */
export async function setMembership(ctx: Context, trx: Trx, membership: NewMembership): Promise<void> {
  const limits = { departments: ids(membership.departments ?? []), majors: ids(membership.majors ?? []), classes: ids(membership.classes ?? []) }
  const changing = { roles: [...membership.roles], ...limits, position: membership.position ?? null }
  await trx
    .insertInto('memberships')
    .values({ id: newId(ctx), personId: membership.personId, organisationId: membership.organisationId, createdAt: ctx.now, ...changing })
    .onConflict((clash) => clash.constraint('one_membership_a_person_and_organisation').doUpdateSet({ ...changing, endedAt: null }))
    .execute()
}

export type AccountLinkPurpose = 'first-administrator' | 'invitation' | 'new-password'

/** A link that works once, until a day from now unless more days are given. Only its hash is kept; a new one ends the earlier ones of the same purpose and account. */
export async function makeAccountLink(ctx: Context, trx: Trx, purpose: AccountLinkPurpose, accountId: string | null, days = 1): Promise<string> {
  const token = crypto.randomBytes(32).toString('base64url')
  await trx.updateTable('accountLinks').set({ usedAt: ctx.now }).where('purpose', '=', purpose).where((eb) => (accountId ? eb('accountId', '=', accountId) : eb('accountId', 'is', null))).where('usedAt', 'is', null).execute()
  await trx
    .insertInto('accountLinks')
    .values({ id: newId(ctx), tokenHash: crypto.createHash('sha256').update(token).digest(), purpose, accountId, createdAt: ctx.now, endsAt: new Date(Date.parse(ctx.now) + days * 86_400_000).toISOString() })
    .execute()
  return token
}
