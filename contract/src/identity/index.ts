export { AccountLink, accountLinkPurposes, accountLinks, accountLinkStates } from './account-links.ts'
export { type DemonstrationAccount, roles, type Role, type Session, sessions } from './sessions.ts'
