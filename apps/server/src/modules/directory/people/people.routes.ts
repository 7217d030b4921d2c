import { organisations, people, start } from '@guildhall/contract/directory'
import type { FastifyInstance } from 'fastify'
import { mount } from '../../../platform/http/mount.ts'
import { setSessionCookie } from '../../identity/index.ts'
import { inviteFirstPerson } from './first-person.service.ts'
import { getMember, listMembers } from './people.queries.ts'
import { changeMember, endMembership, inviteAgain, invitePerson } from './people.service.ts'
import { beginInstallation, listStartSteps } from './start.service.ts'

export function mountPeople(app: FastifyInstance): void {
  mount(app, people.list, ({ ctx, query }) => listMembers(ctx, query))
  mount(app, people.invite, ({ ctx, body }) => invitePerson(ctx, body))
  mount(app, people.one, ({ ctx, params }) => getMember(ctx, params.id))
  mount(app, people.change, ({ ctx, params, body }) => changeMember(ctx, params.id, body))
  mount(app, people.inviteAgain, ({ ctx, params }) => inviteAgain(ctx, params.id))
  mount(app, people.end, ({ ctx, params }) => endMembership(ctx, params.id))
  mount(app, organisations.firstPerson, ({ ctx, params, body }) => inviteFirstPerson(ctx, params.id, body))
  mount(app, start.steps, ({ ctx }) => listStartSteps(ctx))
  mount(app, start.begin, async ({ ctx, params, body, request, reply }) => {
    const begun = await beginInstallation(ctx, params.token, body, request.headers['user-agent'] ?? '')
    setSessionCookie(ctx.house, reply, begun)
    return begun.session
  })
}
