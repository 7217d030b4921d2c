import type { Measure, Span } from '../types.ts'
import { isPhysical, numberSource, readNumber, readUnit, toMeasure, unitSource } from './numbers.ts'

export type StandardMatch = Span & Readonly<{ measure?: Measure }>

const below =
  '不得?能?可?允?许?应?要?大?超过|不(?:得|能|可|允许|应|要|会)?(?:超过|大于|高于|多于|超出|超|长于|晚于|迟于|过)|小于(?:等于)?|低于|少于|短于|小于或等于|最多|至多|最长|最迟|最晚|最大|别超过?|莫超过?|≤|<=?|控制在|压到|压在|降到|缩短到|限在|别过'
const above =
  '不(?:得|能|可|允许|应|要)?(?:低于|少于|小于|短于)|大于(?:等于)?|高于|多于|超过|至少(?:要)?|起码(?:得|要)?|最少|最低|不下于|≥|>=?|达到|要?达|提高到|提升到|保证在|保持在'
const plusMinus = '±|正负|上下'
const rate = `每(?<per>小时|个小时|分钟|秒钟?|天|日|班|人|月|周|次|万件|百件|千件|米|平方米|平米|亩|台|批)`
const perUnits: Readonly<Record<string, string>> = {
  小时: 'h',
  个小时: 'h',
  分钟: 'min',
  秒: 's',
  秒钟: 's',
  天: 'd',
  日: 'd',
  班: 'shift',
  月: 'month',
  周: 'week',
  人: 'person',
  米: 'm',
  平方米: 'm²',
  平米: 'm²',
  亩: 'mu',
}
const end = '(?![a-zA-Z])'
const metric =
  '(?:误差|偏差|公差|精度|[合格准确差错破损良品完好回收命中转化满意通过报废返修及时达成出错复购退货次损耗利用完成一]{1,4}率|粗糙度|垂直度|平整度|同轴度|平行度|圆度|平面度|水平度|间隙|缝隙|跳动|时间|温度|湿度|厚度|高度|深度|长度|宽度|直径|浓度|含量|压力|扭矩|力矩|重量|速度|电阻|电压|色差|噪[声音]|强度|硬度|覆盖率|延迟|响应|损失|停机|成功率|满意度|产量|节拍|用时|耗时|成本)'

const figure = new RegExp(
  `(?:${rate}[^，0-9]{0,1}?)?(?<cmp>${below}|${above}|${plusMinus})?(?:在|是|为|于|等于)?(?<pm>${plusMinus})?(?<num>${numberSource})(?: ?(?:至|到|~|-|–)(?<upto>${numberSource}))? ?(?<unit>${unitSource})?${end}(?:[/每](?<per2>小时|分钟|h|min|s|秒|天|班|人|月))?(?<tail>(?:之)?(?:以内|之内|以下|之下|以上|及以上|左右|内|里(?![程面边头外])|[往朝][上下])|打底|保底|起步|起)?`,
  'gu',
)
const norm =
  /(?:符合|满足|达到|通过|参照|执行)?(?:GB|ISO|DIN|EN|JB|IEC|ASTM|HG|YY|SH|DL|NB|JJG|HACCP|IATF)(?:\/[TZ])?[ -]?\d{2,6}(?:\.\d+)?(?:[-—:]\d{2,4})?(?:(?:的|国家|相关|质量|行业)*(?:标准|要求|规定))?/g
const conform = /(?:完全)?(?:符合|满足|达到|合乎)(?!率)[^，]{1,18}?(?:标准|要求|规范|规定|规程|指标|图纸|工艺|等级|水平|级)(?:的?要求)?/g
const zero =
  /(?:差错|失误|误差|事故|投诉|损耗|漏检|错误|缺陷|丢失)率?(?:为|是|达到)(?:零|0)(?![.\d])|零(?:差错|缺陷|事故|失误|投诉|漏检|返工|误差|报废|故障|污染|风险|脱落|漏失|浪费)|(?:一次(?:性)?(?:合格|通过|成功|做对|到位|交验合格)(?!率))|100%|百分之百/g
const matching =
  /(?:检验|检测|试验|探伤|质检|验收|抽检|考核|测试|复检|外观)[^，]{0,4}(?:合格|达标|通过|过关)(?![的率品证后])|账[实物卡款](?:、?[账实物卡款])*(?:相|一)[符致]|账实相符|账物相符|账账相符|日清日结|日清月结|分毫不差|一次(?:性)?(?:过关?|[\u4e00-\u9fff]{0,3}(?:通过|合格|成功|成型|到位))(?!率)|色泽均匀|大小一致|粗细(?:均匀|一致)|厚薄(?:均匀|一致)|平整光滑|整齐划一|横平竖直/g
const defect =
  '漏水|漏油|漏气|漏电|漏液|漏|渗漏|渗水|泄漏|划痕|划伤|刮痕|气泡|气孔|夹渣|裂纹|毛刺|毛边|飞边|差错|出错|错误|错|错发|漏发|错漏|错拿|错放|破损|损坏|松动|脱落|变形|遗漏|漏项|漏检|串味|色差|褶皱|皱褶|起皱|断线|跳线|跳针|虚焊|假焊|短路|结块|异味|投诉|事故|返工|返修|卡死|卡顿|卡滞|异响|抖动|空鼓|开裂|杂质|残留|污渍|水渍|灰尘|积灰|死角|血迹|压疮|红肿|倒垛|倒塌|偏斜|歪|糊|夹生|焦|腥味|堵塞|丢件|丢失|断货|缺货|延误|超时|报错|死机|崩溃|中断|丢包|重影|模糊|褪色|掉色|起球|线头|露底|流挂|起皮|掉渣|掉粉|混料|混放|混批|过期|受潮|霉变|发霉|腐烂|冻伤|烫伤|跌倒|摔倒|呛咳|呛到|损伤|刀纹|振纹|烫到|伤到|碰伤|磕碰|缩孔|砂眼|断裂|锈迹|油污|指纹|异物|头发|外渗|晃动|打滑|超标|超差|跑偏|溢料|缺料|缩水|粘连|窜动|尖叫|噪音'
const faultless = new RegExp(
  `(?:[^，]{0,8}?)(?:不得|不能|不许|不可|不准|不允许|不要|不应|不会|不|没有|没|无任?何?|无明显|别|莫|勿|杜绝|避免)(?:再|有|出现|产生|留|留下|发生|存在|任何|明显|让|给|把|起|搞|弄|装|放|拿|发|做|算|记|填|看|数)*(?:${defect})(?:[和或与、及](?:${defect}))*[了咯的]?`,
  'g',
)

// 一张都不能有, 一个数都错不得, 一颗不许漏: not one of them.
const notOne =
  /[^，]{0,6}?(?:一|半)\p{Script=Han}{1,3}(?:都|也)?(?:(?:不(?:许|能|得|准|可以?|要|会)?|没)(?:有|漏|错|少|丢|差|坏|缺|留|剩|混|落|掉)[^，]{0,2}|(?:漏|错|少|丢|差|坏|缺|混)不得)/gu
const forbidden =
  /(?:[^，]{0,8}?)(?:不得有|不能有|不许有|不应有|不可有|不要有|不准有|不允许有|不得出现|不能出现|不允许出现|没有任何)[^，]{1,10}/g

// 平行度0.02以内: the trade knows the unit, the words do not say it, and none is invented.
const unitless = /(?:平行度|垂直度|同轴度|同心度|平面度|直线度|圆度|圆柱度|位置度|对称度|跳动|间隙)(?:误差)?(?:在|不超过|不大于|控制在|保证在)?\d+(?:\.\d+)?(?:以内|之内|以下|内)?(?![\d.]|[a-zA-Z毫丝微]|°)/g

/** Where the words state how well: figures with a comparing word, norms, freedom from faults. In places of the text given. */
export function findStandards(text: string, offset = 0): StandardMatch[] {
  const found: StandardMatch[] = []
  const add = (start: number, stop: number, measure?: Measure) =>
    found.push({ start: start + offset, end: stop + offset, ...(measure ? { measure } : {}) })
  for (const match of text.matchAll(figure)) {
    const standard = readFigure(text, match)
    if (standard) add(standard.start, standard.end, standard.measure)
  }
  for (const match of text.matchAll(zero)) {
    const none = /零|为0|是0/.test(match[0])
    const all = /100%|百分之百/.test(match[0])
    add(
      match.index,
      match.index + match[0].length,
      none ? { op: '=', value: 0, unit: 'pcs' } : all ? { op: '=', value: 100, unit: '%' } : undefined,
    )
  }
  for (const pattern of [norm, conform, matching, faultless, notOne, forbidden, unitless])
    for (const match of text.matchAll(pattern)) add(match.index, match.index + match[0].length)
  return mergeStandards(
    found.sort((a, b) => a.start - b.start || b.end - a.end),
    text,
    offset,
  )
}

const begins = /(?:^|[，：]|[你您他她]|自己|[\p{Script=Han}]{2}进来|了)$/u
const goesOn = /^(?:之?内|就)?(?:给我|必须|得|要)?(?:搞定|弄|做|换|走|定位|出|修|送|查|找|完成|恢复|上|到位|赶到|的事)/u
function readFigure(text: string, match: RegExpExecArray): StandardMatch | undefined {
  const { cmp = '', pm = '', num = '', upto, unit, tail = '', per, per2 } = match.groups ?? {}
  const at = match.index
  const numberAt = at + match[0].indexOf(num, cmp.length)
  const before = text[numberAt - 1] ?? ''
  // A number that a letter touches belongs to a name: S7-1200, M8, Q235.
  if (/[a-zA-Z_-]/.test(before) && !/(?:[a-zA-Z]{3,}|R[az])$/.test(text.slice(0, numberAt)) && !cmp) return undefined
  const head = new RegExp(`${metric}[^，]{0,6}$`).exec(text.slice(0, at))
  if (!unit && !/分之/.test(num)) {
    const roughness = /R[az]$/.test(text.slice(0, numberAt))
    if (roughness)
      return {
        start: head ? head.index : numberAt - 2,
        end: at + match[0].length,
        measure: { op: findOp(cmp, tail) ?? '<=', value: Number(num), unit: 'um' },
      }
    // 色差ΔE小于3: a named quantity with a comparing word, without any unit.
    return head && cmp && !upto ? { start: head.index, end: at + match[0].length } : undefined
  }
  if (tail && !cmp && /^的[\p{Script=Han}]/u.test(text.slice(match.index + match[0].length))) return undefined
  // 8mm以上钢板: which plates, not how well.
  if (
    /以上|以下/.test(tail) &&
    !cmp &&
    unit &&
    !/[%个]/.test(unit) &&
    /^[\p{Script=Han}]/u.test(text.slice(at + match[0].length)) &&
    !/^(?:才|就|则|必须|应|要|视为|算|为合格)/.test(text.slice(at + match[0].length))
  )
    return undefined
  const plain = unit ? (readUnit(unit)?.unit ?? '') : '%'
  const name = plain === '°C' && unit === '度' && /角|束|倾|垂直|转|坡|斜|方位|床头|抬高|摇高|仰|弯|折|翻|锥|圆弧/.test(text) ? '°' : plain
  const compares = cmp !== '' || pm !== '' || tail !== ''
  const isFineness =
    head !== null && (unit === '道' || /^(?:mm|um|cm|m|g|kg|mg|s|min|°|°C|%)$/.test(name)) && /^(?:精度|误差|偏差|公差|粗糙度|垂直度|平整度|同轴度|平行度|圆度|平面度|水平度|间隙|缝隙|跳动)/.test(head[0])
  // 间隙一道半, 误差二十克: the name of what is kept small says the comparing word.
  if (isFineness && unit === '道') {
    const half = text[at + match[0].length] === '半' ? 1 : 0
    const value = (readNumber(num) ?? 0) + half / 2
    return { start: at - head![0].length, end: at + match[0].length + half, measure: { op: compares ? (findOp(cmp, tail) ?? '=') : '=', value: Number((value * 0.01).toPrecision(6)), unit: 'mm' } }
  }
  // 八分钟出餐, 你半个钟头给我修好: a time before what is to be done in it.
  const soon = !compares && /^(?:min|h|s)$/.test(name) && begins.test(text.slice(0, at)) && goesOn.test(text.slice(at + match[0].length))
  if (/[一二两三四五六七八九十]/.test(num) && !compares && !per && !soon && !isFineness && !isPhysical(name)) return undefined
  if (isAgeOrTerm(text, match, unit ?? '')) return undefined
  const op: Measure['op'] | undefined = pm || /±|正负/.test(cmp) ? '<=' : findOp(cmp, tail)
  const rated = Boolean(per ?? per2)
  if (!op && !rated && !soon && !isFineness && !(isPhysical(name) && (/[^第号型]/.test(before) || before === ''))) return undefined
  if (!op && !rated && name === '°C' && unit === '度' && /[一二三]/.test(num) && num.length === 1) return undefined
  const earlier = per ? undefined : /[每一](小时|个小时|分钟|天|班|人|月|亩)[^，]{1,6}$/.exec(text.slice(0, at))?.[1]
  if (name === 'times' && !compares) return undefined
  const perUnit = per ? (perUnits[per] ?? per) : earlier ? (perUnits[earlier] ?? earlier) : per2 ? (perUnits[per2] ?? per2) : undefined
  // 每根不超过3毫米 asks each piece; only figures of counts and money make a rate of it.
  const isRate = perUnit && ['pcs', 'chars', 'CNY', 'kg', 't', 'times', 'persons', 'm', 'm²', 'L'].includes(name) ? perUnit : undefined
  if (rated && !isRate && !op) return undefined
  // An accuracy that is reached is one that is kept below: 精度达到0.01mm.
  const measure = upto ? undefined : toMeasure(isFineness || soon ? '<=' : (op ?? '='), num, name === '°' ? '°' : unit, isRate)
  return { start: head ? at - head[0].length : at, end: at + match[0].length, ...(measure ? { measure } : {}) }
}

function findOp(cmp: string, tail: string): Measure['op'] | undefined {
  if (/以上|起|打底|保底|[往朝]上/.test(tail)) return '>='
  if (/内|里|以下|之下|[往朝]下/.test(tail)) return '<='
  if (/左右/.test(tail)) return '='
  if (!cmp) return undefined
  if (/^(?:控制在|压在|限在|保持在|保证在)$/.test(cmp)) return '='
  if (new RegExp(`^(?:${above})$`).test(cmp)) return '>='
  return '<='
}

// 三年以上经验, 20-40岁, 3个月内: a term of the contract, not a quality of the work.
function isAgeOrTerm(text: string, match: RegExpExecArray, unit: string): boolean {
  const after = text.slice(match.index + match[0].length, match.index + match[0].length + 6)
  const before = text.slice(Math.max(0, match.index - 4), match.index)
  return (
    /^岁|^周岁/.test(after) ||
    /经验|工龄|学历|专业/.test(after) ||
    (/年|个月/.test(unit) && /经验|从业|工作/.test(before + after)) ||
    /^(?:一次|一回|一遍)$/.test(match[0])
  )
}

/** Standards that touch, or that a short joint parts, are one: 一次合格率98%以上. */
function mergeStandards(sorted: readonly StandardMatch[], text: string, offset: number): StandardMatch[] {
  const merged: StandardMatch[] = []
  for (const one of sorted) {
    const last = merged[merged.length - 1]
    if (last && one.start <= last.end + 2 && !/，/.test(text.slice(last.end - offset, Math.max(last.end, one.start) - offset))) {
      const measure = last.measure ?? one.measure
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, one.end), ...(measure ? { measure } : {}) }
    } else merged.push(one)
  }
  return merged
}
