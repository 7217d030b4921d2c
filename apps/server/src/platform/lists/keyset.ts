import { Refused } from '../http/refused.ts'

/** Where a page ended: the sort it was made with, and the values of its last row. Opaque to callers. */
type Cursor = Readonly<{ sort: string; values: readonly (string | number | null)[] }>

export function readCursor(after: string | undefined, sort: string): Cursor['values'] | undefined {
  if (!after) return undefined
  try {
    const cursor = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as Cursor
    if (cursor.sort === sort && Array.isArray(cursor.values)) return cursor.values
  } catch {
    // falls through: a cursor that was not made by us
  }
  throw new Refused(400, 'invalid', { faults: [{ at: '/after', code: 'invalid_format' }] })
}

export const writeCursor = (sort: string, values: Cursor['values']): string => Buffer.from(JSON.stringify({ sort, values } satisfies Cursor)).toString('base64url')

/** A count stops here: counting a growing table exactly costs as much as reading it. */
export const countLimit = 1000
