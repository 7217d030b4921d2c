import { classes } from '@guildhall/contract/directory'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { getClass, listClasses } from './classes.queries.ts'
import { addClass, archiveClass, changeClass } from './classes.service.ts'

export function mountClasses(app: FastifyInstance): void {
  mount(app, classes.list, ({ ctx, query }) => listClasses(ctx, query))
  mount(app, classes.one, ({ ctx, params }) => getClass(ctx, params.id))
  mount(app, classes.add, ({ ctx, body }) => addClass(ctx, body))
  mount(app, classes.change, ({ ctx, params, body }) => changeClass(ctx, params.id, body))
  mount(app, classes.archive, ({ ctx, params }) => archiveClass(ctx, params.id))
}
