import fs from 'node:fs'
import path from 'node:path'
import { commonProblems } from '@guildhall/contract/http'
import { interfaceLanguages } from '@guildhall/kernel'
import { books, fill, wordKeys } from '@guildhall/words'
import { describe, expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const placeholders = (sentence: string) => [...new Set([...sentence.matchAll(/\{(\w+)(?::[^{}]*)?\}/g)].map((match) => match[1]!))].sort()

/** Codes that the server says somewhere: refusals, faults, inbox lines, warnings. */
function codesInSource(): { problems: string[]; faults: string[]; inbox: string[] } {
  const found = { problems: new Set<string>(), faults: new Set<string>(), inbox: new Set<string>() }
  const folder = path.join(root, 'apps/server/src')
  for (const file of fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((one) => one.endsWith('.ts') && !one.endsWith('.test.ts'))) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8')
    for (const match of text.matchAll(/conflict\('([a-z-]+)'/g)) found.problems.add(match[1]!)
    for (const match of text.matchAll(/new Refused\(\d+, '([a-z-]+)'/g)) found.problems.add(match[1]!)
    for (const match of text.matchAll(/fault\(['`]\/[^,]*, '([a-z_-]+)'/g)) found.faults.add(match[1]!)
    for (const match of text.matchAll(/putInInbox\(ctx, trx, \{[\s\S]{0,120}?code: '([a-z-]+)'/g)) found.inbox.add(match[1]!)
  }
  return { problems: [...found.problems], faults: [...found.faults], inbox: [...found.inbox] }
}

describe('the book of words', () => {
  test.each(interfaceLanguages.filter((one) => one !== 'en'))(
    '%s says everything that English says, with the same values in it',
    (language) => {
      const book = books[language] as Record<string, string>
      expect(wordKeys.filter((key) => !book[key]?.trim())).toEqual([])
      expect(wordKeys.filter((key) => placeholders(book[key]!).some((one) => !placeholders(books.en[key]).includes(one)))).toEqual([])
    },
  )
  test('Chinese texts hold no English sentence', () =>
    expect(wordKeys.filter((key) => /[a-z]{4,} [a-z]{3,} [a-z]{3,}/i.test(books['zh-CN'][key].replace(/\{[^{}]*\}/g, '')))).toEqual([]))
  test('every refusal of the server has its sentence', () =>
    expect([...codesInSource().problems, ...commonProblems].filter((code) => !(`problem.${code}` in books.en))).toEqual([]))
  test('every fault of an input has its sentence', () =>
    expect(codesInSource().faults.filter((code) => !(`fault.${code}` in books.en))).toEqual([]))
  test('every line of the inbox has its sentence', () =>
    expect(codesInSource().inbox.filter((code) => !(`inbox.${code}` in books.en))).toEqual([]))
  test('no module writes the sentence of another', () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const file of fs.readdirSync(path.join(root, 'words/src')).filter((one) => one.endsWith('.en.ts'))) {
      for (const match of fs.readFileSync(path.join(root, 'words/src', file), 'utf8').matchAll(/^ {2}'([^']+)':/gm)) {
        if (seen.has(match[1]!)) twice.push(`${match[1]} in ${seen.get(match[1]!)} and ${file}`)
        seen.set(match[1]!, file)
      }
    }
    expect(twice).toEqual([])
  })
})

describe('filling a sentence', () => {
  test.each([
    ['{n} {n:need|needs}', { n: 1 }, '1 need'],
    ['{n} {n:need|needs}', { n: 1200 }, '1,200 needs'],
    ['{missing} stays', {}, '{missing} stays'],
    ['{a}{a}', { a: 'x' }, 'xx'],
  ])('%s with %j is %s', (sentence, params, said) => expect(fill(sentence, params, 'en')).toBe(said))
})
