import { type Delimiter, streamRecords } from '../../../platform/exchange-io/csv.ts'
import { rejectItem, type TaxonomyItem } from './taxonomy-item.ts'
import type { TaxonomySource } from './sources.ts'

/** One line of a table, by the names of its columns. */
export type SourceRow = Readonly<{ line: number; get: (column: string) => string }>

/** What is known of a table beforehand: what parts its fields, and how a column is called here whose name differs by edition. */
type Known = Readonly<{ delimiter?: Delimiter; nameOf?: (column: string) => string }>

/**
 * Reads a table of known shape row by row. A missing column is one reject for the file, and no rows.
 */
export async function* readRows(source: TaxonomySource, name: string, needed: readonly string[], known: Known = {}): AsyncGenerator<SourceRow | TaxonomyItem> {
  const delimiter = known.delimiter ?? (/\.tsv(\.gz)?$/i.test(name) ? '\t' : undefined)
  let columns: Map<string, number> | undefined
  let line = 1
  for await (const record of streamRecords(source.open(name), delimiter ? { delimiter } : {})) {
    const start = line
    line += 1 + lineBreaks(record)
    if (!columns) {
      columns = new Map(record.map((column, i) => [known.nameOf?.(column.trim()) ?? column.trim(), i]))
      const missing = needed.filter((column) => !columns!.has(column))
      if (missing.length > 0) {
        yield rejectItem(name, 1, 'wrong-columns', { missing: missing.join(', ') })
        return
      }
      continue
    }
    if (record.length === 1 && record[0] === '') continue
    const at = columns
    yield { line: start, get: (column) => (record[at.get(column) ?? -1] ?? '').trim() }
  }
}

export const isRow = (one: SourceRow | TaxonomyItem): one is SourceRow => 'get' in one

function lineBreaks(record: readonly string[]): number {
  let count = 0
  for (const field of record) for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) count++
  return count
}
