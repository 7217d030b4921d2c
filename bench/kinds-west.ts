/**
 * Learns what kind of statement an English or German clause is (`--language de`; `en` is the default) from our own clauses (`data/kinds.{en,de}.jsonl`), the open
 * rows of the sentences and the phrases of the lexicon, and prints how well it does on what it has not seen, five folds by content. `--write` writes the weights
 * that the engine uses. No frozen sentence is read.
 */
import fs from 'node:fs'
import path from 'node:path'
import { openLexicon, translate } from '@guildhall/translation'
import { readLexiconItems } from '../apps/server/src/modules/translation/engine/lexicon-files.ts'
import type { KindModel } from '../packages/translation/src/outcomes/kind-model.ts'
import { learnVoices, type VoicedClause } from '../packages/translation/src/outcomes/learn-kinds.ts'
import { normalise, toOriginal } from '../packages/translation/src/outcomes/normalise.ts'
import { listClauses } from '../packages/translation/src/outcomes/west/clauses.ts'
import { hearVoices } from '../packages/translation/src/outcomes/west/hear.ts'
import type { Voice } from '../packages/translation/src/outcomes/west/part.ts'
import { splitWestern } from '../packages/translation/src/outcomes/west/sentences.ts'
import { viewClauses } from '../packages/translation/src/outcomes/west/view.ts'
import { isOfRules, type WesternVoice, westernVoices } from '../packages/translation/src/outcomes/west/voice-features.ts'
import { foldOf } from './_harness.ts'
import { figures, scoreRow, type SentenceRow } from './outcomes-score.ts'

const language = process.argv[process.argv.indexOf('--language') + 1] === 'de' ? 'de' : 'en'
const folds = 5
const lexicon = openLexicon(readLexiconItems())
const folder = path.join(import.meta.dirname, '../data')
const read = <T>(file: string) =>
  fs.existsSync(path.join(folder, file))
    ? fs
        .readFileSync(path.join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as T)
    : []

type Own = { voice: Exclude<WesternVoice, 'formal'> | 'requirement'; text: string }
type Clause = VoicedClause<WesternVoice> & { fold: number }
const own = read<Own>(`kinds.${language}.jsonl`).map(({ voice, text }) => ({ text, voice: voice === 'requirement' ? ('formal' as const) : voice, fold: foldOf(text, folds) }))
const rows = [`outcomes.${language}.jsonl`, `outcomes-voices.${language}.jsonl`]
  .flatMap((file) => read<SentenceRow>(file))
  .filter((row) => row.set !== 'frozen')

const ownClauses = own.flatMap((one) => clausesOf(one.text, one.fold, () => one.voice))
const rowClauses = rows.filter((row) => row.set !== 'voices-held').flatMap((row) => clausesOf(row.text, foldOf(row.text, folds), (start, end) => voiceOf(row, start, end)))
// A phrase of the lexicon is known to the rules, so what they say of it is left out. All phrases together weigh as much as 60 clauses, however long it grows.
const phrases = lexicon.lexicon.items.filter((item) => item.kind !== 'key').flatMap((item) => item.phrases[language])
const phraseClauses = phrases.flatMap((text) => clausesOf(text, -1, () => 'work', 60 / phrases.length)).map((one) => ({ ...one, features: one.features.filter((name) => !isOfRules(name)) }))

const learnWithout = (fold: number) => learnVoices([...ownClauses, ...doubled(rowClauses)].filter((one) => one.fold !== fold).concat(phraseClauses), westernVoices, { rare: 3, decay: 0.003 })
const models = Array.from({ length: folds }, (_, fold) => learnWithout(fold))

report('model alone', own.map((one) => [one.voice, alone(one.text, models[one.fold]!)]))
report('rules alone', own.map((one) => [one.voice, decided(one.text, undefined)]))
report('rules and model', own.map((one) => [one.voice, decided(one.text, models[one.fold]!)]))
if (process.argv.includes('--errors'))
  for (const one of own) {
    const made = decided(one.text, models[one.fold]!)
    if (made !== one.voice) console.log(`  ${one.voice} read as ${made} (rules: ${decided(one.text, undefined)}): ${one.text}   ${shares(one.text, models[one.fold]!)}`)
  }

// The whole engine with weights that have not met the sentence.
for (const set of ['develop', 'voices', 'voices-held'] as const) {
  const counts = rows.flatMap((row) => {
    if (row.set !== set) return []
    const made = translate({ text: row.text, language, lexicon: lexicon.lexicon, kinds: models[foldOf(row.text, folds)]! })
    if (!made.ok) throw new Error(`refused: ${row.id}`)
    const score = scoreRow(row, made.value, language)
    if (process.argv.includes('--errors') && set !== 'voices-held' && score.notes.length > 0) console.log(`${row.id} ${row.text}\n${score.notes.map((note) => `    ${note}`).join('\n')}`)
    return [score.counts]
  })
  const shown = figures.filter(({ name }) => /^(?:statements, p|kind|invented|action, [pr])/.test(name))
  if (counts.length > 0) console.log(`${set.padEnd(10)} ${shown.map(({ name, of }) => `${name} ${of(counts).value.toFixed(3)}`).join('; ')}`)
}

if (process.argv.includes('--write')) {
  const model = learnWithout(-2)
  const lines = Object.entries(model.features).map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}],`)
  const name = language === 'en' ? 'englishVoices' : 'germanVoices'
  fs.writeFileSync(
    path.join(import.meta.dirname, `../packages/translation/src/outcomes/west/${language}/voice-weights.gen.ts`),
    `// Made by bench/kinds-west.ts --write --language ${language} from data/kinds.${language}.jsonl, the open sentences and the lexicon; see data/README.md. Never edited by hand.\nimport type { KindModel } from '../../kind-model.ts'\n\nexport const ${name}: KindModel = {\n  bias: [${model.bias.join(', ')}],\n  features: {\n${lines.join('\n')}\n  },\n}\n`,
  )
  console.log(`${lines.length} features written`)
}

function viewsOf(text: string) {
  const normal = normalise(text, language)
  return splitWestern(normal.text).map((sentence) => ({ normal, sentence, views: viewClauses({ normal, sentence, lexicon, language }) }))
}

/** The clauses of a text with their voice; what only leans on a task has none of its own. */
function clausesOf(text: string, fold: number, voice: (start: number, end: number) => WesternVoice | undefined, weight = 1): Clause[] {
  return viewsOf(text).flatMap(({ normal, views }) =>
    views.flatMap((view): Clause[] => {
      if (view.result || (view.leaning && view.read.parts.length === 0 && views.length > 1)) return []
      const place = toOriginal(normal, view.start, view.end)
      const said = voice(place.start, place.end)
      return said ? [{ features: view.features, voice: said, weight, fold }] : []
    }),
  )
}

function voiceOf(row: SentenceRow, start: number, end: number): WesternVoice | undefined {
  const gold = row.statements.find((one) => one.start <= start && end <= one.end)
  if (!gold) return undefined
  if (gold.negated) return 'unneeded'
  if (gold.open) return 'forbidden'
  if (gold.kind === 'requirement') return gold.outcomes.length > 0 ? 'work' : 'formal'
  if (gold.kind !== 'task') return gold.kind
  return gold.outcomes.some((one) => one.start < end && start < one.end) ? 'work' : undefined
}

// Of the rows that the rules were written for half of the weight goes to the words alone: else the fit would lean on rules that are right too often there.
function doubled(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((one) => [
    { ...one, weight: one.weight / 2 },
    { ...one, weight: one.weight / 2, features: one.features.filter((name) => !isOfRules(name)) },
  ])
}

function shares(text: string, model: KindModel): string {
  return viewsOf(text)
    .flatMap(({ views }) => hearVoices(views, model).map((heard) => westernVoices.map((voice) => [voice, heard[voice]] as const).sort((a, b) => b[1] - a[1]).slice(0, 3).map(([voice, share]) => `${voice} ${share.toFixed(2)}`).join(' ')))
    .join(' | ')
}

function alone(text: string, model: KindModel): WesternVoice {
  const heard = viewsOf(text).flatMap(({ views }) => hearVoices(views, model))
  const sum = (voice: WesternVoice) => heard.reduce((total, one) => total + one[voice], 0)
  return westernVoices.reduce((best, voice) => (sum(voice) > sum(best) ? voice : best))
}

/** What the engine makes of a text by itself: the voice of its first clause that stands for itself. */
function decided(text: string, kinds: KindModel | undefined): WesternVoice {
  const nothing: KindModel = { bias: westernVoices.map(() => 0), features: {} }
  const found = viewsOf(text).flatMap(({ normal, sentence }) => listClauses({ normal, sentence, lexicon, language, kinds: kinds ?? nothing }))
  const first = found.find((one) => one.voice !== 'context')
  return toWesternVoice(first?.voice ?? 'context')
}

function toWesternVoice(voice: Voice): WesternVoice {
  if (voice === 'task' || voice === 'requirement') return 'work'
  return voice === 'context' ? 'noise' : voice
}

function report(name: string, pairs: readonly (readonly [WesternVoice, WesternVoice])[]): void {
  const right = pairs.filter(([gold, made]) => gold === made).length
  const each = westernVoices.map((voice) => {
    const both = pairs.filter(([gold, made]) => gold === voice && made === voice).length
    const either = pairs.filter(([gold]) => gold === voice).length + pairs.filter(([, made]) => made === voice).length
    return { voice, f1: either === 0 ? 0 : (2 * both) / either }
  })
  const macro = each.reduce((sum, one) => sum + one.f1, 0) / each.length
  const idle = pairs.filter(([gold]) => gold !== 'work')
  const invented = idle.filter(([, made]) => made === 'work').length / idle.length
  const works = pairs.filter(([gold]) => gold === 'work')
  console.log(
    `${name.padEnd(18)} n = ${pairs.length}, right ${(right / pairs.length).toFixed(3)}, macro-F1 ${macro.toFixed(3)}, idle read as work ${invented.toFixed(3)}, work heard ${(works.filter(([, made]) => made === 'work').length / works.length).toFixed(3)}  ${each.map((one) => `${one.voice} ${one.f1.toFixed(2)}`).join('  ')}`,
  )
}
