import { z } from 'zod'
import { Done, endpoint, LocalizedTextOut, Moment } from '../http/index.ts'
import { Session } from './sessions.ts'

export const accountLinkPurposes = ['first-administrator', 'invitation', 'new-password'] as const
export const accountLinkStates = ['open', 'used', 'expired', 'unknown'] as const

const ByToken = z.object({ token: z.string().min(1).max(100) })

/** What a link that works once is for. Reading it uses nothing up; of an unknown one nothing is said. */
export const AccountLink = z
  .object({ state: z.enum(accountLinkStates), purpose: z.enum(accountLinkPurposes).nullable(), name: z.string().nullable(), email: z.string().nullable(), organisation: LocalizedTextOut.nullable(), endsAt: Moment.nullable() })
  .meta({ id: 'AccountLink' })
export type AccountLink = z.infer<typeof AccountLink>

export const accountLinks = {
  one: endpoint({ method: 'GET', path: '/api/v1/account-links/:token', access: 'public', summary: 'What a one-time link is for, and whether it still works', params: ByToken, answer: AccountLink }),
  use: endpoint({
    method: 'POST', path: '/api/v1/account-links/:token', access: 'public', summary: 'Set the password by an invitation or a renewal link, and sign in',
    params: ByToken, body: z.object({ password: z.string().min(1).max(200) }), answer: Session,
  }),
  renew: endpoint({
    method: 'POST', path: '/api/v1/password-renewals', access: 'public', summary: 'Mail a link for a new password; the answer is the same whether the address is known or not',
    body: z.object({ email: z.email().max(254) }), answer: Done, status: 202,
  }),
}
