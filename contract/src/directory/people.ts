import { z } from 'zod'
import { ById, endpoint, Id, InterfaceLanguage, LocalizedTextSchema, listQuery, Moment, pageOf } from '../http/index.ts'
import { type organisationKinds, type Role, roles, Session } from '../identity/sessions.ts'

/** Which roles a person can have at an organisation of a kind. */
export const rolesOfKind = {
  college: ['administrator', 'office', 'lead', 'teacher', 'class-teacher', 'student'],
  enterprise: ['administrator', 'hr', 'mentor', 'owner'],
  authority: ['administrator', 'supervisor'],
  certifier: ['administrator', 'examiner'],
  association: ['administrator', 'delegate'],
} as const satisfies Record<(typeof organisationKinds)[number], readonly Role[]>

/** `invited`: the account has no password yet, the link waits. */
export const memberStates = ['active', 'invited', 'ended'] as const

const limits = { departments: z.array(Id).max(50).optional(), majors: z.array(Id).max(50).optional(), classes: z.array(Id).max(50).optional() }
const position = z.string().trim().max(80).nullable().optional()
const someRoles = z.array(z.enum(roles)).min(1).max(8)

/** A person at my organisation; `id` is that of the membership. Limits: empty = no limit. */
export const Member = z
  .object({
    id: Id,
    personId: Id,
    name: z.string(),
    email: z.string().nullable(),
    language: InterfaceLanguage.nullable(),
    roles: z.array(z.enum(roles)),
    position: z.string().nullable(),
    departments: z.array(Id),
    majors: z.array(Id),
    classes: z.array(Id),
    state: z.enum(memberStates),
    since: Moment,
    endedAt: Moment.nullable(),
    allowed: z.array(z.string()),
  })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>

export const people = {
  list: endpoint({
    method: 'GET', path: '/api/v1/people', access: 'session', summary: 'People of my organisation, with their roles',
    query: listQuery({ sort: ['name', 'since'], filters: { role: z.enum(roles).optional(), state: z.enum(memberStates).optional() } }), answer: pageOf(Member),
  }),
  invite: endpoint({
    method: 'POST', path: '/api/v1/people', access: 'session', summary: 'Add a person with an account; a link to set the password goes to the address',
    body: z.object({ name: z.string().trim().min(1).max(80), email: z.email().max(254), roles: someRoles, position, language: InterfaceLanguage.optional(), ...limits }), answer: Member, status: 201,
  }),
  one: endpoint({ method: 'GET', path: '/api/v1/memberships/:id', access: 'session', summary: 'One person of my organisation', params: ById, answer: Member }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/memberships/:id', access: 'session', summary: 'Change roles, limits and position of a person', params: ById, body: z.object({ roles: someRoles, position, ...limits }).partial(), answer: Member }),
  inviteAgain: endpoint({ method: 'POST', path: '/api/v1/memberships/:id/invitation', access: 'session', summary: 'Mail the invitation again; the earlier link stops working', params: ById, answer: Member }),
  end: endpoint({ method: 'POST', path: '/api/v1/memberships/:id/end', access: 'session', summary: 'End what a person is here; their sessions for this organisation end at once', params: ById, answer: Member }),
}

/** The steps from an empty installation to the first need, each computed from rows, in the order in which one needs the other: a list of classes names majors and class teachers. */
export const startSteps = ['college', 'campuses', 'school-year', 'people', 'programme', 'classes', 'route', 'link'] as const

export const start = {
  begin: endpoint({
    method: 'POST', path: '/api/v1/welcome/:token', access: 'public', summary: 'The first administrator of an installation: person, account, first college; signs in',
    params: z.object({ token: z.string().min(1).max(100) }),
    body: z.object({ name: z.string().trim().min(1).max(80), email: z.email().max(254), password: z.string().min(1).max(200), language: InterfaceLanguage.optional(), college: LocalizedTextSchema, campus: LocalizedTextSchema }),
    answer: Session,
  }),
  steps: endpoint({
    method: 'GET', path: '/api/v1/start', access: 'session', summary: 'What my organisation has set up, and what comes next',
    answer: z.object({ items: z.array(z.object({ step: z.enum(startSteps), isDone: z.boolean(), url: z.string(), counts: z.record(z.string(), z.number()) })), isFinished: z.boolean(), /** Whether mails leave the house: without a mail server they lie in its outbox. */ sendsMail: z.boolean() }),
  }),
}
