import type { LanguageModel, languageModel } from '@guildhall/contract/translation'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { allowedOf, can } from '../../../platform/access/relations.ts'
import { keepAudit } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, look } from '../../../platform/database/doors.ts'
import { conflict, notAllowed } from '../../../platform/http/refused.ts'
import type { ModelSettings } from './ask-model.ts'
import { languageModelRights } from './language-model.thing.ts'

export const readLanguageModel = (ctx: Context): Promise<LanguageModel> => look(ctx, (trx) => stateOf(ctx, trx))

async function stateOf(ctx: Context, trx: Trx): Promise<LanguageModel> {
  const settings = ctx.house.config.languageModel
  const { organisationId } = signatureOf(ctx.actor)
  const consent = organisationId ? await findConsent(trx, organisationId) : undefined
  return {
    endpoint: settings?.endpoint ?? null,
    model: settings?.model ?? null,
    consent: consent ? { endpoint: consent.endpoint, model: consent.model, person: consent.person, at: consent.at } : null,
    usedToday: organisationId ? await countToday(ctx, trx, organisationId) : 0,
    dailyLimit: settings?.dailyLimit ?? 0,
    allowed: settings ? allowedOf(languageModelRights, ctx.actor, {}) : [],
  }
}

const findConsent = (trx: Trx, homeId: string) =>
  trx
    .selectFrom('modelConsents')
    .leftJoin('people', 'people.id', 'modelConsents.personId')
    .select(['modelConsents.id', 'modelConsents.endpoint', 'modelConsents.model', 'modelConsents.at', 'people.name as person'])
    .where('modelConsents.homeId', '=', homeId)
    .where('modelConsents.revokedAt', 'is', null)
    .executeTakeFirst()

export async function countToday(ctx: Context, trx: Trx, homeId: string): Promise<number> {
  const row = await trx.selectFrom('modelCalls').select((eb) => eb.fn.countAll<string>().as('n')).where('homeId', '=', homeId).where('at', '>=', `${ctx.now.slice(0, 10)}T00:00:00Z`).executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The model that may be asked for an organisation: set up by the operator, and agreed to for exactly this endpoint and model. */
export async function findAgreedModel(ctx: Context, trx: Trx, homeId: string): Promise<ModelSettings | undefined> {
  const settings = ctx.house.config.languageModel
  const consent = settings && (await findConsent(trx, homeId))
  return consent && consent.endpoint === settings.endpoint && consent.model === settings.model ? settings : undefined
}

/** What is agreed to is what was shown: another endpoint than the reader saw is refused. */
export const agreeToModel = (ctx: Context, given: z.output<typeof languageModel.agree.body>): Promise<LanguageModel> =>
  act(ctx, async (trx) => {
    const settings = ctx.house.config.languageModel
    const { personId, organisationId } = signatureOf(ctx.actor)
    if (!personId || !organisationId || !can(languageModelRights, 'agree', ctx.actor, {})) throw notAllowed()
    if (!settings || settings.endpoint !== given.endpoint || settings.model !== given.model) throw conflict('other-model')
    await endConsent(ctx, trx, organisationId)
    await trx.insertInto('modelConsents').values({ homeId: organisationId, id: newId(ctx), endpoint: settings.endpoint, model: settings.model, personId, at: ctx.now, parties: ids([organisationId]) }).execute()
    await keepAudit(ctx, trx, { homeId: organisationId, action: 'language-model-agreed', detail: given })
    return stateOf(ctx, trx)
  })

export const revokeModel = (ctx: Context): Promise<LanguageModel> =>
  act(ctx, async (trx) => {
    const { organisationId } = signatureOf(ctx.actor)
    if (!organisationId || !can(languageModelRights, 'revoke', ctx.actor, {})) throw notAllowed()
    await endConsent(ctx, trx, organisationId)
    await keepAudit(ctx, trx, { homeId: organisationId, action: 'language-model-revoked' })
    return stateOf(ctx, trx)
  })

const endConsent = (ctx: Context, trx: Trx, homeId: string) =>
  trx.updateTable('modelConsents').set({ revokedAt: ctx.now, revokedBy: signatureOf(ctx.actor).personId }).where('homeId', '=', homeId).where('revokedAt', 'is', null).execute()
