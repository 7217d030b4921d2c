import type { Page } from '@guildhall/contract/http'
import type { Column } from './list-types.ts'

/** A file of more rows is no longer looked through by a person, and the server should not be asked fifty times. */
export const mostRows = 2000

/** Reads a list to its end, page after page, as far as a file may go. */
export async function readAllRows<Row>(ask: (after: string | undefined) => Promise<Page<Row>>): Promise<{ rows: Row[]; isCut: boolean }> {
  const rows: Row[] = []
  for (let after: string | undefined; ; ) {
    const page = await ask(after)
    rows.push(...page.items)
    if (page.next === null) return { rows, isCut: false }
    if (rows.length >= mostRows) return { rows: rows.slice(0, mostRows), isCut: true }
    after = page.next
  }
}

/**
 * The view as CSV that Excel and WPS open by a double click: byte order mark, quotes where needed. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 * @example toCsv([{ head: 'Name', text: (row) => row.name }], [{ name: 'a,b' }]) // '\uFEFFName\r\n"a,b"\r\n'
 */
export function toCsv<Row>(columns: readonly Pick<Column<Row>, 'head' | 'text'>[], rows: readonly Row[]): string {
  const cell = (text: string) => {
    const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text
    return /[",\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
  }
  const lines = [columns.map((column) => cell(column.head)), ...rows.map((row) => columns.map((column) => cell(column.text(row))))]
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}

/** Hands a text (CSV), or bytes of any kind, to the person as a file. */
export function saveAs(name: string, content: string | Blob): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type: 'text/csv;charset=utf-8' }) : content)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
