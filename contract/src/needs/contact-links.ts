import { z } from 'zod'
import { ById, ContentLanguage, Day, Done, endpoint, Id, LocalizedTextOut, Moment } from '../http/index.ts'

/** A personal link of somebody at an enterprise. The address is shown once, when it is made. */
export const ContactLink = z
  .object({ id: Id, enterprise: z.object({ id: Id, name: LocalizedTextOut }), contactName: z.string(), contactEmail: z.string().nullable(), language: ContentLanguage, createdAt: Moment, endsAt: Moment, revokedAt: Moment.nullable(), lastUsedAt: Moment.nullable(), state: z.enum(['open', 'revoked', 'ended']) })
  .meta({ id: 'ContactLink' })
export type ContactLink = z.infer<typeof ContactLink>

export const contactLinks = {
  list: endpoint({ method: 'GET', path: '/api/v1/contact-links', access: 'session', summary: 'Personal links of an enterprise’s people', query: z.object({ enterpriseId: Id.optional() }), answer: z.object({ items: z.array(ContactLink) }) }),
  make: endpoint({
    method: 'POST', path: '/api/v1/contact-links', access: 'session', summary: 'Make a personal link; a new one for the same person ends the old',
    body: z.object({ enterpriseId: Id, contactName: z.string().trim().min(1).max(80), contactEmail: z.email().max(254).nullable().optional(), language: ContentLanguage.default('zh'), until: Day.optional() }),
    answer: z.object({ link: ContactLink, address: z.string(), qr: z.string(), forWeChat: z.string() }), status: 201,
  }),
  revoke: endpoint({ method: 'POST', path: '/api/v1/contact-links/:id/revoke', access: 'session', summary: 'End a personal link at once', params: ById, answer: Done }),
}
