import type { Rights } from '../access/relations.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../database/connect.ts'
import type { CellFault, ImportField, ImportValues } from './import-fields.ts'
import type { PlannedRow } from './import-plan.ts'

/** A row that a person wants in. `id` names the thing that it changes; absent where it is a new one. */
export type TakeRow = Readonly<{ line: number; id?: string; values: ImportValues }>
/** What became of it. `before` holds what an undo writes back. */
export type TakenRow = Readonly<{ line: number; id?: string; version?: number; before?: Readonly<Record<string, unknown>> }>
export type UndoRow = Readonly<{ line: number; id: string; version?: number; before?: Readonly<Record<string, unknown>> }>

/** What the register itself says about a planned row: that nothing (or nothing in these fields) would change, or why it cannot come in, or what a person should look at. */
export type Judgement = Readonly<{ same?: true; unchanged?: readonly string[]; fault?: RegisterFault; doubt?: RegisterFault }>
export type RegisterFault = Readonly<{ field?: string; code: RegisterFaultCode; params?: CellFault['params'] }>
export const registerFaultCodes = ['kind-is-fixed', 'kept-by-others', 'name-is-known', 'day-in-the-future', 'name-differs', 'membership-ended', 'last-administrator'] as const
export type RegisterFaultCode = (typeof registerFaultCodes)[number]

/** What a check compares with, as far as the actor may see it. */
export type LoadedTarget = Readonly<{
  fields: readonly ImportField[]
  existing: ReadonlyMap<string, ImportValues>
  keyOf?: (values: ImportValues) => string | undefined
  judge?: (row: PlannedRow) => Judgement | undefined
}>

/** A register that takes rows, declared once: its columns, what names a row, who may, how rows come in and how they are taken back. */
export type ImportTarget<Name extends string = string> = Readonly<{
  name: Name
  /** Its columns; those that name things of the organisation get their choices by `load`. */
  fields: readonly ImportField[]
  keyFields: readonly string[]
  /** A new row that agrees with an existing one in all of these is doubtful. */
  alike?: readonly string[]
  rights: Rights<'import'>
  /** Whether the key of a known row is the id of its thing. */
  keyIsId?: true
  load: (ctx: Context, trx: Trx) => Promise<LoadedTarget>
  /** Takes rows within one transaction. A refusal concerns the row that is taken; the caller then takes one at a time. */
  take: (ctx: Context, trx: Trx, rows: readonly TakeRow[], importId: string) => Promise<readonly TakenRow[]>
  /** What follows once all of an import is in, within the transaction that ends it. */
  after?: (ctx: Context, trx: Trx, importId: string, taken: number) => Promise<void>
  /** Takes rows back, or refuses because something depends on them. Absent where an import cannot be undone. */
  undo?: (ctx: Context, trx: Trx, rows: readonly UndoRow[]) => Promise<void>
}>
