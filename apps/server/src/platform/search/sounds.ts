import { pinyin } from 'pinyin-pro'

/**
 * How Chinese text is typed on a keyboard: full pinyin and initials, several readings where a character has them as a surname.
 * @example soundsOf('王磊') // 'wanglei wl'
 */
export function soundsOf(text: string): string {
  const han = text.replace(/[^\p{Script=Han}]+/gu, '').slice(0, 60)
  if (!han) return ''
  const plain = pinyin(han, { toneType: 'none', type: 'array' })
  const asName = pinyin(han, { toneType: 'none', type: 'array', mode: 'surname' })
  const forms = new Set<string>()
  for (const reading of [plain, asName]) {
    const typed = reading.map((one) => one.replace(/ü/g, 'v'))
    forms.add(typed.join(''))
    forms.add(typed.map((one) => one[0] ?? '').join(''))
  }
  return [...forms].join(' ')
}

/** What names sort by: pinyin for Chinese, the text itself elsewhere, lower case. */
export const sortNameOf = (text: string): string => (/\p{Script=Han}/u.test(text) ? pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(' ') : text).toLowerCase().slice(0, 200)
