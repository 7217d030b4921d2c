/**
 * Prints the figures of EVALUATION for `translate` on our own sentences: `--language en` (or `de`; `zh` is the default). `--errors` lists those of the develop
 * sets; frozen sets only ever show totals, and those of the kinds and of English and German only with `--frozen-kinds`, `--fresh`, `--frozen-en-de`: each look is
 * counted in docs/quality.md.
 */
import fs from 'node:fs'
import path from 'node:path'
import { contentLanguages } from '@guildhall/kernel'
import { translate } from '@guildhall/translation'
import { readLexiconItems } from '../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { writeResults } from './_harness.ts'
import { type Counts, figures, scoreRow, type SentenceRow } from './outcomes-score.ts'

const flag = (name: string) => process.argv.includes(name)
const named = process.argv[process.argv.indexOf('--language') + 1]
const language = contentLanguages.find((one) => flag('--language') && one === named) ?? 'zh'
const files =
  language === 'zh'
    ? ['outcomes.zh.jsonl', 'outcomes-kinds.develop.zh.jsonl', 'outcomes-kinds.frozen.zh.jsonl', 'outcomes-fresh.zh.jsonl', 'outcomes-develop2.zh.jsonl', 'outcomes-voices.zh.jsonl']
    : [`outcomes.${language}.jsonl`, `outcomes-voices.${language}.jsonl`]
const rows = files.flatMap((file) =>
  fs
    .readFileSync(path.join(import.meta.dirname, '../data', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SentenceRow),
)
const only = flag('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
const showErrors = flag('--errors')
const frozen: readonly SentenceRow['set'][] = ['frozen', 'kinds-frozen', 'fresh', 'voices-held']
const sets: readonly SentenceRow['set'][] =
  language === 'zh'
    ? ['develop', 'develop2', 'voices', 'voices-held', 'frozen', 'check', 'kinds-develop', ...(flag('--frozen-kinds') ? (['kinds-frozen'] as const) : []), ...(flag('--fresh') ? (['fresh'] as const) : [])]
    : ['develop', 'voices', 'voices-held', ...(flag('--frozen-en-de') ? (['frozen'] as const) : [])]

const results: Record<string, Record<string, ReturnType<typeof print>>> = {}
for (const set of sets.filter((one) => only === undefined || one === only)) {
  const scored = rows
    .filter((row) => row.set === set)
    .map((row) => {
      const result = translate({ text: row.text, language, lexicon: readLexiconItems() })
      if (!result.ok) throw new Error(`refused: ${row.id}`)
      const score = scoreRow(row, result.value, language)
      if (showErrors && !frozen.includes(set) && score.notes.length > 0)
        console.log(`${row.id} ${row.text}\n${score.notes.map((note) => `    ${note}`).join('\n')}`)
      return score.counts
    })
  console.log(`\n${set}, n = ${scored.length} sentences (95 % bootstrap interval over sentences, 1,000 draws)`)
  results[set] = Object.fromEntries(figures.map(({ name, target, of }) => [name, print(name, target, of, scored)]))
}
if (flag('--write')) writeResults(`outcomes-${language}`, results)

function print(
  name: string,
  target: string,
  of: (counts: readonly Counts[]) => { value: number; n: number },
  scored: readonly Counts[],
): { value: number; low: number; high: number; n: number } {
  const { value, n } = of(scored)
  let state = 12_345
  const draws = Array.from({ length: 1000 }, () => {
    const sample = scored.map(() => {
      // Numerical Recipes' generator: the same draws on every machine.
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return scored[Math.floor((state / 2 ** 32) * scored.length)]!
    })
    return of(sample).value
  })
    .filter((one) => !Number.isNaN(one))
    .sort((a, b) => a - b)
  const [low = Number.NaN, high = Number.NaN] = [draws[Math.floor(draws.length * 0.025)], draws[Math.floor(draws.length * 0.975)]]
  const interval = `${fixed(low)}–${fixed(high)}`
  console.log(`  ${name.padEnd(44)} ${fixed(value)}  [${interval}]  n = ${String(n).padEnd(4)} ${target}`)
  return { value, low, high, n }
}

function fixed(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '  –  ' : value.toFixed(3)
}
