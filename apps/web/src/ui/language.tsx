import {
  findText,
  type InterfaceLanguage,
  interfaceLanguages,
  type LocalizedText,
  type ReadText,
  toContentLanguage,
} from '@guildhall/kernel'
import type { Params, WordKey } from '@guildhall/words'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { findWords, isBookOpen, openBook, say } from './open-books.ts'
import { readStored, writeStored } from './stored.ts'

export type { WordKey } from '@guildhall/words'

const LanguageContext = createContext<{ language: InterfaceLanguage; setLanguage: (language: InterfaceLanguage) => void }>({
  language: 'zh-CN',
  setLanguage: () => {},
})

const isLanguage = (text: string | undefined): text is InterfaceLanguage => interfaceLanguages.some((one) => one === text)

/** The language a person chose in this browser; undefined where they never did. */
export function findChosenLanguage(): InterfaceLanguage | undefined {
  const stored = readStored('language')
  return isLanguage(stored) ? stored : undefined
}

/** The first of a browser's languages that we speak. */
export function guessLanguage(wanted: readonly string[]): InterfaceLanguage {
  for (const one of wanted) {
    if (one.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (one.toLowerCase().startsWith('de')) return 'de'
    if (one.toLowerCase().startsWith('en')) return 'en'
  }
  return 'zh-CN'
}

/** The language of the first page: the one chosen in this browser, else the first of the browser's own that we speak. */
export const findFirstLanguage = (): InterfaceLanguage => findChosenLanguage() ?? guessLanguage(navigator.languages)

/** Holds the reader's language and tells the document; switching needs no reload. The sentences of `first` are open already. */
export function LanguageProvider({ first, children }: { first: InterfaceLanguage; children: ReactNode }) {
  const [language, setNow] = useState<InterfaceLanguage>(first)
  const wanted = useRef(first)
  const setLanguage = useCallback((next: InterfaceLanguage) => {
    writeStored('language', next)
    wanted.current = next
    if (isBookOpen(next)) return setNow(next)
    // Two quick switches: the last one wins. Sentences that do not come leave the page as it is.
    openBook(next).then(
      () => wanted.current === next && setNow(next),
      () => {},
    )
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
    // For pages and sentences that the server makes before it knows who reads.
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing in older in-app browsers and over plain HTTP
    document.cookie = `gh-language=${language}; path=/; max-age=31536000; samesite=lax`
  }, [language])
  const value = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return <LanguageContext.Provider value={value}>{children}</LanguageContext.Provider>
}

export const useLanguage = () => useContext(LanguageContext)

/** Sentences in the reader's language: `const w = useWords()`, `w('web.search')`. */
export function useWords(): (key: WordKey, params?: Params) => string {
  const { language } = useLanguage()
  return useCallback((key, params = {}) => say(key, params, language), [language])
}

/** Sentences whose name is put together from a code of the contract. A code without words stays visible, so that it is found. */
export function useCodeWords(): (key: string, params?: Params) => string {
  const { language } = useLanguage()
  return useCallback((key, params = {}) => findWords(key, params, language) ?? key, [language])
}

/** Text that people entered, in the reader's language or the one there is. */
export function useText(): (text: LocalizedText) => ReadText | undefined {
  const { language } = useLanguage()
  return useCallback((text) => findText(text, toContentLanguage(language)), [language])
}
