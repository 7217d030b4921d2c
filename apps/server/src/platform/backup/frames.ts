import { once } from 'node:events'
import fs from 'node:fs'
import { createSeal, newSealing, type Seal, type Sealing } from './seal.ts'

/** What a frame is: the description, the start of a part, its bytes, its end, the closing sums. */
export const frameKinds = ['description', 'part', 'bytes', 'end', 'sums'] as const
export type FrameKind = (typeof frameKinds)[number]
export type Frame = Readonly<{ kind: FrameKind; content: Buffer }>

/** A backup that cannot be used, said as a sentence for the operator. */
export class BackupFault extends Error {}

const firstLine = 'GUILDHALL-BACKUP 1\n'
const largest = 1 << 20

export type FrameWriter = Readonly<{ write: (kind: FrameKind, content: Buffer | string) => Promise<void>; close: () => Promise<number> }>

/** Writes a backup file beside its name; it appears under the name only when it is whole and on the disk. */
export async function createFrameWriter(file: string, passphrase: string | undefined): Promise<FrameWriter & { abandon: () => void }> {
  const sealing = newSealing(passphrase)
  const head = Buffer.from(`${firstLine}${JSON.stringify(sealing)}\n`)
  const seal = createSeal(sealing, passphrase, head)!
  const partial = `${file}.part`
  const out = fs.createWriteStream(partial, { mode: 0o600, flush: true })
  let failed: Error | undefined
  out.on('error', (error) => { failed = error })
  const put = async (bytes: Buffer) => {
    if (failed) throw failed
    if (!out.write(bytes)) await once(out, 'drain')
  }
  await put(head)
  return {
    write: async (kind, content) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      for (let from = 0; from === 0 || from < bytes.length; from += largest) await put(frameOf(seal, kind, bytes.subarray(from, from + largest)))
    },
    close: async () => {
      await new Promise<void>((done, fail) => out.on('error', fail).end(done))
      await once(out, 'close').catch(() => undefined)
      fs.renameSync(partial, file)
      return out.bytesWritten
    },
    abandon: () => {
      out.destroy()
      fs.rmSync(partial, { force: true })
    },
  }
}

function frameOf(seal: Seal, kind: FrameKind, content: Buffer): Buffer {
  const about = Buffer.alloc(5)
  about.writeUInt32BE(content.length + 16, 0)
  about.writeUInt8(frameKinds.indexOf(kind), 4)
  return Buffer.concat([about, seal.close(about, content)])
}

/** The frames of a backup file, in order, each checked before it is given. A missing end is a fault. */
export async function* readFrames(file: string, passphrase: string | undefined): AsyncGenerator<Frame> {
  const reader = createReader(file)
  const head = Buffer.concat([await reader.line(), await reader.line()])
  const seal = createSeal(readSealing(head), passphrase, head)
  if (!seal) throw new BackupFault('This backup is sealed with a passphrase: set BACKUP_PASSPHRASE.')
  let last: FrameKind | undefined
  for (let number = 1; ; number++) {
    const about = await reader.take(5)
    if (about.length === 0) break
    const kind = about.length === 5 ? frameKinds[about.readUInt8(4)] : undefined
    const length = about.length === 5 ? about.readUInt32BE(0) : 0
    if (!kind || length < 16 || length > largest + 16 || last === 'sums') throw damaged(number, passphrase)
    const content = seal.open(about, await reader.take(length))
    if (!content) throw damaged(number, passphrase)
    last = kind
    yield { kind, content }
  }
  if (last !== 'sums') throw new BackupFault('The backup ends in the middle: it was cut off when it was written or copied.')
}

const damaged = (number: number, passphrase: string | undefined) =>
  new BackupFault(number === 1 && passphrase ? 'The passphrase is another one, or the backup is damaged at its beginning.' : `The backup is damaged in its part ${number}: bytes were changed after it was written.`)

function readSealing(head: Buffer): Sealing {
  const [first, second] = head.toString('utf8').split(/(?<=\n)/)
  if (first !== firstLine) throw new BackupFault('This is no backup of Guildhall, or of a version that this program does not read.')
  try {
    const sealing = JSON.parse(second ?? '') as Sealing
    if (sealing.kind === 'digest' || (sealing.kind === 'passphrase' && typeof sealing.salt === 'string')) return sealing
  } catch {
    // falls through: no sealing that we write
  }
  throw new BackupFault('The head of the backup is damaged.')
}

function createReader(file: string) {
  const chunks = fs.createReadStream(file, { highWaterMark: largest })[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  const more = async (): Promise<boolean> => {
    const { value, done } = await chunks.next()
    if (done) return false
    rest = rest.length ? Buffer.concat([rest, value as Buffer]) : (value as Buffer) // safe: a stream without an encoding gives buffers
    return true
  }
  const cut = (length: number) => {
    const taken = rest.subarray(0, length)
    rest = rest.subarray(length)
    return taken
  }
  return {
    take: async (length: number) => {
      while (rest.length < length && (await more()));
      return cut(Math.min(length, rest.length))
    },
    line: async () => {
      while (rest.indexOf(10) < 0 && rest.length < 1000 && (await more()));
      return cut(rest.indexOf(10) < 0 ? Math.min(1000, rest.length) : rest.indexOf(10) + 1)
    },
  }
}
