import { type Sections, type SectionArray, section } from './sections.ts'

/** Many texts in two arrays: UTF-16 units one after the other, and where each begins. */
export type StringPool = Readonly<{ units: Uint16Array; offsets: Uint32Array }>

export function writeStrings(texts: readonly string[]): StringPool {
  const offsets = new Uint32Array(texts.length + 1)
  for (let i = 0; i < texts.length; i++) offsets[i + 1] = offsets[i]! + texts[i]!.length
  const units = new Uint16Array(offsets[texts.length]!)
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!
    const at = offsets[i]!
    for (let k = 0; k < text.length; k++) units[at + k] = text.charCodeAt(k)
  }
  return { units, offsets }
}

export function readString(pool: StringPool, i: number): string {
  let text = ''
  for (let at = pool.offsets[i]!; at < pool.offsets[i + 1]!; at += 4096) {
    text += String.fromCharCode(...pool.units.subarray(at, Math.min(at + 4096, pool.offsets[i + 1]!)))
  }
  return text
}

export const stringSections = (name: string, pool: StringPool): [string, SectionArray][] => [
  [`${name}.units`, pool.units],
  [`${name}.offsets`, pool.offsets],
]

export const openStrings = (sections: Sections, name: string): StringPool => ({
  units: section<Uint16Array>(sections, `${name}.units`),
  offsets: section<Uint32Array>(sections, `${name}.offsets`),
})
