import type { ContentLanguage, LocalizedText } from '@guildhall/kernel'
import { contentLanguages } from '@guildhall/kernel'

export type OutcomeSlots = Readonly<{ action: LocalizedText; object: LocalizedText; condition?: LocalizedText | null | undefined; standard?: LocalizedText | null | undefined }>

// zh puts the condition first and the standard last; de ends in the infinitive.
const templates: Record<ContentLanguage, (slots: { action: string; object: string; condition?: string | undefined; standard?: string | undefined }) => string> = {
  zh: ({ action, object, condition, standard }) => `${condition ? `${condition}，` : ''}${action}${object}${standard ? `，${standard}` : ''}`,
  en: ({ action, object, condition, standard }) => `${condition ? `${condition}, ` : ''}${action} ${object}${standard ? `, ${standard}` : ''}`,
  de: ({ action, object, condition, standard }) => `${condition ? `${condition} ` : ''}${object} ${action}${standard ? `, ${standard}` : ''}`,
}

/** The sentence of an outcome, in those languages in which every slot that it has is known: a slot without text makes the language missing. */
export function writeOutcomeText(slots: OutcomeSlots): LocalizedText {
  const text: { [L in ContentLanguage]?: string } = {}
  for (const language of contentLanguages) {
    const [action, object] = [slots.action[language], slots.object[language]]
    const [condition, standard] = [slots.condition?.[language], slots.standard?.[language]]
    if (!action || !object || (slots.condition && !condition) || (slots.standard && !standard)) continue
    text[language] = templates[language]({ action, object, condition, standard })
  }
  return text
}

/** What two texts are compared by: without case, width, white space and punctuation. */
export const textKeyOf = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '')
