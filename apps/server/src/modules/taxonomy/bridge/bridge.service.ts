import type { bridge, Tie } from '@guildhall/contract/taxonomy'
import { sql } from 'kysely'
import type { z } from 'zod'
import { everyone, signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAudit } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids } from '../../../platform/database/doors.ts'
import { conflict, fault, notAllowed } from '../../../platform/http/refused.ts'
import { readTie } from './bridge.queries.ts'
import { bridgeRights } from './bridge.things.ts'

/** A named person judges a tie; only by that it is ever more than possible. */
export const judgeTie = (ctx: Context, id: string, given: z.output<typeof bridge.judge.body>): Promise<Tie> =>
  act(ctx, async (trx) => {
    const { tie, personId, homeId } = await demand(ctx, trx, id)
    if (given.verdict === 'other' && (!given.match || given.match === tie.match)) throw fault('/match', 'another-match-needed')
    await endOwn(ctx, trx, id, personId)
    const match = given.verdict === 'other' ? given.match! : null // safe: asked for just before
    await trx.insertInto('tieVerdicts').values({ homeId, id: newId(ctx), tieId: id, verdict: given.verdict, match, note: given.note || null, personId, at: ctx.now, parties: ids([homeId, everyone]) }).execute()
    await settle(trx, id)
    await keepAudit(ctx, trx, { homeId, action: 'tie-judged', kind: 'concept-tie', id, detail: { verdict: given.verdict, ...(match ? { match } : {}), from: tie.from.code, to: tie.to.code } })
    return readTie(ctx, trx, id)
  })

export const undoVerdict = (ctx: Context, id: string): Promise<Tie> =>
  act(ctx, async (trx) => {
    const { tie, personId, homeId } = await demand(ctx, trx, id)
    if (!(await endOwn(ctx, trx, id, personId))) throw conflict('no-verdict-of-yours')
    await settle(trx, id)
    await keepAudit(ctx, trx, { homeId, action: 'tie-verdict-undone', kind: 'concept-tie', id, detail: { from: tie.from.code, to: tie.to.code } })
    return readTie(ctx, trx, id)
  })

/** A person's own tie; another person must review it. */
export const proposeTie = (ctx: Context, given: z.output<typeof bridge.propose.body>): Promise<Tie> =>
  act(ctx, async (trx) => {
    const { personId, organisationId } = signatureOf(ctx.actor)
    if (!personId || !organisationId || !can(bridgeRights, 'propose', ctx.actor, {})) throw notAllowed()
    const sides = await trx.selectFrom('concepts').innerJoin('taxonomies', 'taxonomies.id', 'concepts.taxonomyId').select(['concepts.id', 'concepts.code', 'taxonomies.code as taxonomy']).where('concepts.id', 'in', [given.fromId, given.toId]).execute()
    const from = sides.find((one) => one.id === given.fromId)
    const to = sides.find((one) => one.id === given.toId)
    if (!from) throw fault('/fromId', 'no-such-concept')
    if (!to || to.taxonomy === from.taxonomy) throw fault('/toId', 'concept-of-another-taxonomy-needed')
    const id = newId(ctx)
    const made = await trx
      .insertInto('conceptTies')
      .values({ id, fromTaxonomy: from.taxonomy, fromCode: from.code, toTaxonomy: to.taxonomy, toCode: to.code, match: given.match, holds: given.match, reason: 'by-person', confidence: 0.5, origin: 'person', personId, at: ctx.now })
      .onConflict((clash) => clash.constraint('one_tie_a_pair').doNothing())
      .executeTakeFirst()
    if (!made.numInsertedOrUpdatedRows) throw conflict('tie-exists')
    await keepAudit(ctx, trx, { homeId: organisationId, action: 'tie-proposed', kind: 'concept-tie', id, detail: { from: from.code, to: to.code, match: given.match } })
    return readTie(ctx, trx, id)
  })

async function demand(ctx: Context, trx: Trx, id: string): Promise<{ tie: Tie; personId: string; homeId: string }> {
  const tie = await readTie(ctx, trx, id)
  const { personId, organisationId } = signatureOf(ctx.actor)
  if (!personId || !organisationId || !can(bridgeRights, 'judge', ctx.actor, {})) throw notAllowed()
  if (!tie.allowed.includes('judge')) throw conflict('tie-of-your-own')
  await sql`select id from concept_ties where id = ${id} for update`.execute(trx)
  return { tie, personId, homeId: organisationId }
}

async function endOwn(ctx: Context, trx: Trx, tieId: string, personId: string): Promise<boolean> {
  const ended = await trx.updateTable('tieVerdicts').set({ undoneAt: ctx.now }).where('tieId', '=', tieId).where('personId', '=', personId).where('undoneAt', 'is', null).executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

/** What the verdicts that stand make of a tie: more for it than against it is reviewed, more against it refused, else it is possible as before. */
async function settle(trx: Trx, tieId: string): Promise<void> {
  await sql`
    with said as (
      select count(*) filter (where verdict <> 'wrong') as yes, count(*) filter (where verdict = 'wrong') as no from tie_verdicts where tie_id = ${tieId} and undone_at is null
    ), kinds as (
      select coalesce(v.match, t.match) as match, count(*) as n, bool_or(v.verdict = 'right') as original from tie_verdicts v join concept_ties t on t.id = v.tie_id where v.tie_id = ${tieId} and v.undone_at is null and v.verdict <> 'wrong' group by 1
    )
    update concept_ties t set
      state = case when said.yes > said.no then 'reviewed' when said.no > said.yes then 'refused' else 'possible' end,
      holds = case when said.yes > said.no then (select match from kinds order by n desc, original desc, match limit 1) else t.match end
    from said where t.id = ${tieId}`.execute(trx)
}
