import { z } from 'zod'
import { ById, Done, endpoint, Id, InterfaceLanguage, LocalizedTextOut, Moment } from '../http/index.ts'

/** What a person is at an organisation. The words are those of the glossary. */
export const roles = [
  'administrator', // of the organisation: people, roles, settings
  'office', // clerk of the cooperation or student office
  'lead', // programme lead
  'teacher',
  'class-teacher',
  'hr', // enterprise: states needs, offers places
  'mentor',
  'owner', // of a small firm
  'supervisor', // authority
  'examiner', // certificate body
  'delegate', // association, chamber, consortium
  'student',
] as const
export type Role = (typeof roles)[number]

export const organisationKinds = ['college', 'enterprise', 'authority', 'certifier', 'association'] as const

const Membership = z
  .object({ organisationId: Id, organisation: LocalizedTextOut, organisationKind: z.enum(organisationKinds), roles: z.array(z.enum(roles)) })
  .meta({ id: 'Membership' })

/** Who is signed in, for whom they act, and what else they may act for. `operator` runs the installation: settings, not records. */
export const Session = z
  .object({
    personId: Id,
    name: z.string(),
    email: z.string(),
    language: InterfaceLanguage,
    operator: z.boolean(),
    actingFor: Membership.nullable(),
    memberships: z.array(Membership),
    demonstration: z.boolean(),
    token: z.string().optional(),
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

const OwnSession = z
  .object({ id: Id, current: z.boolean(), kind: z.enum(['browser', 'token']), agent: z.string(), startedAt: Moment, lastUsedAt: Moment, endsAt: Moment })
  .meta({ id: 'OwnSession' })

const DemonstrationAccount = z.object({ email: z.string(), name: z.string(), role: z.enum(roles), organisation: LocalizedTextOut, organisationKind: z.enum(organisationKinds) }).meta({ id: 'DemonstrationAccount' })
export type DemonstrationAccount = z.infer<typeof DemonstrationAccount>

export const sessions = {
  begin: endpoint({
    method: 'POST', path: '/api/v1/session', access: 'public', summary: 'Sign in with e-mail and password; a cookie, and a bearer token for scripts where asked',
    body: z.object({ email: z.string().trim().max(254), password: z.string().min(1).max(128), token: z.boolean().optional() }), answer: Session,
  }),
  current: endpoint({ method: 'GET', path: '/api/v1/session', access: 'public', summary: 'Who is signed in; null where nobody is', answer: z.object({ session: Session.nullable(), demonstration: z.boolean(), empty: z.boolean(), singleSignOn: z.boolean() }) }),
  end: endpoint({ method: 'DELETE', path: '/api/v1/session', access: 'session', summary: 'Sign out', answer: Done }),
  actFor: endpoint({
    method: 'POST', path: '/api/v1/session/acting-for', access: 'session', summary: 'Act for another organisation that I belong to',
    body: z.object({ organisationId: Id }), answer: Session,
  }),
  setLanguage: endpoint({ method: 'POST', path: '/api/v1/session/language', access: 'session', summary: 'My interface language', body: z.object({ language: InterfaceLanguage }), answer: Done }),
  list: endpoint({ method: 'GET', path: '/api/v1/sessions', access: 'session', summary: 'Where I am signed in', answer: z.object({ items: z.array(OwnSession) }) }),
  endOne: endpoint({ method: 'DELETE', path: '/api/v1/sessions/:id', access: 'session', summary: 'Sign out one of my sessions', params: ById, answer: Done }),
  endAll: endpoint({ method: 'POST', path: '/api/v1/sessions/end-all', access: 'session', summary: 'Sign out everywhere', answer: Done }),
  demonstration: endpoint({ method: 'GET', path: '/api/v1/demonstration/accounts', access: 'public', summary: 'Accounts of the demonstration region; empty in a real installation', answer: z.object({ items: z.array(DemonstrationAccount), password: z.string().nullable() }) }),
}
export type { Membership }
