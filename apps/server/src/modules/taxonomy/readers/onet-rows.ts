import type { FileRole } from './detect.ts'
import { isRow, readRows, type SourceRow } from './rows.ts'
import type { TaxonomySource } from './sources.ts'
import { rejectItem, type TaxonomyItem } from './taxonomy-item.ts'

export type OnetRole = Extract<FileRole, `onet-${string}`>

/** A line of an O*NET table that speaks of an occupation. */
export type OnetRow = SourceRow & Readonly<{ file: string; code: string }>

export const onetId = (code: string) => `onet:${code}`

/** The lines of all files of a role; one whose occupation has no code of the SOC is a reject. */
export async function* rowsOf(source: TaxonomySource, role: OnetRole, needed: readonly string[]): AsyncGenerator<OnetRow | TaxonomyItem> {
  for (const { name: file } of source.files.filter((one) => one.role === role)) {
    for await (const row of readRows(source, file, needed, { delimiter: '\t' })) {
      if (!isRow(row)) yield row
      else if (!needed.includes('O*NET-SOC Code')) yield { ...row, file, code: '' }
      else {
        const code = row.get('O*NET-SOC Code')
        yield /^\d{2}-\d{4}\.\d{2}$/.test(code) ? { ...row, file, code } : rejectItem(file, row.line, 'bad-code', { value: code })
      }
    }
  }
}
