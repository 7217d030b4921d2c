import { Worker } from 'node:worker_threads'
import { BadFile } from './bad-file.ts'
import type { CsvOptions } from './csv.ts'
import type { TableAnswer, TableQuestion } from './read-table.worker.ts'
import type { Table } from './table.ts'

export type ApartOptions = CsvOptions &
  Readonly<{ signal?: AbortSignal /** After this the worker is ended; 30 s unless told. */; milliseconds?: number }>

/** Memory of a worker that reads one table: three million cells fit. */
const megabytes = 1024

/**
 * Reads a table in a worker of its own, so that a large or hostile file holds up nobody: it can be cancelled, has a time limit and a memory limit.
 * @throws BadFile `too-slow` beyond the limits, and whatever `readTable` finds; an AbortError where it was cancelled
 */
export async function readTableApart(bytes: Uint8Array, { signal, milliseconds = 30_000, ...options }: ApartOptions = {}): Promise<Table> {
  signal?.throwIfAborted()
  const worker = new Worker(new URL('./read-table.worker.ts', import.meta.url), {
    workerData: { bytes, options } satisfies TableQuestion,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const limit = AbortSignal.timeout(milliseconds)
  try {
    const answer = await new Promise<TableAnswer>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', (why: unknown) => reject(isOutOfMemory(why) ? new BadFile('too-slow', { seconds: milliseconds / 1000 }) : why))
      limit.addEventListener('abort', () => reject(new BadFile('too-slow', { seconds: milliseconds / 1000 })), { once: true })
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    if (!answer.ok) throw new BadFile(answer.code, answer.params)
    return answer.table
  } finally {
    await worker.terminate()
  }
}

const isOutOfMemory = (why: unknown) => why instanceof Error && 'code' in why && why.code === 'ERR_WORKER_OUT_OF_MEMORY'
