import { type ContentLanguage, contentLanguages, type LocalizedText } from '@guildhall/kernel'

export type ComposeSlots = Readonly<{
  action: LocalizedText
  object?: LocalizedText
  condition?: LocalizedText
  standard?: LocalizedText
  independent: boolean
}>

const alone: Readonly<Record<ContentLanguage, string>> = { zh: '独立', en: 'independently', de: 'selbstständig' }

/**
 * The sentence of an outcome by template, only in languages in which every slot has its words (ENGINES 1.6.8): nothing is invented.
 * @example compose({ action: { zh: '校平' }, object: { zh: '洗衣机' }, independent: false }) // { zh: '校平洗衣机' }
 */
export function compose(slots: ComposeSlots): LocalizedText {
  const text: Partial<Record<ContentLanguage, string>> = {}
  for (const language of contentLanguages) {
    const parts = [slots.action, slots.object, slots.condition, slots.standard]
    if (parts.some((part) => part && !part[language])) continue
    const [action = '', named = '', condition = '', standard = ''] = parts.map((part) => part?.[language])
    // 换刀: the noun is in the verb already.
    const object = language === 'zh' && action.endsWith(named) ? '' : named
    text[language] = templates[language]({ action, object, condition, standard, manner: slots.independent ? alone[language] : '' })
  }
  return text
}

type Words = Readonly<{ action: string; object: string; condition: string; standard: string; manner: string }>
const joined = (parts: readonly string[], by: string) => parts.filter((part) => part !== '').join(by)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const templates: Readonly<Record<ContentLanguage, (words: Words) => string>> = {
  zh: ({ action, object, condition, standard, manner }) =>
    joined([condition, `${condition.includes('独立') ? '' : manner}${action}${object}`, standard], '，'),
  en: ({ action, object, condition, standard, manner }) =>
    capital(joined([condition, joined([action, object, manner], ' '), standard], ', ')),
  de: ({ action, object, condition, standard, manner }) =>
    capital(joined([joined([condition, object, manner, action], ' '), standard], ', ')),
}
