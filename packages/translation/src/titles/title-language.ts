import type { ContentLanguage } from '@guildhall/kernel'
import { findLanguage } from '../outcomes/language.ts'

/** A title has no small words by which a language is known, but German ones end as English ones do not, or name both genders. */
const german = /[äöüß]|\b(?:für|und|im|der|die)\b|m\/w|w\/m|[a-z](?:[/:*_(]-?in(?:nen)?\b)|(?:kraft|mann|frau|helfer|leiter|leitung|meister|techniker|mechaniker|mechatroniker|elektroniker|arbeiter|berater|pfleger|führer|fahrer|bauer|schlosser|schweißer|dreher|fräser|koch|köchin|gehilfe|gehilfin|berufe|wesen|ung)\b/i

/**
 * The languages in which a title is worth looking up, the likelier first. `said`: the language of the text it stands in.
 * @example titleLanguages('Pflegefachkraft') // ['de', 'en']
 */
export function titleLanguages(title: string, said?: ContentLanguage): readonly ContentLanguage[] {
  const found = findLanguage(title)
  if (found === 'zh') return ['zh']
  const first = german.test(title) ? 'de' : said === 'de' || said === 'en' ? said : found
  return first === 'de' ? ['de', 'en'] : ['en', 'de']
}
