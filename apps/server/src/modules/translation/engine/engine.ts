import { Worker } from 'node:worker_threads'
import type { ContentLanguage } from '@guildhall/kernel'
import type { TitleLink } from '@guildhall/translation'
import type { EngineAnswer, EngineQuestion, RememberedDecision, TitleQuestion, Translated } from './engine.messages.ts'
import type { StoredTaxonomy } from './index-cache.ts'

export type { RememberedDecision, Translated } from './engine.messages.ts'


/** The translation engine behind a worker thread, so that a long text never keeps the server from answering. */
export type Engine = Readonly<{
  version: string
  translate: (question: { text: string; language?: ContentLanguage | undefined; enterpriseId?: string | undefined; decisions?: readonly RememberedDecision[]; taxonomies?: readonly StoredTaxonomy[]; now: string }) => Promise<Translated>
  /** What a title of a post may mean, in each classification that is asked, in their order. Warm, an answer takes milliseconds; an index that nobody built yet is built. */
  title: (question: Pick<TitleQuestion, 'title' | 'asked'>) => Promise<readonly (readonly TitleLink[])[]>
  close: () => Promise<void>
}>

/** Named in what is kept, so that a proposal can be told from a later engine's. A change of rules or weights that changes proposals counts it up. */
export const engineVersion = 'rules-6'

/** The version together with the taxonomies that were asked: what tells a proposal from one that knew less. */
export const versionWith = (taxonomies: readonly StoredTaxonomy[]): string => [engineVersion, ...taxonomies.map((one) => `${one.id} ${one.version}`)].join(' + ')

/**
 * Opens an engine; its worker starts at the first question and does not keep the process alive. `behind`: work that nobody waits for; on a machine with one
 * core it takes what the others leave.
 */
export function createEngine(options: { behind?: boolean } = {}): Engine {
  let worker: Worker | undefined
  let next = 1
  const waiting = new Map<number, { done: (answer: Answered) => void; fail: (error: Error) => void }>()

  const start = (): Worker => {
    const made = new Worker(new URL('./engine.worker.ts', import.meta.url), { workerData: { behind: options.behind === true } })
    made.unref()
    made.on('message', (answer: EngineAnswer) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (answer.ok) asked?.done(answer)
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

  const ask = (question: Omit<EngineQuestion, 'id'> | Omit<TitleQuestion, 'id'>): Promise<Answered> =>
    new Promise((done, fail) => {
      worker ??= start()
      const id = next++
      waiting.set(id, { done, fail })
      worker.postMessage({ id, ...question } satisfies EngineQuestion | TitleQuestion)
    })

  return {
    version: engineVersion,
    translate: async ({ text, language, enterpriseId, decisions = [], taxonomies = [], now }) => {
      const answer = await ask({ text, language, enterpriseId, decisions, taxonomies, now })
      if ('translation' in answer) return answer.translation
      throw new Error('the engine answered another question')
    },
    title: async ({ title, asked }) => {
      const answer = await ask({ title, asked: asked.map(({ stored, language, accepted }) => ({ stored, language, ...(accepted ? { accepted } : {}) })) })
      if ('titles' in answer) return answer.titles
      throw new Error('the engine answered another question')
    },
    close: async () => {
      const running = worker
      worker = undefined
      await running?.terminate()
    },
  }
}

type Answered = Extract<EngineAnswer, { ok: true }>
