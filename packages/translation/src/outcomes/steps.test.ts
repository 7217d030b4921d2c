import { describe, expect, test } from 'vitest'
import { readLexiconItems } from '../../../../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { translate } from '../index.ts'

const lexicon = readLexiconItems()
const rowsOf = (text: string) => {
  const result = translate({ text, language: 'zh', lexicon })
  if (!result.ok) throw new Error(result.reason.code)
  return result.value.statements.flatMap((one) => one.outcomes).map((one) => [one.action.value.text.zh, one.object.value.zh ?? '', one.condition?.value.zh ?? ''])
}

describe('steps in one breath', () => {
  test.each([
    ['拆下轮胎换刹车片', [['拆下', '轮胎', ''], ['换', '刹车片', '']]],
    ['查油位、换滤芯、紧螺丝', [['查', '油位', ''], ['换', '滤芯', ''], ['紧', '螺丝', '']]],
    ['一边看仪表一边调阀门', [['看', '仪表', ''], ['调', '阀门', '']]],
    ['先称重后贴签', [['称重', '', ''], ['贴签', '', '']]],
    ['晾干了再喷漆', [['晾干', '', ''], ['喷漆', '漆', '']]],
    ['检完把数据填到首检单里', [['填', '数据', '检完']]],
  ])('%s', (text, rows) => expect(rowsOf(text)).toEqual(rows))
})

describe('light letters are verbs by their things', () => {
  test.each([
    ['能出加工图', [['出', '加工图', '']]],
    ['会编PLC程序', [['编', 'PLC程序', '']]],
    ['会看图纸、会调机床', [['看', '图纸', ''], ['调', '机床', '']]],
    ['走廊要拖干净', [['拖', '走廊', '']]],
  ])('%s', (text, rows) => expect(rowsOf(text)).toEqual(rows))
})

describe('what is done meanwhile, and with what', () => {
  test.each([
    ['踩着梯子换灯管', [['换', '灯管', '踩着梯子']]],
    ['用粗糙度仪测', [['测', '', '用粗糙度仪']]],
    ['用千分尺测直径', [['测', '直径', '用千分尺']]],
    ['换完要重新对零', [['对', '零', '换完']]],
  ])('%s', (text, rows) => expect(rowsOf(text)).toEqual(rows))
})
