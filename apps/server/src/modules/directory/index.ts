import type { FastifyInstance } from 'fastify'
import { mountOrganisations } from './organisations/organisations.routes.ts'

export { addOrganisation, vetOrganisation } from './organisations/organisations.service.ts'
export { organisationThing } from './organisations/organisations.thing.ts'

/** Organisations, people, regions, the calendar, classes. */
export function mountDirectory(app: FastifyInstance): void {
  mountOrganisations(app)
}
