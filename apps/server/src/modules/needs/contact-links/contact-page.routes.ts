import crypto from 'node:crypto'
import type { Thread } from '@guildhall/contract/needs'
import { findText, toContentLanguage } from '@guildhall/kernel'
import { findWords, say } from '@guildhall/words'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context, House } from '../../../platform/context.ts'
import { act, hashOf, look, Replayed } from '../../../platform/database/doors.ts'
import { Refused } from '../../../platform/http/refused.ts'
import { html, type Markup, plainPage } from '../../../platform/pages/plain-page.ts'
import { recordAnswer } from '../needs/answers.service.ts'
import { getNeed, listNeeds } from '../needs/needs.queries.ts'
import { recordNeed } from '../needs/needs.service.ts'
import { getThread } from '../needs/threads.queries.ts'
import { findContactLink, noteUse, type OpenLink } from './contact-links.service.ts'
import { writeContactPage } from './contact-page.ts'

type Open = Extract<OpenLink, { state: 'open' }>
type Asked = { Params: { token: string; id?: string }; Body: Record<string, string> }
const page = { schema: { hide: true } }

/**
 * Plain pages of a personal link. Mail scanners open links before people do, so a GET changes nothing; a form carries the key of its
 * intent, so that sending it twice does it once. Refusals come back on the page, with what was typed.
 */
export function mountContactPages(app: FastifyInstance, house: House): void {
  app.get<Asked>('/l/:token', page, (request, reply) => withLink(house, request, reply, async (ctx, link) => show(ctx, link, request, {})))
  app.get<Asked>('/l/:token/needs/:id', page, (request, reply) => withLink(house, request, reply, async (ctx, link) => show(ctx, link, request, { needId: request.params.id })))
  app.post<Asked>('/l/:token/needs', page, (request, reply) =>
    withLink(house, request, reply, async (ctx, link) => {
      const { text = '', post, key } = request.body ?? {}
      try {
        await act(keyed(ctx, key, request), async (trx) => {
          await recordNeed(ctx, trx, { text, post: post?.trim() || null, source: 'link', trust: 'personnel', givenTo: [link.collegeId], contactLinkId: link.actor.linkId })
          await noteUse(ctx, trx, link.actor)
        })
      } catch (error) {
        if (!(error instanceof Replayed)) return show(ctx, link, request, { fault: faultText(ctx, error), draft: text })
      }
      return show(ctx, link, request, { said: 'sent' })
    }),
  )
  app.post<Asked>('/l/:token/answers', page, (request, reply) =>
    withLink(house, request, reply, async (ctx, link) => {
      const { needId = '', outcomeId = '', answer, words, key } = request.body ?? {}
      if (answer !== 'yes' && answer !== 'nearly' && answer !== 'no') return show(ctx, link, request, { needId })
      try {
        await act(keyed(ctx, key, request), async (trx) => {
          await recordAnswer(ctx, trx, needId, { outcomeId, answer, words: words?.trim().slice(0, 1000) || null })
          await noteUse(ctx, trx, link.actor)
        })
      } catch (error) {
        if (!(error instanceof Replayed)) return show(ctx, link, request, { needId, fault: faultText(ctx, error) })
      }
      return show(ctx, link, request, { needId, said: 'answered' })
    }),
  )
}

const keyed = (ctx: Context, key: string | undefined, request: FastifyRequest): Context =>
  key ? { ...ctx, idempotency: { key: key.slice(0, 100), hash: hashOf(`${request.routeOptions.url} ${JSON.stringify(request.body)}`) } } : ctx

const faultText = (ctx: Context, error: unknown): string => {
  if (!(error instanceof Refused)) throw error
  const code = error.faults[0]?.code
  return (code && findWords(`fault.${code}`, {}, ctx.actor.language)) || findWords(`problem.${error.code}`, { ...error.params }, ctx.actor.language) || say('problem.invalid', {}, ctx.actor.language)
}

async function withLink(house: House, request: FastifyRequest<Asked>, reply: FastifyReply, work: (ctx: Context, link: Open) => Promise<string>): Promise<FastifyReply> {
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
  const link = await findContactLink(house, request.params.token, request.ctx.now)
  if (link?.state === 'open') {
    const ctx: Context = { ...request.ctx, actor: link.actor }
    try {
      return reply.send(await work(ctx, link))
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return reply.code(404).send(explain(link.actor.language, 'needs.contact-gone'))
      throw error
    }
  }
  const language = link?.language ?? request.ctx.actor.language
  return reply.code(link ? 410 : 404).send(explain(language, link?.state === 'revoked' ? 'needs.contact-revoked' : link ? 'needs.contact-ended' : 'needs.contact-unknown'))
}

/** An old link explains; it never just fails. */
const explain = (language: Context['actor']['language'], key: 'needs.contact-gone' | 'needs.contact-revoked' | 'needs.contact-ended' | 'needs.contact-unknown') =>
  plainPage({ language, title: say('needs.contact-title', {}, language), body: html`<section><h1>${say('needs.contact-title', {}, language)}</h1><p>${say(key, {}, language)}</p></section>` })

async function show(ctx: Context, link: Open, request: FastifyRequest<Asked>, what: { needId?: string | undefined; said?: 'sent' | 'answered'; fault?: string; draft?: string }): Promise<string> {
  const needs = await listNeeds(ctx, { limit: 100 })
  const given = await look(ctx, (trx) => trx.selectFrom('needReceipts').select('needId').where('homeId', '=', link.collegeId).execute())
  const mine = new Set(given.map((row) => row.needId))
  if (what.needId && !mine.has(what.needId)) throw new Refused(404, 'not-found')
  const open = what.needId ? await getNeed(ctx, what.needId) : undefined
  const written = writeContactPage({
    language: link.actor.language, token: request.params.token, college: link.college, enterprise: link.enterprise, name: link.actor.name, needs: needs.items.filter((one) => mine.has(one.id)), open, formKey: crypto.randomUUID(),
    ...(what.said ? { said: what.said } : {}), ...(what.fault ? { fault: what.fault } : {}), ...(what.draft ? { draft: what.draft } : {}),
  })
  return open ? written.replace('<!--thread-->', threadPart(ctx, await getThread(ctx, open.id)).markup) : written
}

/** What became of the words, in plain steps: outcome, course, decision; a refusal as plainly as an acceptance. */
function threadPart(ctx: Context, thread: Thread): Markup {
  const language = ctx.actor.language
  const w = (key: Parameters<typeof say>[0], params = {}) => say(key, params, language)
  const text = (localized: Parameters<typeof findText>[0]) => findText(localized, toContentLanguage(language))?.text ?? ''
  return html`<section><h2>${w('needs.contact-thread')}</h2><ol class="steps">
    ${thread.outcomes.map((one) => html`<li>${w('needs.step-outcome', { text: text(one.text) })}</li>`)}
    ${thread.units.map((one) => html`<li>${w('needs.step-unit', { unit: one.name, course: text(one.course), cohort: one.cohort })}</li>`)}
    ${thread.proposals.map((one) =>
      one.status === 'adopted'
        ? html`<li>${w('needs.step-adopted', { title: one.title, cohort: one.fromCohort })}${one.reason ? html`<br>${one.reason}` : ''}</li>`
        : one.status === 'refused'
          ? html`<li><span class="no">${w('needs.step-refused', { title: one.title })}</span>${one.reason ? html`<br>${one.reason}` : ''}</li>`
          : html`<li>${w('needs.step-under-way', { title: one.title })}</li>`,
    )}
    ${thread.breaks.map((one) => html`<li class="break">${w(`needs.break-${one.code}`)}</li>`)}
  </ol></section>`
}
