import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Where bytes lie: a folder now, an object store later. Names are made here, never taken from people. */
export type FileStore = Readonly<{
  save: (id: string, source: NodeJS.ReadableStream, limit: number) => Promise<{ size: number; sha256: string } | 'too-large'>
  open: (id: string) => NodeJS.ReadableStream
  read: (id: string) => Promise<Buffer>
  remove: (id: string) => Promise<void>
  pathOf: (id: string) => string
}>

/** A folder of files. A file appears under its name only when it is whole. */
export function openFileStore(folder: string): FileStore {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (id: string) => path.join(folder, id)
  return {
    pathOf,
    save: async (id, source, limit) => {
      const hash = crypto.createHash('sha256')
      let size = 0
      const count = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          if (size > limit) return done(new Error('too-large'))
          hash.update(chunk)
          done(null, chunk)
        },
      })
      const partial = `${pathOf(id)}.part`
      try {
        await pipeline(source, count, fs.createWriteStream(partial, { mode: 0o600 }))
      } catch (error) {
        fs.rmSync(partial, { force: true })
        if ((error as Error).message === 'too-large') return 'too-large'
        throw error
      }
      fs.renameSync(partial, pathOf(id))
      return { size, sha256: hash.digest('hex') }
    },
    open: (id) => fs.createReadStream(pathOf(id)),
    read: (id) => fs.promises.readFile(pathOf(id)),
    remove: (id) => fs.promises.rm(pathOf(id), { force: true }),
  }
}
