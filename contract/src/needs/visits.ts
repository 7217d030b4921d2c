import { z } from 'zod'
import { ById, Day, endpoint, Id, LocalizedTextOut, listQuery, Moment, pageOf } from '../http/index.ts'
import { trusts } from './needs.ts'
import { ChosenOccupations, LinkedOccupation } from './posts.ts'

/** Further fields of the reporting table of enterprise visits (访企拓岗), by their meaning. */
const details = z.object({
  majorCode: z.string().max(20).optional(), majorName: z.string().max(80).optional(), majorLevel: z.string().max(40).optional(),
  postsOffered: z.number().int().min(0).max(100_000).optional(), averagePay: z.number().min(0).max(1_000_000).optional(), mainResult: z.string().max(300).optional(),
  internMajorCode: z.string().max(20).optional(), internMajorName: z.string().max(80).optional(), internLevel: z.string().max(40).optional(), internPeople: z.number().int().min(0).max(100_000).optional(), internPay: z.number().min(0).max(1_000_000).optional(),
  jobMajorCode: z.string().max(20).optional(), jobMajorName: z.string().max(80).optional(), jobLevel: z.string().max(40).optional(), jobPeople: z.number().int().min(0).max(100_000).optional(), jobStartingPay: z.number().min(0).max(1_000_000).optional(),
  otherCooperation: z.string().max(1000).optional(),
})

export const Visit = z
  .object({
    id: Id, number: z.string(), enterprise: z.object({ id: Id, name: LocalizedTextOut, creditCode: z.string().nullable() }), onDate: Day, ledBy: z.string(), ledByPosition: z.string().nullable(), receivedBy: z.string().nullable(), receivedByPosition: z.string().nullable(),
    details, needs: z.array(z.object({ id: Id, number: z.string(), text: z.string(), post: z.string().nullable(), occupations: z.array(LinkedOccupation) })), at: Moment, version: z.number().int(), allowed: z.array(z.string()),
  })
  .meta({ id: 'Visit' })
export type Visit = z.infer<typeof Visit>

const fields = { enterpriseId: Id, onDate: Day, ledBy: z.string().trim().min(1).max(80), ledByPosition: z.string().trim().max(80).nullable().optional(), receivedBy: z.string().trim().max(80).nullable().optional(), receivedByPosition: z.string().trim().max(80).nullable().optional(), details: details.default({}) }

export const visits = {
  list: endpoint({ method: 'GET', path: '/api/v1/visits', access: 'session', summary: 'Visits to enterprises', query: listQuery({ sort: ['onDate'], filters: { enterpriseId: Id.optional() } }), answer: pageOf(Visit.omit({ details: true, allowed: true, version: true })) }),
  one: endpoint({ method: 'GET', path: '/api/v1/visits/:id', access: 'session', summary: 'One visit', params: ById, answer: Visit }),
  add: endpoint({
    method: 'POST', path: '/api/v1/visits', access: 'session', summary: 'Record a visit, with the needs that were voiced',
    body: z.object({ ...fields, needs: z.array(z.object({ text: z.string().trim().min(1).max(20_000), post: z.string().trim().max(120).nullable().optional(), trust: z.enum(trusts).default('line-manager'), occupations: ChosenOccupations.optional() })).max(50).default([]) }), answer: Visit, status: 201,
  }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/visits/:id', access: 'session', summary: 'Change a visit', params: ById, body: z.object(fields).partial().omit({ enterpriseId: true }).extend({ version: z.number().int() }), answer: Visit }),
}
