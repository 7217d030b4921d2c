import { accountLinks } from '@guildhall/contract/identity'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../../platform/context.ts'
import { mount } from '../../../platform/http/mount.ts'
import { setSessionCookie } from '../sessions/sessions.routes.ts'
import { askNewPassword, describeAccountLink, useAccountLink } from './account-links.service.ts'

export function mountAccountLinks(app: FastifyInstance, house: House): void {
  mount(app, accountLinks.one, ({ ctx, params }) => describeAccountLink(ctx, params.token))
  mount(app, accountLinks.use, async ({ ctx, params, body, request, reply }) => {
    const begun = await useAccountLink(ctx, params.token, body, request.headers['user-agent'] ?? '')
    setSessionCookie(house, reply, begun)
    return begun.session
  })
  mount(app, accountLinks.renew, ({ ctx, body, request }) => askNewPassword(ctx, body.email, request.ip))
}
