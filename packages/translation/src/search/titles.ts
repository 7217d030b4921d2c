import type { ContentLanguage } from '@guildhall/kernel'

const cover = (text: string, pattern: RegExp) => text.replace(pattern, (found) => ' '.repeat(found.length))

/**
 * Puts blanks over what adverts add to a title (`(m/w/d)`) and over the second gender of German titles (`/in`, `/-frau`, `/Technikerin`), so that one
 * title meets one label. The length stays: places in the text remain true.
 * @example blankTitle('koch/köchin (m/w/d)', 'de').trim() // 'koch'
 */
export function blankTitle(text: string, language: ContentLanguage): string {
  let now = cover(text, /\((?:[mwfdxia*]|gn|all genders?|div)(?:\s*[/|,.]\s*(?:[mwfdxia*]|div))*\)/g)
  if (language !== 'de') return now
  now = cover(now, /\((?:di|ing|bakk|mag|fh|uni|lehre|bhs|bms|tätigkeit)\)/g)
  now = cover(now, /[/*:_]-?(?:in|innen|frau|r|er|e|n)\b/g)
  now = cover(now, /\((?:e?r|e?in|innen|e|n|en)\)/g)
  return cover(now, /\/\s?[\p{L}-]*(?:\s[\p{L}-]*)?(?:in|frau|schwester|gehilfin|dame|mädchen|rätin|magd|assistentin)\b/gu)
}
