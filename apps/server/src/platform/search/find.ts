import type { LocalizedText } from '@guildhall/kernel'
import { type RawBuilder, sql } from 'kysely'
import { partiesOf } from '../access/actor.ts'
import type { Context } from '../context.ts'

export type Found = Readonly<{ kind: string; id: string; number: string | null; title: LocalizedText; url: string }>

/** Two Chinese characters: found among the pairs of neighbours that each entry keeps, as trigrams need three. */
const isPair = (text: string) => /^[\u3400-\u9fff]{2}$/.test(text)

/** A word that thousands of things hold is no search yet: only the newest of them are compared with it. */
const compared = 1000

type Narrowed = Readonly<{ kinds?: readonly string[] }>

/**
 * The third door: searches all things that the actor may read, by words (trigrams, any language; pairs of Chinese characters), pinyin or initials, or number.
 * It carries its own predicate on `parties` instead of row-level security, under which trigram indexes go unused.
 */
export async function find(ctx: Context, words: string, options: Narrowed & { limit: number }): Promise<Found[]> {
  const text = formOf(words)
  if (!text) return []
  const rows = await sql<Found>`
    select kind, id, number, title, url from (${newest(ctx, text, options, sql`kind, id, number, title, url, words, updated_at`)}) as newest
    order by ${exactFirst(text)} similarity(words, ${text}) desc, updated_at desc, id
    limit ${options.limit}`.execute(ctx.house.db)
  return rows.rows
}

/** The ids of things of one kind that a list narrows itself to, at most 1,000, newest first; undefined where nothing was asked. How alike they are is nothing to a list, and would cost it most of its time. */
export async function findIds(ctx: Context, words: string | undefined, kind: string): Promise<string[] | undefined> {
  if (!words?.trim()) return undefined
  const text = formOf(words)
  if (!text) return []
  return (await newest(ctx, text, { kinds: [kind] }, sql`id`).execute(ctx.house.db)).rows.map((one) => one.id)
}

const formOf = (words: string) => words.normalize('NFKC').toLowerCase().trim().slice(0, 100)

/** No number consists of two Chinese characters; without this key their order is that of an index. */
const exactFirst = (text: string) => (isPair(text) ? sql`` : sql`(lower(coalesce(number, '')) = ${text}) desc,`)

function newest(ctx: Context, text: string, { kinds }: Narrowed, columns: RawBuilder<unknown>): RawBuilder<{ id: string }> {
  const parties = `{${partiesOf(ctx.actor).join(',')}}`
  const like = `%${text.replace(/[\\%_]/g, (one) => `\\${one}`)}%`
  const sound = /^[a-z]+$/.test(text.replace(/\s+/g, '')) ? `%${text.replace(/\s+/g, '')}%` : null
  return sql`
    select ${columns} from search_entries
    where parties && ${parties}::uuid[]
      and (${isPair(text) ? sql`pairs @> ${`{${text}}`}::text[]` : sql`words like ${like}`} ${sound ? sql`or sounds like ${sound}` : sql``})
      ${kinds?.length ? sql`and kind = any(${`{${kinds.join(',')}}`}::text[])` : sql``}
    order by ${exactFirst(text)} updated_at desc, id limit ${compared}`
}

/** A list narrowed to ids: an empty list of ids is an empty list, not all. */
export const noId = '00000000-0000-0000-0000-000000000000'
