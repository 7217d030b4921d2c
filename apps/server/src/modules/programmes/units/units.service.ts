import type { Answer } from '@guildhall/contract/http'
import type { Unit, units } from '@guildhall/contract/programmes'
import { sql } from 'kysely'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import { type Context, newId } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { act, ids, look } from '../../../platform/database/doors.ts'
import { fault, notAllowed, notFound } from '../../../platform/http/refused.ts'
import { tie, untie } from '../../../platform/links/links.ts'
import { textKeyOf } from '../../translation/index.ts'
import { readUnits } from '../programmes/programmes.queries.ts'
import { programmeThing } from '../programmes.things.ts'

/** Says which outcomes a unit carries, perhaps none. From then on the unit is described, by a named person. */
export const describeUnit = (ctx: Context, id: string, given: z.output<typeof units.describe.body>): Promise<Unit> =>
  act(ctx, async (trx) => {
    const unit = await trx.selectFrom('units').select(['homeId', 'courseVersionId']).where('id', '=', id).executeTakeFirst()
    if (!unit) throw notFound()
    if (!can(programmeThing.rights, 'describe', ctx.actor, { college: unit.homeId })) throw notAllowed()
    const wanted = given.outcomes.map((one) => one.outcomeId)
    if (new Set(wanted).size !== wanted.length) throw fault('/outcomes', 'twice-the-same')
    const found = wanted.length ? await trx.selectFrom('outcomes').select('id').where('id', 'in', wanted).where('status', '=', 'agreed').execute() : []
    if (found.length !== wanted.length) throw fault('/outcomes', 'no-such-outcome')
    await writeOutcomes(ctx, trx, unit.homeId, id, given.outcomes)
    await trx.updateTable('units').set({ describedBy: signatureOf(ctx.actor).personId, describedAt: ctx.now }).where('homeId', '=', unit.homeId).where('id', '=', id).execute()
    await keepAction(ctx, trx, { homeId: unit.homeId, kind: 'unit', id, action: 'described', body: { outcomes: given.outcomes }, parties: [unit.homeId] })
    return (await readUnits(trx, unit.homeId, { unitIds: [id] }))[0]!
  })

type Wanted = z.output<typeof units.describe.body>['outcomes']

async function writeOutcomes(ctx: Context, trx: Trx, homeId: string, unitId: string, wanted: Wanted): Promise<void> {
  const before = await trx.selectFrom('unitOutcomes').select('outcomeId').where('homeId', '=', homeId).where('unitId', '=', unitId).execute()
  const kept = new Set(wanted.map((one) => one.outcomeId))
  for (const { outcomeId } of before.filter((one) => !kept.has(one.outcomeId))) {
    await trx.deleteFrom('unitOutcomes').where('homeId', '=', homeId).where('unitId', '=', unitId).where('outcomeId', '=', outcomeId).execute()
    await untie(ctx, trx, { homeId, relation: 'taught-by', fromId: outcomeId, toId: unitId })
  }
  for (const one of wanted) {
    const columns = { depth: one.depth, assessment: one.assessment ?? null, confirmedBy: signatureOf(ctx.actor).personId, confirmedAt: ctx.now }
    await trx
      .insertInto('unitOutcomes')
      .values({ homeId, id: newId(ctx), unitId, outcomeId: one.outcomeId, ...columns, parties: ids([homeId]) })
      .onConflict((clash) => clash.constraint('an_outcome_stands_once_in_a_unit').doUpdateSet(columns))
      .execute()
    await tie(ctx, trx, { homeId, relation: 'taught-by', from: { kind: 'outcome', id: one.outcomeId }, to: { kind: 'unit', id: unitId }, parties: [homeId] })
  }
}

/**
 * Outcomes that the unit's text seems to carry: how much of an outcome's object and action the unit's words contain (trigrams of the
 * words, so that matching needs no common taxonomy). A suggestion; until a person confirms, the unit is not yet described.
 */
export const suggestOutcomes = (ctx: Context, id: string): Promise<Answer<typeof units.suggest>> =>
  look(ctx, async (trx) => {
    const unit = await trx
      .selectFrom('units')
      .innerJoin('courseVersions', (join) => join.onRef('courseVersions.homeId', '=', 'units.homeId').onRef('courseVersions.id', '=', 'units.courseVersionId'))
      .innerJoin('courses', (join) => join.onRef('courses.homeId', '=', 'courseVersions.homeId').onRef('courses.id', '=', 'courseVersions.courseId'))
      .select(['units.homeId', 'units.name', 'units.content', 'courses.name as course'])
      .where('units.id', '=', id)
      .executeTakeFirst()
    if (!unit) throw notFound()
    const text = textKeyOf(`${Object.values(unit.course).join(' ')} ${unit.name} ${unit.content}`)
    const rows = await trx
      .selectFrom('outcomes')
      .select(['id', 'number', 'text', 'object', 'action', sql<number>`round(word_similarity(text_key, ${text})::numeric, 3)::float`.as('score')])
      .where('homeId', '=', unit.homeId)
      .where('status', '=', 'agreed')
      .orderBy('score', 'desc')
      .orderBy('id')
      .limit(60)
      .execute()
    const items = rows
      .map((row) => ({ id: row.id, number: row.number, text: row.text, ...weigh(row, text) }))
      .filter((row) => row.score >= 0.3)
      .sort((a, b) => b.score - a.score || (a.number < b.number ? -1 : 1))
      .slice(0, 8)
    return { items }
  })

/** Characters of the object that stand in the unit's text in runs of two or more, weighed against the whole object. */
function weigh(row: { object: unknown; action: unknown; score: number }, text: string): { score: number; matched: string[] } {
  const matched: string[] = []
  let best = 0
  for (const object of Object.values(row.object as Record<string, string>)) {
    const key = textKeyOf(object)
    let covered = 0
    for (let at = 0; at < key.length; ) {
      let length = 0
      while (at + length < key.length && text.includes(key.slice(at, at + length + 1))) length++
      if (length >= 2) {
        covered += length
        matched.push(key.slice(at, at + length))
      }
      at += Math.max(1, length)
    }
    if (key.length) best = Math.max(best, covered / key.length)
  }
  return { score: Math.round(Math.min(1, 0.8 * best + 0.2 * row.score) * 1000) / 1000, matched: [...new Set(matched)] }
}
