/** Languages of content: what an enterprise or a college writes in. */
export const contentLanguages = ['zh', 'en', 'de'] as const
export type ContentLanguage = (typeof contentLanguages)[number]

/** Languages of the interface. Content language `zh` is read in the interface language `zh-CN`. */
export const interfaceLanguages = ['zh-CN', 'en', 'de'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

export const toContentLanguage = (language: InterfaceLanguage): ContentLanguage => (language === 'zh-CN' ? 'zh' : language)

/** Text that people entered, in the languages in which they entered it. A missing language is missing: nothing invents it. */
export type LocalizedText = Readonly<{ [Language in ContentLanguage]?: string | undefined }>

/** A text for a reader, and the language it is really in. */
export type ReadText = Readonly<{ text: string; language: ContentLanguage }>

/**
 * The text in the reader's language, else the first one there is (zh, en, de), so that a reader sees which language it is in.
 * @example findText({ zh: '车床' }, 'en') // { text: '车床', language: 'zh' }
 */
export function findText(text: LocalizedText, language: ContentLanguage): ReadText | undefined {
  for (const one of [language, ...contentLanguages]) {
    const found = text[one]
    if (found) return { text: found, language: one }
  }
  return undefined
}
