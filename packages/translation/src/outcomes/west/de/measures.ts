import { type MeasureWords, sharedUnits, toUnits } from '../measures.ts'
import { listOf, toPhrases } from '../words.ts'

const entries = <T>(value: T, line: string) => line.split('|').map((one) => [one, value] as const)

/** How German says how much. */
export const germanMeasures: MeasureWords = {
  decimal: ',',
  numbers: {
    null: 0, ein: 1, eine: 1, einen: 1, einem: 1, einer: 1, eines: 1, der: 1, den: 1, dem: 1, ner: 1, zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12,
    fünfzehn: 15, zwanzig: 20, dreißig: 30, vierzig: 40, fünfundvierzig: 45, fünfzig: 50, sechzig: 60, siebzig: 70, achtzig: 80, neunzig: 90, hundert: 100, tausend: 1000,
    halbe: 0.5, halben: 0.5, halwen: 0.5, halber: 0.5, anderthalb: 1.5, dutzend: 12,
  },
  units: toUnits(`${sharedUnits}
mm: millimeter|millimetern
cm: zentimeter|zentimetern
m: meter|metern
um: mikrometer|mü|my
mm 0.1: zehntel|zehntelmillimeter
mm 0.01: hundertstel|hundertstelmillimeter
s: sekunde|sekunden
min: minute|minuten
h: stunde|stunden|stund
min 15: viertelstunde
d: tag|tages|tage|tagen|arbeitstages|werktages|werktag|werktage|werktagen|arbeitstag|arbeitstage|arbeitstagen
week: woche|wochen
month: monat|monate|monaten
year: jahr|jahre|jahren
°C: grad|grad celsius|° celsius
kg: kilo|kilogramm
g: gramm
t: tonne|tonnen
L: liter|litern
N·m: newtonmeter
V: volt
MΩ: megaohm|megohm
Ω: ohm`),
  before: toPhrases([
    ...entries('<=' as const, 'innerhalb von|innerhalb|binnen|in unter|in weniger als|in höchstens|in maximal|unter|weniger als|höchstens|maximal|max|max .|nicht mehr als|nicht länger als|plus minus|plusminus|nach spätestens|nach höchstens|nach maximal|spätestens nach|spätestens in|bis zu|in|in spätestens|nicht über|unterhalb|kleiner als|kleiner|auf unter|auf höchstens'),
    ...entries('>=' as const, 'mindestens|mind .|min .|wenigstens|mehr als|über|um mindestens|zu mindestens|mit mindestens|um|nicht unter|nicht weniger als|ab'),
    ...entries('=' as const, 'auf|bei|genau|exakt|auf genau|mit genau|bei genau|zu'),
  ]),
  after: toPhrases([...entries('<=' as const, 'maximal|höchstens|genau|max'), ...entries('>=' as const, 'oder mehr|mindestens|aufwärts')]),
  rates: toPhrases([
    ...entries('h', 'pro stunde|in der stunde|je stunde|die stunde|/ h'), ...entries('d', 'pro tag|am tag|je tag|täglich'), ...entries('shift', 'pro schicht|je schicht'),
    ...entries('min', 'pro minute|je minute|in der minute'), ...entries('week', 'pro woche|je woche'), ...entries('month', 'pro monat|im monat'),
  ]),
  stops: listOf('und oder von vom je pro in im am an auf für der die das dem den des mal jahre jahren jahr monate prozent personen leute'),
}
