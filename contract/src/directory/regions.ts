import { z } from 'zod'
import { endpoint, Id, LocalizedTextOut, LocalizedTextSchema, listQuery, pageOf } from '../http/index.ts'

/** A province, city or district; what lies in it lies in those above too. */
export const Region = z.object({ id: Id, parentId: Id.nullable(), code: z.string().nullable(), name: LocalizedTextOut }).meta({ id: 'Region' })
export type Region = z.infer<typeof Region>

export const regions = {
  list: endpoint({ method: 'GET', path: '/api/v1/regions', access: 'session', summary: 'Regions of the installation', query: listQuery({ sort: ['code'], filters: {} }), answer: pageOf(Region).extend({ allowed: z.array(z.string()) }) }),
  add: endpoint({
    method: 'POST', path: '/api/v1/regions', access: 'session', summary: 'Add a region (the operator of the installation)',
    body: z.object({ name: LocalizedTextSchema, code: z.string().trim().min(1).max(20), parentId: Id.nullable().optional() }), answer: Region, status: 201,
  }),
}
