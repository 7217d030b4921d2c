import { z } from 'zod'
import { ById, endpoint, Id, LocalizedTextOut, LocalizedTextSchema, listQuery, pageOf } from '../http/index.ts'

/** A department of a college, at one of its campuses. */
export const Department = z
  .object({ id: Id, name: LocalizedTextOut, code: z.string().nullable(), campus: z.object({ id: Id, name: LocalizedTextOut }).nullable(), classes: z.number().int(), allowed: z.array(z.string()) })
  .meta({ id: 'Department' })
export type Department = z.infer<typeof Department>

const fields = { name: LocalizedTextSchema, code: z.string().trim().min(1).max(20).nullable().optional(), campusId: Id.nullable().optional() }

export const departments = {
  list: endpoint({ method: 'GET', path: '/api/v1/departments', access: 'session', summary: 'Departments of my college', query: listQuery({ sort: ['code', 'name'], filters: { campusId: Id.optional() } }), answer: pageOf(Department) }),
  add: endpoint({ method: 'POST', path: '/api/v1/departments', access: 'session', summary: 'Add a department', body: z.object(fields), answer: Department, status: 201 }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/departments/:id', access: 'session', summary: 'Change a department', params: ById, body: z.object(fields).partial(), answer: Department }),
}
