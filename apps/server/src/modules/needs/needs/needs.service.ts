import type { Answer } from '@guildhall/contract/http'
import type { Need, needs } from '@guildhall/contract/needs'
import { findLanguage } from '@guildhall/translation'
import type { z } from 'zod'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { dayOf } from '../../../platform/clock/clock.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act } from '../../../platform/database/doors.ts'
import { conflict, fault, notAllowed, notFound, stale } from '../../../platform/http/refused.ts'
import { putInInbox, settleTasks } from '../../../platform/inbox/inbox.ts'
import { nextNumber } from '../../../platform/things/thing.ts'
import { textKeyOf } from '../../translation/index.ts'
import { endPostDecisions, insertPostDecision, postKeyOf, type WeighedChoice } from '../posts/posts.store.ts'
import { readNeed } from './needs.queries.ts'
import { insertNeed, insertReceipt, type NeedChanges, openWords, updateNeed, updateReceipt, widenParties } from './needs.store.ts'
import { needThing } from './needs.thing.ts'

export type NewNeed = Readonly<Partial<Omit<z.output<typeof needs.add.body>, 'occupations'>> & { text: string; contactLinkId?: string | null; importId?: string | null; occupations?: readonly WeighedChoice[] }>

/** What the engine may read of a need in one go. */
const mostText = 20_000

/** Records a need within an act: who may, for whom, given to whom; the colleges find it in their inbox. */
export async function recordNeed(ctx: Context, trx: Trx, given: NewNeed): Promise<{ id: string; enterpriseId: string }> {
  const { enterpriseId, colleges } = await findPlace(ctx, trx, given)
  const text = given.text.trim()
  if (!text) throw fault('/text', 'too_small')
  if (text.length > mostText) throw fault('/text', 'too_big')
  const id = newId(ctx)
  const number = await nextNumber(ctx, trx, needThing, enterpriseId)
  const source = given.source ?? 'typed'
  const today = dayOf(ctx.now)
  if (given.saidOn && given.saidOn > today) throw fault('/saidOn', 'said-in-the-future')
  await insertNeed(ctx, trx, {
    id, number, enterpriseId, colleges, text, language: given.language ?? findLanguage(text), source, sourceNote: given.sourceNote ?? null, saidOn: given.saidOn ?? today, post: given.post ?? null, regionId: given.regionId ?? null,
    peopleWanted: given.peopleWanted ?? null, trust: given.trust ?? (source === 'advert' ? 'advert' : isEnterprise(ctx) ? 'personnel' : 'second-hand'), majorId: given.majorId ?? null, visitId: given.visitId ?? null,
    contactLinkId: given.contactLinkId ?? null, importId: given.importId ?? null,
  })
  const parties = [enterpriseId, ...colleges]
  await keepAction(ctx, trx, { homeId: enterpriseId, kind: needThing.kind, id, action: 'voiced', body: { text, source }, parties })
  for (const choice of given.post ? (given.occupations ?? []) : []) {
    await insertPostDecision(ctx, trx, { needId: id, enterpriseId, post: given.post!, parties }, choice)
    await keepAction(ctx, trx, { homeId: enterpriseId, kind: needThing.kind, id, action: 'occupation-accepted', body: { taxonomy: choice.taxonomy, post: given.post, code: choice.code, conceptId: choice.conceptId, grade: choice.grade }, parties })
  }
  if (isEnterprise(ctx)) {
    for (const college of colleges) {
      await putInInbox(ctx, trx, { kind: 'task', code: 'need-to-read', params: { number, text: text.slice(0, 80) }, organisationId: college, roles: ['lead', 'teacher'], object: { kind: needThing.kind, id }, url: `/needs/${id}/workbench`, effectKey: `need-to-read:${id}` })
    }
  }
  return { id, enterpriseId }
}

const isEnterprise = (ctx: Context) => ctx.actor.kind === 'link' || (ctx.actor.kind === 'person' && ctx.actor.organisationKind === 'enterprise')

async function findPlace(ctx: Context, trx: Trx, given: NewNeed): Promise<{ enterpriseId: string; colleges: string[] }> {
  const own = signatureOf(ctx.actor).organisationId
  if (ctx.actor.kind !== 'link' && !can(needThing.rights, 'add', ctx.actor, {})) throw notAllowed()
  const enterpriseId = isEnterprise(ctx) ? own : given.enterpriseId
  if (!enterpriseId) throw fault('/enterpriseId', 'enterprise-needed')
  const enterprise = await trx.selectFrom('organisations').select(['kind', 'vetting']).where('id', '=', enterpriseId).where('withdrawnAt', 'is', null).executeTakeFirst()
  if (enterprise?.kind !== 'enterprise') throw fault('/enterpriseId', 'enterprise-needed')
  const colleges = [...new Set(isEnterprise(ctx) ? (given.givenTo ?? []) : [own!, ...(given.givenTo ?? [])])]
  if (!colleges.length) throw fault('/givenTo', 'college-needed')
  const found = await trx.selectFrom('organisations').select('id').where('id', 'in', colleges).where('kind', '=', 'college').where('withdrawnAt', 'is', null).execute()
  if (found.length !== colleges.length) throw fault('/givenTo', 'college-needed')
  return { enterpriseId, colleges }
}

export const addNeed = (ctx: Context, given: NewNeed): Promise<Need> =>
  act(ctx, async (trx) => {
    const { id } = await recordNeed(ctx, trx, given)
    return readNeed(ctx, trx, id)
  })

/** Pasted text, one need a line or a paragraph; the very same words of the same enterprise are not recorded twice. */
export const addManyNeeds = (ctx: Context, given: Omit<z.output<typeof needs.addMany.body>, 'occupations'> & Pick<NewNeed, 'occupations'>): Promise<Answer<typeof needs.addMany>> =>
  act(ctx, async (trx) => {
    const pieces = given.split === 'whole' ? [given.text] : given.text.split(given.split === 'line' ? /\r?\n/ : /\r?\n\s*\r?\n/)
    const texts = pieces.map((one) => one.replace(/^[\s\-–•·*]*(\d{1,2}[.、)）]\s*)?/, '').trim()).filter(Boolean)
    if (texts.length > 500) throw fault('/text', 'too-many-needs', { most: 500 })
    const { text: _text, split: _split, ...shared } = given
    const seen = new Set<string>()
    const ids: string[] = []
    let same = 0
    for (const text of texts) {
      const key = textKeyOf(text).slice(0, 500)
      const known = seen.has(key) || (await hasNeed(trx, given.enterpriseId ?? signatureOf(ctx.actor).organisationId ?? '', key))
      seen.add(key)
      if (known) same++
      else ids.push((await recordNeed(ctx, trx, { ...shared, text, source: 'pasted' })).id)
    }
    return { added: ids.length, same, ids }
  })

export const hasNeed = async (trx: Trx, enterpriseId: string, textKey: string): Promise<boolean> =>
  Boolean(await trx.selectFrom('needs').select('id').where('homeId', '=', enterpriseId).where('textKey', '=', textKey).where('withdrawnAt', 'is', null).limit(1).executeTakeFirst())

export const changeNeed = (ctx: Context, id: string, given: z.output<typeof needs.change.body>): Promise<Need> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'change')
    const { version, majorId, ...sent } = given
    const changes: NeedChanges = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined))
    // Only the enterprise opens its words to others.
    if (changes.opened !== undefined && !isEnterprise(ctx)) throw notAllowed()
    if (changes.opened !== undefined && changes.opened !== before.opened) await openWords(ctx, trx, { id, enterpriseId: before.enterprise.id, parties: [before.enterprise.id, ...before.givenTo.map((one) => one.id)] }, changes.opened)
    if (majorId !== undefined) await updateReceipt(ctx, trx, { college: ownCollege(ctx), needId: id }, { majorId })
    if (!(await updateNeed(ctx, trx, { id, enterpriseId: before.enterprise.id, version }, changes))) throw stale(await readNeed(ctx, trx, id))
    // Another post is another question: what was said of the old one stays in the history alone.
    if (changes.post !== undefined && postKeyOf(changes.post ?? '') !== postKeyOf(before.post ?? '')) await endPostDecisions(ctx, trx, { needId: id, enterpriseId: before.enterprise.id })
    await keep(ctx, trx, before, 'changed', { ...changes, ...(majorId === undefined ? {} : { majorId }) })
    return readNeed(ctx, trx, id)
  })

export const giveNeed = (ctx: Context, id: string, collegeIds: readonly string[]): Promise<Need> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'give')
    const colleges = await trx.selectFrom('organisations').select('id').where('id', 'in', collegeIds).where('kind', '=', 'college').where('withdrawnAt', 'is', null).execute()
    if (colleges.length !== new Set(collegeIds).size) throw fault('/collegeIds', 'college-needed')
    const parties = [before.enterprise.id, ...new Set([...before.givenTo.map((one) => one.id), ...collegeIds])]
    await widenParties(ctx, trx, { id, enterpriseId: before.enterprise.id, parties: before.opened ? [...parties, everyone] : parties })
    for (const college of collegeIds) {
      await insertReceipt(ctx, trx, { needId: id, enterpriseId: before.enterprise.id, college, saidOn: before.saidOn, majorId: null })
      await putInInbox(ctx, trx, { kind: 'task', code: 'need-to-read', params: { number: before.number, text: before.text.slice(0, 80) }, organisationId: college, roles: ['lead', 'teacher'], object: { kind: needThing.kind, id }, url: `/needs/${id}/workbench`, effectKey: `need-to-read:${id}` })
    }
    await keep(ctx, trx, { ...before, givenTo: parties.slice(1).map((one) => ({ id: one, name: {} })) }, 'given', { collegeIds })
    return readNeed(ctx, trx, id)
  })

/** Not taken further at this college. The enterprise reads the reason, as plainly as it would read an acceptance. */
export const setNeedAside = (ctx: Context, id: string, reason: string): Promise<Need> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'set-aside')
    if (before.status === 'set-aside') throw conflict('need-is-set-aside')
    await updateReceipt(ctx, trx, { college: ownCollege(ctx), needId: id }, { status: 'set-aside', setAsideReason: reason, ...(before.status === 'unread' ? { readAt: ctx.now, readBy: signatureOf(ctx.actor).personId } : {}) })
    await settleTasks(ctx, trx, { id, code: 'need-to-read' })
    await putInInbox(ctx, trx, { kind: 'notice', code: 'need-set-aside', params: { number: before.number, text: before.text.slice(0, 80), reason }, organisationId: before.enterprise.id, roles: ['hr', 'owner'], object: { kind: needThing.kind, id }, url: `/needs/${id}`, effectKey: `need-set-aside:${id}:${ctx.now}` })
    await keep(ctx, trx, before, 'set-aside', { reason })
    return readNeed(ctx, trx, id)
  })

export const reopenNeed = (ctx: Context, id: string): Promise<Need> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'set-aside')
    if (before.status !== 'set-aside') throw conflict('need-is-not-set-aside')
    await updateReceipt(ctx, trx, { college: ownCollege(ctx), needId: id }, { status: before.outcomes ? 'translated' : 'read', setAsideReason: null })
    await keep(ctx, trx, before, 'reopened', {})
    return readNeed(ctx, trx, id)
  })

/** Both say the same: this one is counted with the other, and can be separated again. */
export const joinNeed = (ctx: Context, id: string, otherId: string): Promise<Need> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'join')
    const other = await readNeed(ctx, trx, otherId)
    if (other.id === id || other.enterprise.id !== before.enterprise.id || other.joinedInto) throw fault('/otherId', 'cannot-be-joined')
    await updateNeed(ctx, trx, { id, enterpriseId: before.enterprise.id }, { joinedInto: otherId })
    await settleTasks(ctx, trx, { id, code: 'need-to-read' })
    await keep(ctx, trx, before, 'joined', { otherId })
    return readNeed(ctx, trx, id)
  })

export const separateNeed = (ctx: Context, id: string): Promise<Need> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'join')
    if (!before.joinedInto) throw conflict('need-is-not-joined')
    await updateNeed(ctx, trx, { id, enterpriseId: before.enterprise.id }, { joinedInto: null })
    await keep(ctx, trx, before, 'separated', {})
    return readNeed(ctx, trx, id)
  })

export const withdrawNeed = (ctx: Context, id: string, reason: string): Promise<{ ok: true }> =>
  act(ctx, async (trx) => {
    const before = await demand(ctx, trx, id, 'withdraw')
    if (before.outcomes > 0) throw conflict('need-has-outcomes')
    await updateNeed(ctx, trx, { id, enterpriseId: before.enterprise.id }, { withdrawnAt: ctx.now })
    await settleTasks(ctx, trx, { id })
    await keep(ctx, trx, before, 'withdrawn', { reason })
    return { ok: true }
  })

async function demand(ctx: Context, trx: Trx, id: string, action: keyof typeof needThing.rights): Promise<Need> {
  const row = await readNeed(ctx, trx, id)
  if (!row.allowed.includes(action)) throw notAllowed()
  return row
}

const ownCollege = (ctx: Context): string => {
  const own = signatureOf(ctx.actor).organisationId
  if (!own) throw notFound()
  return own
}

const keep = (ctx: Context, trx: Trx, need: Pick<Need, 'id' | 'enterprise' | 'givenTo'>, action: string, body: Record<string, unknown>) =>
  keepAction(ctx, trx, { homeId: need.enterprise.id, kind: needThing.kind, id: need.id, action, body, parties: [need.enterprise.id, ...need.givenTo.map((one) => one.id)] })

export { demand as demandNeed, keep as keepNeedAction, ownCollege }
