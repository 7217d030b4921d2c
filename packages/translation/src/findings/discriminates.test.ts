import type { ContentLanguage } from '@guildhall/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDiscrimination } from './discriminates.ts'

const marked = (text: string, language: ContentLanguage) => findDiscrimination(text, language).map((one) => `${one.ground}: ${text.slice(one.start, one.end)}`)

test.each<[ContentLanguage, string, string[]]>([
  ['zh', '限男性，18-35岁', ['sex: 限男性', 'age: 18-35岁']],
  ['zh', '年龄35周岁以下，女士优先，已婚已育', ['age: 年龄35周岁以下', 'sex: 女士优先', 'family: 已婚已育']],
  ['zh', '本地户口优先，形象气质佳', ['origin: 本地户口优先', 'looks: 形象气质佳']],
  ['en', 'Male only, under 35', ['sex: Male only', 'age: under 35']],
  ['en', 'Applicants aged 18 to 35, good-looking', ['age: aged 18 to 35', 'looks: good-looking']],
  ['de', 'Junges Team sucht männliche Verstärkung, nicht älter als 35 Jahre', ['age: Junges Team sucht', 'sex: männliche Verstärkung', 'age: nicht älter als 35 Jahre']],
])('%s: %s', (language, text, found) => expect(marked(text, language)).toEqual(found))

test.each<[ContentLanguage, string]>([
  ['zh', '年满18岁以上，会用卡尺'], ['zh', '负责女士鞋的缝制，检查男装尺码'], ['zh', '性别不限，男女不限'], ['zh', '有18-35个月经验，公差0.18-0.35mm'], ['zh', '设备气密性良好'],
  ['en', 'Experience of 35 years with male connectors'], ['en', 'Change the tool in under 35 minutes'], ['en', 'Adults of 18 or over; male and female threads'], ['en', 'Keep the temperature under 35 °C'],
  ['de', 'Verkauf von Damenmode, Erfahrung von 35 Jahren'], ['de', 'Zerspaner (m/w/d) männlich/weiblich/divers'], ['de', 'Einstellen in höchstens 35 Minuten'], ['de', 'Mindestens 18 Jahre alt'],
])('%s: nothing is found in %s', (language, text) => expect(marked(text, language)).toEqual([]))

test('findings lie inside the text, in order, without overlap', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 5 }), fc.constantFrom('限男', '性', '18-35岁', '以下', '女士优先', '本地', '户口优先', 'male only', ' under 35', '已婚', '未婚优先', ' ', 'nur männliche', ' Bewerber', '岁', '形象气质佳', '身高170以上'))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom<ContentLanguage>('zh', 'en', 'de'), (pieces, language) => {
      const text = pieces.join('')
      let last = 0
      for (const { start, end } of findDiscrimination(text, language)) {
        expect(start >= last && end > start && end <= text.length).toBe(true)
        last = end
      }
    }),
    { numRuns: 500 },
  )
})
