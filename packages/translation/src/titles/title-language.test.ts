import { expect, test } from 'vitest'
import { titleLanguages } from '../index.ts'

test.each([
  ['电工', undefined, ['zh']],
  ['CNC操作工', 'en', ['zh']],
  ['Pflegefachkraft', undefined, ['de', 'en']],
  ['Industriemechaniker', 'zh', ['de', 'en']],
  ['Koch (m/w/d)', 'en', ['de', 'en']],
  ['Verkäufer:in', undefined, ['de', 'en']],
  ['CNC machine operator', undefined, ['en', 'de']],
  ['Controller', 'de', ['de', 'en']],
  ['Controller', 'zh', ['en', 'de']],
] as const)('%s, said in %s, is looked up in %j', (title, said, languages) => expect(titleLanguages(title, said)).toEqual(languages))
