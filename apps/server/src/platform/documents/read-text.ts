import { BadFile } from '../exchange-io/bad-file.ts'
import { decodeText, detectEncoding } from '../exchange-io/encoding.ts'
import { createLineWriter } from './line-writer.ts'

/**
 * The characters of a text file: by its marks and bytes, else by the encoding that a page declares. A few broken bytes (a file cut off within a character) are let go.
 * @throws BadFile `not-a-document` where the bytes are no text
 */
export function decodeDocument(bytes: Uint8Array): string {
  const text = decode(bytes)
  const sample = text.slice(0, 100_000)
  if (text.includes('\0') || count(sample, /[\ufffd\p{Co}]|(?![\t\n\r\f])\p{Cc}/gu) > Math.max(2, sample.length / 100)) throw new BadFile('not-a-document')
  return text.replace(/^\ufeff/, '')
}

/** A plain text with its lines, blanks evened. */
export function readPlain(text: string): string {
  const writer = createLineWriter()
  for (const line of lines(text)) {
    if (line.trim()) {
      writer.text(line)
      writer.line()
    } else writer.gap()
    if (writer.isFull()) break
  }
  return writer.end()
}

function decode(bytes: Uint8Array): string {
  const found = detectEncoding(bytes)
  const declared = found === 'utf-8' || found.startsWith('utf-16') ? undefined : declaredEncoding(bytes)
  try {
    return declared ? new TextDecoder(declared, { fatal: true }).decode(bytes) : decodeText(bytes, found)
  } catch {
    return new TextDecoder(found).decode(bytes)
  }
}

/** `<meta charset=big5>`, where the name is one that we can decode. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const name = /<meta[^>]{0,200}?charset=["']?([\w-]{2,20})/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1]
  if (!name || /^utf/i.test(name)) return undefined
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function* lines(text: string): Generator<string> {
  for (let at = 0; at <= text.length; ) {
    const end = /\r\n?|[\n\f\u0085\u2028\u2029]/g
    end.lastIndex = at
    const found = end.exec(text)
    yield text.slice(at, found?.index ?? text.length)
    if (!found) return
    at = end.lastIndex
  }
}
