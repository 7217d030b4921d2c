import os from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { ContentLanguage, Instant } from '@guildhall/kernel'
import { createMemory, findLanguage, type FullIndex, longestText, type OutcomeMemory, type SearchIndex, translate, translateTitle } from '@guildhall/translation'
import type { EngineAnswer, EngineQuestion, TitleQuestion, Translated } from './engine.messages.ts'
import { openStoredIndex, openTaxonomyIndex, type StoredTaxonomy } from './index-cache.ts'
import { readLexicon, readLexiconItems } from './lexicon-files.ts'

// Linux knows a priority of each thread; elsewhere the call would slow the whole server down.
if ((workerData as { behind?: boolean } | null)?.behind && process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_LOW)

const lexicon = readLexiconItems()
const indexes = new Map<ContentLanguage, FullIndex>()

const indexOf = (language: ContentLanguage): FullIndex => {
  let index = indexes.get(language)
  if (!index) {
    index = openTaxonomyIndex(readLexicon(), language, () => undefined)
    indexes.set(language, index)
  }
  return index
}

const stored = new Map<string, FullIndex>()

/** The starter lexicon, and the taxonomies that the question names: both are asked, and the best of both counts. */
function searchOf({ taxonomies }: EngineQuestion, language: ContentLanguage): SearchIndex {
  const own = indexOf(language)
  if (!taxonomies.length) return own
  const more = taxonomies.map((one) => storedIndexOf(one, language))
  return { search: (query) => [own, ...more].flatMap((index) => index.search(query)) }
}

function storedIndexOf(taxonomy: StoredTaxonomy, language: ContentLanguage): FullIndex {
  const key = `${taxonomy.hash} ${language}`
  const index = stored.get(key) ?? openStoredIndex(taxonomy, language, () => undefined)
  stored.set(key, index)
  return index
}

parentPort?.on('message', (question: EngineQuestion | TitleQuestion) => {
  const { id } = question
  try {
    parentPort!.postMessage(('title' in question ? { id, ok: true, titles: titlesOf(question) } : { id, ok: true, translation: answer(question) }) satisfies EngineAnswer)
  } catch (error) {
    parentPort!.postMessage({ id, ok: false, error: (error as Error).message } satisfies EngineAnswer)
  }
})

const titlesOf = ({ title, asked }: TitleQuestion) =>
  asked.map(({ stored: taxonomy, language, accepted }) => translateTitle({ title, language, index: storedIndexOf(taxonomy, language), ...(accepted ? { accepted } : {}) }))

function answer(question: EngineQuestion): Translated {
  const text = question.text.slice(0, longestText)
  const language = question.language ?? findLanguage(text)
  const memory = memoryOf(question)
  const made = translate({ text, language, lexicon, index: searchOf(question, language), ...(memory ? { memory } : {}) })
  if (!made.ok) throw new Error(made.reason.code)
  return made.value
}

/** What people decided before about these words, within the walls: an enterprise's phrase stays its own until a second one used it. */
function memoryOf(question: EngineQuestion): OutcomeMemory | undefined {
  const { enterpriseId } = question
  if (!enterpriseId || !question.decisions.length) return undefined
  const named = new Map(question.decisions.flatMap((one) => one.concepts.map((concept) => [concept.concept, concept] as const)))
  const memory = createMemory(
    question.decisions.flatMap((one) => one.concepts.map(({ concept }) => ({ id: `${one.id}:${concept}`, at: one.at as Instant, phrase: one.phrase, language: one.language, enterprise: one.enterprise, concept, verdict: one.verdict }))), // safe: a moment of the database
    { now: question.now as Instant }, // safe: a moment of the house's clock
  )
  return {
    find: (phrase, language) =>
      memory.lookup(phrase, { enterprise: enterpriseId, partners: [], language }).flatMap((one) => {
        const concept = named.get(one.concept)
        return concept ? [{ ...concept, strength: one.strength * one.similarity }] : []
      }),
  }
}
