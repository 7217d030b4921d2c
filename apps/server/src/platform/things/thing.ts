import type { LocalizedText } from '@guildhall/kernel'
import type { Rights } from '../access/relations.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../database/connect.ts'
import { ids, json } from '../database/doors.ts'
import { soundsOf } from '../search/sounds.ts'

/** Seven stations of the thread; each has one colour and one icon everywhere. */
export const stations = ['need', 'outcome', 'unit', 'task', 'evidence', 'certificate', 'decision'] as const
export type Station = (typeof stations)[number]

/** A thing people talk about, declared once: how it is numbered, where it lives, which station it is, who may do what. */
export type Thing<Action extends string = string> = Readonly<{ kind: string; numberPrefix: string; urlOf: (id: string) => string; station?: Station; rights: Rights<Action> }>

export const defineThing = <const Action extends string>(thing: Thing<Action>): Thing<Action> => thing

/** The next number of a kind within a home, as people say it on the phone: `A-2026-0148`. One row is locked, of that home and year. */
export async function nextNumber(ctx: Context, trx: Trx, thing: Thing, homeId: string): Promise<string> {
  const year = Number(ctx.now.slice(0, 4))
  const row = await trx
    .insertInto('numbers')
    .values({ homeId, kind: thing.kind, year, last: 1 })
    .onConflict((conflict) => conflict.columns(['homeId', 'kind', 'year']).doUpdateSet((eb) => ({ last: eb('numbers.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${thing.numberPrefix}-${year}-${String(row.last).padStart(4, '0')}`
}

/** What search knows of a thing. `words`: everything it may be found by. */
export type SearchEntry = Readonly<{ homeId: string; id: string; number: string | null; title: LocalizedText; words: readonly (string | null | undefined)[]; parties: readonly (string | null | undefined)[] }>

/** Writes the thing's entry in the search table, in the transaction of the write. */
export async function indexThing(ctx: Context, trx: Trx, thing: Thing, entry: SearchEntry): Promise<void> {
  const title = Object.values(entry.title).join(' ')
  const row = {
    kind: thing.kind, number: entry.number, title: json(entry.title), url: thing.urlOf(entry.id),
    words: [entry.number, title, ...entry.words].filter(Boolean).join(' ').toLowerCase().slice(0, 4000),
    sounds: soundsOf(entry.title.zh ?? ''), parties: ids(entry.parties), updatedAt: ctx.now,
  }
  await trx.insertInto('searchEntries').values({ homeId: entry.homeId, id: entry.id, ...row }).onConflict((conflict) => conflict.columns(['homeId', 'id']).doUpdateSet(row)).execute()
}

export async function unindexThing(trx: Trx, homeId: string, id: string): Promise<void> {
  await trx.deleteFrom('searchEntries').where('homeId', '=', homeId).where('id', '=', id).execute()
}
