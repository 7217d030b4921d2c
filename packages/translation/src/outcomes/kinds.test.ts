import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { translate } from '../index.ts'
import { featuresOf } from './kind-features.ts'
import { scoresOf } from './kind-model.ts'
import { learnKinds, likeliest, type VoicedClause } from './learn-kinds.ts'
import { openLexicon } from './lexicon.ts'
import { findProhibition } from './prohibition.ts'

const lexicon = readLexiconItems()
const open = openLexicon(lexicon)
const read = (text: string) => {
  const result = translate({ text, language: 'zh', lexicon })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value.statements
}
const kindsOf = (text: string) => read(text).map((one) => one.kind)
const outcomesOf = (text: string) => read(text).flatMap((one) => one.outcomes)

describe('what is said besides tasks', () => {
  test.each([
    ['我们厂做电梯导轨，客户多在苏北。', 'noise'],
    ['上个礼拜打包机又趴窝了。', 'noise'],
    ['夜里就两个人顶着，连个懂电的都没有。', 'noise'],
    ['年轻人来了待不到三个月。', 'noise'],
    ['你们那边几月份放实习？', 'noise'],
    ['学生会不会用示教器？', 'noise'],
    ['做满两年，公司出钱让你去读夜大。', 'offer'],
    ['早晚班轮着来，夜里每班贴三十。', 'offer'],
    ['人要厚道，肯听别人的。', 'trait'],
    ['心要静，别毛毛躁躁的。', 'trait'],
    ['三十五岁以下，眼睛不能色盲。', 'requirement'],
    ['德语会不会都行。', 'requirement'],
    ['会不会驾驶不作要求。', 'requirement'],
  ])('%s: %s, and no outcome', (text, kind) => {
    expect(kindsOf(text)).toEqual([kind])
    expect(outcomesOf(text)).toEqual([])
  })
  test('what one cannot do is asked for, whatever else is told', () => {
    expect(kindsOf('机器一响就往后躲，连急停都不会按。')).toEqual(['noise', 'task'])
    expect(kindsOf('怎么来了半年连吊带都不会挂？')).toEqual(['task'])
  })
  test('what is told before a demand says when it is meant', () => {
    expect(kindsOf('吸嘴老是堵，你得会拆下来洗。')).toEqual(['task'])
  })
  test('a colon parts the call for people from what they are to do', () => {
    expect(kindsOf('急招立车师傅：会装夹大件，能看懂工艺卡。')).toEqual(['noise', 'task'])
  })
})

describe('what is not to be done', () => {
  const forbidden = (text: string) => {
    const found = findProhibition(text, { start: 0, end: text.length }, open)
    return found && text.slice(found.what.start, found.what.end)
  }
  test.each([
    ['别一卡住就拿锤子敲', '一卡住就拿锤子敲'],
    ['吊着货的时候不许站人', '站人'],
    ['千万不要拿气枪吹人', '拿气枪吹人'],
    ['叉车不要硬顶', '硬顶'],
    ['相机看不准的时候', undefined],
    ['漆面不能有划痕', undefined],
    ['换一卷膜不能超过三分钟', undefined],
    ['螺丝一颗都不能少', undefined],
    ['要把毛边去掉', undefined],
  ])('%s', (text, what) => expect(forbidden(text)).toBe(what))

  test('a habit becomes what is asked for instead, where every trade has the words, in three languages', () => {
    const [statement] = read('别一卡料就喊机修来。')
    expect(statement?.reasons.map((one) => one.code)).toEqual(['says-what-not-to-do'])
    expect(statement?.outcomes.map((one) => [one.kind, one.action.value.text.zh, one.object.value.zh, one.action.grade])).toEqual([
      ['key', '解决', '问题', 'guess'],
    ])
    expect(statement?.outcomes[0]?.text).toEqual(lexicon.items.find((item) => item.id === 'gh:key:015')?.label)
    expect(statement?.outcomes[0]?.level.reasons[0]?.code).toBe('turned-around')
    expect(statement?.outcomes[0]?.links.map((link) => [link.concept, link.sure])).toEqual([['gh:key:015', false]])
  })
  test('what cannot be turned well stays open, with its words', () => {
    const text = '不要老是开着灯走人。'
    const [statement] = read(text)
    expect(text.slice(statement!.start, statement!.end)).toBe('不要老是开着灯走人')
    expect(statement?.kind).toBe('task')
    expect(statement?.outcomes).toEqual([])
    expect(statement?.reasons.map((one) => one.code)).toEqual(['says-what-not-to-do'])
  })
  test('after a task a habit stands for itself, before one it only says when', () => {
    expect(outcomesOf('螺丝松了要会拧紧，别一停线就等人。').map((one) => one.action.value.text.zh)).toEqual(['拧紧', '解决'])
    expect(outcomesOf('料不对别硬装，先核对图号。').map((one) => [one.action.value.text.zh, one.condition?.value.zh])).toEqual([['核对', '料不对']])
  })
  test('without the shared competences nothing is turned', () => {
    const bare = translate({ text: '别一卡料就喊机修来。', lexicon: { ...lexicon, items: [] } })
    expect(bare.ok && bare.value.statements.flatMap((one) => one.outcomes)).toEqual([])
  })
})

describe('the learned reading', () => {
  const clause = (text: string, voice: VoicedClause['voice']): VoicedClause => ({
    features: featuresOf(text, { cue: 'open', role: 'context', verb: undefined }),
    voice,
    weight: 1,
  })
  const taught = ['包早饭', '包午饭', '包晚饭', '包三餐', '包夜宵', '包一顿饭'].map((text) => clause(text, 'offer'))
  const other = ['去年停电', '去年停水', '去年停工', '去年停产', '去年停线', '去年搬家'].map((text) => clause(text, 'noise'))

  test('hears the like of what it was taught', () => {
    const model = learnKinds([...taught, ...other])
    expect(likeliest(model, clause('包年夜饭', 'offer').features)).toBe('offer')
    expect(likeliest(model, clause('去年停过机', 'noise').features)).toBe('noise')
  })
  test('the same clauses give the same weights', () => {
    expect(learnKinds([...taught, ...other])).toEqual(learnKinds([...taught, ...other]))
  })
  test('likelihoods are shares of one, and a feature that nobody met counts for nothing', () => {
    const model = learnKinds([...taught, ...other])
    const scores = scoresOf(model, ['包', '__proto__', 'never met'])
    expect(Object.values(scores).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    expect(scores).toEqual(scoresOf(model, ['包']))
  })
})
