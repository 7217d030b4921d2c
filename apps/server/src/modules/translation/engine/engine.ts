import { Worker } from 'node:worker_threads'
import type { ContentLanguage } from '@guildhall/kernel'
import type { EngineAnswer, EngineQuestion, RememberedDecision, Translated } from './engine.messages.ts'
import type { StoredTaxonomy } from './index-cache.ts'

export type { RememberedDecision, Translated } from './engine.messages.ts'


/** The translation engine behind a worker thread, so that a long text never keeps the server from answering. */
export type Engine = Readonly<{
  version: string
  translate: (question: { text: string; language?: ContentLanguage | undefined; enterpriseId?: string | undefined; decisions?: readonly RememberedDecision[]; taxonomies?: readonly StoredTaxonomy[]; now: string }) => Promise<Translated>
  close: () => Promise<void>
}>

/** Named in what is kept, so that a proposal can be told from a later engine's. A change of rules or weights that changes proposals counts it up. */
export const engineVersion = 'rules-5'

/** The version together with the taxonomies that were asked: what tells a proposal from one that knew less. */
export const versionWith = (taxonomies: readonly StoredTaxonomy[]): string => [engineVersion, ...taxonomies.map((one) => `${one.id} ${one.version}`)].join(' + ')

/**
 * Opens an engine; its worker starts at the first question and does not keep the process alive. `behind`: work that nobody waits for; on a machine with one
 * core it takes what the others leave.
 */
export function createEngine(options: { behind?: boolean } = {}): Engine {
  let worker: Worker | undefined
  let next = 1
  const waiting = new Map<number, { done: (value: Translated) => void; fail: (error: Error) => void }>()

  const start = (): Worker => {
    const made = new Worker(new URL('./engine.worker.ts', import.meta.url), { workerData: { behind: options.behind === true } })
    made.unref()
    made.on('message', (answer: EngineAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.ok) asked?.done(answer.translation)
      else asked?.fail(new Error(answer.error))
    })
    // A worker that dies takes its questions with it, and the next one starts afresh.
    const lost = (error: Error) => {
      if (worker === made) worker = undefined
      for (const one of waiting.values()) one.fail(error)
      waiting.clear()
    }
    made.on('error', lost)
    made.on('exit', () => lost(new Error('the translation engine stopped')))
    return made
  }

  return {
    version: engineVersion,
    translate: (question) =>
      new Promise((done, fail) => {
        worker ??= start()
        const id = next++
        waiting.set(id, { done, fail })
        worker.postMessage({ id, text: question.text, language: question.language, enterpriseId: question.enterpriseId, decisions: question.decisions ?? [], taxonomies: question.taxonomies ?? [], now: question.now } satisfies EngineQuestion)
      }),
    close: async () => {
      const running = worker
      worker = undefined
      await running?.terminate()
    },
  }
}
