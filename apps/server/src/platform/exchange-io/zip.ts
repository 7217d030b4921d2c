import { crc32, inflateRawSync } from 'node:zlib'
import { BadZip } from './bad-file.ts'

/** `nested: 'unread'`: archives within are allowed, as documents embed workbooks, but never given out. */
export type ZipLimits = Readonly<{ entries: number; entryBytes: number; allBytes: number; ratio: number; nested?: 'unread' }>

/** TRUST § 4: at most 200 MB unpacked, 10,000 entries, a hundred times denser than packed. Entries below 1 MB may be as dense as they like: the sum still holds. */
export const usualLimits: ZipLimits = { entries: 10_000, entryBytes: 200 << 20, allBytes: 200 << 20, ratio: 100 }
const denseFrom = 1 << 20

export type Zip = Readonly<{
  /** Names of the files in it, folders left out, in the order of the directory. */
  names: readonly string[]
  /** One file, inflated within its stated size and compared with its checksum; undefined where there is none of that name. */
  read(name: string): Buffer | undefined
}>

type Entry = Readonly<{ name: string; method: number; packed: number; size: number; checksum: number; from: number }>

const nestedName = /\.(zip|xlsx|xlsm|docx|jar|7z|rar|gz|bz2|xz|tar)$/i
const badName = /^[/\\]|(^|[\\/])\.\.([\\/]|$)|^[a-z]:/i

/**
 * Opens an archive held in memory. Only the central directory is believed, and only after it agrees with every local header: sizes, density, overlaps, names,
 * encryption, zip64 and nested archives are refused before anything is inflated.
 * @throws BadZip
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits = usualLimits): Zip {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(buffer, limits)
  return {
    names: [...entries.keys()].filter((name) => !name.endsWith('/')),
    read(name) {
      const entry = entries.get(name)
      return entry && inflate(buffer, entry)
    },
  }
}

/** True where the bytes begin as an archive does. */
export const looksLikeZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

function readDirectory(buffer: Buffer, limits: ZipLimits): Map<string, Entry> {
  const end = findEnd(buffer)
  const count = buffer.readUInt16LE(end + 10)
  if (count > limits.entries) throw new BadZip('too-many-entries', { entries: count, limit: limits.entries })
  if (buffer.readUInt16LE(end + 4) !== 0 || buffer.readUInt16LE(end + 8) !== count) throw new BadZip('broken-directory')
  const entries = new Map<string, Entry>()
  const spans: [number, number][] = []
  let at = buffer.readUInt32LE(end + 16)
  if (at + buffer.readUInt32LE(end + 12) > end) throw new BadZip('broken-directory')
  let all = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || buffer.readUInt32LE(at) !== 0x02014b50) throw new BadZip('broken-directory')
    const [nameLength, extra, comment] = [buffer.readUInt16LE(at + 28), buffer.readUInt16LE(at + 30), buffer.readUInt16LE(at + 32)]
    const { entry, start } = readEntry(buffer, at, nameLength, limits)
    if (entries.has(entry.name)) throw new BadZip('two-of-one-name', { name: entry.name })
    all += entry.size
    if (entry.size > limits.entryBytes || all > limits.allBytes) throw new BadZip('too-large', { megabytes: limits.allBytes >> 20 })
    if (entry.size > denseFrom && entry.size > entry.packed * limits.ratio)
      throw new BadZip('too-dense', { name: entry.name, ratio: limits.ratio })
    spans.push([start, entry.from + entry.packed])
    entries.set(entry.name, entry)
    at += 46 + nameLength + extra + comment
  }
  refuseOverlaps(spans)
  return entries
}

function findEnd(buffer: Buffer): number {
  for (let end = buffer.length - 22; end >= 0 && end > buffer.length - 65_558; end--) {
    // The comment must reach exactly to the end of the file: a second directory hidden in a comment is not believed.
    if (buffer.readUInt32LE(end) === 0x06054b50 && end + 22 + buffer.readUInt16LE(end + 20) === buffer.length) return end
  }
  throw new BadZip('not-a-zip')
}

function readEntry(buffer: Buffer, at: number, nameLength: number, { nested }: ZipLimits): { entry: Entry; start: number } {
  const flags = buffer.readUInt16LE(at + 8)
  const [packed, size, start] = [buffer.readUInt32LE(at + 20), buffer.readUInt32LE(at + 24), buffer.readUInt32LE(at + 42)]
  const rawName = buffer.subarray(at + 46, at + 46 + nameLength)
  const name = rawName.toString(flags & 0x800 ? 'utf8' : 'latin1')
  if (flags & 0x41) throw new BadZip('encrypted', { name })
  if (packed === 0xffffffff || size === 0xffffffff || start === 0xffffffff) throw new BadZip('zip64', { name })
  if (badName.test(name) || name.includes('\0')) throw new BadZip('bad-name')
  if (nested !== 'unread' && nestedName.test(name)) throw new BadZip('nested', { name })
  if (start + 30 > buffer.length || buffer.readUInt32LE(start) !== 0x04034b50) throw new BadZip('broken-entry', { name })
  const localName = buffer.subarray(start + 30, start + 30 + buffer.readUInt16LE(start + 26))
  // Two programs must not see two different archives in one file.
  if (!localName.equals(rawName)) throw new BadZip('broken-entry', { name })
  const from = start + 30 + localName.length + buffer.readUInt16LE(start + 28)
  if (from + packed > buffer.length) throw new BadZip('broken-entry', { name })
  return { entry: { name, method: buffer.readUInt16LE(at + 10), packed, size, checksum: buffer.readUInt32LE(at + 16), from }, start }
}

function refuseOverlaps(spans: [number, number][]): void {
  spans.sort((a, b) => a[0] - b[0])
  for (let i = 1; i < spans.length; i++) if (spans[i]![0] < spans[i - 1]![1]) throw new BadZip('overlapping')
}

function inflate(buffer: Buffer, entry: Entry): Buffer {
  const { name, size } = entry
  const packed = buffer.subarray(entry.from, entry.from + entry.packed)
  const out = entry.method === 0 ? packed : entry.method === 8 ? inflateWithin(packed, entry) : undefined
  if (!out) throw new BadZip('unknown-method', { name })
  if (out.length !== size) throw new BadZip('wrong-size', { name })
  if (crc32(out) !== entry.checksum) throw new BadZip('wrong-checksum', { name })
  if (looksLikeZip(out)) throw new BadZip('nested', { name })
  return out
}

function inflateWithin(packed: Buffer, { name, size }: Entry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch (why) {
    const code = why instanceof Error && 'code' in why ? why.code : undefined
    throw new BadZip(code === 'ERR_BUFFER_TOO_LARGE' ? 'lied-about-size' : 'broken-entry', { name })
  }
}
