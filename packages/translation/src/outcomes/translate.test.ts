import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { type OutcomeDraft, outcomeReasonCodes, translate } from '../index.ts'

const lexicon = readLexiconItems()
const read = (text: string) => {
  const result = translate({ text, lexicon })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value
}
const outcomesOf = (text: string) => read(text).statements.flatMap((one) => one.outcomes)
const row = (one: OutcomeDraft) => [
  one.action.value.text.zh,
  one.action.value.verb,
  one.object.value.zh ?? '',
  one.condition?.value.zh ?? '',
  one.standard?.value.text.zh ?? '',
  one.level.value,
]

describe('a sentence becomes an outcome', () => {
  test.each([
    ['用水平仪校平洗衣机，偏差不超过2毫米。', '校平', 'level', '洗衣机', '用水平仪', '偏差不超过2毫米', 3],
    ['没有班长的情况下要会查停线原因，十分钟内恢复', '查', 'diagnose', '停线原因', '没有班长的情况下', '十分钟内恢复', 5],
    ['把机床擦干净。', '擦', 'clean', '机床', '', '', 3],
    ['对锅炉进行年度检验。', '检验', 'inspect', '锅炉', '', '', 4],
    ['负责水泵的日常维护和保养工作', '维护', 'maintain', '水泵', '', '', 4],
    ['在师傅指导下给齿轮箱换油', '换油', 'lubricate', '齿轮箱', '在师傅指导下', '', 2],
    ['按作业指导书装配风扇。', '装配', 'assemble', '风扇', '按作业指导书', '', 3],
    ['能独立诊断空调故障', '诊断', 'diagnose', '空调故障', '', '', 5],
    ['现在的学生连电烙铁都不会用', '用', 'use', '电烙铁', '', '', 3],
  ])('%s', (text, ...expected) => expect(row(outcomesOf(text)[0]!)).toEqual(expected))

  test('two things done one after the other are two outcomes, each with its own condition', () => {
    expect(outcomesOf('清洗滤网，然后用风枪吹干外壳').map((one) => [one.object.value.zh, one.condition?.value.zh])).toEqual([
      ['滤网', undefined],
      ['外壳', '用风枪'],
    ])
  })
  test('a noun after knowing is knowledge, a verbal noun is a skill', () => {
    expect(outcomesOf('了解食品卫生法').map((one) => [one.kind, one.action.value.verb])).toEqual([['knowledge', 'explain']])
    expect(outcomesOf('熟悉面点的制作').map((one) => [one.kind, one.action.value.verb])).toEqual([['skill', 'prepare']])
  })
  test('a figure is read with comparing word and unit, whatever its form', () => {
    const measure = (text: string) => outcomesOf(text)[0]?.standard?.value.measure
    expect(measure('切割钢管，长度误差±1毫米')).toEqual({ op: '<=', value: 1, unit: 'mm' })
    expect(measure('研磨轴颈，圆度两丝以内')).toEqual({ op: '<=', value: 0.02, unit: 'mm' })
    expect(measure('包装药盒，每小时不少于三百盒')).toEqual({ op: '>=', value: 300, unit: 'pcs/h' })
    expect(measure('核对发票，差错率低于千分之二')).toEqual({ op: '<=', value: 0.2, unit: '%' })
    expect(measure('检修S7-1200模块')).toBeUndefined()
  })
  test('the sentence is composed only in languages whose slots are known', () => {
    expect(outcomesOf('用水平仪校平洗衣机，偏差不超过2毫米。')[0]?.text).toEqual({ zh: '用水平仪，校平洗衣机，偏差不超过2毫米' })
  })
})

describe('what becomes no outcome', () => {
  test.each([
    ['五险一金，包吃包住，月休四天', 'offer'],
    ['月薪6000-8000元，年底双薪', 'offer'],
    ['25-40岁，大专以上学历', 'requirement'],
    ['三年以上钳工经验，持中级证书', 'requirement'],
    ['责任心强，吃苦耐劳', 'trait'],
    ['我们公司成立于2003年', 'noise'],
    ['不需要会开车', 'requirement'],
    ['无需英语，也不要求出差', 'requirement'],
  ])('%s: %s', (text, kind) => {
    const { statements } = read(text)
    expect(statements.map((one) => one.kind)).toEqual([kind])
    expect(statements.flatMap((one) => one.outcomes)).toEqual([])
  })
  test('age and sex are kept as a finding, never as an ability', () => {
    expect(read('限男性，35岁以下').statements[0]?.reasons.map((one) => one.code)).toContain('discriminating-wording')
  })
  test('who does it instead of you belongs to the negation', () => {
    expect(outcomesOf('修车不用你管，修理工会来弄')).toEqual([])
  })
})

describe('inputs of every sort', () => {
  test.each([[''], [' '], ['。'], ['🔧'], ['\u0000'], ['啊'], ['<p></p>'], ['，，，'], ['ABC DEF'], ['1234'], ['𠀀𠀁'], ['}{"id":1']])(
    '%j is answered',
    (text) => {
      const result = translate({ text, lexicon })
      expect(result.ok).toBe(true)
    },
  )
  test('a text longer than 20,000 characters is refused with a reason', () => {
    expect(translate({ text: '测'.repeat(5_000_000), lexicon })).toEqual({
      ok: false,
      reason: { code: 'text-too-long', params: { length: 5_000_000, longest: 20_000 } },
    })
  })
  test('20,000 characters without any punctuation take a moment, not a minute', () => {
    expect(translate({ text: '检查设备'.repeat(5000), lexicon }).ok).toBe(true)
  })
  test('tags are no words, and offsets stay those of the original', () => {
    const text = '<ul><li>操作&nbsp;<b>铣床</b></li></ul>'
    const [statement] = read(text).statements
    expect(text.slice(statement!.start, statement!.end)).toContain('操作')
    expect(outcomesOf(text)[0]?.object.value.zh).toBe('铣床')
  })
  test('an unknown trade gets no sure link, and a reason says so', () => {
    const result = read('给宠物狗修剪指甲')
    expect(result.statements.flatMap((one) => one.links).filter((link) => link.sure)).toEqual([])
    expect(result.reasons.map((one) => one.code)).toEqual(['unknown-trade'])
  })
  test('English and German are parted and linked', () => {
    const { language, statements } = read('You will drive a forklift and do cycle counting. We offer a good salary.')
    expect(language).toBe('en')
    expect(statements.map((one) => [one.kind, one.links[0]?.concept, one.outcomes.length])).toEqual([
      ['task', 'gh:whs:007', 2],
      ['offer', undefined, 0],
    ])
    expect(read('Sie können Stapler fahren. Führerschein erforderlich.').statements.map((one) => one.kind)).toEqual(['task', 'requirement'])
  })
  test('every reason that an answer gives is on the list', () => {
    const codes = ['会示教，优先', '限女性', '不用会开车', 'drive a truck', '没有师傅时在老师指导下独立查明原因'].flatMap((text) =>
      read(text).statements.flatMap((one) => [
        ...one.reasons,
        ...one.links.flatMap((link) => link.reasons),
        ...one.outcomes.flatMap((outcome) => outcome.level.reasons),
      ]),
    )
    expect(codes.map((one) => one.code).filter((code) => !(outcomeReasonCodes as readonly string[]).includes(code))).toEqual([])
  })
})
