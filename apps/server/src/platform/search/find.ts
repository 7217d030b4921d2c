import type { LocalizedText } from '@guildhall/kernel'
import { sql } from 'kysely'
import { partiesOf } from '../access/actor.ts'
import type { Context } from '../context.ts'

export type Found = Readonly<{ kind: string; id: string; number: string | null; title: LocalizedText; url: string }>

/** Two Chinese characters: found among the pairs of neighbours that each entry keeps, as trigrams need three. */
const isPair = (text: string) => /^[\u3400-\u9fff]{2}$/.test(text)

/** A word that thousands of things hold is no search yet: only the newest of them are compared with it. */
const compared = 1000

/**
 * The third door: searches all things that the actor may read, by words (trigrams, any language; pairs of Chinese characters), pinyin or initials, or number.
 * It carries its own predicate on `parties` instead of row-level security, under which trigram indexes go unused.
 */
export async function find(ctx: Context, words: string, options: { kinds?: readonly string[]; limit: number }): Promise<Found[]> {
  const text = words.normalize('NFKC').toLowerCase().trim().slice(0, 100)
  if (!text) return []
  const parties = `{${partiesOf(ctx.actor).join(',')}}`
  const like = `%${text.replace(/[\\%_]/g, (one) => `\\${one}`)}%`
  const sound = /^[a-z]+$/.test(text.replace(/\s+/g, '')) ? `%${text.replace(/\s+/g, '')}%` : null
  const rows = await sql<Found>`
    select kind, id, number, title, url from (
      select kind, id, number, title, url, words, updated_at from search_entries
      where parties && ${parties}::uuid[]
        and (${isPair(text) ? sql`pairs @> ${`{${text}}`}::text[]` : sql`words like ${like}`} ${sound ? sql`or sounds like ${sound}` : sql``})
        ${options.kinds?.length ? sql`and kind = any(${`{${options.kinds.join(',')}}`}::text[])` : sql``}
      order by (lower(coalesce(number, '')) = ${text}) desc, updated_at desc, id limit ${compared}) as newest
    order by (lower(coalesce(number, '')) = ${text}) desc, similarity(words, ${text}) desc, updated_at desc, id
    limit ${options.limit}`.execute(ctx.house.db)
  return rows.rows
}

/** The ids of things of one kind that a list narrows itself to, at most 1,000; undefined where nothing was asked. */
export async function findIds(ctx: Context, words: string | undefined, kind: string): Promise<string[] | undefined> {
  if (!words?.trim()) return undefined
  return (await find(ctx, words, { kinds: [kind], limit: 1000 })).map((one) => one.id)
}

/** A list narrowed to ids: an empty list of ids is an empty list, not all. */
export const noId = '00000000-0000-0000-0000-000000000000'
