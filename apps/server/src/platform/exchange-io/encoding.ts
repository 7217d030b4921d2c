import { BadFile } from './bad-file.ts'

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const
export type TextEncoding = (typeof textEncodings)[number]

/**
 * Which encoding a text file is written in. A byte order mark decides; without one: zero bytes on one side are UTF-16, valid UTF-8 is UTF-8, high bytes that come
 * in pairs are Chinese (GB18030, of which GBK and GB2312 are parts), single ones between letters are what a German Excel saves.
 */
export function detectEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  let [even, odd] = [0, 0]
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 ? odd++ : even++
  if (odd > sample.length / 8 && odd > even * 4) return 'utf-16le'
  if (even > sample.length / 8 && even > odd * 4) return 'utf-16be'
  if (isUtf8(bytes)) return 'utf-8'
  return pairedShare(bytes) > 0.6 ? 'gb18030' : 'windows-1252'
}

/** Decodes as told or detected. @throws BadFile `wrong-encoding` where the bytes are not of that encoding */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding = detectEncoding(bytes)): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new BadFile('wrong-encoding', { encoding })
  }
}

/** Decodes a stream; the encoding is detected on the first piece of at least 64 kB. */
export async function* decodeStream(
  source: AsyncIterable<Uint8Array>,
  told?: TextEncoding,
): AsyncGenerator<{ text: string; encoding: TextEncoding }> {
  let held: Uint8Array[] = []
  let decoder: TextDecoder | undefined
  let encoding = told
  const decode = (bytes: Uint8Array, last: boolean) => {
    encoding ??= detectEncoding(bytes)
    decoder ??= new TextDecoder(encoding, { fatal: true })
    try {
      return { text: decoder.decode(bytes, { stream: !last }), encoding }
    } catch {
      throw new BadFile('wrong-encoding', { encoding })
    }
  }
  let waiting = 0
  for await (const piece of source) {
    if (decoder) yield decode(piece, false)
    else {
      held.push(piece)
      waiting += piece.length
      if (waiting < 65_536) continue
      yield decode(Buffer.concat(held), false)
      held = []
    }
  }
  yield decode(Buffer.concat(held), true)
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    // A piece of a longer file may end within a character: `stream` allows that, and nothing else.
    decoder.decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function pairedShare(bytes: Uint8Array): number {
  let [high, paired] = [0, 0]
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue
    high++
    if ((bytes[i + 1] ?? 0) >= 0x80 || (bytes[i - 1] ?? 0) >= 0x80) paired++
  }
  return high === 0 ? 1 : paired / high
}
