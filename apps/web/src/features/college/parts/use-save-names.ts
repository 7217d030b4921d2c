import { type ContentLanguage, type LocalizedText, toContentLanguage } from '@guildhall/kernel'
import { useLanguage } from '../../../ui/language.tsx'

/** Names are typed in the reader's own language here; other languages of a name stay as they are. */
export function useOwnName(): { own: ContentLanguage; toName: (text: string, before?: LocalizedText) => LocalizedText } {
  const own = toContentLanguage(useLanguage().language)
  return { own, toName: (text, before) => ({ ...before, ...(text.trim() ? { [own]: text.trim() } : {}) }) }
}
