import { parentPort, workerData } from 'node:worker_threads'
import { BadFile } from '../exchange-io/bad-file.ts'
import { type DocumentText, readDocument } from './read-document.ts'

export type DocumentAnswer = Readonly<{ ok: true; document: DocumentText }> | Readonly<{ ok: false; code: BadFile['code']; params: BadFile['params'] }>

const { bytes } = workerData as Readonly<{ bytes: Uint8Array }> // safe: only `readDocumentApart` starts this file
try {
  parentPort?.postMessage({ ok: true, document: await readDocument(bytes) } satisfies DocumentAnswer)
} catch (why) {
  if (!(why instanceof BadFile)) throw why
  parentPort?.postMessage({ ok: false, code: why.code, params: why.params } satisfies DocumentAnswer)
}
