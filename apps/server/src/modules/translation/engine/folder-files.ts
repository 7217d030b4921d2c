import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

export type Row = Readonly<Record<string, string>>

/** A folder laid out as `docs/guides` and EVALUATION say. Files may stand there gzipped or plain; an absent file is an empty table. */
export type Folder = Readonly<{
  has: (name: string) => boolean
  rows: (name: string) => readonly Row[]
  /** Tables without a header: the columns by number. */
  bare: (name: string) => readonly (readonly string[])[]
  hash: (names: readonly string[]) => Buffer
}>

export function openFolder(dir: string): Folder {
  const find = (name: string) => [`${name}.gz`, name].map((one) => path.join(dir, one)).find((one) => fs.existsSync(one))
  const text = (name: string) => {
    const file = find(name)
    if (!file) return ''
    const bytes = fs.readFileSync(file)
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  }
  const table = (name: string) =>
    name.includes('.tsv') ? splitTabs(text(name)) : splitCsv(text(name), name.includes('kldb2010-v') ? ';' : ',')
  return {
    has: (name) => find(name) !== undefined,
    rows: (name) => toRows(table(name)),
    bare: (name) => splitTabs(text(name)),
    hash: (names) => hashOf(names.map((name) => [name, find(name)])),
  }
}

/** The content decides, not the time of a file: the same folder elsewhere has the same key. */
function hashOf(files: readonly (readonly [string, string | undefined])[]): Buffer {
  const hash = createHash('sha256')
  for (const [name, file] of files) {
    if (!file) continue
    const bytes = fs.readFileSync(file)
    hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest()
}

const splitTabs = (text: string) =>
  text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

function toRows(table: readonly (readonly string[])[]): readonly Row[] {
  const [header, ...rest] = table
  if (!header) return []
  return rest.map((cells) => Object.fromEntries(header.map((name, i) => [name.trim(), cells[i] ?? ''])))
}

/** RFC 4180: quoted cells may hold separators, doubled quotes and line breaks. */
export function splitCsv(text: string, separator = ','): readonly (readonly string[])[] {
  const table: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell: string
    if (text[at] === '"') {
      cell = ''
      for (at++; ; at++) {
        const end = text.indexOf('"', at)
        if (end < 0) return [...table, [...row, cell + text.slice(at)]]
        cell += text.slice(at, end)
        at = end + 1
        if (text[at] !== '"') break
        cell += '"'
      }
    } else {
      let end = at
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++
      cell = text.slice(at, text[end - 1] === '\r' && text[end] === '\n' ? end - 1 : end)
      at = end
    }
    row.push(cell)
    if (text[at] === '\r') at++
    if (text[at] === separator) {
      at++
      if (at === text.length) row.push('')
      continue
    }
    at++
    if (row.length > 1 || row[0] !== '') table.push(row)
    row = []
  }
  if (row.length > 0) table.push(row)
  return table
}
