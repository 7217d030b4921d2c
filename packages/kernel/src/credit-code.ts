import { findDate, type PlainDate } from './date.ts'
import { accepted, type Reason, type Result, refused } from './reason.ts'

export const codeFaults = ['wrong-length', 'wrong-character', 'wrong-birth-date', 'bad-check-digit'] as const
export type CodeFault = (typeof codeFaults)[number]

/** Digits and letters of a credit code: without I, O, S, V, Z, which look like digits (GB 32100-2015, table 1). */
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idChecks = '10X98765432'

/**
 * Full-width letters, digits and signs become their plain forms; the ideographic blank becomes a blank.
 * @example toHalfWidth('１２Ａ（甲）') // '12A(甲)'
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (c) => (c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
}

/** A number of an office as it was meant: plain, upper case, without blanks and invisible characters. Never turns a letter O into a zero. */
export function toPlainCode(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .toUpperCase()
}

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last of them checks the rest.
 * @example checkCreditCode('９１３５０１００Ｍ０００１００Ｙ４３') // { ok: true, value: '91350100M000100Y43' }
 */
export function checkCreditCode(text: string): Result<string, Reason<CodeFault>> {
  const code = toPlainCode(text)
  const strange = [...code].find((c) => !creditAlphabet.includes(c))
  if (strange) return refused({ code: 'wrong-character', params: { character: strange } })
  if (code.length !== 18) return refused({ code: 'wrong-length', params: { length: code.length, expected: 18 } })
  // The division of registration (characters 3 to 8) is digits only.
  if (!/^..\d{6}/.test(code)) return refused({ code: 'wrong-character', params: { character: code.slice(2, 8) } })
  return code[17] === creditCheckDigit(code) ? accepted(code) : refused({ code: 'bad-check-digit' })
}

/** The 18th character for the first 17. */
export function creditCheckDigit(code: string): string {
  let [sum, weight] = [0, 1]
  for (let i = 0; i < 17; i++) {
    sum += creditAlphabet.indexOf(code[i]!) * weight
    weight = (weight * 3) % 31
  }
  return creditAlphabet[(31 - (sum % 31)) % 31]!
}

/**
 * A citizen's id number (公民身份号码, GB 11643-1999): division, day of birth, order, check digit. The 15-digit form of before 1999 is refused by its length.
 * @example checkCitizenId('11010519491231002x') // { ok: true, value: '11010519491231002X' }
 */
export function checkCitizenId(text: string): Result<string, Reason<CodeFault>> {
  const id = toPlainCode(text)
  const strange = /[^\dX]/.exec(id) ?? /X(?=.)/.exec(id)
  if (strange) return refused({ code: 'wrong-character', params: { character: strange[0] } })
  if (id.length !== 18) return refused({ code: 'wrong-length', params: { length: id.length, expected: 18 } })
  if (!findBirthDate(id)) return refused({ code: 'wrong-birth-date', params: { value: id.slice(6, 14) } })
  return id[17] === idCheckDigit(id) ? accepted(id) : refused({ code: 'bad-check-digit' })
}

/** The 18th character for the first 17. */
export function idCheckDigit(id: string): string {
  return idChecks[idWeights.reduce((sum, weight, i) => sum + Number(id[i]) * weight, 0) % 11]!
}

/** The day of birth within an id number; undefined where there is no such day. */
export function findBirthDate(id: string): PlainDate | undefined {
  const date = findDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)
  return date && date >= '1800-01-01' ? date : undefined
}
