import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { translate } from '../index.ts'

const lexicon = readLexiconItems()
const read = (text: string) => {
  const result = translate({ text, language: 'zh', lexicon })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value.statements
}
const wordsOf = (text: string) => read(text).map((one) => text.slice(one.start, one.end))
/** Action, object, condition and standard of each outcome; an empty word where there is none. */
const rowsOf = (text: string) =>
  read(text)
    .flatMap((one) => one.outcomes)
    .map((one) => [one.action.value.text.zh, one.object.value.zh ?? '', one.condition?.value.zh ?? '', one.standard?.value.text.zh ?? ''])

describe('lists and their headings', () => {
  test('the name of a post above a list is no line of it, nor is what the list is called', () => {
    expect(wordsOf('面点师傅（两名）\n1. 负责揉面；\n2. 清洗蒸箱。')).toEqual(['负责揉面', '清洗蒸箱'])
    expect(wordsOf('养护工工作范围：A.修剪绿篱；B.每周清理落叶。')).toEqual(['修剪绿篱', '每周清理落叶'])
  })
  test('a post that stands alone in a sentence stays', () => {
    expect(wordsOf('招一名电梯安装工。')).toHaveLength(1)
  })
})

describe('the thing first, without any word of duty', () => {
  test.each([
    ['水表读数抄在本子上。', ['抄', '水表读数', '', '']],
    ['油箱盖拆下来。', ['拆下来', '油箱盖', '', '']],
    ['软水器一月测一次硬度。', ['测', '硬度', '一月', '']],
    ['花盆要浇两遍。', ['浇', '花盆', '', '两遍']],
    ['坏的标签翻出来查。', ['查', '坏的标签', '', '']],
  ])('%s', (text, row) => expect(rowsOf(text)[0]).toEqual(row))
  test('who understands it is no thing', () => {
    expect(rowsOf('下一班看得懂就行。')).toEqual([])
  })
  test('a letter of a longer verb is no verb of its own', () => {
    expect(rowsOf('负责割草机拆装和保养。').map(([action]) => action)).toEqual(['拆装'])
  })
})

describe('what is amiss is a lack of doing it right', () => {
  test.each([
    ['油管快慢接头都能插反。', ['插', '油管快慢接头']],
    ['扎带剪都剪不齐。', ['剪', '扎带']],
    ['标签贴歪的有五个。', ['贴', '标签']],
    ['连旋塞都拨不对。', ['拨', '旋塞']],
    ['遇到断纱就不知道怎么接。', ['接', '']],
  ])('%s', (text, row) => {
    expect(rowsOf(text).map(([action, object]) => [action, object])).toEqual([row])
    expect(read(text)[0]?.reasons.map((one) => one.code)).toContain('voiced-as-lack')
  })
})

describe('what was asked, or given to be done, and came to nothing', () => {
  test.each([
    ['问他砂轮粒度怎么选，一脸茫然。', ['说明', '砂轮粒度怎么选']],
    ['让他接个温控器，零线都能接错。', ['接', '温控器']],
    ['异响都听不出来。', ['听出', '异响']],
  ])('%s', (text, row) => expect(rowsOf(text).map(([action, object]) => [action, object])).toEqual([row]))
  test('before a task what is amiss only says when', () => {
    expect(rowsOf('水管接反，要会关总阀。').map(([action, , condition]) => [action, condition])).toEqual([['关', '水管接反']])
  })
})

describe('as soon as, over, and waited for', () => {
  test.each([
    ['汽笛一响，马上关阀门。', ['关', '阀门', '汽笛一响', '']],
    ['铺完砖把缝擦干净。', ['擦', '缝', '铺完砖', '']],
    ['炉温到三百再放坩埚。', ['放', '坩埚', '炉温到三百', '']],
    ['收到样品后两小时内登记编号。', ['登记', '编号', '收到样品后', '两小时内']],
    ['先跟着师傅学磨刀。', ['磨刀', '刀', '跟着师傅', '']],
    ['铝板用等离子切。', ['切', '铝板', '用等离子', '']],
    ['客户反映空调不凉，你得查出原因。', ['查出', '原因', '客户反映空调不凉', '']],
  ])('%s', (text, row) => expect(rowsOf(text)[0]).toEqual(row))
})

describe('formal sentences', () => {
  test.each([
    ['质检员应依据图样对毛坯进行尺寸测量。', ['测量', '毛坯', '依据图样', '']],
    ['应具备依据样板判定色差是否合格的能力。', ['判定', '色差是否合格', '依据样板', '']],
    ['熟练运用内窥镜对管道进行检查。', ['检查', '管道', '熟练运用内窥镜', '']],
    ['负责焊接工艺的编制。', ['编制', '焊接工艺', '', '']],
    ['识别危险源并制定措施。', ['识别', '危险源', '', '']],
    ['量杯使用后须洗净归位。', ['洗净', '量杯', '量杯使用后', '']],
  ])('%s', (text, row) => expect(rowsOf(text)[0]).toEqual(row))
  test('how a thing comes through a test is how well it is made', () => {
    expect(rowsOf('负责储罐的焊接，焊缝经超声检测达到一级。')).toEqual([['焊接', '储罐', '', '焊缝经超声检测达到一级']])
  })
})

describe('figures as people say them', () => {
  const measureOf = (text: string) => read(text).flatMap((one) => one.outcomes)[0]?.standard?.value.measure
  test.each([
    ['刮平板，接触点七成往上。', { op: '>=', value: 70, unit: '%' }],
    ['把床头摇高四十度以上。', { op: '>=', value: 40, unit: '°' }],
    ['校准天平，误差在三克只内。', { op: '<=', value: 3, unit: 'g' }],
    ['校准天平，误差三克。', { op: '<=', value: 3, unit: 'g' }],
    ['装轴承，间隙两道半。', { op: '=', value: 0.025, unit: 'mm' }],
    ['你二十分钟给我修好水泵。', { op: '<=', value: 20, unit: 'min' }],
  ])('%s', (text, measure) => expect(measureOf(text)).toEqual(measure))
  test('not one of them', () => {
    expect(rowsOf('清点药盒，一盒都不能少。')[0]?.[3]).toBe('一盒都不能少')
  })
})

describe('what is not to be done stands for itself', () => {
  test('behind a task, and before one', () => {
    expect(wordsOf('先核对箱号，别一声不响就签收。')).toEqual(['先核对箱号', '别一声不响就签收'])
    expect(wordsOf('别拿眼睛估，先量尺寸。')).toEqual(['别拿眼睛估', '先量尺寸'])
  })
  test('but what tells of harm stays with its task', () => {
    expect(wordsOf('给老人擦身，别把他烫到。')).toHaveLength(1)
  })
})

test('a question may be what one is to tell or to find out', () => {
  expect(rowsOf('要讲明白为什么退不了。')).toEqual([['讲明白', '为什么退不了', '', '']])
})

test('how little is asked is no part of it', () => {
  expect(rowsOf('打蛋器会用就成。').map(([action, object]) => [action, object])).toEqual([['用', '打蛋器']])
})
