import fs from 'node:fs'
import path from 'node:path'
import type { Concept, Lexicon, LexiconItem, Taxonomy, Verb } from '@guildhall/translation'

const folder = path.join(import.meta.dirname, '../../../../../../data/lexicon')

/** Trades of the starter lexicon; `key` holds the competences that all trades share. */
export const lexiconTrades = ['mechatronics', 'cnc', 'warehouse', 'welding', 'maintenance', 'vehicles', 'moulds', 'commerce', 'accounting', 'care', 'hospitality', 'software', 'key'] as const

let kept: Lexicon | undefined

/** Everything of the starter lexicon: verbs and items. Read once a process: the files are part of the program. */
export function readLexiconItems(): Lexicon {
  kept ??= { verbs: readLines<Verb>('verbs.jsonl'), items: lexiconTrades.flatMap((trade) => readLines<LexiconItem>(`${trade}.jsonl`)) }
  return kept
}

/** The starter lexicon as a taxonomy for the search index: labels first, everyday phrases after them. */
export function readLexicon(): Taxonomy[] {
  return [{ id: 'gh', version: '2', concepts: readLexiconItems().items.map(toConcept) }]
}

function toConcept(item: LexiconItem): Concept {
  const labels = {
    zh: [item.label.zh, ...item.phrases.zh],
    en: [item.label.en, ...item.phrases.en],
    de: [item.label.de, ...item.phrases.de],
  }
  return { id: item.id, kind: 'competence', labels, parents: [`gh:${item.trade}`] }
}

// Our own files, checked by a test: no schema at run time.
function readLines<T>(name: string): readonly T[] {
  const file = path.join(folder, name)
  if (!fs.existsSync(file)) return []
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
