import type { ContentLanguage } from '@guildhall/kernel'
import type { Lexicon, SearchIndex } from '@guildhall/translation'
import { openTaxonomyIndex } from './index-cache.ts'
import { readLexicon, readLexiconItems } from './lexicon-files.ts'

/** What `translate` needs on a machine with files: the starter lexicon, and an index of it in each language, opened when first asked for. */
export type Translator = Readonly<{ lexicon: Lexicon; index: (language: ContentLanguage) => SearchIndex }>

export function openTranslator({ note }: { note: (text: string) => void }): Translator {
  const lexicon = readLexiconItems()
  const indexes = new Map<ContentLanguage, SearchIndex>()
  return {
    lexicon,
    index: (language) => {
      const known = indexes.get(language)
      if (known) return known
      const opened = openTaxonomyIndex(readLexicon(), language, note)
      indexes.set(language, opened)
      return opened
    },
  }
}
