/** The file of an index: a 64-byte header, a table of sections, aligned typed arrays. Opened by laying views over the bytes. */
export type SectionArray = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array
export type Sections = ReadonlyMap<string, SectionArray>

const magic = 0x58494847 // "GHIX" in little-endian order
const headerBytes = 64
const entryBytes = 64
const nameBytes = 48

/**
 * Header: magic, version, number of sections, length of the whole (8 bytes each 4), then 32 bytes of hash that the caller gives. Every section starts
 * at a multiple of 8.
 */
export function writeSections(sections: Sections, version: number, hash: Uint8Array): Uint8Array {
  let at = align(headerBytes + sections.size * entryBytes)
  const places: number[] = []
  for (const array of sections.values()) {
    places.push(at)
    at = align(at + array.byteLength)
  }
  const bytes = new Uint8Array(at)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, version, true)
  view.setUint32(8, sections.size, true)
  view.setUint32(12, at, true)
  bytes.set(hash.subarray(0, 32), 16)
  let i = 0
  for (const [name, array] of sections) {
    const entry = headerBytes + i * entryBytes
    for (let k = 0; k < name.length && k < nameBytes; k++) bytes[entry + k] = name.charCodeAt(k)
    view.setUint32(entry + nameBytes, kindOf(array), true)
    view.setUint32(entry + nameBytes + 4, places[i]!, true)
    view.setUint32(entry + nameBytes + 8, array.length, true)
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), places[i]!)
    i++
  }
  return bytes
}

/** Throws where the bytes are no index of this version: a cache then builds anew. */
export function readSections(bytes: Uint8Array, version: number): Sections {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < headerBytes || view.getUint32(0, true) !== magic) throw new Error('these bytes are no index')
  if (view.getUint32(4, true) !== version) throw new Error('the index was built by another version')
  if (view.getUint32(12, true) !== bytes.byteLength) throw new Error('the index is cut off')
  const sections = new Map<string, SectionArray>()
  const count = view.getUint32(8, true)
  for (let i = 0; i < count; i++) {
    const entry = headerBytes + i * entryBytes
    let name = ''
    for (let k = 0; k < nameBytes && bytes[entry + k] !== 0; k++) name += String.fromCharCode(bytes[entry + k]!)
    const place = bytes.byteOffset + view.getUint32(entry + nameBytes + 4, true)
    sections.set(name, open(view.getUint32(entry + nameBytes, true), bytes.buffer, place, view.getUint32(entry + nameBytes + 8, true)))
  }
  return sections
}

/** The 32 bytes of hash that the builder was given. */
export const sectionHash = (bytes: Uint8Array): Uint8Array => bytes.slice(16, 48)

const align = (at: number) => Math.ceil(at / 8) * 8

function kindOf(array: SectionArray): number {
  if (array instanceof Uint8Array) return 0
  if (array instanceof Uint16Array) return 1
  if (array instanceof Uint32Array) return 2
  return array instanceof Float32Array ? 3 : 4
}

function open(kind: number, buffer: ArrayBufferLike, at: number, length: number): SectionArray {
  switch (kind) {
    case 0:
      return new Uint8Array(buffer, at, length)
    case 1:
      return new Uint16Array(buffer, at, length)
    case 2:
      return new Uint32Array(buffer, at, length)
    case 3:
      return new Float32Array(buffer, at, length)
    default:
      return new Float64Array(buffer, at, length)
  }
}

/** A section that must be there. */
export function section<A extends SectionArray>(sections: Sections, name: string): A {
  const found = sections.get(name)
  if (!found) throw new Error(`the index has no section ${name}`)
  return found as A // safe: the builder of this version wrote it with this type
}
