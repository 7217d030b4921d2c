import crypto from 'node:crypto'
import type { Answer } from '@guildhall/contract/http'
import type { ContactLink, contactLinks } from '@guildhall/contract/needs'
import { say } from '@guildhall/words'
import type { z } from 'zod'
import { type LinkActor, signatureOf } from '../../../platform/access/actor.ts'
import { can, type Rights } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, type House, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, look } from '../../../platform/database/doors.ts'
import { fault, notAllowed, notFound } from '../../../platform/http/refused.ts'
import { postMail } from '../../../platform/mail/mail.ts'

const rights: Rights<'make' | 'revoke'> = {
  make: ['at college:office', 'at college:lead', 'at college:teacher', 'at enterprise:hr', 'at enterprise:owner'],
  revoke: ['college:office', 'college:lead', 'college:teacher', 'enterprise:hr', 'enterprise:owner'],
}
const sha256 = (text: string) => crypto.createHash('sha256').update(text).digest()
const day = 86_400_000
const interfaceLanguage = { zh: 'zh-CN', en: 'en', de: 'de' } as const

const columns = ['contactLinks.id', 'contactLinks.homeId', 'contactLinks.contactName', 'contactLinks.contactEmail', 'contactLinks.language', 'contactLinks.createdAt', 'contactLinks.endsAt', 'contactLinks.revokedAt', 'contactLinks.lastUsedAt', 'organisations.name as enterpriseName'] as const
const rows = (trx: Trx) => trx.selectFrom('contactLinks').innerJoin('organisations', 'organisations.id', 'contactLinks.homeId').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const present = (now: string, row: Row): ContactLink => ({
  id: row.id, enterprise: { id: row.homeId, name: row.enterpriseName }, contactName: row.contactName, contactEmail: row.contactEmail, language: row.language as ContactLink['language'], createdAt: row.createdAt, endsAt: row.endsAt, // safe: written from the list
  revokedAt: row.revokedAt, lastUsedAt: row.lastUsedAt, state: row.revokedAt ? 'revoked' : row.endsAt < now ? 'ended' : 'open',
})

export const listContactLinks = (ctx: Context, enterpriseId: string | undefined): Promise<Answer<typeof contactLinks.list>> =>
  look(ctx, async (trx) => {
    let query = rows(trx).orderBy('contactLinks.createdAt', 'desc').limit(200)
    if (enterpriseId) query = query.where('contactLinks.homeId', '=', enterpriseId)
    return { items: (await query.execute()).map((row) => present(ctx.now, row)) }
  })

/** Makes a personal link. The token is shown once; only its hash is kept. A new link of the same person ends the old one. */
export async function makeContactLink(ctx: Context, given: z.output<typeof contactLinks.make.body>): Promise<Answer<typeof contactLinks.make>> {
  const token = crypto.randomBytes(32).toString('base64url')
  const address = `${ctx.house.config.publicUrl}/l/${token}`
  const language = interfaceLanguage[given.language]
  const { row, college } = await act(ctx, async (trx) => {
    if (!can(rights, 'make', ctx.actor, {})) throw notAllowed()
    const own = signatureOf(ctx.actor).organisationId!
    const enterprise = await trx.selectFrom('organisations').select(['id', 'kind']).where('id', '=', given.enterpriseId).executeTakeFirst()
    if (enterprise?.kind !== 'enterprise') throw fault('/enterpriseId', 'enterprise-needed')
    if (ctx.actor.kind !== 'person' || ctx.actor.organisationKind !== 'college') throw notAllowed()
    const id = newId(ctx)
    const endsAt = given.until ? `${given.until}T15:59:59.000Z` : new Date(Date.parse(ctx.now) + 365 * day).toISOString()
    if (endsAt <= ctx.now) throw fault('/until', 'ends-in-the-past')
    await trx.updateTable('contactLinks').set({ revokedAt: ctx.now }).where('homeId', '=', enterprise.id).where('collegeId', '=', own).where('contactName', '=', given.contactName).where('revokedAt', 'is', null).execute()
    await trx
      .insertInto('contactLinks')
      .values({ homeId: enterprise.id, id, tokenHash: sha256(token), contactName: given.contactName, contactEmail: given.contactEmail ?? null, collegeId: own, language: given.language, createdAt: ctx.now, createdBy: signatureOf(ctx.actor).personId, endsAt, parties: ids([enterprise.id, own]) })
      .execute()
    await keepAction(ctx, trx, { homeId: enterprise.id, kind: 'contact-link', id, action: 'made', body: { contactName: given.contactName }, parties: [enterprise.id, own] })
    const made = await rows(trx).where('contactLinks.id', '=', id).executeTakeFirstOrThrow()
    const host = await trx.selectFrom('organisations').select('name').where('id', '=', own).executeTakeFirstOrThrow()
    const name = Object.values(host.name)[0] ?? ''
    if (given.contactEmail) {
      await postMail(ctx, trx, { to: given.contactEmail, language, subject: say('needs.link-mail-subject', { college: name }, language), body: say('needs.link-mail-body', { name: given.contactName, college: name, address }, language), effectKey: `contact-link:${id}` })
    }
    return { row: made, college: name }
  })
  const { default: QRCode } = await import('qrcode') // sixty files that no start has to wait for
  return { link: present(ctx.now, row), address, qr: await QRCode.toString(address, { type: 'svg', margin: 1 }), forWeChat: say('needs.link-for-wechat', { name: given.contactName, college, address }, language) }
}

export const revokeContactLink = (ctx: Context, id: string): Promise<{ ok: true }> =>
  act(ctx, async (trx) => {
    const link = await trx.selectFrom('contactLinks').select(['homeId', 'collegeId', 'revokedAt']).where('id', '=', id).executeTakeFirst()
    if (!link) throw notFound()
    if (!can(rights, 'revoke', ctx.actor, { college: link.collegeId, enterprise: link.homeId })) throw notAllowed()
    await trx.updateTable('contactLinks').set({ revokedAt: ctx.now }).where('homeId', '=', link.homeId).where('id', '=', id).execute()
    await keepAction(ctx, trx, { homeId: link.homeId, kind: 'contact-link', id, action: 'revoked', parties: [link.homeId, link.collegeId] })
    return { ok: true }
  })

export type OpenLink = Readonly<{ state: 'open'; actor: LinkActor; collegeId: string; college: Record<string, string>; enterprise: Record<string, string> }> | Readonly<{ state: 'revoked' | 'ended'; language: LinkActor['language'] }>

/** Who holds this link; undefined for a token that never was. Looked up by the house: there is no actor yet. Uses nothing up. */
export async function findContactLink(house: House, token: string, now: string): Promise<OpenLink | undefined> {
  const row = await house.db
    .selectFrom('contactLinks')
    .innerJoin('organisations as enterprises', 'enterprises.id', 'contactLinks.homeId')
    .innerJoin('organisations as colleges', 'colleges.id', 'contactLinks.collegeId')
    .select(['contactLinks.id', 'contactLinks.homeId', 'contactLinks.collegeId', 'contactLinks.contactName', 'contactLinks.language', 'contactLinks.endsAt', 'contactLinks.revokedAt', 'enterprises.name as enterprise', 'colleges.name as college'])
    .where('contactLinks.tokenHash', '=', sha256(token))
    .executeTakeFirst()
  if (!row) return undefined
  const language = interfaceLanguage[row.language as keyof typeof interfaceLanguage] // safe: written from the list
  if (row.revokedAt) return { state: 'revoked', language }
  if (row.endsAt < now) return { state: 'ended', language }
  return {
    state: 'open', collegeId: row.collegeId, college: row.college as Record<string, string>, enterprise: row.enterprise as Record<string, string>, // safe: at least one language, all strings
    actor: { kind: 'link', linkId: row.id, organisationId: row.homeId, purpose: 'needs', name: row.contactName, language },
  }
}

/** Notes that the link was used for a write; opening it changes nothing. */
export const noteUse = (ctx: Context, trx: Trx, link: { organisationId: string; linkId: string }) =>
  trx.updateTable('contactLinks').set({ lastUsedAt: ctx.now }).where('homeId', '=', link.organisationId).where('id', '=', link.linkId).execute()
