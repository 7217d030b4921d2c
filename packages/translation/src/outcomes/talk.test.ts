import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { translate } from '../index.ts'

const lexicon = readLexiconItems()
const read = (text: string) => {
  const result = translate({ text, language: 'zh', lexicon })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value.statements
}
const rowsOf = (text: string) =>
  read(text)
    .flatMap((one) => one.outcomes)
    .map((one) => [one.action.value.text.zh, one.object.value.zh ?? '', one.condition?.value.zh ?? ''])

describe('what has come about says when', () => {
  test.each([
    ['油杯空了要加黄油。', [['加', '黄油', '油杯空了']]],
    ['电机冒烟了先拉闸。', [['拉闸', '', '电机冒烟了']]],
    ['漆少了补稀料。', [['补', '稀料', '漆少了']]],
    ['批号不对当场隔离。', [['隔离', '', '批号不对']]],
    ['装完模把螺栓拧紧。', [['拧紧', '螺栓', '装完模']]],
    ['砂轮换了法兰要重新校验。', [['校验', '', '砂轮换了法兰']]],
  ])('%s', (text, rows) => expect(rowsOf(text)).toEqual(rows))
  test('a thing that fails is no lack of a person', () => {
    expect(rowsOf('标签掉色了看不清，要重新打印。').map(([action]) => action)).toEqual(['打印'])
  })
  test('what is told of the firm is no condition', () => {
    expect(rowsOf('我们的台账现在都进电脑了，要会查询库存。')).toEqual([['查询', '库存', '']])
  })
  test('what stands before a conclusion gives its reason', () => {
    expect(read('单号抄错一位，整票就报废，所以发货前要核对单号。').map((one) => [one.kind, one.outcomes.length])).toEqual([
      ['noise', 0],
      ['task', 1],
    ])
  })
})

test('a time that one has is the standard', () => {
  const [outcome] = read('断丝了要能查出原因，五分钟里恢复。').flatMap((one) => one.outcomes)
  expect(outcome?.standard?.value).toEqual({ text: { zh: '五分钟里恢复' }, measure: { op: '<=', value: 5, unit: 'min' } })
})

describe('wishes', () => {
  test.each([
    ['我们缺的是会调试相机的人。', [['调试', '相机', '']]],
    ['要是能自己校准量具就更好了。', [['校准', '量具', '']]],
    ['我需要个能维修液压站的。', [['维修', '液压站', '']]],
  ])('%s', (text, rows) => {
    expect(read(text).map((one) => one.kind)).toEqual(['task'])
    expect(rowsOf(text)).toEqual(rows)
  })
})

describe('steps', () => {
  test('the same once more says how far', () => {
    expect(read('冷却塔每班补一次软水，补到红线。').flatMap((one) => one.outcomes).map((one) => [one.object.value.zh, one.standard?.value.text.zh])).toEqual([
      ['软水', '补到红线'],
    ])
  })
  test('a verb that brings its thing along borrows none', () => {
    expect(rowsOf('能查明断料原因并恢复生产。').map(([action, object]) => [action, object])).toEqual([
      ['查明', '断料原因'],
      ['恢复生产', ''],
    ])
  })
})

describe('objects', () => {
  test('to whom one reports is the object', () => {
    expect(rowsOf('铲车漏液要报给安全员。').map(([action, object]) => [action, object])).toEqual([['报', '安全员']])
  })
  test('a liquid is filled up, not mended', () => {
    expect(read('水箱低了补纯净水。').flatMap((one) => one.outcomes)[0]?.action.value.verb).toBe('refill')
  })
  test('the noun inside the verb is not said twice', () => {
    expect(read('会开叉车。').flatMap((one) => one.outcomes)[0]?.text.zh).toBe('开叉车')
    expect(read('要会看图。').flatMap((one) => one.outcomes)[0]?.text.zh).toBe('看图')
  })
  test('a drawing named after a verb is a thing, not the verb', () => {
    expect(rowsOf('连安装图都看不懂。').map(([action, object]) => [action, object])).toEqual([['看懂', '安装图']])
  })
  test('a letter that no lexicon knows, at the end of a lack, is what one cannot do', () => {
    expect(rowsOf('来了仨月，连砂轮都不会砌。').map(([action, object]) => [action, object])).toEqual([['砌', '砂轮']])
    expect(rowsOf('连滤芯都不会捯。').map(([action, object]) => [action, object])).toEqual([['捯', '滤芯']])
  })
  test('where the object holds a clause of its own, no clumsy outcome is made', () => {
    expect(rowsOf('查货全靠老师傅记着。')).toEqual([])
    expect(rowsOf('下一道看得懂才行。')).toEqual([])
    expect(rowsOf('换一回辊子得停半小时。')).toEqual([])
    expect(rowsOf('烘箱就一台，几个班抢。')).toEqual([])
  })
  test('each of what one does oneself is a step', () => {
    expect(rowsOf('自己测量自己记录。').map(([action]) => action)).toEqual(['测量', '记录'])
  })
  test.each([
    ['示波器盒上的图要看得懂。', '看懂 示波器盒上的图'],
    ['线切割参数要会选。', '选 线切割参数'],
    ['皮带磨坏了看得出来。', '看出 皮带磨坏'],
    ['料车进来先称重。', '料车进来: 称重 料车'],
    ['单子和箱数要对得上。', '对上 单子和箱数'],
    ['记录写完整。', '写 记录'],
    ['看哪个螺丝没到位。', '看 哪个螺丝没到位'],
    ['铭牌是德文的也要看得懂个大概。', '看懂 铭牌'],
    ['分中、换刀、装刀都要会。', '分中; 换 刀; 装刀 刀'],
  ])('%s', (text, said) =>
    expect(rowsOf(text).map(([action, object, condition]) => `${condition ? `${condition}: ` : ''}${action}${object ? ` ${object}` : ''}`).join('; ')).toBe(said))
  test('what is amiss says when the task behind it is meant', () => {
    expect(rowsOf('封箱机温度不对，要会调温控器。')).toEqual([['调', '温控器', '封箱机温度不对']])
  })
  test('how far a thing is to come is no thing, and a figure without a unit keeps none', () => {
    const [first] = read('导柱装完打表，垂直度0.03以内。').flatMap((one) => one.outcomes)
    expect([first?.standard?.value.text.zh, first?.standard?.value.measure]).toEqual(['垂直度0.03以内', undefined])
    expect(rowsOf('对刀对准。')).toEqual([['对刀', '刀', '']])
  })
})
