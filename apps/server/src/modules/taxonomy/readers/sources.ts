import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BadFile } from '../../../platform/exchange-io/bad-file.ts'
import { streamRecords } from '../../../platform/exchange-io/csv.ts'
import { looksLikeZip, openZip } from '../../../platform/exchange-io/zip.ts'
import { type DetectedFile, type DetectedSource, detectSources, languageOf, roleOfColumns, taxonomyOf } from './detect.ts'
import { kldbVersion } from './kldb-version.ts'
import type { TaxonomyName } from './taxonomy-item.ts'

/** A taxonomy that can be read: what was detected, and a way to each file. */
export type TaxonomySource = DetectedSource & Readonly<{ open(name: string): AsyncIterable<Uint8Array> }>

type Opener = (name: string) => AsyncIterable<Uint8Array>

/** No file of a taxonomy comes near this; what does is no taxonomy. */
const mostBytes = 400 << 20
const deepest = 3

/**
 * Finds the taxonomies behind a path: a file (plain or .gz), a folder, or a .zip as ESCO gives it out. Nothing is read yet but the first lines, where a name or a version
 * is not told by the names.
 * @throws BadFile for a broken or hostile archive
 */
export async function listSources(path: string): Promise<TaxonomySource[]> {
  const { names, open } = await openPath(path)
  const known = detectSources(names, path)
  const found = known.length > 0 ? known : await detectByColumns(names, open)
  return Promise.all(found.map(async (source) => ({ ...source, ...(await versionByContent(source, open)), open })))
}

async function openPath(path: string): Promise<{ names: string[]; open: Opener }> {
  const info = await stat(path)
  if (info.isDirectory()) return { names: await listFolder(path, ''), open: (name) => readBytes(join(path, name)) }
  const name = basename(path)
  if (!/\.zip$/i.test(name)) return { names: [name], open: () => readBytes(path) }
  if (info.size > mostBytes) throw new BadFile('too-large', { megabytes: mostBytes >> 20 })
  const bytes = await readFile(path)
  if (!looksLikeZip(bytes)) throw new BadFile('not-a-zip')
  const zip = openZip(bytes)
  return { names: [...zip.names], open: (inner) => once(() => zip.read(inner) ?? Buffer.alloc(0)) }
}

async function* once(make: () => Uint8Array): AsyncGenerator<Uint8Array> {
  const bytes = make()
  for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18))
}

async function listFolder(root: string, below: string, depth = 0): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true })
  const names: string[] = []
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name))) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isFile()) names.push(name)
    else if (entry.isDirectory() && depth < deepest) names.push(...(await listFolder(root, name, depth + 1)))
  }
  return names
}

async function* readBytes(path: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 })
  const packed = /\.gz$/i.test(path)
  const gunzip = createGunzip()
  // A broken file ends the unpacking with its error, which the loop below throws on.
  const stream = packed ? pipeline(file, gunzip, () => undefined) : file
  let seen = 0
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      seen += piece.length
      if (seen > mostBytes) throw new BadFile('too-large', { megabytes: mostBytes >> 20 })
      yield piece
    }
  } catch (why) {
    const code = why instanceof Error && 'code' in why ? String(why.code) : ''
    throw code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE' ? new BadFile('broken-entry', { name: basename(path) }) : why
  } finally {
    file.destroy()
    gunzip.destroy()
  }
}

async function detectByColumns(names: readonly string[], open: Opener): Promise<DetectedSource[]> {
  const found = new Map<TaxonomyName, DetectedFile[]>()
  for (const name of names.filter((one) => /\.(csv|tsv|txt)(\.gz)?$/i.test(one))) {
    const role = roleOfColumns((await firstRecords(open(name), 1))[0]?.map((column) => column.trim()) ?? [])
    if (!role) continue
    const taxonomy = taxonomyOf(role)
    found.set(taxonomy, [...(found.get(taxonomy) ?? []), { name, role, language: languageOf[taxonomy] }])
  }
  return [...found].map(([taxonomy, files]) => ({ taxonomy, language: languageOf[taxonomy], folder: '', files }))
}

/** Where no name tells the version: KldB says it in its first line; ESCO does not say it, but 1.2 brought a column of its own; 1.1.1 gave the groups of skills new addresses. */
async function versionByContent(source: DetectedSource, open: Opener): Promise<{ version?: string }> {
  if (source.taxonomy === 'kldb') return kldbVersion(source, async (name) => (await firstRecords(open(name), 1))[0] ?? [])
  if (source.taxonomy !== 'esco' || source.version) return {}
  const occupations = source.files.find((file) => file.role === 'occupations')
  const header = occupations ? (await firstRecords(open(occupations.name), 1))[0] : undefined
  if (header?.includes('naceCode')) return { version: '1.2' }
  const broader = source.files.find((file) => file.role === 'broader-skills')
  const record = broader ? (await firstRecords(open(broader.name), 2))[1] : undefined
  return record ? { version: /\/skill\/[A-Z]$/.test(record[3] ?? '') ? '1.1.0' : '1.1.1' } : {}
}

async function firstRecords(bytes: AsyncIterable<Uint8Array>, count: number): Promise<string[][]> {
  const records: string[][] = []
  for await (const record of streamRecords(bytes)) {
    records.push(record)
    if (records.length === count) break
  }
  return records
}
