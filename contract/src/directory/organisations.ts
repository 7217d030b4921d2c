import { z } from 'zod'
import { roles } from '../identity/sessions.ts'
import { ById, Done, endpoint, Id, InterfaceLanguage, LocalizedTextOut, LocalizedTextSchema, listQuery, Moment, pageOf } from '../http/index.ts'

export const organisationKinds = ['college', 'enterprise', 'authority', 'certifier', 'association'] as const
/** Who runs a college, or what kind of association it is. */
export const providerKinds = ['public', 'private', 'enterprise-run', 'mixed-ownership', 'chamber', 'consortium', 'trade-association'] as const
/** Size of an enterprise by people. */
export const sizes = ['micro', 'small', 'medium', 'large'] as const
/** Vetting of an enterprise: done once by one college, seen by all. */
export const vettingStates = ['unvetted', 'vetted', 'refused', 'suspended'] as const

const fields = {
  kind: z.enum(organisationKinds),
  name: LocalizedTextSchema,
  shortName: z.string().trim().max(40).nullable().optional(),
  /** Unified social credit code (GB 32100-2015), 18 characters; checked by its check character. */
  creditCode: z.string().trim().max(30).nullable().optional(),
  providerKind: z.enum(providerKinds).nullable().optional(),
  size: z.enum(sizes).nullable().optional(),
  industry: z.string().trim().max(80).nullable().optional(),
  regionId: Id.nullable().optional(),
  address: z.string().trim().max(200).nullable().optional(),
  website: z.url().max(200).nullable().optional(),
  phone: z.string().trim().max(40).nullable().optional(),
}

export const OrganisationRow = z
  .object({
    id: Id,
    number: z.string(),
    kind: z.enum(organisationKinds),
    name: LocalizedTextOut,
    shortName: z.string().nullable(),
    creditCode: z.string().nullable(),
    providerKind: z.enum(providerKinds).nullable(),
    size: z.enum(sizes).nullable(),
    industry: z.string().nullable(),
    region: z.object({ id: Id, name: LocalizedTextOut }).nullable(),
    vetting: z.enum(vettingStates).nullable(),
  })
  .meta({ id: 'OrganisationRow' })
export type OrganisationRow = z.infer<typeof OrganisationRow>

export const Organisation = OrganisationRow.extend({
  address: z.string().nullable(),
  website: z.string().nullable(),
  phone: z.string().nullable(),
  vettedBy: z.object({ id: Id, name: LocalizedTextOut }).nullable(),
  vettedAt: Moment.nullable(),
  vettingNote: z.string().nullable(),
  version: z.number().int(),
  updatedAt: Moment,
  /** Who was invited as the first person has not come yet: the invitation may be put right. Told to whom may invite, false to everybody else. */
  awaitsFirst: z.boolean(),
  /** What the reader may do here; buttons are drawn from it. */
  allowed: z.array(z.string()),
}).meta({ id: 'Organisation' })
export type Organisation = z.infer<typeof Organisation>

export const OrganisationPerson = z
  .object({ id: Id, name: z.string(), roles: z.array(z.enum(roles)), position: z.string().nullable(), email: z.string().nullable(), language: z.string().nullable(), departments: z.array(Id), majors: z.array(Id), classes: z.array(Id), endedAt: Moment.nullable() })
  .meta({ id: 'OrganisationPerson' })
export type OrganisationPerson = z.infer<typeof OrganisationPerson>

export const organisations = {
  people: endpoint({
    method: 'GET', path: '/api/v1/organisations/:id/people', access: 'session', summary: 'People of my own organisation',
    params: ById, query: listQuery({ sort: ['name'], filters: { ended: z.enum(['yes', 'no']).optional() } }), answer: pageOf(OrganisationPerson),
  }),
  list: endpoint({
    method: 'GET', path: '/api/v1/organisations', access: 'session', summary: 'Organisations of the installation',
    query: listQuery({ sort: ['name', 'number', 'updatedAt'], filters: { kind: z.enum(organisationKinds).optional(), regionId: Id.optional(), vetting: z.enum(vettingStates).optional(), size: z.enum(sizes).optional() } }),
    answer: pageOf(OrganisationRow),
  }),
  one: endpoint({ method: 'GET', path: '/api/v1/organisations/:id', access: 'session', summary: 'One organisation', params: ById, answer: Organisation }),
  add: endpoint({ method: 'POST', path: '/api/v1/organisations', access: 'session', summary: 'Add an organisation', body: z.object(fields), answer: Organisation, status: 201 }),
  change: endpoint({
    method: 'PATCH', path: '/api/v1/organisations/:id', access: 'session', summary: 'Change an organisation',
    params: ById, body: z.object(fields).partial().omit({ kind: true }).extend({ version: z.number().int() }), answer: Organisation,
  }),
  vet: endpoint({
    method: 'POST', path: '/api/v1/organisations/:id/vetting', access: 'session', summary: 'Vet an enterprise, once for all colleges',
    params: ById, body: z.object({ state: z.enum(['vetted', 'refused', 'suspended']), note: z.string().trim().min(1).max(2000) }), answer: Organisation,
  }),
  firstPerson: endpoint({
    method: 'POST', path: '/api/v1/organisations/:id/first-person', access: 'session', summary: 'Invite the first person of an organisation where nobody has come yet, also in the place of an invitation that nobody opened; from then on it keeps its people itself', params: ById,
    body: z.object({ name: z.string().trim().min(1).max(80), email: z.email().max(254), language: InterfaceLanguage.optional() }), answer: Organisation,
  }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/organisations/:id/withdraw', access: 'session', summary: 'Withdraw an organisation that was entered by mistake', params: ById, body: z.object({ reason: z.string().trim().min(1).max(500) }), answer: Done }),
}
