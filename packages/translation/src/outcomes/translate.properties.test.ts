import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { type OutcomeDraft, translate } from '../index.ts'

const lexicon = readLexiconItems()
const runs = { numRuns: 500 }
const statementsOf = (text: string) => {
  const result = translate({ text, lexicon })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value.statements
}
const outcomesOf = (text: string): readonly OutcomeDraft[] => statementsOf(text).flatMap((one) => one.outcomes)
/** What a person sees of an outcome, without places. */
const valuesOf = (text: string) =>
  statementsOf(text).map((one) => [
    one.kind,
    one.outcomes.map((outcome) => [
      outcome.action.value,
      outcome.object.value,
      outcome.condition?.value,
      outcome.standard?.value,
      outcome.level.value,
      outcome.evidence.value.form,
    ]),
  ])

const verb = fc.constantFrom(...lexicon.verbs.flatMap((one) => one.zh.filter((form) => form.length === 2)))
const thing = fc.constantFrom('水泵', '轴承', '纸箱', '锅炉', '礼服', '台账', '蔬菜', '服务器', '齿轮', '门窗', '合同', '幼苗')
const condition = fc.constantFrom('', '开机前', '每周', '在高温环境下', '根据图纸', '用扳手', '发现异常时')
const standard = fc.constantFrom('', '，误差不超过2毫米', '，10分钟内完成', '，合格率98%以上', '，不得有划痕', '，符合GB/T 19001标准')
const task = fc.tuple(condition, verb, thing, standard).map((parts) => parts.join(''))
const talk = fc.constantFrom('工资面议', '责任心强', '大专以上学历', '不用会开车', '我们是老店', '最近活多')
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof(task, talk, thing, verb), { maxLength: 6 }).map((parts) => parts.join('，')),
)

describe('whatever the words', () => {
  test('places lie in the text and statements neither overlap nor run backwards', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let at = 0
        for (const one of statementsOf(text)) {
          expect(one.start).toBeGreaterThanOrEqual(at)
          expect(one.end).toBeGreaterThan(one.start)
          expect(one.end).toBeLessThanOrEqual(text.length)
          at = one.end
        }
      }),
      runs,
    )
  })
  test('a slot that names a place shows the words of that place, and no place is used twice', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const one of outcomesOf(text)) {
          const slots = [
            { from: one.action.from, words: undefined },
            { from: one.object.from, words: one.object.value.zh },
            { from: one.condition?.from, words: one.condition?.value.zh },
            { from: one.standard?.from, words: one.standard?.value.text.zh },
          ]
          const places = slots
            .flatMap(({ from, words }) => (from?.kind === 'span' ? [{ ...from, words }] : []))
            .sort((a, b) => a.start - b.start)
          for (const [i, place] of places.entries()) {
            if (place.words !== undefined) expect(even(text.slice(place.start, place.end))).toBe(even(place.words))
            expect(place.start).toBeGreaterThanOrEqual(places[i - 1]?.end ?? 0)
          }
        }
      }),
      runs,
    )
  })
  test('the level lies between low and high, from 1 to 8', () => {
    fc.assert(
      fc.property(anything, (text) =>
        outcomesOf(text).every(({ level }) => 1 <= level.low && level.low <= level.value && level.value <= level.high && level.high <= 8),
      ),
      runs,
    )
  })
  test('the same words give the same answer', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const first = JSON.stringify(translate({ text, lexicon }))
        expect(JSON.stringify(translate({ text, lexicon }))).toBe(first)
      }),
      { numRuns: 100 },
    )
  })
})

const even = (text: string) => text.normalize('NFKC').replace(/[\s，,：:；;！!？?。.()（）]/g, '')

describe('level', () => {
  const levelOf = (text: string) => Math.max(0, ...outcomesOf(text).map((one) => one.level.value))
  test('to do it alone never lowers', () => {
    fc.assert(
      fc.property(verb, thing, (one, object) => levelOf(`独立${one}${object}`) >= levelOf(`${one}${object}`)),
      runs,
    )
  })
  test('to be guided never raises', () => {
    fc.assert(
      fc.property(verb, thing, (one, object) => levelOf(`在老师指导下${one}${object}`) <= Math.max(2, levelOf(`${one}${object}`))),
      runs,
    )
  })
})

describe('what does not matter', () => {
  test('spaces about commas, full-width figures and letters, marks of a list', () => {
    const mark = fc.constantFrom('', '1、', '（2）', '• ', '③', '- ')
    fc.assert(
      fc.property(task, mark, (text, bullet) => {
        const wide = text.replace(/[0-9A-Za-z%]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
        expect(valuesOf(`${bullet}${wide.replaceAll('，', ' ， ')} 。\n`)).toEqual(valuesOf(text))
      }),
      runs,
    )
  })
  test('what other sentences say', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(task, talk), { minLength: 1, maxLength: 4 }), (sentences) => {
        expect(valuesOf(sentences.join('。'))).toEqual(sentences.flatMap((one) => valuesOf(one)))
      }),
      runs,
    )
  })
})

// English and German: the same promises, with words of their own.
const western = [
  {
    language: 'en' as const,
    verbs: lexicon.verbs.flatMap((one) => one.en.filter((form) => /^[a-z]+$/.test(form))),
    things: ['pump', 'bearings', 'cartons', 'boiler', 'ledger', 'vegetables', 'server', 'gears', 'contract', 'seedlings'],
    conditions: ['', 'before the start, ', 'every week, ', 'under pressure, ', 'according to the drawing, '],
    standards: ['', ', within 10 minutes', ', tolerance 0.2 mm', ', at least 98 percent', ' without a scratch'],
    talk: ['good salary', 'reliable and honest', 'a degree in law', 'no driving licence required', 'we are an old firm'],
    alone: 'independently ',
    guided: 'under supervision ',
    task: (condition: string, verb: string, thing: string, standard: string) => `${condition}${verb} the ${thing}${standard}`,
  },
  {
    language: 'de' as const,
    verbs: lexicon.verbs.flatMap((one) => one.de.filter((form) => /^[a-zäöüß]+n$/.test(form))),
    things: ['Pumpe', 'Lager', 'Kartons', 'Kessel', 'Konten', 'Gemüse', 'Server', 'Zahnräder', 'Vertrag', 'Setzlinge'],
    conditions: ['', 'vor dem Start ', 'jede Woche ', 'unter Druck ', 'nach Zeichnung '],
    standards: ['', ', binnen 10 Minuten', ', Toleranz 0,2 mm', ', mindestens 98 %', ', ohne Kratzer'],
    talk: ['gutes Gehalt', 'zuverlässig und ehrlich', 'abgeschlossenes Studium', 'kein Führerschein nötig', 'wir sind ein alter Betrieb'],
    alone: 'selbstständig ',
    guided: 'unter Anleitung ',
    task: (condition: string, verb: string, thing: string, standard: string) => `${condition}die ${thing} ${verb}${standard}`,
  },
]

describe.each(western)('whatever the words in $language', ({ language, verbs, things, conditions, standards, talk, alone, guided, task }) => {
  const read = (text: string) => {
    const result = translate({ text, language, lexicon })
    if (!result.ok) throw new Error(result.reason.code)
    return result.value.statements
  }
  const outcomes = (text: string) => read(text).flatMap((one) => one.outcomes)
  const values = (text: string) => read(text).map((one) => [one.kind, one.outcomes.map((outcome) => [outcome.action.value, outcome.object.value, outcome.condition?.value, outcome.standard?.value, outcome.level.value, outcome.text])])
  const sentence = fc.tuple(fc.constantFrom(...conditions), fc.constantFrom(...verbs), fc.constantFrom(...things), fc.constantFrom(...standards)).map((parts) => task(...parts))
  const anyWords = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.oneof(sentence, fc.constantFrom(...talk), fc.constantFrom(...verbs), fc.constantFrom(...things, 'and', 'und', 'the', 'if', 'wenn', '5 %', ',', '.', 'who can', 'der')), { maxLength: 7 }).map((parts) => parts.join(' ')),
  )

  test('statements follow each other, slots show the words of their place, and no place is used twice', () => {
    fc.assert(
      fc.property(anyWords, (text) => {
        let at = 0
        for (const one of read(text)) {
          expect(one.start).toBeGreaterThanOrEqual(at)
          expect(one.end).toBeGreaterThan(one.start)
          expect(one.end).toBeLessThanOrEqual(text.length)
          at = one.end
          for (const outcome of one.outcomes) {
            const places = [
              { from: outcome.action.from, words: undefined },
              { from: outcome.object.from, words: outcome.object.value[language] },
              { from: outcome.condition?.from, words: outcome.condition?.value[language] },
              { from: outcome.standard?.from, words: outcome.standard?.value.text[language] },
            ]
              .flatMap(({ from, words }) => (from?.kind === 'span' ? [{ ...from, words }] : []))
              .sort((a, b) => a.start - b.start)
            for (const [i, place] of places.entries()) {
              if (place.words !== undefined) expect(even(text.slice(place.start, place.end))).toBe(even(place.words))
              expect(place.start).toBeGreaterThanOrEqual(places[i - 1]?.end ?? 0)
            }
            expect(Object.keys(outcome.text).filter((key) => key !== language)).toEqual([])
            expect(outcome.level.low <= outcome.level.value && outcome.level.value <= outcome.level.high).toBe(true)
          }
        }
      }),
      runs,
    )
  })
  test('the same words give the same answer', () => {
    fc.assert(
      fc.property(anyWords, (text) => {
        expect(JSON.stringify(translate({ text, language, lexicon }))).toBe(JSON.stringify(translate({ text, language, lexicon })))
      }),
      { numRuns: 100 },
    )
  })
  test('spaces, marks of a list and the full stop do not matter', () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom('', '1. ', '(2) ', '• ', '- '), (text, bullet) => {
        expect(values(`${bullet}${text.replaceAll(' ', '  ')}.\n`)).toEqual(values(text))
      }),
      runs,
    )
  })
  test('what other sentences say does not matter: without one the others stay as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sentence, fc.constantFrom(...talk)), { minLength: 2, maxLength: 4 }), fc.nat(3), (sentences, gone) => {
        const rest = sentences.filter((_, i) => i !== gone % sentences.length)
        expect(values(sentences.join('; '))).toEqual(sentences.flatMap((one) => values(one)))
        expect(values(rest.join('; '))).toEqual(rest.flatMap((one) => values(one)))
      }),
      { numRuns: 200 },
    )
  })
  test('what was made even once is even', () => {
    fc.assert(
      fc.property(anyWords, (text) => {
        const once = text.normalize('NFKC').trim()
        expect(values(once.normalize('NFKC').trim())).toEqual(values(once))
      }),
      { numRuns: 100 },
    )
  })
  test('to do it alone never lowers, to be guided never raises', () => {
    const level = (text: string) => Math.max(0, ...outcomes(text).map((one) => one.level.value))
    fc.assert(
      fc.property(fc.constantFrom(...verbs), fc.constantFrom(...things), (verb, thing) => {
        const plain = task('', verb, thing, '')
        expect(level(task('', verb, thing, '').replace(verb, `${alone}${verb}`))).toBeGreaterThanOrEqual(level(plain))
        expect(level(plain.replace(verb, `${guided}${verb}`))).toBeLessThanOrEqual(Math.max(2, level(plain)))
      }),
      runs,
    )
  })
  test('what offers, attitudes and papers say makes no outcome', () => {
    expect(talk.flatMap((one) => outcomes(one))).toEqual([])
  })
})
