import { z } from 'zod'

/** How a list is asked: words, one of the declared sorts (`-` turns it), where to go on, how many. Filters are added by each list. */
export const listQuery = <const Sort extends readonly [string, ...string[]], Filters extends z.ZodRawShape>(declared: { sort: Sort; filters: Filters }) =>
  z.object({
    q: z.string().max(200).optional(),
    sort: z.enum([...declared.sort, ...declared.sort.map((one) => `-${one}` as const)] as [string, ...string[]]).optional(),
    after: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    ...declared.filters,
  })

/** A page of a list. `next` goes on after the last item; `count` stops at 1,000 and then `more` is true. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable(), count: z.number().int(), more: z.boolean(), asOf: z.string() })
export type Page<Item> = { items: Item[]; next: string | null; count: number; more: boolean; asOf: string }
