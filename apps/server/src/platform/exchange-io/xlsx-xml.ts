import { SaxesParser } from 'saxes'
import { BadFile } from './bad-file.ts'

export type Attributes = Readonly<Record<string, string>>
export type XmlHandlers = Readonly<{
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}>

/**
 * Reads XML in one pass. Names come without their prefix, as some programs write `x:row`. A document type (and with it entities that grow) is refused.
 * @throws BadFile
 */
export function readXml(bytes: Uint8Array, on: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false, fragment: false })
  parser.on('doctype', () => {
    throw new BadFile('doctype')
  })
  parser.on('error', () => {
    throw new BadFile('broken-xml')
  })
  // safe: with `xmlns: false` saxes gives attributes as plain text
  if (on.open) parser.on('opentag', (tag) => on.open!(localName(tag.name), tag.attributes as Attributes))
  if (on.text) parser.on('text', on.text)
  if (on.text) parser.on('cdata', on.text)
  if (on.close) parser.on('closetag', (tag) => on.close!(localName(tag.name)))
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0 ? 'utf-16le' : undefined
  const decoder = new TextDecoder(utf16 ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'))
  for (let i = 0; i < bytes.length; i += 65_536) parser.write(decoder.decode(bytes.subarray(i, i + 65_536), { stream: true }))
  parser.write(decoder.decode()).close()
}

/** An attribute by its local name, whatever prefix the program chose (`r:id`, `ns2:id`). */
export function attributeOf(attributes: Attributes, name: string): string {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  for (const key in attributes) if (key.endsWith(`:${name}`)) return attributes[key]!
  return ''
}

/** Office programs write characters that XML forbids as `_x000D_`. */
export const unescapeText = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
