import { z } from 'zod'
import { ById, endpoint, Id, LocalizedTextOut, LocalizedTextSchema, listQuery, pageOf } from '../http/index.ts'

/** A site of a college. */
export const Campus = z.object({ id: Id, name: LocalizedTextOut, address: z.string().nullable(), departments: z.number().int(), allowed: z.array(z.string()) }).meta({ id: 'Campus' })
export type Campus = z.infer<typeof Campus>

const fields = { name: LocalizedTextSchema, address: z.string().trim().max(200).nullable().optional() }

export const campuses = {
  list: endpoint({ method: 'GET', path: '/api/v1/campuses', access: 'session', summary: 'Campuses of my college', query: listQuery({ sort: ['name'], filters: {} }), answer: pageOf(Campus) }),
  add: endpoint({ method: 'POST', path: '/api/v1/campuses', access: 'session', summary: 'Add a campus', body: z.object(fields), answer: Campus, status: 201 }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/campuses/:id', access: 'session', summary: 'Change a campus', params: ById, body: z.object(fields).partial(), answer: Campus }),
}
