import { sharedUnits, toUnits, type MeasureWords } from '../measures.ts'
import { listOf, toPhrases } from '../words.ts'

const entries = <T>(value: T, line: string) => line.split('|').map((one) => [one, value] as const)

/** How English says how much. */
export const englishMeasures: MeasureWords = {
  decimal: '.',
  numbers: {
    zero: 0, a: 1, an: 1, the: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
    fourteen: 14, fifteen: 15, sixteen: 16, eighteen: 18, twenty: 20, thirty: 30, forty: 40, 'forty-five': 45, fifty: 50, sixty: 60, seventy: 70, eighty: 80,
    ninety: 90, hundred: 100, thousand: 1000, half: 0.5, quarter: 0.25, dozen: 12, couple: 2,
  },
  units: toUnits(`${sharedUnits}
mm 0.1: tenths|tenth of a millimetre|tenths of a millimetre|tenth of a mm|tenths of a mm
mm 0.01: hundredth|hundredths|hundredth of a millimetre|hundredths of a millimetre|hundredth of a mm
mm 0.0254: thou
mm: millimetre|millimetres|millimeter|millimeters|mil
cm: centimetre|centimetres|centimeter|centimeters
m: metre|metres|meter|meters
um: micron|microns|micrometre|micrometres
s: second|seconds|secs
min: minute|minutes|mins|mintues|minuts
h: hour|hours|of an hour
d: day|days|working day|working days|business days|business day
week: week|weeks
month: month|months
%: per cent|pct
°C: degrees|degree|° celsius|degrees celsius|degrees c
kg: kilo|kilos|kilogram|kilograms
g: gram|grams|a gram|of a gram
t: tonne|tonnes|ton|tons
L: litre|litres|liter|liters
bar: bars
N·m: newton metres|newton metre
V: volt|volts
MΩ: megohm|megohms|megaohm
Ω: ohm|ohms
turns: turns`),
  before: toPhrases([
    ...entries('<=' as const, `within|inside of|in under|in less than|in no more than|in at most|under|below|less than|fewer than|no more than|not more than|no longer than
at most|max|maximum|a maximum of|up to|to within|within plus or minus|plus or minus|in|inside|by no more than|not exceeding|no later than|smaller than|wihtin`.replaceAll('\n', '|')),
    ...entries('>=' as const, 'at least|min|minimum|a minimum of|more than|over|above|no less than|not less than|no fewer than|with at least|by at least|upwards of'),
    ...entries('=' as const, 'at|exactly|to exactly|precisely|at around|at about'),
  ]),
  after: toPhrases([...entries('<=' as const, 'or less|or fewer|at most|max|maximum|or better|at the latest|tops|flat|or under'), ...entries('>=' as const, 'or more|or above|minimum|at least')]),
  rates: toPhrases([
    ...entries('h', 'per hour|an hour|/ h|every hour|each hour'), ...entries('d', 'per day|a day|daily'), ...entries('shift', 'per shift|a shift|each shift|every shift'),
    ...entries('min', 'per minute|a minute|/ min'), ...entries('week', 'per week|a week'), ...entries('month', 'per month|a month'),
  ]),
  stops: listOf('of or and per in on at to for the a an is are was years year who that which when if people times time'),
}
