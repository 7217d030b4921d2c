import { type Expression, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Trx } from '../database/connect.ts'
import { countLimit, readCursor, writeCursor } from './keyset.ts'

type AskedList = Readonly<{ sort?: string | undefined; after?: string | undefined; limit: number }>

/**
 * One page of a list, by keyset: `limit + 1` rows after the cursor in the declared sort (two columns at most: the sort and the id).
 * `sorts` maps a sort's name to its column; `id` breaks ties, so that no row is shown twice or lost.
 */
export async function pageOfQuery<Database, Table extends keyof Database, Row>(
  ctx: Context,
  trx: Trx,
  asked: AskedList,
  declared: Readonly<{ query: SelectQueryBuilder<Database, Table, Row>; sorts: Readonly<Record<string, string>>; defaultSort: string; id: string; keys: (row: Row, sort: string) => [string | number | null, string] }>,
): Promise<{ rows: Row[]; next: string | null; count: number; more: boolean; asOf: string }> {
  const sort = asked.sort ?? declared.defaultSort
  const descending = sort.startsWith('-')
  const column = sql.ref(declared.sorts[descending ? sort.slice(1) : sort]!)
  const id = sql.ref(declared.id)
  const direction = descending ? sql`desc` : sql`asc`
  const from = readCursor(asked.after, sort)

  const counted = await sql<{ n: number }>`select count(*)::int as n from (${declared.query.clearSelect().select(sql<number>`1`.as('one')).limit(countLimit + 1)}) as counted`.execute(trx)
  let query = declared.query
  if (from) query = query.where(sql<SqlBool>`(${column}, ${id}) ${descending ? sql`<` : sql`>`} (${from[0]}, ${from[1]})` as Expression<SqlBool>)
  const rows = await query.orderBy(sql`${column} ${direction}, ${id} ${direction}`).limit(asked.limit + 1).execute()
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  const n = counted.rows[0]?.n ?? 0
  return {
    rows: page,
    next: rows.length > asked.limit && last ? writeCursor(sort, declared.keys(last, sort.replace(/^-/, ''))) : null,
    count: Math.min(n, countLimit),
    more: n > countLimit,
    asOf: ctx.now,
  }
}
