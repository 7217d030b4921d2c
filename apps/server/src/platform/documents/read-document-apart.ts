import { Worker } from 'node:worker_threads'
import { BadFile } from '../exchange-io/bad-file.ts'
import type { DocumentText } from './read-document.ts'
import type { DocumentAnswer } from './read-document.worker.ts'

export type DocumentLimits = Readonly<{ signal?: AbortSignal /** After this the worker is ended; 20 s unless told. */; milliseconds?: number /** Memory of the worker; 512 unless told, of which a large advert takes a tenth. */; megabytes?: number }>

/**
 * Reads a document in a worker of its own, so that a large or hostile one holds up nobody: it has a time limit and a memory limit.
 * @throws BadFile `document-too-slow` beyond the limits, and whatever `readDocument` finds; an AbortError where it was cancelled
 */
export async function readDocumentApart(bytes: Uint8Array, limits: DocumentLimits = {}): Promise<DocumentText> {
  const done = await turn()
  try {
    return await readNow(bytes, limits)
  } finally {
    done()
  }
}

/** As many readers as may be at work at once; whoever comes then waits. */
let free = 2
const waiting: (() => void)[] = []

async function turn(): Promise<() => void> {
  if (free > 0) free--
  else await new Promise<void>((go) => waiting.push(go))
  return () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}

async function readNow(bytes: Uint8Array, { signal, milliseconds = 20_000, megabytes = 512 }: DocumentLimits): Promise<DocumentText> {
  signal?.throwIfAborted()
  const tooSlow = () => new BadFile('document-too-slow', { seconds: milliseconds / 1000 })
  const worker = new Worker(new URL('./read-document.worker.ts', import.meta.url), { workerData: { bytes }, resourceLimits: { maxOldGenerationSizeMb: megabytes }, stdout: true, stderr: true })
  const limit = AbortSignal.timeout(milliseconds)
  try {
    const answer = await new Promise<DocumentAnswer>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', (why: unknown) => reject(isBeyondMemory(why) ? tooSlow() : why))
      worker.once('exit', () => reject(tooSlow()))
      limit.addEventListener('abort', () => reject(tooSlow()), { once: true })
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    if (!answer.ok) throw new BadFile(answer.code, answer.params)
    return answer.document
  } finally {
    await worker.terminate()
  }
}

/** The heap's own limit, or a single block that nobody could give. */
const isBeyondMemory = (why: unknown) => (why instanceof Error && 'code' in why && why.code === 'ERR_WORKER_OUT_OF_MEMORY') || why instanceof RangeError
