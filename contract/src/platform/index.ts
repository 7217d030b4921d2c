import { z } from 'zod'
import { ById, Day, Done, endpoint, Id, LocalizedTextOut, Moment, pageOf } from '../http/index.ts'

const SearchHit = z.object({ kind: z.string(), id: Id, number: z.string().nullable(), title: LocalizedTextOut, url: z.string() }).meta({ id: 'SearchHit' })

export const search = {
  find: endpoint({
    method: 'GET', path: '/api/v1/search', access: 'session', summary: 'Find things by words, number, pinyin or initials',
    query: z.object({ q: z.string().max(100), kind: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }), answer: z.object({ items: z.array(SearchHit) }),
  }),
}

export const InboxItem = z
  .object({
    id: Id, kind: z.enum(['task', 'notice']), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), url: z.string(), objectKind: z.string().nullable(), objectId: Id.nullable(),
    from: z.object({ id: Id, name: LocalizedTextOut }).nullable(), to: z.object({ id: Id, name: LocalizedTextOut }).nullable(), due: Day.nullable(), at: Moment, readAt: Moment.nullable(), doneAt: Moment.nullable(),
  })
  .meta({ id: 'InboxItem' })
export type InboxItem = z.infer<typeof InboxItem>

export const inbox = {
  list: endpoint({
    method: 'GET', path: '/api/v1/inbox', access: 'session', summary: 'What waits for me (`mine`), what waits for others (`others`), what is done',
    query: z.object({ box: z.enum(['mine', 'others', 'done']).default('mine'), after: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }), answer: pageOf(InboxItem),
  }),
  count: endpoint({ method: 'GET', path: '/api/v1/inbox/count', access: 'session', summary: 'How much waits for me', answer: z.object({ tasks: z.number().int(), unread: z.number().int() }) }),
  read: endpoint({ method: 'POST', path: '/api/v1/inbox/:id/read', access: 'session', summary: 'I have read this notice', params: ById, answer: Done }),
  done: endpoint({ method: 'POST', path: '/api/v1/inbox/:id/done', access: 'session', summary: 'A notice is dealt with', params: ById, answer: Done }),
}

export const Job = z
  .object({
    id: Id, name: z.string(), title: z.record(z.string(), z.union([z.string(), z.number()])), state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']), step: z.string().nullable(), done: z.number().int(),
    total: z.number().int().nullable(), result: z.unknown().nullable(), error: z.string().nullable(), createdAt: Moment, startedAt: Moment.nullable(), endedAt: Moment.nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

export const jobs = {
  list: endpoint({ method: 'GET', path: '/api/v1/jobs', access: 'session', summary: 'Background work of my organisation, newest first', query: z.object({ after: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(100).default(20) }), answer: pageOf(Job) }),
  one: endpoint({ method: 'GET', path: '/api/v1/jobs/:id', access: 'session', summary: 'One piece of background work', params: ById, answer: Job }),
  cancel: endpoint({ method: 'POST', path: '/api/v1/jobs/:id/cancel', access: 'session', summary: 'Cancel; what was taken stays', params: ById, answer: Done }),
}

export const Comment = z
  .object({ id: Id, text: z.string(), anchor: z.object({ start: z.number().int(), end: z.number().int() }).nullable(), person: z.object({ id: Id, name: z.string() }).nullable(), organisation: z.object({ id: Id, name: LocalizedTextOut }).nullable(), at: Moment, mine: z.boolean() })
  .meta({ id: 'Comment' })
export type Comment = z.infer<typeof Comment>
const about = z.object({ kind: z.string().max(40), id: Id })
export const comments = {
  list: endpoint({ method: 'GET', path: '/api/v1/comments', access: 'session', summary: 'Comments on a thing', query: about, answer: z.object({ items: z.array(Comment), readBy: z.array(z.object({ id: Id, name: LocalizedTextOut })) }) }),
  add: endpoint({ method: 'POST', path: '/api/v1/comments', access: 'session', summary: 'Comment on a thing; mentioned people get an inbox line', body: about.extend({ text: z.string().trim().min(1).max(4000), mentions: z.array(Id).max(20).default([]), anchor: z.object({ start: z.number().int(), end: z.number().int() }).nullable().optional() }), answer: Comment, status: 201 }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/comments/:id/withdraw', access: 'session', summary: 'Take my comment back', params: ById, answer: Done }),
}

export const TimelineEntry = z
  .object({ seq: z.number().int(), action: z.string(), at: Moment, person: z.object({ id: Id, name: z.string() }).nullable(), organisation: z.object({ id: Id, name: LocalizedTextOut }).nullable(), byLink: z.boolean(), body: z.record(z.string(), z.unknown()) })
  .meta({ id: 'TimelineEntry' })
export const timeline = {
  list: endpoint({ method: 'GET', path: '/api/v1/timeline', access: 'session', summary: 'What happened to a thing: its kept actions, and whether their chain holds', query: about, answer: z.object({ items: z.array(TimelineEntry), chainHolds: z.boolean() }) }),
}

/** Saved views of a list: a named address, mine or shared in my organisation. */
const SavedView = z.object({ id: Id, list: z.string(), name: z.string(), query: z.string(), shared: z.boolean(), mine: z.boolean() }).meta({ id: 'SavedView' })
export const views = {
  list: endpoint({ method: 'GET', path: '/api/v1/views', access: 'session', summary: 'Saved views of a list', query: z.object({ list: z.string().max(60) }), answer: z.object({ items: z.array(SavedView) }) }),
  save: endpoint({ method: 'POST', path: '/api/v1/views', access: 'session', summary: 'Save a view', body: z.object({ list: z.string().max(60), name: z.string().trim().min(1).max(60), query: z.string().max(2000), shared: z.boolean().default(false) }), answer: SavedView, status: 201 }),
  remove: endpoint({ method: 'DELETE', path: '/api/v1/views/:id', access: 'session', summary: 'Remove a view of mine', params: ById, answer: Done }),
}
