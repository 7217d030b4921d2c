import pg from 'pg'

export type CatalogTable = Readonly<{ name: string; columns: readonly { name: string; type: string }[] }>
export type Reference = Readonly<{ table: string; name: string; definition: string; columns: readonly string[]; target: string; targetColumns: readonly string[] }>

/** Tables whose rows are not carried over: what opened a door then must not open it again after a restore. */
export const leftOut = ['migrations', 'sessions', 'sign_in_tries', 'single_sign_on_states', 'account_links'] as const

/** Every value as PostgreSQL writes it: nothing is lost on the way through a program's types. */
const asText = { getTypeParser: () => (value: unknown) => value } as unknown as pg.CustomTypesConfig // safe: the driver only calls this one member

/** A connection that speaks the same text on every server, and is not ended for taking long. */
export async function connectPlain(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types: asText })
  client.on('error', () => undefined) // the query under way fails with it
  await client.connect()
  await client.query("set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres'; set bytea_output to 'hex'; set extra_float_digits to 1; set statement_timeout to 0; set idle_in_transaction_session_timeout to 0")
  return client
}

export async function listTables(client: pg.Client): Promise<CatalogTable[]> {
  const { rows } = await client.query<{ name: string; columns: string }>(`
    select c.relname as name, (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`)
  return rows.map((row) => ({ name: row.name, columns: JSON.parse(row.columns) as CatalogTable['columns'] })) // safe: the shape that this very query builds
}

export async function listReferences(client: pg.Client): Promise<Reference[]> {
  const names = (from: string, keys: string) => `(select json_agg(a.attname order by k.place) from unnest(${keys}) with ordinality k(number, place) join pg_attribute a on a.attrelid = ${from} and a.attnum = k.number)`
  const { rows } = await client.query<{ table: string; name: string; definition: string; columns: string; target: string; target_columns: string }>(`
    select c.relname as table, r.conname as name, pg_get_constraintdef(r.oid) as definition, t.relname as target, ${names('r.conrelid', 'r.conkey')} as columns, ${names('r.confrelid', 'r.confkey')} as target_columns
    from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_class t on t.oid = r.confrelid
    where r.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 2`)
  return rows.map((row) => ({ table: row.table, name: row.name, definition: row.definition, target: row.target, columns: JSON.parse(row.columns) as string[], targetColumns: JSON.parse(row.target_columns) as string[] })) // safe: as above
}

export const quoted = pg.escapeIdentifier

/** The rows of a query in batches, by a cursor of the transaction: the whole is never in memory. */
export async function* readBatches<Row extends pg.QueryResultRow>(client: pg.Client, query: string, size: number): AsyncGenerator<Row[]> {
  await client.query(`declare batches no scroll cursor for ${query}`)
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${size} from batches`)
    if (rows.length) yield rows
    if (rows.length < size) break
  }
  await client.query('close batches')
}
