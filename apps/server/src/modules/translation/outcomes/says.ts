import type { LocalizedText } from '@guildhall/kernel'
import { contentLanguages } from '@guildhall/kernel'

/** What an employer reads of an outcome: "this person can …", in the languages that the outcome has. */
export function sayToEmployer(outcome: { text: LocalizedText }): LocalizedText {
  const says: { zh?: string; en?: string; de?: string } = {}
  for (const language of contentLanguages) {
    const text = outcome.text[language]
    if (!text) continue
    says[language] = language === 'zh' ? `能做到：${text}` : language === 'en' ? `Can do this: ${text}` : `Kann das: ${text}`
  }
  return says
}
