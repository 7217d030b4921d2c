import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTown, type Town } from '../../../../../tests/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown({ empty: true })
})
afterAll(() => town.close())

// A list that only shrinks: what is left out, and why.
const withoutWall: Readonly<Record<string, string>> = {
  numbers: 'holds the last number of a kind and year, no content; it is locked by whoever gives the next one',
}
const keysWithoutHome: Readonly<Record<string, string>> = {
  'contact_links (token_hash)': 'the hash of 256 random bits: nobody can try one that exists; a link is found before its home is known',
}

type TableRow = { name: string; comment: string | null; secured: boolean; forced: boolean; policies: string[]; parties: boolean; key: string[] | null; unique: string[][] }

const listTables = async (): Promise<TableRow[]> =>
  (
    await sql<TableRow>`
      select c.relname as name, obj_description(c.oid) as comment, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
        exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'parties' and a.attnotnull) as parties,
        coalesce((select json_agg(p.polname order by p.polname) from pg_policy p where p.polrelid = c.oid), '[]') as policies,
        (select json_agg(a.attname order by k.place) from pg_index i, unnest(i.indkey) with ordinality k(number, place) join pg_attribute a on a.attnum = k.number
           where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as key,
        coalesce((select json_agg((select json_agg(a.attname order by k.place) from unnest(i.indkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number)) from pg_index i where i.indrelid = c.oid and i.indisunique), '[]') as unique
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations' order by 1`.execute(town.house.db)
  ).rows

const homes = async () => (await listTables()).filter((table) => table.comment === 'home')

test('every table says whether its rows belong to a home, to all, or to this machine', async () => {
  const tables = await listTables()
  expect(tables.filter(({ comment }) => !['home', 'reference', 'local'].includes(comment ?? '')).map(({ name }) => name)).toEqual([])
  expect(tables.length).toBeGreaterThan(30)
})

test('every table of homes stands behind the second wall, forced for its owner too', async () => {
  const open = (await homes()).filter((table) => !(table.name in withoutWall)).filter((table) => !table.secured || !table.forced || !table.parties || table.policies.join() !== 'keeper,parties')
  expect(open.map(({ name }) => name)).toEqual([])
})

test('the key of every table of homes begins with the home, and so does every other unique key: else it would betray a foreign row', async () => {
  const tables = await homes()
  expect(tables.filter(({ key }) => key?.[0] !== 'home_id').map(({ name }) => name)).toEqual([])
  const betraying = tables.flatMap(({ name, unique }) => unique.filter((columns) => columns[0] !== 'home_id').map((columns) => `${name} (${columns.join(', ')})`))
  expect(betraying.filter((one) => !(one in keysWithoutHome))).toEqual([])
})

test('an exception is one: it is taken off the list when its table has the wall', async () => {
  const tables = await homes()
  expect(Object.keys(withoutWall).filter((name) => tables.find((table) => table.name === name)?.secured !== false)).toEqual([])
})

test('the role of the application owns nothing, passes no wall, and may change nothing that is kept', async () => {
  const { rows } = await sql<{ passes: boolean; logs: boolean; owns: number }>`
    select r.rolbypassrls or r.rolsuper as passes, r.rolcanlogin as logs, (select count(*)::int from pg_class c where c.relowner = r.oid) as owns from pg_roles r where r.rolname = 'guildhall_app'`.execute(town.house.db)
  expect(rows).toEqual([{ passes: false, logs: false, owns: 0 }])
  const rights = await sql<{ right: string }>`select table_name || ' ' || privilege_type as right from information_schema.role_table_grants where grantee = 'guildhall_app' and table_name in ('actions', 'audit') order by 1`.execute(town.house.db)
  expect(rights.rows.map((row) => row.right)).toEqual(['actions INSERT', 'actions SELECT', 'audit INSERT', 'audit SELECT'])
})

test('secrets of accounts are not for the role of the application', async () => {
  const attempt = town.house.db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'guildhall_app', true)`.execute(trx)
    await sql`select password_hash from accounts`.execute(trx)
  })
  await expect(attempt).rejects.toThrow(/permission denied/)
})
