import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.gen.ts'

// Days stay days (never midnight in a zone); moments are ISO text; counts are checked numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString())
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`a count larger than a number can hold: ${value}`)
  return number
})
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>
export type { Tables }

/** A pool of connections. Without its own `error` listener a database that closes first would end the process. */
export function connect(url: string, options: { max?: number; onError?: (error: Error) => void } = {}): Db {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 6, statement_timeout: 60_000, idle_in_transaction_session_timeout: 60_000 })
  pool.on('error', options.onError ?? (() => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] })
}
