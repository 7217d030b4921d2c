import { sessions } from '@guildhall/contract/identity'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../../../platform/context.ts'
import { done, mount } from '../../../platform/http/mount.ts'
import { listDemonstrationAccounts } from '../accounts/demonstration.ts'
import { actForOrganisation, beginSession, describeSession, endAllSessions, endSession, findPersonActor, listOwnSessions, setLanguage } from './sessions.service.ts'

/** Behind TLS the cookie is bound to this host; over plain http (a trial) a browser would refuse that prefix. */
const cookieOf = (house: House) => (house.config.publicUrl.startsWith('https:') ? { name: '__Host-gh', secure: true } : { name: 'gh', secure: false })

/** The actor behind a cookie or a bearer token. */
export async function findSessionActor(house: House, request: FastifyRequest) {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const token = bearer ?? request.cookies[cookieOf(house).name]
  return token ? findPersonActor(house, token, request.ctx.now) : undefined
}

export function setSessionCookie(house: House, reply: FastifyReply, begun: { token: string; endsAt: string }): void {
  const { name, secure } = cookieOf(house)
  reply.setCookie(name, begun.token, { httpOnly: true, sameSite: 'lax', secure, path: '/', expires: new Date(begun.endsAt) })
}

export function mountSessions(app: FastifyInstance, house: House): void {
  const forget = (reply: FastifyReply) => reply.clearCookie(cookieOf(house).name, { path: '/' })

  mount(app, sessions.begin, async ({ ctx, body, request, reply }) => {
    const begun = await beginSession(ctx, body, { address: request.ip, agent: request.headers['user-agent'] ?? '' })
    if (body.token) return { ...begun.session, token: begun.token }
    setSessionCookie(house, reply, begun)
    return begun.session
  })
  mount(app, sessions.current, async ({ ctx }) => {
    const account = await house.db.selectFrom('accounts').select('id').limit(1).executeTakeFirst()
    const session = ctx.actor.kind === 'person' ? await describeSession(ctx, ctx.actor.sessionId) : null
    return { session, demonstration: house.demonstration, empty: !account, singleSignOn: house.config.singleSignOn !== undefined }
  })
  mount(app, sessions.end, async ({ ctx, reply }) => {
    if (ctx.actor.kind === 'person') await endSession(ctx, ctx.actor.sessionId)
    forget(reply)
    return done
  })
  mount(app, sessions.actFor, async ({ ctx, body }) => actForOrganisation(ctx, body.organisationId))
  mount(app, sessions.setLanguage, async ({ ctx, body }) => {
    await setLanguage(ctx, body.language)
    return done
  })
  mount(app, sessions.list, async ({ ctx }) => listOwnSessions(ctx))
  mount(app, sessions.endOne, async ({ ctx, params }) => {
    await endSession(ctx, params.id)
    return done
  })
  mount(app, sessions.endAll, async ({ ctx, reply }) => {
    await endAllSessions(ctx)
    forget(reply)
    return done
  })
  mount(app, sessions.demonstration, async ({ ctx }) => listDemonstrationAccounts(ctx))
}

