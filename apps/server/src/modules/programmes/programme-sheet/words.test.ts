import { expect, test } from 'vitest'
import { programmeSheetFaults, programmeSheetWarnings } from './programme-sheet.ts'

test('every finding has a sentence in three languages', async () => {
  for (const language of ['en', 'zh-CN', 'de']) {
    const url = new URL(`../../../../../../words/src/exchange.${language}.ts`, import.meta.url)
    const [book] = Object.values((await import(url.href)) as Record<string, Record<string, string>>) // safe: each of these files exports one book
    expect([...programmeSheetFaults, ...programmeSheetWarnings].filter((code) => !book![`programme-sheet.${code}`])).toEqual([])
  }
})
