import { parentPort } from 'node:worker_threads'
import type { ContentLanguage } from '@guildhall/kernel'
import { findLanguage, type FullIndex, longestText, translate } from '@guildhall/translation'
import type { Translated } from './engine.ts'
import { openTaxonomyIndex } from './index-cache.ts'
import { readLexicon, readLexiconItems } from './lexicon-files.ts'

export type EngineQuestion = Readonly<{
  id: number
  text: string
  language: ContentLanguage | undefined
  enterpriseId: string | undefined
  now: string
  decisions: readonly Readonly<{ id: string; at: string; phrase: string; language: ContentLanguage; enterprise: string; verdict: 'accepted' | 'edited' | 'rejected'; by: string; concepts: readonly { taxonomy: string; concept: string; label: string }[] }>[]
}>
export type EngineAnswer = Readonly<{ id: number; ok: true; translation: Translated }> | Readonly<{ id: number; ok: false; error: string }>

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

parentPort?.on('message', (question: EngineQuestion) => {
  try {
    parentPort!.postMessage({ id: question.id, ok: true, translation: answer(question) } satisfies EngineAnswer)
  } catch (error) {
    parentPort!.postMessage({ id: question.id, ok: false, error: (error as Error).message } satisfies EngineAnswer)
  }
})

function answer(question: EngineQuestion): Translated {
  const text = question.text.slice(0, longestText)
  const language = question.language ?? findLanguage(text)
  const made = translate({ text, language, lexicon, index: indexOf(language) })
  if (!made.ok) throw new Error(made.reason.code)
  return made.value
}
