export { type DemonstrationAccount, roles, type Role, type Session, sessions } from './sessions.ts'
