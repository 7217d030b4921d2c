import type { Answer } from '@guildhall/contract/http'
import type { Outcome, OutcomeRow, outcomes } from '@guildhall/contract/translation'
import type { LocalizedText } from '@guildhall/kernel'
import { sql } from 'kysely'
import type { z } from 'zod'
import { allowedOf } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { textKeyOf } from './outcome-text.ts'
import { outcomeThing } from './outcomes.thing.ts'
import { sayToEmployer } from './says.ts'

/**
 * Distinct enterprises whose words became the outcome. The ties are walled: a reader counts only those that they may see, so the
 * count tells another college or enterprise nothing.
 */
const askedBy = sql<number>`(select count(distinct n.home_id)::int from links l join needs n on n.id = l.from_id where l.to_id = outcomes.id and l.relation = 'voiced' and l.withdrawn_at is null and n.withdrawn_at is null)`

const rows = (trx: Trx) => trx.selectFrom('outcomes').select(['outcomes.id', 'outcomes.homeId', 'outcomes.number', 'outcomes.kind', 'outcomes.text', 'outcomes.level', 'outcomes.status', 'outcomes.majorId', 'outcomes.updatedAt', askedBy.as('askedBy')])
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const present = ({ homeId: _homeId, ...row }: Row): OutcomeRow => row as OutcomeRow // safe: CHECKs hold the value lists, and the gate compares each answer with the schema

export const listOutcomes = (ctx: Context, asked: z.output<typeof outcomes.list.query>): Promise<Answer<typeof outcomes.list>> =>
  look(ctx, async (trx) => {
    let query = rows(trx).where('outcomes.status', '=', 'agreed')
    if (asked.mine !== 'no' && ctx.actor.kind === 'person' && ctx.actor.organisationKind === 'college') query = query.where('outcomes.homeId', '=', ctx.actor.organisationId)
    if (asked.majorId) query = query.where('outcomes.majorId', '=', asked.majorId)
    if (asked.level) query = query.where('outcomes.level', '=', asked.level)
    if (asked.q) query = query.where('outcomes.textKey', 'like', `%${textKeyOf(asked.q)}%`)
    const page = await pageOfQuery(ctx, trx, asked, {
      query, sorts: { updatedAt: 'outcomes.updatedAt', number: 'outcomes.number' }, defaultSort: '-updatedAt', id: 'outcomes.id', keys: (row, sort) => [sort === 'number' ? row.number : row.updatedAt, row.id],
    })
    return { items: page.rows.map(present), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })

/** One outcome with its voices, as far as the reader may hear them. */
export async function readOutcome(ctx: Context, trx: Trx, id: string): Promise<Outcome> {
  const row = await rows(trx)
    .innerJoin('organisations', 'organisations.id', 'outcomes.homeId')
    .select(['outcomes.verb', 'outcomes.action', 'outcomes.object', 'outcomes.independent', 'outcomes.condition', 'outcomes.standard', 'outcomes.measure', 'outcomes.evidenceForm', 'outcomes.evidenceText', 'outcomes.concepts', 'outcomes.version', 'organisations.name as collegeName'])
    .where('outcomes.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const { collegeName, ...fields } = row
  return {
    ...present(row),
    verb: fields.verb, action: fields.action as LocalizedText, object: fields.object as LocalizedText, independent: fields.independent, condition: fields.condition as LocalizedText | null, standard: fields.standard as LocalizedText | null, // safe: written by this module
    measure: fields.measure as Outcome['measure'], evidenceForm: fields.evidenceForm, evidenceText: fields.evidenceText as LocalizedText, concepts: fields.concepts as Outcome['concepts'], // safe: as above
    college: { id: row.homeId, name: collegeName }, voices: await listVoices(trx, id), says: sayToEmployer(fields as Parameters<typeof sayToEmployer>[0]), equivalents: await listEquivalents(trx, row.homeId, id), version: row.version, // safe: as above
    allowed: row.status === 'agreed' ? allowedOf(outcomeThing.rights, ctx.actor, { college: row.homeId }) : [],
  }
}

export const getOutcome = (ctx: Context, id: string): Promise<Outcome> => look(ctx, (trx) => readOutcome(ctx, trx, id))

const listVoices = async (trx: Trx, outcomeId: string): Promise<Outcome['voices']> => {
  const rows = await trx
    .selectFrom('links')
    .innerJoin('needs', 'needs.id', 'links.fromId')
    .innerJoin('organisations', 'organisations.id', 'needs.homeId')
    .leftJoinLateral(
      (eb) => eb.selectFrom('outcomeAnswers').select(['answer', 'words']).whereRef('outcomeAnswers.needId', '=', 'needs.id').where('outcomeAnswers.outcomeId', '=', outcomeId).orderBy('at', 'desc').limit(1).as('latest'),
      (join) => join.onTrue(),
    )
    .select(['needs.id as needId', 'needs.number as needNumber', 'needs.text', 'needs.language', 'needs.saidOn', 'organisations.id as enterpriseId', 'organisations.name as enterpriseName', 'links.body', 'latest.answer', 'latest.words'])
    .where('links.toId', '=', outcomeId)
    .where('links.relation', '=', 'voiced')
    .where('links.withdrawnAt', 'is', null)
    .where('needs.withdrawnAt', 'is', null)
    .orderBy('needs.saidOn', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    needId: row.needId, needNumber: row.needNumber, text: row.text, language: row.language, enterprise: { id: row.enterpriseId, name: row.enterpriseName }, saidOn: row.saidOn,
    spans: (row.body as { spans?: { start: number; end: number }[] }).spans ?? [], answer: row.answer as 'yes' | 'nearly' | 'no' | null, answerWords: row.words, // safe: a CHECK holds the three answers
  }))
}

const listEquivalents = async (trx: Trx, homeId: string, id: string): Promise<Outcome['equivalents']> =>
  trx
    .selectFrom('outcomeEquivalents')
    .innerJoin('outcomes', (join) => join.on((eb) => eb.or([eb.and([eb('outcomeEquivalents.outcomeId', '=', id), eb('outcomes.id', '=', eb.ref('outcomeEquivalents.otherId'))]), eb.and([eb('outcomeEquivalents.otherId', '=', id), eb('outcomes.id', '=', eb.ref('outcomeEquivalents.outcomeId'))])])))
    .select(['outcomes.id', 'outcomes.number', 'outcomes.text'])
    .where('outcomeEquivalents.homeId', '=', homeId)
    .where('outcomeEquivalents.withdrawnAt', 'is', null)
    .limit(50)
    .execute()

/** Outcomes of one college whose text is nearly the same (trigrams), best first. */
export async function listLike(trx: Trx, homeId: string, text: string, limit: number): Promise<(OutcomeRow & { similarity: number })[]> {
  const key = textKeyOf(text)
  if (!key) return []
  const found = await rows(trx)
    .select(sql<number>`round(similarity(outcomes.text_key, ${key})::numeric, 3)::float`.as('similarity'))
    .where('outcomes.homeId', '=', homeId)
    .where('outcomes.status', '=', 'agreed')
    .where(sql<boolean>`similarity(outcomes.text_key, ${key}) > 0.35`)
    .orderBy('similarity', 'desc')
    .orderBy('outcomes.id')
    .limit(limit)
    .execute()
  return found.map((row) => ({ ...present(row), similarity: row.similarity }))
}
