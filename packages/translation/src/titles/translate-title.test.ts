import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex, type Concept, openIndex, type TitleGrade, translateTitle } from '../index.ts'
import { titleCore } from './title-key.ts'

const occupation = (id: string, zh: readonly string[], en: readonly string[], de: readonly string[]): Concept => ({ id, kind: 'occupation', labels: { zh, en, de }, parents: ['group'] })
const concepts: readonly Concept[] = [
  { id: 'group', kind: 'group', labels: { zh: ['餐饮服务人员'], en: ['people who serve food'], de: ['Berufe im Gastgewerbe'] } },
  occupation('cook', ['厨师', '炒锅师傅'], ['cook', 'line cook'], ['Koch', 'Köchin']),
  occupation('waiter', ['餐厅服务员'], ['waiter', 'table server'], ['Restaurantfachmann', 'Servicekraft']),
  occupation('lathe', ['车床操作工', '数控车工', '车工'], ['lathe operator', 'turner'], ['Zerspanungsmechaniker', 'Dreher']),
  occupation('mill', ['铣床操作工', '数控铣工'], ['milling machine operator', 'miller'], ['Fräser']),
  occupation('grain', ['磨粉工'], ['grain mill worker', 'miller'], ['Müller']),
  occupation('care', ['养老护理员'], ['elder care worker'], ['Altenpflegehelfer']),
  { id: 'skill', kind: 'competence', labels: { zh: ['厨师刀工'], en: ['cook sauces'], de: ['Koch anleiten'] } },
]
const bytes = buildIndex([{ id: 'own', version: '1', concepts }])
const index = openIndex(bytes)
const ids = new Set(concepts.filter((one) => one.kind !== 'competence').map((one) => one.id))
const ask = (title: string, language: 'zh' | 'en' | 'de') => translateTitle({ title, language, index })
const best = (title: string, language: 'zh' | 'en' | 'de') => ask(title, language)[0]

describe('a title of a post', () => {
  test.each<[string, 'zh' | 'en' | 'de', string, TitleGrade, string]>([
    ['厨师', 'zh', 'cook', 'sure', 'title-is-label'],
    ['厨师（包吃住）6-8K', 'zh', 'cook', 'sure', 'title-is-label'],
    ['炒锅师傅', 'zh', 'cook', 'likely', 'title-is-other-name'],
    ['急聘数控车工', 'zh', 'lathe', 'likely', 'title-has-label'],
    ['Koch (m/w/d)', 'de', 'cook', 'sure', 'title-is-label'],
    ['Dreher/in', 'de', 'lathe', 'sure', 'title-is-label'],
    ['Senior Lathe Operator', 'en', 'lathe', 'likely', 'title-has-label'],
    ['行车工', 'zh', 'lathe', 'possible', 'title-words-alike'],
    ['急聘厨师', 'zh', 'cook', 'likely', 'title-has-label'],
    ['robot turner', 'en', 'lathe', 'possible', 'title-words-alike'],
    ['Industriedreher', 'de', 'lathe', 'possible', 'title-words-alike'],
    ['miller', 'en', 'grain', 'likely', 'title-is-label-of-several'],
    ['care of elder people', 'en', 'care', 'possible', 'title-words-alike'],
  ])('%s is %s: %s, %s by %s', (title, language, concept, grade, reason) => {
    const link = ask(title, language).find((one) => one.concept === concept)
    expect([link?.grade, link?.reasons[0]?.code]).toEqual([grade, reason])
  })

  test('the evidence is the very words, and what was not read is said', () => {
    const title = '急聘数控车工'
    const link = best(title, 'zh')!
    expect(link.evidence.map((one) => [title.slice(one.start, one.end), one.matched])).toEqual([['数控车工', '数控车工']])
    expect(link.reasons.at(-1)).toEqual({ code: 'title-words-not-read', params: { words: '急聘' } })
  })

  test('what people accepted for it before comes first, and is at least likely', () => {
    const [first] = translateTitle({ title: 'care of elder people', language: 'en', index, accepted: [{ concept: 'care', times: 2 }] })
    expect([first?.concept, first?.grade, first?.reasons[0]]).toEqual(['care', 'likely', { code: 'title-accepted-before', params: { n: 2 } }])
  })

  test.each(['', '   ', '（）', '5000元', '!?', '\n'])('says nothing about %j', (title) => expect(ask(title, 'zh')).toEqual([]))

  test('a competence is no occupation, a group may be the answer', () => {
    expect(ask('厨师刀工', 'zh').map((one) => one.concept)).not.toContain('skill')
    expect(best('餐饮服务人员', 'zh')).toMatchObject({ concept: 'group', grade: 'sure' })
  })

  test('the core of a title keeps where its letters stood', () => {
    const title = '【急聘】ＣＮＣ 车工 2名'
    const { key, places } = titleCore(title, 'zh')
    expect(key).toBe('cnc车工')
    expect(places.map((at) => title[at]).join('')).toBe('ＣＮＣ车工')
  })
})

const words = concepts.flatMap((one) => Object.values(one.labels).flat()) as string[]
const titles = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(...words),
  fc.tuple(fc.constantFrom('', '急聘', 'Senior ', 'Herr ', '（双休）'), fc.constantFrom(...words), fc.constantFrom('', ' (m/w/d)', '2名', ' / Nachtschicht', '5-8K')).map((parts) => parts.join('')),
)
const language = fc.constantFrom('zh' as const, 'en' as const, 'de' as const)

describe('whatever the title', () => {
  test('every answer exists, its places lie in the title, and the same title gives the same answer', () => {
    fc.assert(
      fc.property(titles, language, (title, spoken) => {
        const links = ask(title, spoken)
        expect(links.length).toBeLessThanOrEqual(3)
        expect(new Set(links.map((one) => one.concept)).size).toBe(links.length)
        for (const link of links) {
          expect(ids.has(link.concept)).toBe(true)
          expect(link.evidence.length).toBeGreaterThan(0)
          expect(link.reasons.length).toBeGreaterThan(0)
          for (const { start, end, matched } of link.evidence) {
            expect(start >= 0 && start < end && end <= title.length).toBe(true)
            expect(title.slice(start, end).trim()).not.toBe('')
            expect(words).toContain(matched)
          }
        }
        expect(ask(title, spoken)).toEqual(links)
      }),
      { numRuns: 500 },
    )
  })

  test('a sure answer is sure of its label too, and of nothing else', () => {
    fc.assert(
      fc.property(titles, language, (title, spoken) => {
        for (const link of ask(title, spoken).filter((one) => one.grade === 'sure')) {
          const again = ask(link.evidence[0]!.matched, spoken)
          expect(again[0]).toMatchObject({ concept: link.concept, grade: 'sure' })
          expect(again.filter((one) => one.grade === 'sure')).toHaveLength(1)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('what an advert adds changes neither the first answer nor its grade', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), language, fc.constantFrom(' (m/w/d)', ' 3人', '，6000-8000元/月', '  '), (title, spoken, more) => {
        const named = (text: string) => ask(text, spoken).map(({ concept, grade, evidence }) => ({ concept, grade, evidence }))
        expect(named(title + more)).toEqual(named(title))
      }),
      { numRuns: 500 },
    )
  })
})
