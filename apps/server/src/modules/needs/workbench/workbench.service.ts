import type { Need, Workbench, workbench } from '@guildhall/contract/needs'
import { OutcomeFields } from '@guildhall/contract/translation'
import type { OutcomeDraft } from '@guildhall/translation'
import type { z } from 'zod'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, json } from '../../../platform/database/doors.ts'
import { conflict, fault, notFound } from '../../../platform/http/refused.ts'
import { putInInbox, settleTasks } from '../../../platform/inbox/inbox.ts'
import { tie, untie } from '../../../platform/links/links.ts'
import { createOutcome, type Engine, markOutcomeWithdrawn, type OutcomeFieldsGiven, outcomeThing, textKeyOf } from '../../translation/index.ts'
import { demandNeed, keepNeedAction, ownCollege } from '../needs/needs.service.ts'
import { updateReceipt } from '../needs/needs.store.ts'
import { needThing } from '../needs/needs.thing.ts'
import { prepareTranslation, readWorkbench, type StoredTranslation } from './workbench.queries.ts'

type Accepted = z.output<typeof workbench.accept.body>
type Rejected = z.output<typeof workbench.reject.body>

/** Somebody of the college has the need on the table: from now on it is read, and the engine's proposal is kept beside it. */
export async function markRead(ctx: Context, engine: Engine, id: string): Promise<{ ok: true }> {
  const prepared = await prepareTranslation(ctx, engine, id)
  return act(ctx, async (trx) => {
    await onTheTable(ctx, trx, await demandNeed(ctx, trx, id, 'translate'), prepared)
    return { ok: true }
  })
}

export async function onTheTable(ctx: Context, trx: Trx, need: Need, prepared: StoredTranslation): Promise<void> {
  await keepTranslation(ctx, trx, need.id, prepared)
  if (need.status !== 'unread') return
  const majorId = need.majorId ?? (await onlyMajor(ctx, trx))
  await updateReceipt(ctx, trx, { college: ownCollege(ctx), needId: need.id }, { majorId, status: 'read', readAt: ctx.now, readBy: signatureOf(ctx.actor).personId })
  await keepNeedAction(ctx, trx, need, 'read', {})
}

/** A named person accepts a proposed outcome, edited or not, writes one by hand, or ties the words to an outcome that exists. */
export async function acceptOutcome(ctx: Context, engine: Engine, id: string, given: Accepted): Promise<Workbench> {
  const prepared = await prepareTranslation(ctx, engine, id)
  return act(ctx, async (trx) => {
    const need = await demandNeed(ctx, trx, id, 'translate')
    const phrase = phraseOf(need.text, given.spans)
    const draft = given.draft === null ? undefined : draftsOf(prepared)[given.draft]
    if (given.draft !== null && !draft) throw fault('/draft', 'no-such-draft')
    const outcomeId = given.outcomeId ? await existing(trx, given.outcomeId) : (await createOutcome(ctx, trx, fieldsOf(given, draft, need.majorId))).id
    await keepTranslation(ctx, trx, id, prepared)
    const already = await trx.selectFrom('links').select('id').where('fromId', '=', id).where('toId', '=', outcomeId).where('relation', '=', 'voiced').where('withdrawnAt', 'is', null).executeTakeFirst()
    if (already) throw conflict('already-tied')
    const college = ownCollege(ctx)
    const majorId = need.majorId ?? (await onlyMajor(ctx, trx))
    await insertDecision(ctx, trx, { need, phrase, verdict: given.edited ? 'edited' : 'accepted', reason: null, outcomeId, before: draft ?? null, after: { spans: given.spans, created: !given.outcomeId, concepts: given.outcome?.concepts ?? conceptsOf(draft) } })
    await tie(ctx, trx, { homeId: college, relation: 'voiced', from: { kind: needThing.kind, id }, to: { kind: outcomeThing.kind, id: outcomeId }, body: { spans: given.spans }, parties: [college, need.enterprise.id, need.opened ? everyone : null] })
    await updateReceipt(ctx, trx, { college, needId: id }, { majorId, status: 'translated', ...(need.status === 'unread' ? { readAt: ctx.now, readBy: signatureOf(ctx.actor).personId } : {}) })
    await settleTasks(ctx, trx, { id, code: 'need-to-read' })
    await keepNeedAction(ctx, trx, need, 'outcome-agreed', { outcomeId, phrase, edited: given.edited })
    return readWorkbench(ctx, trx, id, prepared)
  })
}

/** Where a college has one major, a need is its matter: nobody should have to say so. */
async function onlyMajor(ctx: Context, trx: Trx): Promise<string | null> {
  const all = await trx.selectFrom('majors').select('id').where('homeId', '=', ownCollege(ctx)).where('closedAt', 'is', null).limit(2).execute()
  return all.length === 1 ? all[0]!.id : null
}

export async function rejectDraft(ctx: Context, engine: Engine, id: string, given: Rejected): Promise<Workbench> {
  const prepared = await prepareTranslation(ctx, engine, id)
  return act(ctx, async (trx) => {
    const need = await demandNeed(ctx, trx, id, 'translate')
    const phrase = phraseOf(need.text, given.spans)
    const draft = given.draft === null ? undefined : draftsOf(prepared)[given.draft]
    await keepTranslation(ctx, trx, id, prepared)
    await insertDecision(ctx, trx, { need, phrase, verdict: 'rejected', reason: given.reason, outcomeId: null, before: draft ?? null, after: { spans: given.spans, created: false, concepts: conceptsOf(draft) } })
    if (need.status === 'unread') await updateReceipt(ctx, trx, { college: ownCollege(ctx), needId: id }, { status: 'read', readAt: ctx.now, readBy: signatureOf(ctx.actor).personId })
    await keepNeedAction(ctx, trx, need, 'draft-rejected', { phrase, reason: given.reason })
    return readWorkbench(ctx, trx, id, prepared)
  })
}

/** Takes a decision back: the tie goes, and an outcome that it made goes with it where nothing else leans on it. */
export async function undoDecision(ctx: Context, engine: Engine, id: string, decisionId: string): Promise<Workbench> {
  const prepared = await prepareTranslation(ctx, engine, id)
  return act(ctx, async (trx) => {
    const need = await demandNeed(ctx, trx, id, 'translate')
    const college = ownCollege(ctx)
    const decision = await trx.selectFrom('translationDecisions').select(['id', 'outcomeId', 'after']).where('homeId', '=', college).where('id', '=', decisionId).where('needId', '=', id).where('undoneAt', 'is', null).executeTakeFirst()
    if (!decision) throw notFound()
    await trx.updateTable('translationDecisions').set({ undoneAt: ctx.now }).where('homeId', '=', college).where('id', '=', decisionId).execute()
    if (decision.outcomeId) {
      if (await isUsedElsewhere(trx, decision.outcomeId, id)) {
        await untie(ctx, trx, { homeId: college, relation: 'voiced', fromId: id, toId: decision.outcomeId })
      } else {
        await untie(ctx, trx, { homeId: college, relation: 'voiced', fromId: id, toId: decision.outcomeId })
        if ((decision.after as { created?: boolean } | null)?.created) await markOutcomeWithdrawn(ctx, trx, college, decision.outcomeId)
      }
    }
    const left = await trx.selectFrom('links').select('id').where('fromId', '=', id).where('relation', '=', 'voiced').where('withdrawnAt', 'is', null).limit(1).executeTakeFirst()
    if (!left) await updateReceipt(ctx, trx, { college, needId: id }, { status: 'read' })
    await keepNeedAction(ctx, trx, need, 'decision-undone', { decisionId })
    return readWorkbench(ctx, trx, id, prepared)
  })
}

/** Asks the enterprise whether the agreed outcomes are what it meant. */
export const askEnterprise = (ctx: Context, id: string): Promise<{ ok: true }> =>
  act(ctx, async (trx) => {
    const need = await demandNeed(ctx, trx, id, 'ask')
    if (!need.outcomeList.length) throw conflict('nothing-to-ask')
    await putInInbox(ctx, trx, {
      kind: 'task', code: 'is-this-what-you-meant', params: { number: need.number, text: need.text.slice(0, 80) }, organisationId: need.enterprise.id, roles: ['hr', 'owner', 'mentor'], object: { kind: needThing.kind, id }, url: `/needs/${id}`,
      effectKey: `ask:${id}:${need.outcomeList.map((one) => one.id).join(',').slice(0, 400)}`,
    })
    await keepNeedAction(ctx, trx, need, 'asked', { outcomeIds: need.outcomeList.map((one) => one.id) })
    return { ok: true }
  })

const draftsOf = (stored: StoredTranslation): readonly OutcomeDraft[] => stored.translation.statements.flatMap((one) => one.outcomes)

const conceptsOf = (draft: OutcomeDraft | undefined) => draft?.links.slice(0, 3).map(({ taxonomy, concept, label }) => ({ taxonomy, concept, label })) ?? []

/** The words that a decision is about; spans must lie in the text and have length. */
function phraseOf(text: string, spans: readonly { start: number; end: number }[]): string {
  if (spans.some((one) => one.end <= one.start || one.end > text.length)) throw fault('/spans', 'span-outside-text')
  return spans.map((one) => text.slice(one.start, one.end)).join(' … ').slice(0, 1000)
}

function fieldsOf(given: Accepted, draft: OutcomeDraft | undefined, majorId: string | null): OutcomeFieldsGiven {
  if (given.outcome) return { ...given.outcome, majorId: given.outcome.majorId ?? majorId }
  if (!draft) throw fault('/outcome', 'outcome-needed')
  const parsed = OutcomeFields.safeParse({
    kind: draft.kind, verb: draft.action.value.verb || null, action: draft.action.value.pair ?? draft.action.value.text, object: draft.object.value, independent: draft.independent, condition: draft.condition?.value ?? null, standard: draft.standard?.value.text ?? null, measure: draft.standard?.value.measure ?? null,
    level: draft.level.value, evidenceForm: draft.evidence.value.form, concepts: conceptsOf(draft), majorId,
  })
  if (!parsed.success) throw fault('/outcome', 'draft-is-not-whole')
  return parsed.data
}

async function existing(trx: Trx, outcomeId: string): Promise<string> {
  const found = await trx.selectFrom('outcomes').select('id').where('id', '=', outcomeId).where('status', '=', 'agreed').executeTakeFirst()
  if (!found) throw fault('/outcomeId', 'no-such-outcome')
  return found.id
}

async function isUsedElsewhere(trx: Trx, outcomeId: string, needId: string): Promise<boolean> {
  const voiced = await trx.selectFrom('links').select('id').where('toId', '=', outcomeId).where('relation', '=', 'voiced').where('fromId', '<>', needId).where('withdrawnAt', 'is', null).limit(1).executeTakeFirst()
  const taught = await trx.selectFrom('unitOutcomes').select('id').where('outcomeId', '=', outcomeId).limit(1).executeTakeFirst()
  return Boolean(voiced ?? taught)
}

type NewDecision = { need: { id: string; language: string; enterprise: { id: string } }; phrase: string; verdict: 'accepted' | 'edited' | 'rejected'; reason: string | null; outcomeId: string | null; before: unknown; after: unknown }

async function insertDecision(ctx: Context, trx: Trx, decision: NewDecision): Promise<void> {
  const college = ownCollege(ctx)
  await trx
    .insertInto('translationDecisions')
    .values({
      homeId: college, id: newId(ctx), phrase: decision.phrase, phraseKey: textKeyOf(decision.phrase).slice(0, 500), language: decision.need.language, enterpriseId: decision.need.enterprise.id, verdict: decision.verdict, reason: decision.reason,
      needId: decision.need.id, outcomeId: decision.outcomeId, before: json(decision.before), after: json(decision.after), personId: signatureOf(ctx.actor).personId, at: ctx.now, parties: ids([college, decision.need.enterprise.id]),
    })
    .execute()
}

/** From the first time that somebody has the need on the table its proposal stays as it was shown: decisions point into it. */
const keepTranslation = async (ctx: Context, trx: Trx, needId: string, stored: StoredTranslation): Promise<void> => {
  await trx.updateTable('needReceipts').set({ translation: json(stored.translation), engineVersion: stored.version }).where('homeId', '=', ownCollege(ctx)).where('needId', '=', needId).where((eb) => eb.or([eb('translation', 'is', null), eb('status', '=', 'unread')])).execute()
}
