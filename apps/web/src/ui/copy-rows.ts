import type { Column } from './list-types.ts'

/** Rows as cells that Excel and WPS take when pasted. A cell that would begin a formula is made plain text. */
export function toCells<Row>(all: readonly Column<Row>[], rows: readonly Row[]): string {
  const columns = all.filter((column) => !column.acts)
  const clean = (text: string) => {
    const line = text.replace(/[\t\r\n]+/g, ' ')
    return /^[=+\-@]/.test(line) ? `'${line}` : line
  }
  return [columns.map((column) => column.head), ...rows.map((row) => columns.map((column) => column.text(row)))]
    .map((cells) => cells.map(clean).join('\t'))
    .join('\n')
}

/** Puts text on the clipboard; false where the browser does not let us. Over plain HTTP there is no clipboard, so a field helps out. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  return isCopied
}
