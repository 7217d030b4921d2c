import { organisations } from '@guildhall/contract/directory'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { getOrganisation, listOrganisations, listPeople } from './organisations.queries.ts'
import { addOrganisation, changeOrganisation, vetOrganisation, withdrawOrganisation } from './organisations.service.ts'

export function mountOrganisations(app: FastifyInstance): void {
  mount(app, organisations.list, ({ ctx, query }) => listOrganisations(ctx, query))
  mount(app, organisations.one, ({ ctx, params }) => getOrganisation(ctx, params.id))
  mount(app, organisations.people, ({ ctx, params, query }) => listPeople(ctx, params.id, query))
  mount(app, organisations.add, ({ ctx, body }) => addOrganisation(ctx, body))
  mount(app, organisations.change, ({ ctx, params, body }) => changeOrganisation(ctx, params.id, body))
  mount(app, organisations.vet, ({ ctx, params, body }) => vetOrganisation(ctx, params.id, body))
  mount(app, organisations.withdraw, ({ ctx, params, body }) => withdrawOrganisation(ctx, params.id, body.reason))
}
