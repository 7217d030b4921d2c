import type { Measure } from '../types.ts'

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Source of a pattern for numbers: figures, Chinese number words, fractions such as 千分之一. */
export const numberSource =
  '(?:[百千万]分之(?:[零一二两三四五六七八九十百点]+|\\d+(?:\\.\\d+)?)|\\d+(?:\\.\\d+)?(?:[万千百](?!分))?|[一二两三四五六七八九十百千万]+(?:点[零一二三四五六七八九]+)?|零点[零一二三四五六七八九]+|半)'

/** @example readNumber('三十五') // 35; readNumber('千分之一') // 0.001 */
export function readNumber(text: string): number | undefined {
  const part = /^([百千万])分之(.+)$/.exec(text)
  if (part) {
    const over = readNumber(part[2]!)
    return over === undefined ? undefined : round(over / ({ 百: 100, 千: 1000, 万: 10_000 }[part[1]!] ?? 1))
  }
  const plain = /^(\d+(?:\.\d+)?)([万千百])?$/.exec(text)
  if (plain) return round(Number(plain[1]) * ({ 万: 10_000, 千: 1000, 百: 100 }[plain[2] ?? ''] ?? 1))
  if (text === '半') return 0.5
  const [whole, fraction] = text.split('点') as [string, string | undefined]
  let total = 0
  let section = 0
  let digit = 0
  for (const letter of whole) {
    if (letter === '万') {
      total += (section + digit || 1) * 10_000
      section = 0
      digit = 0
    } else if (powers[letter]) {
      section += (digit || 1) * powers[letter]
      digit = 0
    } else if (digits[letter] !== undefined) digit = digits[letter]
    else return undefined
  }
  total += section + digit
  if (fraction) total += Number(`0.${[...fraction].map((letter) => digits[letter] ?? 0).join('')}`)
  return round(total)
}

const round = (value: number) => Number(value.toPrecision(12))

type Unit = Readonly<{ unit: string; factor: number }>
const table: Readonly<Record<string, string>> = {
  mm: '毫米|公厘|mm',
  cm: '厘米|公分|cm',
  um: '微米|μm|µm|um',
  km: '公里|千米|km',
  'm²': '平方米|平米|m²|m2|㎡',
  'm³': '立方米|m³|m3',
  'mm²': '平方毫米',
  m: '米|m',
  s: '秒钟|秒|s',
  min: '分钟|min|分(?![之钟拣类析配级数])',
  h: '个?小时|个?钟头|个钟|h',
  d: '个?工作日|天|日(?!常)',
  week: '个?星期|周',
  month: '个月',
  year: '年',
  '%': '%|个?百分点|个点',
  '‰': '‰',
  '°C': '摄氏度|度|°C',
  '°': '°',
  kg: '公斤|千克|kg|KG|Kg',
  g: '克|g',
  mg: '毫克|mg',
  t: '吨|t',
  L: '公升|升|L',
  mL: '毫升|ml|mL|cc',
  MPa: '兆帕|MPa|Mpa',
  kPa: '千帕|kPa',
  Pa: '帕|Pa',
  bar: '巴|bar',
  V: '伏特?|V',
  A: '安培?|A',
  kW: '千瓦|kW|KW',
  Ω: '欧姆?|Ω',
  MΩ: '兆欧|MΩ',
  mA: '毫安|mA',
  dB: '分贝|dB',
  Hz: '赫兹|Hz',
  N·m: '牛米|牛顿米|N·m|Nm|N\\.m',
  ppm: 'ppm|PPM',
  rpm: '转|r/min|rpm',
  times: '次|遍|声|回(?![复答收])',
  turns: '圈',
  chars: '字|个字',
  CNY: '元|块钱',
  persons: '人|位|名',
  pcs: '件|个|台|只|套|箱|包|袋|盒|瓶|张|份|条|根|片|块|支|把|单|辆|托|板|桌|间|户|行|笔|处|层|票|批|道|针|颗|粒|头|株|棵|盘|碗|杯|双|节|段|组|米布|亩|页|项|例|场|册|卷|幅|桶|罐|筒|捆|趟|朵|枚',
}
/** Colloquial units and what they are in plain ones; 八成 is eighty in a hundred. */
const special: Readonly<Record<string, Unit>> = {
  丝: { unit: 'mm', factor: 0.01 },
  成: { unit: '%', factor: 10 },
  斤: { unit: 'kg', factor: 0.5 },
  两: { unit: 'g', factor: 50 },
  刻钟: { unit: 'min', factor: 15 },
  万元: { unit: 'CNY', factor: 10_000 },
}

/** Source of a pattern for units. Longer names first, so that 分钟 is not read as 分. */
export const unitSource = `(?:${Object.keys(special)
  .filter((name) => name !== '两')
  .join('|')}|${Object.values(table)
  .join('|')
  .split('|')
  .sort((a, b) => b.length - a.length)
  .join('|')})`

const readers = Object.entries(table).map(([unit, source]) => [unit, new RegExp(`^(?:${source})$`)] as const)

/** The unit behind a word, and what to multiply by. */
export function readUnit(word: string): Unit | undefined {
  const known = special[word]
  if (known) return known
  for (const [unit, reader] of readers) if (reader.test(word)) return { unit, factor: 1 }
  // Names with a look-ahead are met as bare words here.
  return { 分: { unit: 'min', factor: 1 }, 日: { unit: 'd', factor: 1 }, 回: { unit: 'times', factor: 1 } }[word]
}

/** Units that state a quality without any comparing word: 切成3毫米的片, 加热到180度. */
export const isPhysical = (unit: string): boolean => ['mm', 'um', '°C', '%', '‰', 'MPa', 'bar', 'N·m', 'rpm'].includes(unit)

/** A measure of a number word and a unit word; 百分之X and the like carry their own unit. */
export function toMeasure(op: Measure['op'], numberText: string, unitWord: string | undefined, per?: string): Measure | undefined {
  const value = readNumber(numberText)
  if (value === undefined) return undefined
  if (/分之/.test(numberText)) return { op, value: round(value * 100), unit: '%' }
  const unit = unitWord ? readUnit(unitWord) : undefined
  if (!unit) return undefined
  const base = unit.unit === '‰' ? { value: round(value / 10), unit: '%' } : { value: round(value * unit.factor), unit: unit.unit }
  return { op, value: base.value, unit: per ? `${base.unit}/${per}` : base.unit }
}
