import type pg from 'pg'

const extensions = ['pg_trgm', 'btree_gin']

type Facts = { version: number; role: string; database: string; encoding: string; ctype: string; missing: string[] | null; makesRoles: boolean; makesTables: boolean }

/** Before the first migration: can this database hold the house? A fault is a sentence with the statement that mends it, not an error of the twentieth statement. */
export async function demandFitDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Facts>(
    `select current_setting('server_version_num')::int / 10000 as version, quote_ident(current_user) as role, quote_ident(datname) as database, pg_encoding_to_char(encoding) as encoding, datctype as ctype,
       (select array_agg(wanted) from unnest($1::text[]) wanted where not exists (select from pg_available_extensions e where e.name = wanted)) as missing,
       rolsuper or rolcreaterole as "makesRoles",
       has_database_privilege(datname, 'create') and has_schema_privilege('public', 'create') as "makesTables"
     from pg_database, pg_roles where datname = current_database() and rolname = current_user`,
    [extensions],
  )
  const fault = findFault(rows[0]!)
  if (fault) throw new Error(fault)
}

function findFault({ version, role, database, encoding, ctype, missing, makesRoles, makesTables }: Facts): string | undefined {
  if (version < 15) return `The database server is PostgreSQL ${version}; 15 or newer is needed.`
  const anew = `Make it anew: create database ${database} owner ${role} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8';`
  if (encoding !== 'UTF8') return `The database ${database} keeps text as ${encoding}; UTF8 is needed. ${anew}`
  // pg_trgm takes only letters, and to the plain C locale no Chinese character is one: searching would find nothing.
  if (ctype === 'C' || ctype === 'POSIX') return `The database ${database} knows no letters but English ones (lc_ctype ${ctype}); Chinese could not be searched. ${anew}`
  if (missing) return `The database server lacks ${missing.join(' and ')}: install its contrib package (postgresql-contrib).`
  if (!makesTables) return `The role ${role} may make nothing in the database ${database}. As an administrator: alter database ${database} owner to ${role};`
  if (!makesRoles) return `The role ${role} may not make the role of the second wall. For the first start, as an administrator: alter role ${role} createrole; afterwards it may be taken back: alter role ${role} nocreaterole;`
  return undefined
}

/** After the migrations, at every start: the house must pass its own walls, and be able to step behind them for a person. */
export async function demandWalls(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string; owner: string; passes: boolean }>(
    `select quote_ident(current_user) as role, quote_ident(pg_get_userbyid(relowner)) as owner, pg_has_role(current_user, relowner, 'usage') as passes from pg_class where oid = 'migrations'::regclass`,
  )
  const { role, owner, passes } = rows[0]!
  if (!passes) throw new Error(`The tables belong to the role ${owner}, and ${role} would find them empty. Let DATABASE_URL name ${owner}.`)
  await client.query('begin')
  const steps = await client.query('set local role guildhall_app').then(() => true, () => false)
  await client.query('rollback')
  if (!steps) throw new Error(`The role ${role} may not step behind the second wall. As an administrator: grant guildhall_app to ${role};`)
}
