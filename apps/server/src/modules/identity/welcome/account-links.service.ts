import crypto from 'node:crypto'
import type { AccountLink, accountLinks } from '@guildhall/contract/identity'
import type { InterfaceLanguage } from '@guildhall/kernel'
import { say } from '@guildhall/words'
import type { z } from 'zod'
import { keepAction } from '../../../platform/actions/actions.ts'
import { newIdAt } from '../../../platform/clock/clock.ts'
import { type Context, systemContext } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, asHouse } from '../../../platform/database/doors.ts'
import { conflict, fault, notFound, Refused } from '../../../platform/http/refused.ts'
import { postMail } from '../../../platform/mail/mail.ts'
import { type AccountLinkPurpose, makeAccountLink } from '../accounts/accounts.service.ts'
import { findPasswordFault, hashPassword } from '../accounts/passwords.ts'
import { type Begun, openSession } from '../sessions/sessions.service.ts'

const sha256 = (text: string) => crypto.createHash('sha256').update(text).digest()
const hour = 3_600_000
/** Renewals asked for within an hour: by one address of mail, and from one place. */
const most = { perName: 3, perPlace: 30 }

/** Whoever comes by a one-time link is nobody yet: the house acts for them. */
export const asWelcome = (ctx: Context): Context => ({ ...systemContext(ctx.house, ctx.requestId), now: ctx.now })

type LinkRow = { id: string; purpose: string; accountId: string | null; endsAt: string; usedAt: string | null }

const findLink = (trx: Trx, token: string): Promise<LinkRow | undefined> =>
  trx.selectFrom('accountLinks').select(['id', 'purpose', 'accountId', 'endsAt', 'usedAt']).where('tokenHash', '=', sha256(token)).executeTakeFirst()

const stateOf = (row: LinkRow, now: string) => (row.usedAt ? 'used' : row.endsAt <= now ? 'expired' : 'open')

/** What a link is for. Reading uses nothing up; the name is told only while the link works. */
export const describeAccountLink = (ctx: Context, token: string): Promise<AccountLink> =>
  act(asWelcome(ctx), async (trx) => {
    const row = await findLink(trx, token)
    if (!row) return { state: 'unknown', purpose: null, name: null, email: null, organisation: null, endsAt: null }
    const state = stateOf(row, ctx.now)
    const account = state === 'open' && row.accountId ? await accountOf(trx, row.accountId) : undefined
    return { state, purpose: row.purpose as AccountLinkPurpose, name: account?.name ?? null, email: account?.email ?? null, organisation: account?.organisation ?? null, endsAt: row.endsAt } // safe: a CHECK holds the purposes
  })

const accountOf = (trx: Trx, id: string) =>
  trx
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .leftJoin('memberships', (join) => join.onRef('memberships.personId', '=', 'people.id').on('memberships.endedAt', 'is', null))
    .leftJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .select(['accounts.id', 'accounts.personId', 'accounts.email', 'accounts.disabledAt', 'people.name', 'organisations.name as organisation'])
    .where('accounts.id', '=', id)
    .orderBy('memberships.createdAt', 'desc')
    .executeTakeFirst()

/** Uses a link up, once: two who send it at the same moment do not both get in. */
export async function claimAccountLink(ctx: Context, trx: Trx, token: string, purposes: readonly AccountLinkPurpose[]): Promise<{ accountId: string | null }> {
  const row = await findLink(trx, token)
  if (!row || !purposes.some((one) => one === row.purpose)) throw notFound()
  const state = stateOf(row, ctx.now)
  if (state !== 'open') throw conflict(`link-${state}`)
  const claimed = await trx.updateTable('accountLinks').set({ usedAt: ctx.now }).where('id', '=', row.id).where('usedAt', 'is', null).executeTakeFirst()
  if (!claimed.numUpdatedRows) throw conflict('link-used')
  return { accountId: row.accountId }
}

/** Refuses a password that cannot be taken, at its field; the link stays open. */
export function demandGoodPassword(password: string, own: readonly string[]): void {
  const wrong = findPasswordFault(password, own)
  if (wrong) throw fault('/password', wrong, wrong === 'too_big' ? { maximum: 128 } : {})
}

/** Sets the password by an invitation or a renewal, ends every earlier session of the account, and signs in. */
export async function useAccountLink(ctx: Context, token: string, given: z.output<typeof accountLinks.use.body>, agent: string): Promise<Begun> {
  const house = asWelcome(ctx)
  // Hashing takes a while and needs no lock: it is done before the transaction, and thrown away if the link does not hold.
  const shown = await describeAccountLink(ctx, token)
  if (shown.state === 'open') demandGoodPassword(given.password, [shown.email?.split('@')[0] ?? '', shown.name ?? ''])
  const passwordHash = shown.state === 'open' ? await hashPassword(given.password) : ''
  const accountId = await act(house, async (trx) => {
    const claimed = await claimAccountLink(house, trx, token, ['invitation', 'new-password'])
    const account = claimed.accountId ? await accountOf(trx, claimed.accountId) : undefined
    if (!account || account.disabledAt) throw notFound()
    await trx.updateTable('accounts').set({ passwordHash }).where('id', '=', account.id).execute()
    await trx.deleteFrom('sessions').where('accountId', '=', account.id).execute()
    await keepAction(house, trx, { homeId: account.personId, kind: 'account', id: account.id, action: 'password-set', parties: [account.personId] })
    return account.id
  })
  return openSession(ctx, accountId, 'browser', agent)
}

/** Mails a link for a new password. Nobody learns from the answer whether there is such an account. */
export const askNewPassword = (ctx: Context, email: string, address: string): Promise<{ ok: true }> =>
  act(asWelcome(ctx), async (trx) => {
    const name = email.toLowerCase()
    await countRenewal(ctx, name, address)
    const account = await trx
      .selectFrom('accounts')
      .innerJoin('people', 'people.id', 'accounts.personId')
      .select(['accounts.id', 'accounts.language', 'accounts.email', 'people.name'])
      .where('accounts.email', '=', name)
      .where('accounts.disabledAt', 'is', null)
      .executeTakeFirst()
    if (account) {
      const token = await makeAccountLink(ctx, trx, 'new-password', account.id)
      await mailLink(ctx, trx, { ...account, language: account.language as InterfaceLanguage }, 'new-password', token, '') // safe: written from the list of languages
    }
    return { ok: true }
  })

/** Counted outside the transaction of the act: a refused try counts too. */
async function countRenewal(ctx: Context, email: string, address: string): Promise<void> {
  const { db } = ctx.house
  const [nameHash, addressHash] = [sha256(`renewal ${email}`), sha256(`renewal from ${address}`)]
  const since = new Date(Date.parse(ctx.now) - hour).toISOString()
  const [byName, byPlace] = await Promise.all([
    db.selectFrom('signInTries').select((eb) => eb.fn.countAll<number>().as('n')).where('nameHash', '=', nameHash).where('at', '>', since).executeTakeFirstOrThrow(),
    db.selectFrom('signInTries').select((eb) => eb.fn.countAll<number>().as('n')).where('addressHash', '=', addressHash).where('at', '>', since).executeTakeFirstOrThrow(),
  ])
  if (Number(byName.n) >= most.perName || Number(byPlace.n) >= most.perPlace) throw new Refused(429, 'too-many', { params: { seconds: 600 } })
  await db.insertInto('signInTries').values({ id: newIdAt(ctx.now), nameHash, addressHash, at: ctx.now }).execute()
}

type Addressee = { id: string; email: string; name: string; language: InterfaceLanguage }

async function mailLink(ctx: Context, trx: Trx, to: Addressee, purpose: 'invitation' | 'new-password', token: string, organisation: string): Promise<void> {
  const { language } = to
  const params = { name: to.name, organisation, address: `${ctx.house.config.publicUrl}/welcome/${token}` }
  await postMail(ctx, trx, { to: to.email, language, subject: say(`college.mail-${purpose}-subject`, params, language), body: say(`college.mail-${purpose}-body`, params, language), effectKey: `account-link:${sha256(token).toString('hex')}` })
}

/** Mails an invitation that works for a week; an earlier one stops working. */
export const inviteAccount = (ctx: Context, trx: Trx, to: Addressee, organisation: string): Promise<void> =>
  asHouse(trx, async () => mailLink(ctx, trx, to, 'invitation', await makeAccountLink(ctx, trx, 'invitation', to.id, 7), organisation))

/** The mailed invitation of a person opens nothing any more. */
export const endInvitation = (ctx: Context, trx: Trx, personId: string): Promise<void> =>
  asHouse(trx, async () => {
    await trx
      .updateTable('accountLinks')
      .set({ usedAt: ctx.now })
      .where('purpose', '=', 'invitation')
      .where('usedAt', 'is', null)
      .where('accountId', 'in', (eb) => eb.selectFrom('accounts').select('id').where('personId', '=', personId))
      .execute()
  })

/** Ends the sessions in which a person acts for an organisation; the other organisations of that person are not touched. */
export const endSessionsFor = (trx: Trx, personId: string, organisationId: string): Promise<void> =>
  asHouse(trx, async () => {
    await trx
      .deleteFrom('sessions')
      .where('accountId', 'in', (eb) => eb.selectFrom('accounts').select('id').where('personId', '=', personId))
      .where((eb) => eb.or([eb('actingFor', '=', organisationId), eb('actingFor', 'is', null)]))
      .execute()
  })

/** An account that nobody has opened yet: no password, no single sign-on. */
export const findAccount = (trx: Trx, by: { email: string } | { personId: string }) =>
  asHouse(trx, () =>
    trx
      .selectFrom('accounts')
      .innerJoin('people', 'people.id', 'accounts.personId')
      .select(['accounts.id', 'accounts.personId', 'accounts.email', 'accounts.language', 'accounts.disabledAt', 'people.name'])
      .select((eb) => eb.and([eb('accounts.passwordHash', 'is', null), eb('accounts.subject', 'is', null)]).as('isUnopened'))
      .where((eb) => ('email' in by ? eb('accounts.email', '=', by.email.toLowerCase()) : eb('accounts.personId', '=', by.personId)))
      .executeTakeFirst(),
  )
export type { Addressee }
