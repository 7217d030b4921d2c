import type { Proposal } from '@guildhall/contract/programmes'
import { findText, type LocalizedText } from '@guildhall/kernel'
import { say } from '@guildhall/words'
import { sql } from 'kysely'
import { signatureOf } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import type { ProposalFull } from './proposals.rows.ts'

export async function listOpinions(trx: Trx, row: ProposalFull): Promise<Proposal['opinions']> {
  const opinions = await trx
    .selectFrom('proposalOpinions')
    .innerJoin('organisations', 'organisations.id', 'proposalOpinions.organisationId')
    .leftJoin('people', 'people.id', 'proposalOpinions.personId')
    .select(['proposalOpinions.id', 'proposalOpinions.step', 'people.id as personId', 'people.name as person', 'organisations.id as organisationId', 'organisations.name as organisation', 'proposalOpinions.stance', 'proposalOpinions.text', 'proposalOpinions.at'])
    .where('proposalOpinions.homeId', '=', row.homeId)
    .where('proposalOpinions.proposalId', '=', row.id)
    .orderBy('proposalOpinions.at')
    .limit(200)
    .execute()
  return opinions.map((one) => ({ id: one.id, step: one.step, person: one.personId && one.person ? { id: one.personId, name: one.person } : null, organisation: { id: one.organisationId, name: one.organisation }, stance: one.stance as 'for', text: one.text, at: one.at })) // safe: a CHECK holds the stances
}

/** Votes by step and round. While a vote is open only its turnout is told; what was voted, when it is closed. */
export async function listVotes(ctx: Context, trx: Trx, row: ProposalFull): Promise<Proposal['votes']> {
  const me = signatureOf(ctx.actor).personId
  const votes = await trx
    .selectFrom('proposalVotes')
    .select(['step', 'round', sql<number>`count(*)::int`.as('cast'), sql<number>`count(*) filter (where vote = 'yes')::int`.as('yes'), sql<number>`count(*) filter (where vote = 'no')::int`.as('no'), sql<number>`count(*) filter (where vote = 'abstain')::int`.as('abstain'), sql<'yes' | 'no' | 'abstain' | null>`max(vote) filter (where for_person_id = ${me})`.as('mine')])
    .where('homeId', '=', row.homeId)
    .where('proposalId', '=', row.id)
    .groupBy(['step', 'round'])
    .orderBy('round')
    .orderBy('step')
    .execute()
  const round = await roundOf(trx, row)
  if (row.status === 'in-vote' && !votes.some((one) => one.step === row.step && one.round === round)) votes.push({ step: row.step!, round, cast: 0, yes: 0, no: 0, abstain: 0, mine: null })
  return votes.map((one) => {
    const step = row.route?.[one.step]
    const closed = !(row.status === 'in-vote' && row.step === one.step && one.round === round)
    return { step: one.step, round: one.round, cast: one.cast, members: step?.people.length ?? one.cast, quorum: step?.quorum ?? null, closed, yes: closed ? one.yes : null, no: closed ? one.no : null, abstain: closed ? one.abstain : null, mine: one.mine }
  })
}

/** How often the proposal was sent on its way: a vote after a return is a new round, the old one stays readable. */
export const roundOf = async (trx: Trx, row: Pick<ProposalFull, 'homeId' | 'id'>): Promise<number> =>
  (await trx.selectFrom('actions').select(sql<number>`count(*)::int`.as('n')).where('homeId', '=', row.homeId).where('objectId', '=', row.id).where('action', '=', 'submitted').executeTakeFirstOrThrow()).n

type VoiceRow = Proposal['outcomeList'][number]['voices'][number] & { outcomeId: string; enterpriseId: string }

/** The words behind outcomes, as far as the reader may hear them; walled rows do not come. */
export const listVoices = async (trx: Trx, outcomeIds: readonly string[]): Promise<VoiceRow[]> =>
  outcomeIds.length
    ? trx
        .selectFrom('links')
        .innerJoin('needs', 'needs.id', 'links.fromId')
        .innerJoin('organisations', 'organisations.id', 'needs.homeId')
        .select(['links.toId as outcomeId', 'needs.homeId as enterpriseId', 'needs.text', 'needs.language', 'organisations.name as enterprise', 'needs.saidOn'])
        .where('links.toId', 'in', outcomeIds)
        .where('links.relation', '=', 'voiced')
        .where('links.withdrawnAt', 'is', null)
        .where('needs.withdrawnAt', 'is', null)
        .orderBy('needs.saidOn')
        .limit(300)
        .execute()
    : []

/** Who was told of the decision, with a text to paste into a chat. */
export async function listTold(ctx: Context, trx: Trx, row: ProposalFull): Promise<Proposal['told']> {
  if (row.status !== 'adopted' && row.status !== 'refused') return []
  const told = await trx
    .selectFrom('links')
    .innerJoin('needs', 'needs.id', 'links.toId')
    .innerJoin('organisations', 'organisations.id', 'needs.homeId')
    .select(['organisations.id', 'organisations.name', sql<string>`min(links.at)`.as('at'), sql<string>`(array_agg(needs.text order by needs.said_on))[1]`.as('text')])
    .where('links.fromId', '=', row.id)
    .where('links.relation', '=', 'told')
    .where('links.withdrawnAt', 'is', null)
    .groupBy(['organisations.id', 'organisations.name'])
    .orderBy('at')
    .limit(200)
    .execute()
  const college = await trx.selectFrom('organisations').select('name').where('id', '=', row.homeId).executeTakeFirst()
  const name = (text: LocalizedText | undefined) => findText(text ?? {}, 'zh')?.text ?? ''
  const key = row.status === 'adopted' ? 'programmes.told-adopted' : 'programmes.told-refused'
  return told.map((one) => ({
    enterprise: { id: one.id, name: one.name }, at: new Date(one.at).toISOString(),
    forWeChat: say(key, { enterprise: name(one.name), college: name(college?.name), text: one.text.slice(0, 60), title: row.title, cohort: String(row.fromCohort), reason: row.decisionReason ?? '' }, ctx.actor.language),
  }))
}
