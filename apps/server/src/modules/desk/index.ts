import { search } from '@guildhall/contract/platform'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/context.ts'
import { mount } from '../../platform/http/mount.ts'
import { find } from '../../platform/search/find.ts'
import { mountComments } from './comments.ts'
import { mountInbox } from './inbox.ts'
import { mountJobs } from './jobs.ts'
import { mountLive } from './live.ts'
import { mountTimeline } from './timeline.ts'
import { mountViews } from './views.ts'

/** The desk of everybody who works here: search, inbox, background work, comments, timeline, saved views, live updates. */
export function mountDesk(app: FastifyInstance, house: House): void {
  mount(app, search.find, async ({ ctx, query }) => ({ items: (await find(ctx, query.q, { limit: query.limit, ...(query.kind ? { kinds: [query.kind] } : {}) })).slice() }))
  mountInbox(app)
  mountJobs(app)
  mountComments(app)
  mountTimeline(app)
  mountViews(app)
  mountLive(app, house)
}
