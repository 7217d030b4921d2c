import type { ExportListName } from '@guildhall/contract/exchange'
import type { Page } from '@guildhall/contract/http'
import type { Instant, InterfaceLanguage, LocalizedText } from '@guildhall/kernel'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock/clock.ts'
import type { Context } from '../../../platform/context.ts'
import type { ImportField, ImportValues } from '../../../platform/exchange-io/import-fields.ts'

/** A list as a file: its columns, and what stands in them. It is read through the list's own function, so that its walls hold here too. */
export type ExportList = Readonly<{
  name: ExportListName
  fields: (ctx: Context) => Promise<readonly ImportField[]>
  /** Page after page of the view that the query names, from its beginning. A query that the list does not know is refused by its schema. */
  pages: (ctx: Context, query: Readonly<Record<string, unknown>>) => AsyncGenerator<ImportValues[]>
  parse: (query: Readonly<Record<string, unknown>>) => z.ZodSafeParseResult<unknown>
}>

const pageSize = 500

export function defineExportList<Query extends z.ZodObject, Row>(declared: Readonly<{
  name: ExportListName
  query: Query
  fields: readonly ImportField[] | ((ctx: Context) => Promise<readonly ImportField[]>)
  list: (ctx: Context, asked: z.output<Query>) => Promise<Page<Row>>
  values: (row: Row, say: Said) => ImportValues
}>): ExportList {
  const { fields } = declared
  return {
    name: declared.name,
    fields: typeof fields === 'function' ? fields : async () => fields,
    parse: (query) => declared.query.safeParse(query),
    pages: async function* (ctx, query) {
      const said = saidIn(ctx.actor.language)
      const asked = declared.query.parse(query)
      for (let after: string | undefined; ; ) {
        const page = await declared.list(ctx, { ...asked, limit: pageSize, after } as z.output<Query>) // safe: every list is asked with both; within the house a page may be longer
        yield page.items.map((row) => declared.values(row, said))
        if (page.next === null) return
        after = page.next
      }
    },
  }
}

/** What people entered, as the reader reads it: in the reader's language, else in another. */
export type Said = Readonly<{ text: (text: LocalizedText | null | undefined) => string | undefined; day: (moment: string | null) => string | undefined }>

const saidIn = (language: InterfaceLanguage): Said => ({
  text: (text) => text?.[language === 'zh-CN' ? 'zh' : language] ?? text?.zh ?? text?.en ?? text?.de,
  day: (moment) => (moment === null ? undefined : dayOf(moment as Instant)), // safe: moments of answers are instants
})
