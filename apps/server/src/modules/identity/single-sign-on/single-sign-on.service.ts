import crypto from 'node:crypto'
import { type Context, systemContext } from '../../../platform/context.ts'
import { keepAudit } from '../../../platform/actions/actions.ts'
import { act } from '../../../platform/database/doors.ts'
import type { Known, Provider } from './provider.ts'

const minutes = 10
const sha256 = (text: string) => crypto.createHash('sha256').update(text).digest()
const newSecret = () => crypto.randomBytes(32).toString('base64url')

/** Why nobody was signed in. Each has its sentence, `operations.sso-…`. */
export type Trouble = Readonly<{ code: 'unknown' | 'no-email' | 'unverified' | 'taken' | 'disabled' | 'ended' | 'refused' | 'unreachable'; email?: string }>
export type Come = Readonly<{ ok: true; accountId: string; returnTo: string }> | Readonly<{ ok: false; trouble: Trouble; returnTo: string }>

/** A page of ours to go back to: a path and nothing else, whatever was asked for. */
export function toOwnPage(wished: string | undefined, publicUrl: string): string {
  if (!wished || wished.length > 500 || !/^\/(?![/\\])/.test(wished)) return '/'
  const url = URL.parse(wished, publicUrl)
  return url && url.origin === new URL(publicUrl).origin && !url.pathname.startsWith('//') && !url.pathname.startsWith('/api/') ? url.pathname + url.search + url.hash : '/'
}

/**
 * Begins: a row for ten minutes that only the state in the address together with the secret in this browser's cookie finds again.
 * Neither is kept, only a hash of both, so that a copy of the table begins nothing.
 */
export async function beginSingleSignOn(ctx: Context, provider: Provider, asked: { redirectTo: string; returnTo: string }): Promise<{ address: string; browser: string; seconds: number } | undefined> {
  const [state, browser, nonce, verifier] = [newSecret(), newSecret(), newSecret(), newSecret()]
  const address = await provider.addressOf({ redirectTo: asked.redirectTo, state, nonce, verifier })
  if (!address) return undefined
  const { db } = ctx.house
  await db.deleteFrom('singleSignOnStates').where('endsAt', '<', ctx.now).execute()
  await db
    .insertInto('singleSignOnStates')
    .values({ stateHash: sha256(`${state} ${browser}`), verifier, nonce, returnTo: asked.returnTo, endsAt: new Date(Date.parse(ctx.now) + minutes * 60_000).toISOString() })
    .execute()
  return { address, browser, seconds: minutes * 60 }
}

/** Comes back from the provider: each beginning counts once, in the browser that began. */
export async function endSingleSignOn(ctx: Context, provider: Provider, came: { to: URL; browser: string | undefined }): Promise<Come> {
  const state = came.to.searchParams.get('state') ?? ''
  const begun = await ctx.house.db
    .deleteFrom('singleSignOnStates')
    .where('stateHash', '=', sha256(`${state} ${came.browser ?? ''}`))
    .returning(['verifier', 'nonce', 'returnTo', 'endsAt'])
    .executeTakeFirst()
  if (!begun || begun.endsAt <= ctx.now) return { ok: false, trouble: { code: 'ended' }, returnTo: begun?.returnTo ?? '/' }
  const answered = await provider.ask({ cameBackTo: came.to, state, nonce: begun.nonce, verifier: begun.verifier })
  const found = answered.ok ? await findAccount(ctx, answered.known) : { ok: false as const, trouble: { code: answered.reason } }
  return { ...found, returnTo: begun.returnTo }
}

type Found = Readonly<{ ok: true; accountId: string }> | Readonly<{ ok: false; trouble: Trouble }>

/** The account of a known person: by the provider's own name for them, else once by a vouched address. Accounts are never made here. */
async function findAccount(ctx: Context, known: Known): Promise<Found> {
  const { db } = ctx.house
  const tied = await db.selectFrom('accounts').select(['id', 'disabledAt']).where('issuer', '=', known.issuer).where('subject', '=', known.subject).executeTakeFirst()
  if (tied) return tied.disabledAt ? { ok: false, trouble: { code: 'disabled' } } : { ok: true, accountId: tied.id }
  if (!known.email) return { ok: false, trouble: { code: 'no-email' } }
  const email = known.email.slice(0, 254)
  if (!known.emailVerified) return { ok: false, trouble: { code: 'unverified', email } }
  const account = await db.selectFrom('accounts').select(['id', 'personId', 'disabledAt', 'subject']).where('email', '=', email).executeTakeFirst()
  if (!account) return { ok: false, trouble: { code: 'unknown', email } }
  if (account.disabledAt) return { ok: false, trouble: { code: 'disabled' } }
  if (account.subject !== null) return { ok: false, trouble: { code: 'taken', email } }
  const tiedNow = await tieAccount(ctx, account, known)
  return tiedNow ? { ok: true, accountId: account.id } : { ok: false, trouble: { code: 'taken', email } }
}

/** Ties an account to the provider's person, once, and says so in the audit of that person. */
const tieAccount = (ctx: Context, account: { id: string; personId: string }, known: Known): Promise<boolean> => {
  const house = { ...systemContext(ctx.house, ctx.requestId), now: ctx.now }
  return act(house, async (trx) => {
    const done = await trx.updateTable('accounts').set({ issuer: known.issuer, subject: known.subject }).where('id', '=', account.id).where('subject', 'is', null).executeTakeFirst()
    if (!done.numUpdatedRows) return false
    await keepAudit(house, trx, { homeId: account.personId, action: 'tied-to-single-sign-on', kind: 'account', id: account.id, detail: { issuer: known.issuer, subject: known.subject } })
    return true
  })
}
