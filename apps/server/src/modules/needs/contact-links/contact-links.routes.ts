import { contactLinks } from '@guildhall/contract/needs'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { listContactLinks, makeContactLink, revokeContactLink } from './contact-links.service.ts'

export function mountContactLinks(app: FastifyInstance): void {
  mount(app, contactLinks.list, ({ ctx, query }) => listContactLinks(ctx, query.enterpriseId))
  mount(app, contactLinks.make, ({ ctx, body }) => makeContactLink(ctx, body))
  mount(app, contactLinks.revoke, ({ ctx, params }) => revokeContactLink(ctx, params.id))
}
