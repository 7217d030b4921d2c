import { calendarConflicts, calendarFaults, codeFaults } from '@guildhall/kernel'
import { expect, test } from 'vitest'
import { badFileCodes } from './bad-file.ts'
import { importFaultCodes } from './import-fields.ts'

const books = await Promise.all(
  ['en', 'zh-CN', 'de'].map(async (language) => {
    const url = new URL(`../../../../../words/src/exchange.${language}.ts`, import.meta.url)
    const [book] = Object.values((await import(url.href)) as Record<string, Record<string, string>>) // safe: each of these files exports one book
    return book!
  }),
)
const holes = (text: string) => [...new Set([...text.matchAll(/\{\w+\}/g)].map(String))].sort()

test('every code of a fault, a bad file and a calendar has a sentence in three languages', () => {
  const keys = [
    ...importFaultCodes.map((code) => `import-fault.${code}`),
    ...badFileCodes.map((code) => `file.${code}`),
    ...codeFaults.map((code) => `fault.${code}`),
    ...[...calendarFaults, ...calendarConflicts].map((code) => `calendar.${code}`),
  ]
  for (const book of books) expect(keys.filter((key) => !book[key])).toEqual([])
})

test('the three texts name the same things', () => {
  const [english, ...others] = books
  for (const [key, text] of Object.entries(english!)) for (const book of others) expect(holes(book[key]!), key).toEqual(holes(text))
})
