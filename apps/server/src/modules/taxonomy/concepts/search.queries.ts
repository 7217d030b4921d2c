import type { Answer } from '@guildhall/contract/http'
import type { concepts } from '@guildhall/contract/taxonomy'
import { type ContentLanguage, type LocalizedText, toContentLanguage } from '@guildhall/kernel'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import type { Trx } from '../../../platform/database/connect.ts'
import { look } from '../../../platform/database/doors.ts'
import { countLimit, readCursor, writeCursor } from '../../../platform/lists/keyset.ts'
import { pageOfQuery } from '../../../platform/lists/list-of.ts'
import { conceptRows, presentConcept } from './concept-rows.ts'
import { findIn, type Searched } from './found-in.ts'

type Asked = z.output<typeof concepts.list.query>

/** Concepts by words, the best first; without words in the order of their codes. */
export const listConcepts = (ctx: Context, asked: Asked): Promise<Answer<typeof concepts.list>> =>
  look(ctx, (trx) => {
    const words = wordsOf(asked.q)
    return words.length > 0 ? search(ctx, trx, words, asked) : listByCode(ctx, trx, asked)
  })

/** A word that thousands of concepts hold is no search yet: so many by their names and so many more by what is said of them are compared. */
const compared = 1000

const wordsOf = (q: string | undefined) => [...new Set((q ?? '').normalize('NFKC').toLowerCase().slice(0, 100).split(/\s+/).filter(Boolean))].slice(0, 8)

async function listByCode(ctx: Context, trx: Trx, asked: Asked): Promise<Answer<typeof concepts.list>> {
  let query = conceptRows(trx).where(narrowed(asked))
  query = asked.taxonomyId ? query : query.where('taxonomies.state', '<>', 'retired')
  const page = await pageOfQuery(ctx, trx, asked, { query, sorts: { code: 'concepts.code' }, defaultSort: 'code', id: 'concepts.id', keys: (row) => [row.code, row.id] })
  return { items: page.rows.map((row) => ({ ...presentConcept(row), found: null })), next: page.next, count: page.count, more: page.more, asOf: page.asOf }
}

/**
 * First those whose names hold every word, then those whose descriptions or tasks make up for what the names lack. Among names: the code itself, a name that is the words, one that
 * begins with them, one that holds them, another name. Pages follow one another by place: the order is made anew each time, and the same.
 */
async function search(ctx: Context, trx: Trx, words: readonly string[], asked: Asked): Promise<Answer<typeof concepts.list>> {
  const language = toContentLanguage(ctx.actor.language)
  const from = Number(readCursor(asked.after, 'best')?.[0] ?? 0)
  const all = words.join(' ')
  const shelf = asked.taxonomyId ? sql`concepts.taxonomy_id = ${asked.taxonomyId}::uuid` : sql`concepts.taxonomy_id in (select id from taxonomies where state <> 'retired')`
  const { rows } = await sql<{ id: string; total: number }>`
    with named as (
      select id, code, label, notation, kind, true as is_named from concepts
      where ${shelf} and ${narrowed(asked)} and ${sql.join(words.map(inNames), sql` and `)} limit ${compared}
    ), described as (
      select id, code, label, notation, kind, false as is_named from concepts
      where ${shelf} and ${narrowed(asked)} and ${sql.join(words.map(anywhere), sql` and `)} and not (${sql.join(words.map((word) => sql`words like ${like(word)}`), sql` and `)})
      and (select count(*) from named) < ${compared} limit ${compared}
    ), found as (select * from named union all select * from described)
    select id, count(*) over ()::int as total from found
    order by case
        when not is_named then 6
        -- the skills of an occupation bear its code too
        when lower(coalesce(notation, code)) = ${all} or lower(code) = ${all} then (kind = 'competence')::int
        when ${inLabel(all)} then 2
        when ${inLabel(`${escaped(all)}%`)} then 3
        when ${sql.join(words.map((word) => inLabel(like(word))), sql` and `)} then 4
        else 5
      end,
      length(coalesce(label->>${language}, label->>'en', label->>'zh', label->>'de')), code, id
    limit ${asked.limit + 1} offset ${from}`.execute(trx)
  const ids = rows.slice(0, asked.limit).map((row) => row.id)
  const items = await readFound(trx, ids, words, language)
  const total = rows[0]?.total ?? from
  return { items, next: rows.length > asked.limit ? writeCursor('best', [from + asked.limit, '']) : null, count: Math.min(total, countLimit), more: total > countLimit, asOf: ctx.now }
}

async function readFound(trx: Trx, ids: readonly string[], words: readonly string[], language: ContentLanguage) {
  if (ids.length === 0) return []
  const rows = await conceptRows(trx).select(['concepts.alternatives', 'concepts.description', 'concepts.tasks']).where('concepts.id', 'in', ids).execute()
  const place = new Map(ids.map((id, i) => [id, i]))
  return rows
    .sort((a, b) => place.get(a.id)! - place.get(b.id)!)
    .map(({ alternatives, description, tasks, ...row }) => {
      const searched: Searched = { ...row, alternatives: alternatives as Searched['alternatives'], description: description as LocalizedText, tasks: tasks as Searched['tasks'] } // safe: written by the import alone
      return { ...presentConcept(row), found: findIn(searched, words, language) }
    })
}

const narrowed = (asked: Asked) => sql<SqlBool>`(${asked.kind ? sql`concepts.kind = ${asked.kind}` : sql`true`}) and (${asked.retired ? sql`true` : sql`concepts.retired_at is null`})`

const escaped = (word: string) => word.replace(/[\\%_]/g, (one) => `\\${one}`)
const like = (word: string) => `%${escaped(word)}%`

/** What trigrams cannot find is kept as it is: one or two Chinese characters wherever they stand, one or two letters as a word of their own. */
const isShort = (word: string) => /^([\u3400-\u9fff]{1,2}|[a-z0-9äöüß#+]{1,2})$/.test(word)
const hasGram = (word: string): RawBuilder<SqlBool> => sql`grams @> array[${word}::text]`

const inNames = (word: string): RawBuilder<SqlBool> => (isShort(word) ? sql`(${hasGram(word)} and words like ${like(word)})` : sql`words like ${like(word)}`)
const anywhere = (word: string): RawBuilder<SqlBool> => (isShort(word) ? hasGram(word) : sql`(words like ${like(word)} or said like ${like(word)})`)
const inLabel = (pattern: string): RawBuilder<SqlBool> => sql`exists (select from jsonb_each_text(label) as name where lower(name.value) like ${pattern})`
