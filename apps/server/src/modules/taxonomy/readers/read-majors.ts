import { isRow, readRows, type SourceRow } from './rows.ts'
import type { TaxonomySource } from './sources.ts'
import { conceptItem, rejectItem, relationItem, type TaxonomyItem } from './taxonomy-item.ts'

/** Levels of study in the catalogue. */
const levels = new Set(['voc_secondary', 'voc_associate', 'voc_bachelor', 'ug_bachelor'])

/** Reads the catalogue of majors (专业目录): each major, and its class as a group, made from the first row that names it. */
export async function* readMajors(source: TaxonomySource): AsyncGenerator<TaxonomyItem> {
  const seen = new Set<string>()
  for (const { name: file } of source.files) {
    for await (const row of readRows(source, file, ['level', 'code', 'name', 'category'])) {
      if (!isRow(row)) {
        yield row
        continue
      }
      const reject = refuse(row, file, seen)
      if (reject) {
        yield reject
        continue
      }
      const [code, name, edition] = [row.get('code'), row.get('name'), row.get('catalog')]
      const group = groupOf(row)
      if (group.name !== '' && !seen.has(group.code)) {
        seen.add(group.code)
        yield conceptItem({
          id: idOf(group.code),
          kind: 'group',
          labels: { zh: { preferred: group.name, alternative: [] } },
          parents: [],
          notation: group.code,
          status: 'released',
        })
      }
      seen.add(code)
      const parents = [idOf(group.code)]
      yield conceptItem({
        id: idOf(code),
        kind: 'major',
        labels: { zh: { preferred: name, alternative: [] } },
        parents,
        notation: code,
        status: 'released',
        ...(edition ? { edition } : {}),
      })
      yield relationItem({ from: idOf(code), to: parents[0]!, kind: 'broader' })
    }
  }
}

const idOf = (code: string) => `major:${code}`

function refuse(row: SourceRow, file: string, seen: ReadonlySet<string>): TaxonomyItem | undefined {
  const [code, name, level] = [row.get('code'), row.get('name'), row.get('level')]
  // University majors carry T (special) and K (controlled) behind their digits.
  if (!/^\d{6}[A-Z]{0,2}$/.test(code)) return rejectItem(file, row.line, 'bad-code', { value: code })
  if (name === '') return rejectItem(file, row.line, 'field-missing', { field: 'name', value: code })
  if (!levels.has(level)) return rejectItem(file, row.line, 'unknown-type', { value: level })
  // A bracket without its other half is what is left of a line that broke in the printed catalogue.
  const [open, close] = [name.split(/[(（]/).length, name.split(/[)）]/).length]
  if (open !== close || /[\t\n]/.test(name)) return rejectItem(file, row.line, 'broken-name', { value: name })
  return seen.has(code) ? rejectItem(file, row.line, 'duplicate', { value: code }) : undefined
}

/** `4601机械设计制造类`; where the class was printed without its code, the code of the major begins with it. */
function groupOf(row: SourceRow): { code: string; name: string } {
  const text =
    row
      .get('category')
      .split('\t')
      .map((part) => part.trim())
      .find((part) => part !== '') ?? ''
  const match = /^(\d{4})\s*(\S.*)$/.exec(text)
  return match ? { code: match[1]!, name: match[2]! } : { code: row.get('code').slice(0, 4), name: text }
}
