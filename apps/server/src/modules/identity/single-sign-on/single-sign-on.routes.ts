import { say } from '@guildhall/words'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../../../platform/context.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { html, plainPage } from '../../../platform/pages/plain-page.ts'
import { setSessionCookie } from '../sessions/sessions.routes.ts'
import { openSession } from '../sessions/sessions.service.ts'
import { createProvider } from './provider.ts'
import { beginSingleSignOn, endSingleSignOn, toOwnPage, type Trouble } from './single-sign-on.service.ts'

const begins = '/api/v1/session/single-sign-on'
const comesBack = `${begins}/callback`
const page = { schema: { hide: true } }

const statusOf = { unknown: 403, 'no-email': 403, unverified: 403, taken: 403, disabled: 403, ended: 400, refused: 400, unreachable: 503 } as const satisfies Record<Trouble['code'], number>

/** The cookie that binds a beginning to this browser. Lax: it must come along when the provider sends the person back. */
const cookieOf = (house: House) => (house.config.publicUrl.startsWith('https:') ? { name: '__Host-gh-sso', secure: true } : { name: 'gh-sso', secure: false })

/** Two addresses that a browser goes to, not a program: they answer redirects and plain pages. Without a provider neither exists. */
export function mountSingleSignOn(app: FastifyInstance, house: House): void {
  const settings = house.config.singleSignOn
  const provider = settings && createProvider(settings)
  const { name, secure } = cookieOf(house)

  app.get(begins, page, async (request, reply) => {
    if (!provider) throw notFound()
    const { returnTo } = request.query as { returnTo?: unknown } // safe: checked on the next line
    const begun = await beginSingleSignOn(request.ctx, provider, { redirectTo: house.config.publicUrl + comesBack, returnTo: toOwnPage(typeof returnTo === 'string' ? returnTo : undefined, house.config.publicUrl) })
    if (!begun) return explain(request, reply, { code: 'unreachable' }, '/')
    reply.setCookie(name, begun.browser, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: begun.seconds })
    return reply.redirect(begun.address, 302)
  })

  app.get(comesBack, page, async (request, reply) => {
    if (!provider) throw notFound()
    const to = new URL(house.config.publicUrl + comesBack + (/\?.*$/.exec(request.url)?.[0] ?? ''))
    const came = await endSingleSignOn(request.ctx, provider, { to, browser: request.cookies[name] })
    reply.clearCookie(name, { path: '/', secure })
    if (!came.ok) return explain(request, reply, came.trouble, came.returnTo)
    setSessionCookie(house, reply, await openSession(request.ctx, came.accountId, 'browser', request.headers['user-agent'] ?? ''))
    return reply.redirect(came.returnTo, 302)
  })
}

/** Says in the reader's language what is wrong and whom to ask; the way on is a link, nothing happens by itself. */
function explain(request: FastifyRequest, reply: FastifyReply, trouble: Trouble, returnTo: string) {
  const { language } = request.ctx.actor
  const title = say('operations.sso-title', {}, language)
  const body = html`<section><h1>${title}</h1><p>${say(`operations.sso-${trouble.code}`, { email: trouble.email ?? '' }, language)}</p>
    <p><a href="${`${begins}?returnTo=${encodeURIComponent(returnTo)}`}">${say('operations.sso-again', {}, language)}</a> · <a href="/sign-in">${say('operations.sso-other', {}, language)}</a></p></section>`
  return reply.code(statusOf[trouble.code]).type('text/html; charset=utf-8').send(plainPage({ language, title, body }))
}
