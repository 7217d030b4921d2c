import { campuses, departments } from '@guildhall/contract/directory'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { addCampus, changeCampus, listCampuses } from './campuses.service.ts'
import { addDepartment, changeDepartment, listDepartments } from './departments.service.ts'

export function mountDepartments(app: FastifyInstance): void {
  mount(app, campuses.list, ({ ctx, query }) => listCampuses(ctx, query))
  mount(app, campuses.add, ({ ctx, body }) => addCampus(ctx, body))
  mount(app, campuses.change, ({ ctx, params, body }) => changeCampus(ctx, params.id, body))
  mount(app, departments.list, ({ ctx, query }) => listDepartments(ctx, query))
  mount(app, departments.add, ({ ctx, body }) => addDepartment(ctx, body))
  mount(app, departments.change, ({ ctx, params, body }) => changeDepartment(ctx, params.id, body))
}
