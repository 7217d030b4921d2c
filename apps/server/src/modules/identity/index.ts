import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/context.ts'
import { mountSessions } from './sessions/sessions.routes.ts'
import { mountSingleSignOn } from './single-sign-on/single-sign-on.routes.ts'
import { mountAccountLinks } from './welcome/account-links.routes.ts'

export { addPerson, makeAccountLink, type NewMembership, type NewPerson, setMembership } from './accounts/accounts.service.ts'
export { demonstrationPassword } from './accounts/demonstration.ts'
export { findPasswordFault, hashPassword } from './accounts/passwords.ts'
export { findActingPerson, openSession } from './sessions/sessions.service.ts'
export { findSessionActor, setSessionCookie } from './sessions/sessions.routes.ts'
export { asWelcome, claimAccountLink, demandGoodPassword, describeAccountLink, endInvitation, endSessionsFor, findAccount, inviteAccount } from './welcome/account-links.service.ts'

/** Accounts, sessions, sign-in. */
export function mountIdentity(app: FastifyInstance, house: House): void {
  mountSessions(app, house)
  mountSingleSignOn(app, house)
  mountAccountLinks(app, house)
}
