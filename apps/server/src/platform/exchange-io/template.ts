import type { InterfaceLanguage } from '@guildhall/kernel'
import { columnOfField, headerOf, sheetName } from './export-table.ts'
import type { ImportField } from './import-fields.ts'
import { writeXlsx } from './xlsx-write.ts'

/**
 * An empty workbook to fill in: headers in the reader's language (`*` = required), columns of codes typed as text so that Excel keeps their digits, drop-downs with the
 * organisation's own lists.
 */
export async function importTemplate({
  name,
  fields,
  language,
}: Readonly<{ name: string; fields: readonly ImportField[]; language: InterfaceLanguage }>): Promise<Uint8Array> {
  const head = fields.map((field) => `${headerOf(field, language)}${field.required ? ' *' : ''}`)
  return writeXlsx([
    { name: sheetName(name), columns: fields.map((field) => columnOfField(field, language)), head: [head], rows: [], spareRows: 2000 },
  ])
}
