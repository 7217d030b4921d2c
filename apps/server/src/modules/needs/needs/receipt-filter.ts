import type { NeedFilter } from '@guildhall/contract/needs'
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Tables } from '../../../platform/database/tables.gen.ts'
import { hasOccupation } from '../posts/post-columns.ts'

/** What a filter of needs asks of a college's receipts and their needs: for its list, and for what the engine reads ahead. */
export const fitsFilter = (asked: NeedFilter) => (eb: ExpressionBuilder<Tables, 'needReceipts' | 'needs'>): Expression<SqlBool> =>
  eb.and([
    ...(asked.status ? [eb('needReceipts.status', '=', asked.status)] : []),
    ...(asked.majorId ? [asked.majorId === 'none' ? eb('needReceipts.majorId', 'is', null) : eb('needReceipts.majorId', '=', asked.majorId)] : []),
    ...(asked.enterpriseId ? [eb('needReceipts.enterpriseId', '=', asked.enterpriseId)] : []),
    ...(asked.from ? [eb('needReceipts.saidOn', '>=', asked.from)] : []),
    ...(asked.until ? [eb('needReceipts.saidOn', '<=', asked.until)] : []),
    ...(asked.source ? [eb('needs.source', '=', asked.source)] : []),
    ...(asked.language ? [eb('needs.language', '=', asked.language)] : []),
    ...(asked.occupationId ? [hasOccupation(asked.occupationId)] : []),
    ...(asked.importId ? [eb('needs.importId', '=', asked.importId)] : []),
  ])
