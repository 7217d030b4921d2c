import type { Measure } from '../../types.ts'
import { type Phrases, toPhrases, type Word } from './words.ts'

/** The words of a language about how much: number words, units, words that compare before and after a figure. */
export type MeasureWords = Readonly<{
  numbers: Readonly<Record<string, number>>
  /** Which mark parts whole from fraction in this language. */
  decimal: '.' | ','
  units: Phrases<readonly [unit: string, factor: number]>
  before: Phrases<Measure['op']>
  after: Phrases<Measure['op']>
  /** Words between a figure and its rate: per hour, pro Stunde. */
  rates: Phrases<string>
  /** What a counted thing may not be: words that end the figure. */
  stops: ReadonlySet<string>
}>

/** A figure as it stands: where it begins and ends in words, and what it measures; `compared` where a word says at least, within; `thing` is the word that is counted. */
export type Figure = Readonly<{ from: number; to: number; measure?: Measure; compared: boolean; thing?: number }>

const signs: Readonly<Record<string, Measure['op']>> = { '±': '<=', '+/-': '<=', '≤': '<=', '≥': '>=', '<': '<=', '>': '>=', '=': '=' }
const physical = new Set(['mm', 'cm', 'um', '°C', '%', '‰', 'MPa', 'bar', 'N·m', 'rpm', 'MΩ', 'Ω', 'kPa', 'dB', 'ppm'])

const times = new Set(['s', 'min', 'h', 'd', 'week', 'month', 'year'])
// A thing is counted only after words that plainly compare: at least 300 boxes, not "under three roofs".
const counting = /^(?:least|more|less|fewer|most|max|min|maximum|minimum|mindestens|höchstens|maximal|minimal|wenigstens|mehr|weniger)$/

/** The figure that begins at a word, with the words that compare it; bare numbers without any unit are none. */
export function figureAt(words: readonly Word[], from: number, to: number, speech: MeasureWords): Figure | undefined {
  let at = from
  let op: Measure['op'] | undefined
  const before = speech.before.at(words, at, to)
  if (before) {
    op = before.value
    at = before.end
  }
  // within ±0.1: the sign says the same once more.
  while (at < to && signs[words[at]!.low]) {
    op ??= signs[words[at]!.low]
    at++
  }
  // Ra 0.8: the roughness carries its unit in its name.
  const rough = /^r[az]$/.test(words[at]?.low ?? '') && words[at + 1]?.kind === 'number' && at + 1 < to
  if (rough) return { from, to: at + 2, measure: { op: op ?? '<=', value: readFigure(words[at + 1]!.text, speech.decimal), unit: 'um' }, compared: true }
  const number = numberAt(words, at, to, speech)
  if (!number) return undefined
  at = number.end
  const unit = speech.units.at(words, at, to)
  if (unit) at = unit.end
  const [name, factor] = unit?.value ?? [undefined, 1]
  const rate = speech.rates.at(words, at, to)
  if (rate) at = rate.end
  // a tolerance of: an article counts nothing by itself.
  const article = number.value === 1 && words[number.end - 1]!.kind === 'word'
  const after = article && !name ? undefined : speech.after.at(words, at, to)
  if (after) {
    op = after.value
    at = after.end
  }
  const compared = op !== undefined || rate !== undefined
  const said = words.slice(from, before?.end ?? from).map((one) => one.low)
  // in 5 mm steel says which steel, in 5 minutes says how fast.
  if (/^(?:in|inside|binnen)$/.test(said.join(' ')) && !(name && times.has(name))) return undefined
  const value = Number((number.value * factor).toPrecision(12))
  if (name) {
    if (!compared && !physical.has(name)) return undefined
    // at the bar: an article counts time only, within the hour.
    if (article && !times.has(name)) return undefined
    return { from, to: at, measure: { op: op ?? '=', value, unit: rate ? `${name}/${rate.value}` : name }, compared }
  }
  if (article && !after) return undefined
  if (rate || after) return { from, to: at, measure: { op: op ?? '=', value, unit: rate ? `pcs/${rate.value}` : 'pcs' }, compared: true }
  // at least 300 boxes: what is counted has no unit of its own.
  const thing = words[at]
  // 1,200 parcels an hour: a rate compares by itself.
  const each = thing?.kind === 'word' && !op && value > 1 && at + 1 < to ? speech.rates.at(words, at + 1, to) : undefined
  if (each) return { from, to: each.end, measure: { op: '=', value, unit: `pcs/${each.value}` }, compared: true, thing: at }
  if (!op || !(value > 1) || !said.some((one) => counting.test(one)) || !thing || at >= to || thing.kind !== 'word' || speech.stops.has(thing.low)) return undefined
  let end = at + 1
  const later = speech.rates.at(words, end, to)
  if (later) end = later.end
  return { from, to: end, measure: { op, value, unit: later ? `pcs/${later.value}` : 'pcs' }, compared: true, thing: at }
}

function numberAt(words: readonly Word[], at: number, to: number, speech: MeasureWords): { value: number; end: number } | undefined {
  const word = words[at]
  if (!word || at >= to) return undefined
  if (word.kind === 'number') {
    const value = readFigure(word.text, speech.decimal)
    // 10-15: the farther end counts.
    const [dash, upper] = [words[at + 1], words[at + 2]]
    if (dash && upper?.kind === 'number' && /^(?:-|–|to|bis)$/.test(dash.low) && at + 2 < to)
      return { value: readFigure(upper.text, speech.decimal), end: at + 3 }
    return Number.isNaN(value) ? undefined : { value, end: at + 1 }
  }
  const [first, second] = [readNumberWord(word.low, speech.numbers), speech.numbers[words[at + 1]?.low ?? '']]
  if (first === undefined) return undefined
  // half an hour, eine halbe Stunde: the product; two hundred as well.
  if (second !== undefined && at + 1 < to && words[at + 1]!.kind === 'word') return { value: first * second, end: at + 2 }
  return { value: first, end: at + 1 }
}

/** A number word, also one put together: twenty-five, fünfundzwanzig, zweihundert. */
export function readNumberWord(low: string, numbers: MeasureWords['numbers']): number | undefined {
  if (Object.hasOwn(numbers, low)) return numbers[low]
  const [, ones, tens] = /^(\p{L}+)und(\p{L}+zig|dreißig)$/u.exec(low) ?? /^(?:(?<tens>\p{L}+)-(?<ones>\p{L}+))$/u.exec(low) ?? []
  if (ones && tens && Object.hasOwn(numbers, ones === 'ein' ? 'eine' : ones) && Object.hasOwn(numbers, tens)) return numbers[ones === 'ein' ? 'eine' : ones]! + numbers[tens]!
  const [, count, power] = /^(\p{L}+)(hundert|tausend)$/u.exec(low) ?? []
  return count && power && Object.hasOwn(numbers, count) ? numbers[count]! * numbers[power]! : undefined
}

/** @example readFigure('1.000,5', ',') // 1000.5 */
export function readFigure(text: string, decimal: '.' | ','): number {
  const thousands = decimal === '.' ? ',' : '.'
  const grouped = new RegExp(`^\\d{1,3}(?:\\${thousands}\\d{3})+(?:\\${decimal}\\d+)?$`).test(text)
  const plain = grouped ? text.replaceAll(thousands, '') : text
  return Number(plain.replace(',', '.'))
}

/** Units and their names, from lines such as `mm: mm|millimetre|millimetres`; a factor may follow: `m 1000: ...`. */
export const toUnits = (lines: string): Phrases<readonly [string, number]> =>
  toPhrases(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [head = '', names = ''] = line.split(': ')
        const [unit = '', factor = '1'] = head.trim().split(' ')
        return names.split('|').map((name) => [name.trim(), [unit, Number(factor)] as const] as const)
      }),
  )

/** Names of units that every language writes alike, as words.ts parts them. */
export const sharedUnits = `mm: mm
cm: cm
m: m
km: km
um: µm|μm|um|my
s: s|sec|sek
min: min
h: h|hrs|hr|std
%: %|percent|prozent
‰: ‰
°C: ° c|°c|°
kg: kg
g: g|gr
mg: mg
t: t
L: l
mL: ml
MPa: mpa
kPa: kpa
bar: bar
N·m: nm|n·m
V: v
A: a
kW: kw
Hz: hz
dB: db
ppm: ppm
rpm: rpm
mA: ma
MΩ: mω
Ω: ω
m²: m²|m2|sqm|qm
m³: m³|m3`
