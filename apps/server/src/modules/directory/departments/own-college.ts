import { sql } from 'kysely'
import { signatureOf } from '../../../platform/access/actor.ts'
import type { Context } from '../../../platform/context.ts'
import { notAllowed } from '../../../platform/http/refused.ts'
import { noId } from '../../../platform/search/find.ts'

/** The college whose rows the actor reads: their own organisation; rows of no college where they act for none. */
export const ownCollege = (ctx: Context): string => signatureOf(ctx.actor).organisationId ?? noId

/** The same for who writes: only a college has campuses, calendars, classes and learners. */
export function demandCollege(ctx: Context): string {
  if (ctx.actor.kind !== 'person' || ctx.actor.organisationKind !== 'college') throw notAllowed()
  return ctx.actor.organisationId
}

/** What a name in several languages sorts by, where the table keeps no sort name of its own: these lists are short. */
export const nameSort = (table: 'campuses' | 'departments') => sql<string>`coalesce(${sql.table(table)}.name ->> 'zh', ${sql.table(table)}.name ->> 'en', ${sql.table(table)}.name ->> 'de', '')`
