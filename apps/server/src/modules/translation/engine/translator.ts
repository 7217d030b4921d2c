import type { ContentLanguage } from '@guildhall/kernel'
import type { Lexicon, SearchIndex } from '@guildhall/translation'
import { openTaxonomyIndex } from './index-cache.ts'
import { readLexicon, readLexiconItems } from './lexicon-files.ts'
import { openLinker } from './linker.ts'

/** What `translate` needs on a machine with files: the starter lexicon, and an index of it in each language, opened when first asked for. */
export type Translator = Readonly<{ lexicon: Lexicon; index: (language: ContentLanguage) => SearchIndex }>

/** With a taxonomy folder the skills of ESCO are asked as well, through the very linker behind `guildhall link`; it has none in Chinese. */
export function openTranslator({ note, taxonomy }: { note: (text: string) => void; taxonomy?: string }): Translator {
  const lexicon = readLexiconItems()
  const indexes = new Map<ContentLanguage, SearchIndex>()
  const linker = taxonomy === undefined ? undefined : openLinker({ task: 'skill', folder: taxonomy, note })
  const open = (language: ContentLanguage): SearchIndex => {
    const own = openTaxonomyIndex(readLexicon(), language, note)
    if (!linker) return own
    return { search: (query) => [...own.search(query), ...linker.ask({ text: query.text, language: query.language }, query.top).links] }
  }
  return {
    lexicon,
    index: (language) => {
      const known = indexes.get(language)
      if (known) return known
      const opened = open(language)
      indexes.set(language, opened)
      return opened
    },
  }
}
