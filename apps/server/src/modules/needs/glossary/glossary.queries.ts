import type { GlossaryRow, glossary } from '@guildhall/contract/needs'
import type { Answer } from '@guildhall/contract/http'
import { sql } from 'kysely'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import type { Context } from '../../../platform/context.ts'
import { look } from '../../../platform/database/doors.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { noId } from '../../../platform/search/find.ts'
import { textKeyOf } from '../../translation/index.ts'
import { needThing } from '../needs/needs.thing.ts'

const timesOf = (verdict: string) =>
  sql<number>`(select count(*)::int from translation_decisions d where d.home_id = translation_decisions.home_id and d.phrase_key = translation_decisions.phrase_key and d.verdict = ${verdict} and d.undone_at is null)`
const shared = sql<boolean>`exists (select 1 from translation_decisions d where d.home_id = translation_decisions.home_id and d.phrase_key = translation_decisions.phrase_key and d.enterprise_id <> translation_decisions.enterprise_id and d.undone_at is null)`

/** Decisions of my college that stand, newest first. Whether another college's enterprise used the words too is not told: only what the college saw itself. */
export const listGlossary = (ctx: Context, asked: z.output<typeof glossary.list.query>): Promise<Answer<typeof glossary.list>> =>
  look(ctx, async (trx) => {
    let query = trx
      .selectFrom('translationDecisions')
      .innerJoin('organisations', 'organisations.id', 'translationDecisions.enterpriseId')
      .leftJoin('outcomes', 'outcomes.id', 'translationDecisions.outcomeId')
      .leftJoin('people', 'people.id', 'translationDecisions.personId')
      .select([
        'translationDecisions.id', 'translationDecisions.phrase', 'translationDecisions.language', 'translationDecisions.verdict', 'translationDecisions.reason', 'translationDecisions.needId', 'translationDecisions.after', 'translationDecisions.at',
        'organisations.id as enterpriseId', 'organisations.name as enterpriseName', 'outcomes.id as outcomeId', 'outcomes.number as outcomeNumber', 'outcomes.text as outcomeText', 'people.name as person',
        timesOf('accepted').as('accepted'), timesOf('edited').as('edited'), timesOf('rejected').as('rejected'), shared.as('shared'),
      ])
      .where('translationDecisions.homeId', '=', signatureOf(ctx.actor).organisationId ?? noId)
      .where('translationDecisions.undoneAt', 'is', null)
    if (asked.verdict) query = query.where('translationDecisions.verdict', '=', asked.verdict)
    if (asked.enterpriseId) query = query.where('translationDecisions.enterpriseId', '=', asked.enterpriseId)
    if (asked.language) query = query.where('translationDecisions.language', '=', asked.language)
    if (asked.q) query = query.where('translationDecisions.phraseKey', 'like', `%${textKeyOf(asked.q)}%`)
    const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { at: 'translationDecisions.at' }, defaultSort: '-at', id: 'translationDecisions.id', keys: (row) => [row.at, row.id] })
    const mayUndo = can(needThing.rights, 'translate', ctx.actor, { college: signatureOf(ctx.actor).organisationId ?? noId })
    const items = page.rows.map(({ accepted, edited, rejected, ...row }): GlossaryRow => ({
      id: row.id, phrase: row.phrase, language: row.language as GlossaryRow['language'], verdict: row.verdict as GlossaryRow['verdict'], reason: row.reason, needId: row.needId, // safe: CHECKs hold both lists
      enterprise: { id: row.enterpriseId, name: row.enterpriseName }, outcome: row.outcomeId && row.outcomeNumber && row.outcomeText ? { id: row.outcomeId, number: row.outcomeNumber, text: row.outcomeText } : null,
      concepts: ((row.after as { concepts?: { label: string }[] } | null)?.concepts ?? []).map((one) => one.label), person: row.person, at: row.at, times: { accepted, edited, rejected }, shared: row.shared, mayUndo: mayUndo && row.needId !== null,
    }))
    return { items, next: page.next, count: page.count, more: page.more, asOf: page.asOf }
  })
