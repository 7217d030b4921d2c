import crypto from 'node:crypto'
import { BackupFault, type Frame, readFrames } from './frames.ts'
import type { Description, PartEnd, PartHead, Sums } from './write-backup.ts'

/** Takes the bytes of one part; `end` answers how many rows came, `abandon` leaves nothing half done behind. */
export type Sink = Readonly<{ write: (bytes: Buffer) => Promise<void>; end: () => Promise<number>; abandon: () => Promise<void> }>
export type Visitor = Readonly<{ description?: (said: Description) => Promise<void>; part?: (head: PartHead) => Sink | undefined }>

const say = <T>(frame: Frame): T => JSON.parse(frame.content.toString('utf8')) as T // safe: sealed by the program that wrote it

/** Walks a backup from end to end and checks every byte, every count and every sum, whoever looks on. */
export async function walkBackup(file: string, passphrase: string | undefined, visitor: Visitor = {}): Promise<{ description: Description; sums: Sums }> {
  let description: Description | undefined
  let sums: Sums | undefined
  let part: { head: PartHead; sink: Sink | undefined; hash: crypto.Hash; bytes: number } | undefined
  try {
    for await (const frame of readFrames(file, passphrase)) {
      switch (frame.kind) {
        case 'description':
          description = say<Description>(frame)
          await visitor.description?.(description)
          break
        case 'part': {
          const head = say<PartHead>(frame)
          part = { head, sink: visitor.part?.(head), hash: crypto.createHash('sha256'), bytes: 0 }
          break
        }
        case 'bytes':
          part?.hash.update(frame.content)
          if (part) part.bytes += frame.content.length
          await part?.sink?.write(frame.content)
          break
        case 'end': {
          const end = say<PartEnd>(frame)
          const rows = await part?.sink?.end()
          const right = part && part.bytes === end.bytes && part.hash.digest('hex') === end.sha256 && (rows === undefined || rows === end.rows)
          if (!right) throw new BackupFault(`The part "${part?.head.name ?? ''}" of the backup is not what was written.`)
          part = undefined
          break
        }
        case 'sums':
          sums = say<Sums>(frame)
          break
      }
    }
  } catch (error) {
    await part?.sink?.abandon()
    throw error
  }
  if (!description || !sums) throw new BackupFault('The backup has no beginning or no end.')
  return { description, sums }
}
