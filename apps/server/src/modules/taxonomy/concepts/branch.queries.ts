import { contentLanguages, type LocalizedText } from '@guildhall/kernel'
import { say } from '@guildhall/words'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { look } from '../../../platform/database/doors.ts'
import { writeCsv } from '../../../platform/exchange-io/csv.ts'
import { notFound } from '../../../platform/http/refused.ts'

/** The largest branch of ESCO has some 14,000 concepts. */
const most = 20_000
const deepest = 20

type Row = Readonly<{ depth: number; code: string; notation: string | null; kind: 'competence'; parent: string | null; label: LocalizedText; alternatives: Record<string, string[]>; description: LocalizedText }>

/** A concept and everything below it as a table, in the order of the tree. One that stands in several places of the branch is told once, at the first. */
export const exportBranch = (ctx: Context, id: string): Promise<Readonly<{ name: string; bytes: Uint8Array }>> =>
  look(ctx, async (trx) => {
    const top = await trx.selectFrom('concepts').select(['taxonomyId', 'code', 'notation']).where('id', '=', id).executeTakeFirst()
    if (!top) throw notFound()
    const { rows } = await sql<Row>`
      with recursive down as (
        select ${top.code}::text as code, null::text as parent, 0 as depth, array[${top.code}::text] as way
        union all
        select r.from_code, down.code, down.depth + 1, down.way || r.from_code from down join concept_relations r on r.taxonomy_id = ${top.taxonomyId} and r.to_code = down.code and r.kind = 'broader'
        where down.depth < ${deepest} and r.from_code <> all (down.way)
      ), once as (select distinct on (code) code, parent, depth, way from down order by code, depth, way)
      select once.depth, c.code, c.notation, c.kind, parent.notation as parent, c.label, c.alternatives, c.description
      from once join concepts c on c.taxonomy_id = ${top.taxonomyId} and c.code = once.code left join concepts parent on parent.taxonomy_id = c.taxonomy_id and parent.code = once.parent
      where c.retired_at is null or once.depth = 0
      order by once.way limit ${most}`.execute(trx)
    const { language } = ctx.actor
    const heads = [
      ...(['branch.depth', 'concepts.code', 'branch.above', 'concepts.kind'] as const).map((key) => say(key, {}, language)),
      ...(['concepts.name', 'branch.also', 'concepts.description'] as const).flatMap((key) => contentLanguages.map((spoken) => `${say(key, {}, language)} (${spoken})`)),
      'URI',
    ]
    const lines = rows.map((row) => [
      row.depth, { asWritten: row.notation ?? '' }, { asWritten: row.parent ?? '' }, say(`concepts.kind.${row.kind}`, {}, language),
      ...contentLanguages.map((spoken) => row.label[spoken] ?? ''), ...contentLanguages.map((spoken) => (row.alternatives[spoken] ?? []).join(' | ')), ...contentLanguages.map((spoken) => row.description[spoken] ?? ''),
      row.code,
    ])
    const name = (top.notation ?? top.code.split('/').at(-1) ?? 'branch').replace(/[^\w.-]+/g, '_')
    return { name: `${name}.csv`, bytes: writeCsv([heads, ...lines]) }
  })
