import type { ImportTarget } from '../../../platform/exchange-io/import-target.ts'
import { learnerTarget } from '../../directory/index.ts'

/** Learners of a college, by student number. */
export const learners: ImportTarget<'learners'> = {
  name: 'learners',
  fields: learnerTarget.fields,
  keyFields: learnerTarget.keyFields,
  alike: learnerTarget.alike,
  rights: { import: ['at college:office', 'at college:administrator'] },
  load: async (ctx, trx) => ({ fields: await learnerTarget.loadFields(ctx, trx), existing: await learnerTarget.loadExisting(ctx, trx) }),
  take: async (ctx, trx, rows) => {
    await learnerTarget.take(ctx, trx, rows.map((row) => row.values))
    return rows.map(({ line }) => ({ line }))
  },
}
