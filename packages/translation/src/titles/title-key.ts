import type { ContentLanguage } from '@guildhall/kernel'
import { normalise } from '../search/normalise.ts'
import { blankTitle } from '../search/titles.ts'

/** Pay and head counts: no label has them, and `3人` is like every group of 人员. */
const figures = /\d[\d.,]*\s*(?:[-~–至到]\s*\d[\d.,]*)?\s*(?:k|w|元|千|万|人|名|位|eur|€|\$|usd|rmb)(?:\s*[/／]\s*(?:月|天|年|小时|h|month|year|stunde|monat|jahr))?(?![\p{L}])/giu
/** What stands in brackets may still help to find, but is no part of a label's name. */
const bracketed = /[([【][^()[\]【】]*[)\]】]/gu

const blank = (found: string) => ' '.repeat(found.length)

/** `key`: the letters of a title that say what the post is; `places`: where each stands in the title as it was written. */
export type TitleCore = Readonly<{ key: string; places: readonly number[] }>

/**
 * What of a title names the post.
 * @example titleCore('Ｃook (m/w/d), 3000 €', 'de').key // 'cook'
 */
export function titleCore(title: string, language: ContentLanguage): TitleCore {
  const whole = normalise(title)
  const text = blankTitle(whole.text, language).replace(figures, blank).replace(bracketed, blank)
  const letters: string[] = []
  const places: number[] = []
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    if (!/[\p{L}\p{N}\p{M}\p{Cs}+#]/u.test(letter)) continue
    letters.push(letter)
    places.push(whole.starts[i]!)
  }
  return { key: letters.join(''), places }
}

/** The title as the index is asked: blanks over pay, head counts and what adverts add, and as long as before. */
export function askedTitle(title: string, language: ContentLanguage): string {
  const whole = normalise(title)
  const text = blankTitle(whole.text, language).replace(figures, blank)
  const units = title.split('')
  for (let i = 0; i < text.length; i++) if (text[i] === ' ') units.fill(' ', whole.starts[i]!, whole.ends[i]!)
  return units.join('')
}
