import type { Answer } from '@guildhall/contract/http'
import type { ConceptUses, concepts } from '@guildhall/contract/taxonomy'
import { sql } from 'kysely'
import { signatureOf } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import { look } from '../../../platform/database/doors.ts'
import { notFound } from '../../../platform/http/refused.ts'

/** More is shown in the list of outcomes. */
const shown = 20

type Row = ConceptUses['outcomes']['items'][number] & Readonly<{ count: number; allNeeds: number; allUnits: number; allProposals: number }>

/** The outcomes of the reader's own organisation that name a concept by its code, the needs that they were heard from and the units that carry them, the change proposals that rest on them; and the needs, as far as the reader may see them, whose post was tied to it. */
export const readUses = (ctx: Context, id: string): Promise<Answer<typeof concepts.uses>> =>
  look(ctx, async (trx) => {
    const concept = await trx.selectFrom('concepts').select('code').where('id', '=', id).executeTakeFirst()
    if (!concept) throw notFound()
    const { organisationId } = signatureOf(ctx.actor)
    const { rows } = await sql<Row>`
      with own as (
        select o.id, o.number, o.text, o.level, o.updated_at from outcomes o
        where o.home_id = ${organisationId} and o.status = 'agreed' and o.concepts @> ${JSON.stringify([{ concept: concept.code }])}::jsonb
      ), heard as (
        select distinct l.to_id as outcome_id, l.from_id as need_id from links l join needs n on n.id = l.from_id
        where l.to_id in (select id from own) and l.relation = 'voiced' and l.withdrawn_at is null and n.withdrawn_at is null
      ), carried as (select u.outcome_id, u.unit_id from unit_outcomes u where u.home_id = ${organisationId} and u.outcome_id in (select id from own))
      select own.id, own.number, own.text, own.level,
        (select count(*)::int from heard where heard.outcome_id = own.id) as needs, (select count(*)::int from carried where carried.outcome_id = own.id) as units,
        count(*) over ()::int as count, (select count(distinct need_id)::int from heard) as all_needs, (select count(distinct unit_id)::int from carried) as all_units,
        (select count(*)::int from change_proposals p where p.home_id = ${organisationId} and p.status <> 'withdrawn' and p.outcome_ids && array(select id from own)) as all_proposals
      from own order by own.updated_at desc, own.id limit ${shown}`.execute(trx)
    const [first] = rows
    const posts = await trx.selectFrom('postDecisions').innerJoin('needs', 'needs.id', 'postDecisions.needId').select(({ fn }) => fn.count<number>('postDecisions.needId').distinct().as('n')).where('conceptId', '=', id).where('undoneAt', 'is', null).where('needs.withdrawnAt', 'is', null).executeTakeFirstOrThrow()
    return { outcomes: { count: first?.count ?? 0, items: rows.map(({ count: _count, allNeeds: _needs, allUnits: _units, allProposals: _proposals, ...one }) => one) }, needs: first?.allNeeds ?? 0, units: first?.allUnits ?? 0, proposals: first?.allProposals ?? 0, posts: Number(posts.n) }
  })
