import { type RawBuilder, sql } from 'kysely'

/** What goes into a jsonb column: only what `json()` made. */
export type JsonIn = { readonly madeByJson: true }

/** A value for a jsonb column. Given to the driver as text: it would write a list as a PostgreSQL array. */
export const json = (value: unknown): RawBuilder<JsonIn> => sql<JsonIn>`${JSON.stringify(value)}::jsonb`

/** A list of ids for a uuid[] column, each once, blanks left out. */
export const ids = (values: readonly (string | null | undefined)[]): RawBuilder<string[]> => sql<string[]>`${`{${[...new Set(values.filter(Boolean))].join(',')}}`}::uuid[]`
