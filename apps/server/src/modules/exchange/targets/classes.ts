import type { ImportTarget } from '../../../platform/exchange-io/import-target.ts'
import { classTarget } from '../../directory/index.ts'

/** Classes of a college, by name. */
export const classes: ImportTarget<'classes'> = {
  name: 'classes',
  fields: classTarget.fields,
  keyFields: classTarget.keyFields,
  rights: { import: ['at college:office', 'at college:administrator'] },
  load: async (ctx, trx) => ({ fields: await classTarget.loadFields(ctx, trx), existing: await classTarget.loadExisting(ctx, trx) }),
  take: async (ctx, trx, rows) => {
    await classTarget.take(ctx, trx, rows.map((row) => row.values))
    return rows.map(({ line }) => ({ line }))
  },
}
