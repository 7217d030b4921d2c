import { schoolYears } from '@guildhall/contract/directory'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { addSchoolYear, changeSchoolYear, getSchoolYear, listSchoolYears, listWeeks } from './school-years.service.ts'

export function mountSchoolYears(app: FastifyInstance): void {
  mount(app, schoolYears.list, ({ ctx, query }) => listSchoolYears(ctx, query))
  mount(app, schoolYears.one, ({ ctx, params }) => getSchoolYear(ctx, params.id))
  mount(app, schoolYears.weeks, ({ ctx, params }) => listWeeks(ctx, params.id))
  mount(app, schoolYears.add, ({ ctx, body }) => addSchoolYear(ctx, body))
  mount(app, schoolYears.change, ({ ctx, params, body }) => changeSchoolYear(ctx, params.id, body))
}
