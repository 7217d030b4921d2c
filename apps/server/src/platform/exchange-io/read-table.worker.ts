import { parentPort, workerData } from 'node:worker_threads'
import { BadFile } from './bad-file.ts'
import type { CsvOptions } from './csv.ts'
import { readTable } from './read-table.ts'

/** What the worker was given, and what it answers. */
export type TableQuestion = Readonly<{ bytes: Uint8Array; options: CsvOptions }>
export type TableAnswer =
  | Readonly<{ ok: true; table: ReturnType<typeof readTable> }>
  | Readonly<{ ok: false; code: BadFile['code']; params: BadFile['params'] }>

const { bytes, options } = workerData as TableQuestion // safe: only `readTableApart` starts this file
try {
  parentPort?.postMessage({ ok: true, table: readTable(bytes, options) } satisfies TableAnswer)
} catch (why) {
  if (!(why instanceof BadFile)) throw why
  parentPort?.postMessage({ ok: false, code: why.code, params: why.params } satisfies TableAnswer)
}
