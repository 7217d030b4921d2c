import { decodeText } from '../../../platform/exchange-io/encoding.ts'
import { isRow, readRows, type SourceRow } from './rows.ts'
import type { TaxonomySource } from './sources.ts'
import { conceptItem, rejectItem, relationItem, type TaxonomyConcept, type TaxonomyItem } from './taxonomy-item.ts'

type Node = Readonly<{ code: string; name: string }>

/**
 * Reads the national classification of occupations (职业分类大典): the tree gives every group and occupation, the definitions add meaning, main tasks and everyday names.
 * Either file alone is enough.
 */
export async function* readCsco(source: TaxonomySource): AsyncGenerator<TaxonomyItem> {
  const tree = new Map<string, Node>()
  for (const file of source.files.filter((one) => one.role === 'csco-tree')) yield* collectTree(source, file.name, tree)
  const done = new Set<string>()
  for (const file of source.files.filter((one) => one.role === 'csco-definitions')) {
    for await (const row of readRows(source, file.name, ['level', 'code', 'name'])) {
      if (!isRow(row)) {
        yield row
        continue
      }
      const code = codeOfLevel(row.get('code'), Number(row.get('level')))
      const reject =
        code === undefined ? rejectItem(file.name, row.line, 'bad-code', { value: row.get('code') }) : refuse(row, code, file.name, done)
      if (reject) yield reject
      else {
        done.add(code!)
        yield* emit(toConcept(row, code!))
      }
    }
  }
  for (const { code, name } of tree.values()) if (!done.has(code)) yield* emit(plainConcept(code, name))
}

function refuse(row: SourceRow, code: string, file: string, done: ReadonlySet<string>): TaxonomyItem | undefined {
  if (done.has(code)) return rejectItem(file, row.line, 'duplicate', { value: row.get('code') })
  return row.get('name') === '' ? rejectItem(file, row.line, 'field-missing', { field: 'name', value: row.get('code') }) : undefined
}

function* emit(concept: TaxonomyConcept): Generator<TaxonomyItem> {
  yield conceptItem(concept)
  for (const parent of concept.parents) yield relationItem({ from: concept.id, to: parent, kind: 'broader' })
}

/** Codes are written with zeros to the end; how many parts count is said by the level: `2-02-00-00` of level 2 is `2-02`. */
export function codeOfLevel(code: string, level: number): string | undefined {
  const parts = code.split('-')
  if (!/^[1-8]-\d{2}-\d{2}-\d{2}$/.test(code) || !(level >= 1 && level <= 4)) return undefined
  return parts.slice(level).every((part) => part === '00') ? parts.slice(0, level).join('-') : undefined
}

const idOf = (code: string) => `csco:${code}`
const parentOf = (code: string) => (code.includes('-') ? [idOf(code.slice(0, code.lastIndexOf('-')))] : [])

function plainConcept(code: string, officialName: string): TaxonomyConcept {
  const { name, marks } = splitMarks(officialName)
  const occupation = code.split('-').length === 4
  return {
    id: idOf(code),
    kind: occupation ? 'occupation' : 'group',
    labels: { zh: { preferred: name, alternative: [] } },
    parents: parentOf(code),
    notation: code,
    status: 'released',
    ...(marks.length ? { marks } : {}),
  }
}

function toConcept(row: SourceRow, code: string): TaxonomyConcept {
  const plain = plainConcept(code, row.get('name'))
  const { preferred } = plain.labels.zh!
  const alternative = [
    ...new Set(
      row
        .get('alias')
        .split(/[,，]/)
        .map((label) => splitMarks(label.trim()).name),
    ),
  ].filter((label) => label !== '' && label !== preferred)
  const definition = row.get('definition')
  const tasks = splitTasks(row.get('tasks'))
  return {
    ...plain,
    labels: { zh: { preferred, alternative } },
    ...(definition ? { description: { zh: definition } } : {}),
    ...(tasks.length ? { tasks } : {}),
  }
}

/** S (数字) and L (绿色) behind a name are marks of the classification, no part of the name; behind Latin letters they are a part. */
export function splitMarks(official: string): { name: string; marks: ('digital' | 'green')[] } {
  const match = /^(.*[\p{Script=Han}）)])([LS])(?:\/([LS]))?$/u.exec(official.trim())
  if (!match) return { name: official.trim(), marks: [] }
  const letters = [match[2], match[3]]
  return {
    name: match[1]!,
    marks: [...(letters.includes('S') ? (['digital'] as const) : []), ...(letters.includes('L') ? (['green'] as const) : [])],
  }
}

/** @example splitTasks('1.研究工艺 2.编写规程。') // ['研究工艺', '编写规程'] */
export const splitTasks = (text: string): string[] =>
  text
    .split(/(?:^|[\s;；。])\d{1,2}[.．、](?!\d)/)
    .map((task) => task.trim().replace(/[;；。]$/, ''))
    .filter(Boolean)

async function* collectTree(source: TaxonomySource, name: string, tree: Map<string, Node>): AsyncGenerator<TaxonomyItem> {
  const pieces: Uint8Array[] = []
  for await (const piece of source.open(name)) pieces.push(piece)
  let roots: unknown
  try {
    const parsed: unknown = JSON.parse(decodeText(Buffer.concat(pieces)))
    roots = isRecord(parsed) ? parsed['data'] : parsed
  } catch {
    yield rejectItem(name, 1, 'bad-json')
    return
  }
  const waiting: unknown[] = Array.isArray(roots) ? [...roots].reverse() : []
  if (waiting.length === 0) yield rejectItem(name, 1, 'bad-json')
  while (waiting.length > 0) {
    const node = waiting.pop()
    const [code, title, level] = isRecord(node)
      ? [String(node['seq'] ?? ''), String(node['name'] ?? ''), Number(node['level'])]
      : ['', '', 0]
    // JSON has no lines worth naming: the order of the node stands for it.
    if (!/^[1-8](-\d{2}){0,3}$/.test(code)) yield rejectItem(name, tree.size + 1, 'bad-code', { value: code })
    else if (code.split('-').length !== level) yield rejectItem(name, tree.size + 1, 'level-unlike-code', { value: code, level })
    else if (title === '') yield rejectItem(name, tree.size + 1, 'field-missing', { field: 'name', value: code })
    else if (tree.has(code)) yield rejectItem(name, tree.size + 1, 'duplicate', { value: code })
    else tree.set(code, { code, name: title })
    if (isRecord(node) && Array.isArray(node['children'])) waiting.push(...node['children'].toReversed())
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
