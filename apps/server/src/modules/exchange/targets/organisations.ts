import type { Trx } from '../../../platform/database/connect.ts'
import { asHouse } from '../../../platform/database/doors.ts'
import type { ImportTarget, UndoRow } from '../../../platform/exchange-io/import-target.ts'
import { conflict } from '../../../platform/http/refused.ts'
import { organisationTarget } from '../../directory/index.ts'

/** Organisations, by credit code or name. One is taken back only while nobody belongs to it and nothing is told about it. */
export const organisations: ImportTarget<'organisations'> = {
  ...organisationTarget,
  name: 'organisations',
  rights: { import: ['at college:office', 'at college:lead', 'at college:administrator'] },
  keyIsId: true,
  undo: async (ctx, trx, rows) => {
    const used = await findUsed(trx, rows)
    if (used) throw conflict('import-in-use', { number: used })
    await organisationTarget.undo(ctx, trx, rows)
  },
}

/** Whether anything hangs on an added organisation, be it behind the wall: that something does is all that is told. */
const findUsed = (trx: Trx, rows: readonly UndoRow[]): Promise<string | undefined> =>
  asHouse(trx, async () => {
    const added = rows.flatMap((row) => (row.before ? [] : [row.id]))
    if (!added.length) return undefined
    const found = await trx
      .selectFrom('organisations')
      .select('organisations.number')
      .where('organisations.id', 'in', added)
      .where((eb) =>
        eb.or([
          eb.exists(eb.selectFrom('memberships').select('memberships.id').whereRef('memberships.organisationId', '=', 'organisations.id')),
          eb.exists(eb.selectFrom('needs').select('needs.id').whereRef('needs.homeId', '=', 'organisations.id').where('needs.withdrawnAt', 'is', null)),
          eb.exists(eb.selectFrom('contactLinks').select('contactLinks.id').whereRef('contactLinks.homeId', '=', 'organisations.id')),
          eb.exists(eb.selectFrom('visits').select('visits.id').whereRef('visits.enterpriseId', '=', 'organisations.id')),
          eb.exists(eb.selectFrom('comments').select('comments.id').whereRef('comments.objectId', '=', 'organisations.id').where('comments.withdrawnAt', 'is', null)),
        ]),
      )
      .orderBy('organisations.number')
      .limit(1)
      .executeTakeFirst()
    return found?.number
  })
