import type { SecondOpinion, Workbench } from '@guildhall/contract/needs'
import { applyAnswers, buildAsks, type HiddenKind, type ModelAnswer, type ModelAsk, nameForms, previewOf, promptVersion } from '@guildhall/translation'
import { signatureOf } from '../../../platform/access/actor.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, hashOf, ids, json, look } from '../../../platform/database/doors.ts'
import { conflict, Refused } from '../../../platform/http/refused.ts'
import { askModel, countToday, type Engine, findAgreedModel, type ModelSettings, type Translated } from '../../translation/index.ts'
import { demandNeed, keepNeedAction, ownCollege } from '../needs/needs.service.ts'
import { prepareTranslation, readWorkbench } from '../workbench/workbench.queries.ts'
import { onTheTable } from '../workbench/workbench.service.ts'

type Prepared = Readonly<{ settings: ModelSettings; text: string; known: readonly string[]; translation: Translated; version: string; asks: readonly ModelAsk[] }>

/** What would be sent: people read it before they send it. */
export async function previewSecondOpinion(ctx: Context, engine: Engine, id: string): Promise<SecondOpinion> {
  const { settings, text, known, translation, asks } = await prepare(ctx, engine, id)
  const { text: shown, hidden } = previewOf(text, translation, known)
  return { text: shown, hidden: Object.entries(hidden).map(([kind, n]) => ({ kind: kind as HiddenKind, n: n ?? 0 })), questions: asks.length, endpoint: settings.endpoint, model: settings.model } // safe: the keys are its kinds
}

/**
 * Asks the model about what the engine was not sure of, and keeps the proposal with what came back; then it stands like any other that somebody saw. Nothing is
 * decided by it. Where the model does not answer, the proposal is the engine's and says so.
 */
export async function askSecondOpinion(ctx: Context, engine: Engine, id: string): Promise<Workbench> {
  const { settings, text, translation, version, asks } = await prepare(ctx, engine, id)
  if (asks.length === 0) throw conflict('no-question-for-model')
  const { known, used } = await look(ctx, async (trx) => ({ known: await findAnswers(ctx, trx, settings, asks), used: await countToday(ctx, trx, ownCollege(ctx)) }))
  const open = asks.filter((ask) => !known.has(hashOfAsk(settings, ask)))
  if (used + open.length > settings.dailyLimit) throw new Refused(429, 'model-limit-reached', { params: { limit: settings.dailyLimit } })
  // Outside any transaction: a model may take seconds.
  const asked = await Promise.all(open.map((ask) => askOne(settings, ask)))
  const answers: ModelAnswer[] = [...asks.filter((ask) => known.has(hashOfAsk(settings, ask))).map((ask) => ({ ask, answer: known.get(hashOfAsk(settings, ask)) })), ...asked]
  const heard = applyAnswers(text, translation, answers, settings.model)
  const prepared = { translation: { ...translation, ...heard }, kept: false, version: `${version} + ${settings.model}` }
  return act(ctx, async (trx) => {
    const need = await demandNeed(ctx, trx, id, 'translate')
    await demandAgreement(ctx, trx, need.opened)
    for (const { ask, answer, milliseconds } of asked) {
      await trx
        .insertInto('modelCalls')
        .values({ homeId: ownCollege(ctx), id: newId(ctx), needId: id, personId: signatureOf(ctx.actor).personId, at: ctx.now, endpoint: settings.endpoint, model: settings.model, promptVersion, askHash: hashOfAsk(settings, ask), state: answer === undefined ? 'unavailable' : 'answered', answer: answer === undefined ? null : json(answer), milliseconds, parties: ids([ownCollege(ctx)]) })
        .execute()
    }
    await onTheTable(ctx, trx, need, prepared)
    await trx.updateTable('needReceipts').set({ translation: json(prepared.translation), engineVersion: prepared.version }).where('homeId', '=', ownCollege(ctx)).where('needId', '=', id).execute()
    await keepNeedAction(ctx, trx, need, 'second-opinion', { endpoint: settings.endpoint, model: settings.model, promptVersion, questions: asks.length, answered: answers.filter((one) => one.answer !== undefined).length })
    return readWorkbench(ctx, trx, id, prepared)
  })
}

async function prepare(ctx: Context, engine: Engine, id: string): Promise<Prepared> {
  const { settings, text, known } = await look(ctx, async (trx) => {
    const need = await demandNeed(ctx, trx, id, 'translate')
    return { settings: await demandAgreement(ctx, trx, need.opened), text: need.text, known: await namesAround(trx, [need.enterprise.id, ownCollege(ctx)]) }
  })
  const { translation, version } = await prepareTranslation(ctx, engine, id)
  return { settings, text, known, translation, version, asks: buildAsks(text, translation, known) }
}

/** A model is asked only where the operator set one up, the college agreed to it, and the enterprise opened its words. */
async function demandAgreement(ctx: Context, trx: Trx, opened: boolean): Promise<ModelSettings> {
  const settings = await findAgreedModel(ctx, trx, ownCollege(ctx))
  if (!settings) throw new Refused(403, 'model-not-agreed')
  if (!opened) throw new Refused(403, 'need-not-opened')
  return settings
}

/** Names that must not leave: of both organisations in all languages, and of their people. */
async function namesAround(trx: Trx, organisations: readonly string[]): Promise<string[]> {
  const named = await trx.selectFrom('organisations').select(['name', 'shortName']).where('id', 'in', organisations).execute()
  const places = (await trx.selectFrom('regions').select('name').limit(5000).execute()).flatMap((one) => Object.values(one.name).filter((name) => name !== undefined))
  const people = await trx.selectFrom('memberships').innerJoin('people', 'people.id', 'memberships.personId').select('people.name').where('memberships.organisationId', 'in', organisations).limit(2000).execute()
  return [...named.flatMap((one) => [...Object.values(one.name), one.shortName].flatMap((name) => (name ? nameForms(name, places) : []))), ...people.map((one) => one.name)]
}

const hashOfAsk = (settings: ModelSettings, ask: ModelAsk): string => hashOf(JSON.stringify([settings.endpoint, settings.model, promptVersion, { ...ask, statement: 0 }]))

/** The same question was answered before: it is not asked, and not paid, twice. */
async function findAnswers(ctx: Context, trx: Trx, settings: ModelSettings, asks: readonly ModelAsk[]): Promise<Map<string, unknown>> {
  const rows = await trx.selectFrom('modelCalls').select(['askHash', 'answer']).where('homeId', '=', ownCollege(ctx)).where('state', '=', 'answered').where('askHash', 'in', asks.map((ask) => hashOfAsk(settings, ask))).orderBy('at').execute()
  return new Map(rows.map((row) => [row.askHash, row.answer]))
}

async function askOne(settings: ModelSettings, ask: ModelAsk): Promise<ModelAnswer & { milliseconds: number }> {
  const begun = performance.now()
  const answer = await askModel(settings, ask, new AbortController().signal)
  return { ask, answer, milliseconds: Math.round(performance.now() - begun) }
}
