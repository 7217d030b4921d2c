import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCitizenId, checkCreditCode, creditCheckDigit, findBirthDate, idCheckDigit, toHalfWidth, toPlainCode } from './index.ts'

const reasonOf = (result: ReturnType<typeof checkCitizenId>) => (result.ok ? 'accepted' : result.reason.code)

describe('unified social credit codes', () => {
  test('the example of the standard is right, also in full width with blanks', () => {
    for (const text of ['91350100M000100Y43', '９１３５０１００Ｍ０００１００Ｙ４３', ' 91350100 m000100y43\u200b'])
      expect(checkCreditCode(text)).toEqual({ ok: true, value: '91350100M000100Y43' })
  })
  test.each([
    ['91350100M000100Y44', 'bad-check-digit'],
    ['91350100M000100Y4', 'wrong-length'],
    ['91350100MO00100Y43', 'wrong-character'],
    ['91X50100M000100Y43', 'wrong-character'],
    ['1.1E+17', 'wrong-character'],
    ['', 'wrong-length'],
  ])('%s: %s', (text, code) => expect(reasonOf(checkCreditCode(text))).toBe(code))
  test('one wrong character never passes', () => {
    const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    const code = fc
      .array(fc.constantFrom(...letters), { minLength: 9, maxLength: 9 })
      .map((rest) => `91320500${rest.join('')}`)
      .map((body) => body + creditCheckDigit(body))
    fc.assert(
      fc.property(code, fc.nat(17), fc.constantFrom(...letters), (right, at, letter) => {
        const wrong = right.slice(0, at) + letter + right.slice(at + 1)
        return checkCreditCode(right).ok && (wrong === right || !checkCreditCode(wrong).ok)
      }),
      { numRuns: 500 },
    )
  })
})

describe('id numbers', () => {
  test('the examples of the standard are right', () => {
    expect(checkCitizenId('11010519491231002x')).toEqual({ ok: true, value: '11010519491231002X' })
    expect(checkCitizenId('４４０５２４ １８８００１０１ ００１４').ok).toBe(true)
    expect(findBirthDate('11010519491231002X')).toBe('1949-12-31')
  })
  test.each([
    ['110105194912310021', 'bad-check-digit'],
    ['110105199003071000', 'bad-check-digit'],
    ['110105491231002', 'wrong-length'],
    ['110105194913310020', 'wrong-birth-date'],
    ['1101051949123100XX', 'wrong-character'],
    ['11010519491231O02X', 'wrong-character'],
  ])('%s: %s', (text, code) => expect(reasonOf(checkCitizenId(text))).toBe(code))
  test('two neighbouring digits exchanged never pass', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27_000 }), fc.nat(999), fc.nat(15), (day, order, at) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
        const body = `320505${date}${String(order).padStart(3, '0')}`
        const right = body + idCheckDigit(body)
        const wrong = right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2)
        return checkCitizenId(right).ok && (wrong === right || !checkCitizenId(wrong).ok)
      }),
      { numRuns: 500 },
    )
  })
})

test('full-width signs become plain ones', () =>
  expect([toHalfWidth('１２Ａ（甲）\u3000'), toPlainCode(' ab　１ ')]).toEqual(['12A(甲) ', 'AB1']))
