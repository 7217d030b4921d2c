import { z } from 'zod'
import { ById, endpoint, Id, LocalizedTextOut, listQuery, Moment, pageOf } from '../http/index.ts'

const named = z.object({ id: Id, name: LocalizedTextOut })

/** A class of learners: cohort, major, department, class teacher. `learners`: those enrolled or on leave. */
export const Class = z
  .object({
    id: Id, name: z.string(), cohort: z.number().int(), major: named.nullable(), department: named.nullable(), teacher: z.object({ id: Id, name: z.string() }).nullable(),
    learners: z.number().int(), archivedAt: Moment.nullable(), allowed: z.array(z.string()),
  })
  .meta({ id: 'Class' })
export type Class = z.infer<typeof Class>

const fields = { name: z.string().trim().min(1).max(60), cohort: z.number().int().min(1990).max(2100), majorId: Id.nullable().optional(), departmentId: Id.nullable().optional(), teacherId: Id.nullable().optional() }

export const classes = {
  list: endpoint({
    method: 'GET', path: '/api/v1/classes', access: 'session', summary: 'Classes of my college',
    query: listQuery({ sort: ['name', 'cohort'], filters: { cohort: z.coerce.number().int().optional(), majorId: Id.optional(), departmentId: Id.optional(), archived: z.enum(['yes', 'no']).optional(), mine: z.enum(['yes']).optional() } }), answer: pageOf(Class),
  }),
  one: endpoint({ method: 'GET', path: '/api/v1/classes/:id', access: 'session', summary: 'One class', params: ById, answer: Class }),
  add: endpoint({ method: 'POST', path: '/api/v1/classes', access: 'session', summary: 'Add a class', body: z.object(fields), answer: Class, status: 201 }),
  change: endpoint({ method: 'PATCH', path: '/api/v1/classes/:id', access: 'session', summary: 'Change a class', params: ById, body: z.object(fields).partial(), answer: Class }),
  archive: endpoint({ method: 'POST', path: '/api/v1/classes/:id/archive', access: 'session', summary: 'Archive a class that has ended; refused while learners are in it', params: ById, answer: Class }),
}
