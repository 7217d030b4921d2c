import { constants, inflateSync } from 'node:zlib'
import { BadFile } from '../exchange-io/bad-file.ts'

const most = { streamBytes: 64 << 20, allBytes: 256 << 20 }

/**
 * The library inflates a stream whole, outside the memory that a worker can be limited to. So each is inflated here before, within limits: a stream of twenty
 * megabytes could be twenty gigabytes.
 * @throws BadFile `too-dense`
 */
export function refuseDenseStreams(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let all = 0
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    let from = at + 6
    while (buffer[from] === 0x0d || buffer[from] === 0x0a) from++
    // The header of deflate: anything else is another kind of stream, or the word `endstream`.
    if (!isDeflated(buffer, from)) continue
    const end = buffer.indexOf('endstream', from)
    all += inflatedSize(buffer.subarray(from, end < 0 ? buffer.length : end))
    if (all > most.allBytes) throw new BadFile('too-large', { megabytes: most.allBytes >> 20 })
  }
}

const isDeflated = (buffer: Buffer, at: number) => at + 1 < buffer.length && (buffer[at]! & 0x0f) === 8 && buffer.readUInt16BE(at) % 31 === 0

/** A stream may be packed several times over. */
function inflatedSize(packed: Buffer, layers = 4): number {
  let out: Buffer
  try {
    out = inflateSync(packed, { maxOutputLength: most.streamBytes, finishFlush: constants.Z_SYNC_FLUSH })
  } catch (why) {
    if (why instanceof Error && 'code' in why && why.code === 'ERR_BUFFER_TOO_LARGE') throw new BadFile('too-dense', { name: 'PDF', ratio: 100 })
    return 0
  }
  return out.length + (layers > 0 && isDeflated(out, 0) ? inflatedSize(out, layers - 1) : 0)
}
