/**
 * Gathers what the other benches wrote into `bench/results` and writes it twice: `data/quality.json`, which the page of the engine's quality reads, and the
 * table of docs/quality.md. Measures nothing itself: a figure is as old as the day that stands beside it.
 */
import fs from 'node:fs'
import path from 'node:path'
import { type Interval, show } from './_harness.ts'

type Written = { day?: string; engine?: string; machine: { cpu: string; cores: number }; results: Record<string, Record<string, Record<string, Interval>>> }
/** Which row of a result is ours (of all its sets then), which figures are shown, and what was aimed at, for a set otherwise in `aims` (`aim` of a share that should be small is its upper end). */
type Source = Readonly<{ file: string; task: string; row?: string; sets: readonly string[]; figures: Readonly<Record<string, number | null>>; aims?: Readonly<Record<string, number>> }>

type Row = Interval & Readonly<{ task: string; set: string; figure: string; aim: number | null; smallIsGood: boolean; day: string | null; engine: string | null }>

const slots = {
  'kind, macro-F1': 0.85, 'action, precision': 0.9, 'action, recall': 0.85, 'object, exact': 0.8, 'condition, precision': 0.85, 'condition, recall': 0.7,
  'standard, precision': 0.95, 'standard, recall': 0.8, 'level within 1 of the middle': 0.9, 'invented (offer, trait, noise, negated)': 0.15,
} as const
const learnt = 'learnt, 5 folds'
const sources: readonly Source[] = [
  { file: 'outcomes-zh', task: 'outcomes-zh', sets: ['frozen', 'fresh'], figures: slots },
  { file: 'outcomes-en', task: 'outcomes-en', sets: ['frozen'], figures: slots },
  { file: 'outcomes-de', task: 'outcomes-de', sets: ['frozen'], figures: slots },
  { file: 'translation-skill-en', task: 'skill-en', row: 'without SkillSkape', sets: ['tech', 'house'], figures: { rp5: 0.56, 'sure-precision': 0.85, 'sure-coverage': 0.2 }, aims: { 'house rp5': 0.47 } },
  { file: 'translation-competence-de-de', task: 'competence-de', row: learnt, sets: ['competence-de'], figures: { hit5: 0.81 } },
  { file: 'translation-occupation-de', task: 'occupation-de', row: learnt, sets: [], figures: { hit10: 0.74 }, aims: { 'aut_q_de_c_de hit10': 0.7 } },
  { file: 'translation-occupation-en', task: 'occupation-en', row: learnt, sets: [], figures: { hit10: 0.84 } },
  { file: 'translation-occupation-ad-en', task: 'occupation-ad-en', row: learnt, sets: [], figures: { hit1: 0.5, hit5: 0.72 } },
  { file: 'translation-occupation-zh-zh', task: 'occupation-zh', row: learnt, sets: ['title-csco-zh'], figures: { hit1: 0.6, hit5: 0.84 } },
  { file: 'translation-major-zh-zh', task: 'major-zh', row: learnt, sets: ['major-zh'], figures: { hit10: 0.8 } },
]
const codeOf = (name: string) => name.replace(/ *\(.*\)/, '').replace(/,? /g, '-').toLowerCase()
const smallIsGood = (name: string) => name.startsWith('invented')

const kept = path.join(import.meta.dirname, '../data/quality.json')
const before: Row[] = fs.existsSync(kept) ? JSON.parse(fs.readFileSync(kept, 'utf8')) : []
const rows = sources.flatMap((source): Row[] => {
  const file = path.join(import.meta.dirname, 'results', `${source.file}.json`)
  // Results stay on the machine that measured; what nobody measured here again stays as it was.
  if (!fs.existsSync(file)) return before.filter((row) => row.task === source.task)
  const { day, engine, results } = JSON.parse(fs.readFileSync(file, 'utf8')) as Written // safe: written by writeResults
  const measured = source.row ? results[source.row] : results
  return Object.entries(measured ?? {}).flatMap(([set, figures]) =>
    source.row || source.sets.includes(set)
      ? Object.entries(source.figures).flatMap(([name, aim]) => {
          const found = (figures as Record<string, Interval>)[name]
          return found && Number.isFinite(found.value) ? [{ task: source.task, set, figure: codeOf(name), ...found, aim: source.aims?.[`${set} ${name}`] ?? aim, smallIsGood: smallIsGood(name), day: day ?? null, engine: engine ?? null }] : []
        })
      : [],
  )
})

const rounded = rows.map((row) => ({ ...row, value: round(row.value), low: round(row.low), high: round(row.high) }))
fs.writeFileSync(kept, `[\n${rounded.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`)

const page = path.join(import.meta.dirname, '../docs/quality.md')
const [begin, end] = ['<!-- figures: written by npm run bench -- quality -->', '<!-- end of figures -->']
const table = [
  '| task | set | figure | measured [95 %] | n | aim | engine, day |', '|---|---|---|---|---:|---|---|',
  ...rounded.map((row) => `| ${row.task} | ${row.set} | ${row.figure} | ${show(row.value)} [${show(row.low)}, ${show(row.high)}] | ${row.n} | ${row.aim === null ? '–' : `${row.smallIsGood ? '≤' : '≥'} ${show(row.aim)}${reached(row) ? '' : ' **missed**'}`} | ${row.engine ?? '–'}, ${row.day ?? '–'} |`),
].join('\n')
const text = fs.readFileSync(page, 'utf8')
const written = text.includes(begin) ? `${text.slice(0, text.indexOf(begin))}${begin}\n${table}\n${text.slice(text.indexOf(end))}` : `${text.trimEnd()}\n\n## All figures that are kept\n\n${begin}\n${table}\n${end}\n`
fs.writeFileSync(page, written)
console.log(`${rounded.length} figures`)

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function reached({ value, aim, smallIsGood }: { value: number; aim: number | null; smallIsGood: boolean }): boolean {
  return aim === null || (smallIsGood ? value <= aim : value >= aim)
}
