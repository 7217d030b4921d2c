import pg from 'pg'

export type DescribedColumn = { name: string; type: string; nullable: boolean; hasDefault: boolean }
export type DescribedTable = { name: string; comment: string; columns: DescribedColumn[]; indexes: string[]; constraints: string[]; policies: string[] }

/** The migrated schema, read from the catalog: the source of the table types and of docs/schema. */
export async function describeTables(url: string): Promise<DescribedTable[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; comment: string | null; columns: DescribedColumn[]; indexes: string[] | null; constraints: string[] | null; policies: string[] | null }>(`
      select c.relname as name, obj_description(c.oid) as comment,
        (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'nullable', not a.attnotnull, 'hasDefault', a.atthasdef) order by a.attnum)
           from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
        (select json_agg(replace(pg_get_indexdef(i.indexrelid), 'public.', '') order by i.indexrelid::regclass::text) from pg_index i
           where i.indrelid = c.oid and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)) as indexes,
        (select json_agg(k.conname || ': ' || pg_get_constraintdef(k.oid) order by k.conname) from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
        (select json_agg(p.polname || ': ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '') order by p.polname) from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'migrations' order by c.relname`)
    return rows.map((row) => ({ ...row, comment: row.comment ?? '', indexes: row.indexes ?? [], constraints: row.constraints ?? [], policies: row.policies ?? [] }))
  } finally {
    await client.end()
  }
}

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const typeOf = (column: DescribedColumn): string => {
  if (column.type.endsWith('[]')) return 'string[]'
  if (['integer', 'bigint', 'smallint', 'real', 'double precision', 'numeric'].includes(column.type)) return 'number'
  if (column.type === 'boolean') return 'boolean'
  if (column.type === 'jsonb') return /(^|_)(name|title|text|object|condition|label)$/.test(column.name) ? 'Localized' : 'Json'
  if (column.type === 'bytea') return 'Buffer'
  return 'string'
}

/** The table types, written from the catalog so that they cannot drift from it. */
export function writeTableTypes(tables: readonly DescribedTable[]): string {
  const lines = [
    '// Written from the migrated schema by `npm run docs`. Do not edit.',
    "import type { LocalizedText } from '@guildhall/kernel'",
    "import type { ColumnType, Generated } from 'kysely'",
    "import type { JsonIn } from './json.ts'",
    '',
    '/** A jsonb column: anything comes out, `json(value)` goes in. */',
    'export type Json = ColumnType<unknown, JsonIn, JsonIn>',
    '/** A jsonb column of text in several languages. */',
    'export type Localized = ColumnType<LocalizedText, JsonIn, JsonIn>',
    '',
    'export type Tables = {',
  ]
  for (const table of tables) {
    lines.push(`  ${camel(table.name)}: {`)
    for (const column of table.columns) {
      const type = typeOf(column)
      const full = column.nullable ? (type === 'Json' || type === 'Localized' ? `ColumnType<${type === 'Json' ? 'unknown' : 'LocalizedText | null'}, JsonIn | null | undefined, JsonIn | null>` : `${type} | null`) : type
      const text = column.hasDefault && !column.nullable ? (type === 'Json' || type === 'Localized' ? `ColumnType<${type === 'Json' ? 'unknown' : 'LocalizedText'}, JsonIn | undefined, JsonIn>` : `Generated<${full}>`) : full
      lines.push(`    ${camel(column.name)}: ${text}`)
    }
    lines.push('  }')
  }
  return `${[...lines, '}', ''].join('\n')}`
}

/** The schema as a text for people, one section a table. */
export function writeSchemaText(tables: readonly DescribedTable[]): string {
  const parts = ['# The schema', '', 'Written from the migrated database by `npm run docs`. Each table is `home` (rows of one organisation, behind row-level security), `reference` or `local`.', '']
  for (const table of tables) {
    parts.push(`## ${table.name}`, '', `*${table.comment || 'not said'}*`, '', '| column | type | null |', '|---|---|---|')
    for (const column of table.columns) parts.push(`| ${column.name} | ${column.type} | ${column.nullable ? 'yes' : ''} |`)
    parts.push('')
    for (const one of [...table.constraints, ...table.indexes, ...table.policies.map((policy) => `policy ${policy}`)]) parts.push(`- \`${one}\``)
    parts.push('')
  }
  return parts.join('\n')
}
