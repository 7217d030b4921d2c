import { isRow, readRows, type SourceRow } from './rows.ts'
import type { TaxonomySource } from './sources.ts'
import { conceptItem, rejectItem, relationItem, type TaxonomyConcept, type TaxonomyItem, type TaxonomyRelation } from './taxonomy-item.ts'

/** The first column is named after the edition: `Schlüssel KldB 2010, V. 2020`. */
const table = { delimiter: ';', nameOf: (column: string) => (column.startsWith('Schlüssel KldB 2010') ? 'Schlüssel' : column) } as const
/** A title among the examples of a class stands behind its number: `01104-101 Offizier`. */
const titleNumber = /(?:^|\s)\d{5}-\d{3}\s+/

type Waiting = { relation: TaxonomyRelation; line: number }[]

/**
 * Reads the German classification of occupations (Klassifikation der Berufe 2010): five levels, of which the fifth are occupations. Remarks become the description,
 * the activities named as included become the tasks, titles become alternative labels, and what a class sends elsewhere becomes a relation to that class.
 */
export async function* readKldb(source: TaxonomySource): AsyncGenerator<TaxonomyItem> {
  const [classes, titleFiles] = [named(source, 'kldb-classes'), named(source, 'kldb-titles')]
  const titles = new Map<string, { title: string; file: string; line: number }[]>()
  for (const file of titleFiles) yield* collectTitles(source, file, titles)
  if (classes.length === 0) for (const file of titleFiles) yield rejectItem(file, 1, 'companion-missing', { needed: 'kldb2010-v2020.csv' })
  const codes = new Set<string>()
  for (const file of classes) {
    const waiting: Waiting = []
    for await (const row of readRows(source, file, ['Schlüssel', 'Ebene', 'Titel'], table)) {
      if (!isRow(row)) {
        yield row
        continue
      }
      const [level, digits] = [row.get('Ebene'), row.get('Schlüssel')]
      // Spreadsheets drop zeros at the beginning: as many digits as the level says.
      const code = digits.padStart(Number(level), '0')
      const reject = refuse(row, { file, level, digits, code }, codes)
      if (reject) {
        yield reject
        continue
      }
      codes.add(code)
      yield conceptItem(toConcept(row, code, titles.get(code)?.map((one) => one.title) ?? []))
      if (code.length > 1) waiting.push({ relation: { from: idOf(code), to: idOf(code.slice(0, -1)), kind: 'broader' }, line: row.line })
      for (const elsewhere of classesIn(row.get('Ausschlüsse'))) if (elsewhere !== code) waiting.push({ relation: { from: idOf(code), to: idOf(elsewhere), kind: 'related' }, line: row.line })
    }
    for (const { relation, line } of waiting) yield codes.has(relation.to.slice(5)) ? relationItem(relation) : rejectItem(file, line, 'dangling', { value: relation.to.slice(5) })
  }
  if (codes.size > 0) for (const [code, found] of titles) if (!codes.has(code)) for (const { file, line } of found) yield rejectItem(file, line, 'bad-code', { value: code })
}

const idOf = (code: string) => `kldb:${code}`
const named = (source: TaxonomySource, role: 'kldb-classes' | 'kldb-titles') => source.files.filter((file) => file.role === role).map((file) => file.name)

function refuse(row: SourceRow, { file, level, digits, code }: Readonly<{ file: string; level: string; digits: string; code: string }>, codes: ReadonlySet<string>): TaxonomyItem | undefined {
  if (!/^[1-5]$/.test(level)) return rejectItem(file, row.line, 'unknown-type', { value: level })
  if (!/^\d{1,5}$/.test(digits) || code.length !== Number(level)) return rejectItem(file, row.line, 'bad-code', { value: digits })
  if (row.get('Titel') === '') return rejectItem(file, row.line, 'field-missing', { field: 'Titel', value: code })
  return codes.has(code) ? rejectItem(file, row.line, 'duplicate', { value: code }) : undefined
}

function toConcept(row: SourceRow, code: string, titles: readonly string[]): TaxonomyConcept {
  const preferred = plain(row.get('Titel'))
  const isOccupation = code.length === 5
  const examples = isOccupation ? row.get('Umfasst ferner').replace(/^[^:]*:/, '').split(titleNumber).map(plain) : []
  const alternative = [...new Set([...titles, ...examples])].filter((title) => title !== '' && title !== preferred)
  const description = plain(row.get('Allgemeine Bemerkungen'))
  // Entries are parted by wide gaps; the hard spaces within them are written as entities.
  const tasks = row.get('Einschlüsse').split(/\s{2,}/).map(plain).filter(Boolean)
  return {
    id: idOf(code),
    kind: isOccupation ? 'occupation' : 'group',
    labels: { de: { preferred, alternative } },
    parents: code.length > 1 ? [idOf(code.slice(0, -1))] : [],
    notation: code,
    status: 'released',
    ...(description ? { description: { de: description } } : {}),
    ...(tasks.length ? { tasks } : {}),
  }
}

/** Classes that a text sends its reader to: `012 Unteroffiziere …  013 …`, or behind a title `Controller/in(72234)`. */
export const classesIn = (text: string): string[] => [...new Set([...text.matchAll(/(?:^|\s{2,})(\d{2,4})\s|\((\d{5})\)/g)].map((found) => found[1] ?? found[2]!))]

const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' }
const plain = (text: string) =>
  text
    .replace(/&(nbsp|amp|lt|gt|quot);/g, (_, name: string) => entities[name]!)
    .replace(/\s+/g, ' ')
    .trim()

async function* collectTitles(source: TaxonomySource, file: string, titles: Map<string, { title: string; file: string; line: number }[]>): AsyncGenerator<TaxonomyItem> {
  for await (const row of readRows(source, file, ['kldb5', 'title'])) {
    if (!isRow(row)) {
      yield row
      continue
    }
    const [code, title] = [row.get('kldb5').padStart(5, '0'), plain(row.get('title'))]
    if (!/^\d{5}$/.test(code)) yield rejectItem(file, row.line, 'bad-code', { value: row.get('kldb5') })
    else if (title === '') yield rejectItem(file, row.line, 'field-missing', { field: 'title', value: code })
    else if (!titles.has(code)) titles.set(code, [{ title, file, line: row.line }])
    else if (titles.get(code)!.some((one) => one.title === title)) yield rejectItem(file, row.line, 'duplicate', { value: `${code} ${title}` })
    else titles.get(code)!.push({ title, file, line: row.line })
  }
}
