import { toHalfWidth } from '@guildhall/kernel'

/** Text as people meant it: no blanks around, no invisible characters, odd blanks within as plain ones, line ends as LF. Nothing else is touched. */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200b\u200e\u200f\u2060\ufeff]|(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000\t]/g, ' ')
    .trim()
}

/** The form in which headers and names are compared: width, case, blanks and marks of duty (`*`) do not count. */
export function matchForm(text: string): string {
  return toHalfWidth(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:\p{Cf}\p{Cc}]/gu, '')
}

/** As `matchForm`, without a note in brackets: 学分（必填） is 学分. */
export const bareForm = (text: string): string => matchForm(text).replace(/\([^()]*\)|\[[^[\]]*\]/g, '')

export const shorten = (text: string, most = 40): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
