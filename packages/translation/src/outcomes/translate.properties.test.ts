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
