import type { Answer, Ask, Endpoint, Page } from '@guildhall/contract/http'
import type { ReactNode } from 'react'
import type { ListState } from './url-state.ts'

/** The row of a list endpoint. */
export type RowOf<E extends Endpoint> = { id: string } & (Answer<E> extends Page<infer Row> ? Row : never)

export type Column<Row> = Readonly<{
  /** Also the name of the sort, where the list can be sorted by it. */
  name: string
  head: string
  cell: (row: Row) => ReactNode
  /** The same as plain text, for copying into a spreadsheet. */
  text: (row: Row) => string
  sort?: true
  /** Figures stand at the right. */
  align?: 'end'
  width?: string
  /** Where it stands in the two lines of a phone: the first line, at its right, or in the second. Absent: only on wide pages. */
  phone?: 'title' | 'state' | 'line'
  /** Holds a button, no fact: it is neither copied nor exported. Its cell is null where the row has none. */
  acts?: true
  /** Shown only where the person chose it. */
  optional?: true
}>

export type Filter = Readonly<{ name: string; label: string; choices: readonly { value: string; label: string }[] }>

/** What can be done with many rows at once. `takesAll`: also with all that match, not only those on this page. */
export type BulkAct<Row> = Readonly<{
  name: string
  label: string
  takesAll?: true
  run: (rows: readonly Row[], all: ListState | undefined) => void
}>

/** A list asked as its address says: words, filters, order; which part of it is the caller's business. */
export const listAsk = <E extends Endpoint>(list: ListState, part: { after?: string | undefined; limit: number }): Ask<E> =>
  ({ query: { ...list.filters, q: list.q || undefined, sort: list.sort, ...part } }) as unknown as Ask<E> // safe: names come from this list's own filters and sorts; the server checks them
