import type { Programme, units } from '@guildhall/contract/programmes'
import type { z } from 'zod'
import { signatureOf } from '../../../platform/access/actor.ts'
import { can } from '../../../platform/access/relations.ts'
import { keepAction } from '../../../platform/actions/actions.ts'
import type { Context } from '../../../platform/context.ts'
import { act } from '../../../platform/database/doors.ts'
import { fault, notAllowed, notFound } from '../../../platform/http/refused.ts'
import { readProgramme } from '../programmes/programmes.queries.ts'
import { programmeThing } from '../programmes.things.ts'

/**
 * A named person says of many units at once that they carry none of the agreed outcomes, or takes that back. Units about which somebody has said more stay as
 * they are: one of those in the list is a fault, and nothing is written.
 */
export const sayUnitsCarryNone = (ctx: Context, programmeId: string, given: z.output<typeof units.carryNone.body>): Promise<Programme> =>
  act(ctx, async (trx) => {
    const programme = await trx.selectFrom('trainingProgrammes').select('homeId').where('id', '=', programmeId).executeTakeFirst()
    if (!programme) throw notFound()
    const { homeId } = programme
    if (!can(programmeThing.rights, 'describe', ctx.actor, { college: homeId })) throw notAllowed()
    const ids = [...new Set(given.unitIds)]
    const found = await trx
      .selectFrom('units')
      .innerJoin('programmeCourses', (join) => join.onRef('programmeCourses.homeId', '=', 'units.homeId').onRef('programmeCourses.courseVersionId', '=', 'units.courseVersionId'))
      .select(['units.id', 'units.describedAt', (eb) => eb.exists(eb.selectFrom('unitOutcomes').select('unitOutcomes.id').whereRef('unitOutcomes.homeId', '=', 'units.homeId').whereRef('unitOutcomes.unitId', '=', 'units.id')).as('carries')])
      .where('units.homeId', '=', homeId)
      .where('programmeCourses.programmeId', '=', programmeId)
      .where('units.id', 'in', ids)
      .execute()
    if (found.length !== ids.length) throw fault('/unitIds', 'no-such-unit')
    if (found.some((one) => one.carries || (one.describedAt !== null) === given.none)) throw fault('/unitIds', 'unit-is-described-otherwise')
    const said = given.none ? { describedBy: signatureOf(ctx.actor).personId, describedAt: ctx.now } : { describedBy: null, describedAt: null }
    await trx.updateTable('units').set(said).where('homeId', '=', homeId).where('id', 'in', ids).execute()
    for (const id of ids) await keepAction(ctx, trx, { homeId, kind: 'unit', id, action: given.none ? 'described' : 'description-taken-back', body: given.none ? { outcomes: [] } : {}, parties: [homeId] })
    return readProgramme(ctx, trx, programmeId)
  })
