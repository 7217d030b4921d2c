/**
 * Learns what kind of statement a Chinese clause is from our own clauses (`data/kinds.zh.jsonl`), the develop sets and the phrases of the lexicon, and prints how
 * well it does on sentences it has not seen, five folds over sentences. `--write` writes the weights that the engine uses. No frozen sentence is read.
 */
import fs from 'node:fs'
import path from 'node:path'
import { openLexicon, translate } from '@guildhall/translation'
import { readLexiconItems } from '../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { ruleView } from '../packages/translation/src/outcomes/judge.ts'
import { featuresOf, type Voice, voices } from '../packages/translation/src/outcomes/kind-features.ts'
import type { KindModel } from '../packages/translation/src/outcomes/kind-model.ts'
import { readVoices } from '../packages/translation/src/outcomes/kind-reading.ts'
import { learnKinds, likeliest, type VoicedClause } from '../packages/translation/src/outcomes/learn-kinds.ts'
import { normalise, toOriginal } from '../packages/translation/src/outcomes/normalise.ts'
import { clausesOf, segment } from '../packages/translation/src/outcomes/segment.ts'
import { figures, scoreRow, type SentenceRow } from './outcomes-score.ts'

type Clause = VoicedClause & { sentence: number; text: string; rule: Voice | undefined }
const lexicon = openLexicon(readLexiconItems())
const read = <T>(file: string) =>
  fs
    .readFileSync(path.join(import.meta.dirname, '../data', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)

const own = read<{ voice: Voice; text: string }>('kinds.zh.jsonl').map(
  ({ voice, text }): VoicedClause => ({ features: featuresOf(text, viewOf(text)), voice, weight: 1 }),
)
// Half of the weight goes to the words alone: else the fit would lean on the rules, which are right too often on clauses that they were written for.
const doubled = (clauses: readonly VoicedClause[]): VoicedClause[] =>
  clauses.flatMap((one) => [
    { ...one, weight: one.weight / 2 },
    { ...one, weight: one.weight / 2, features: one.features.filter((name) => !/^[cr]:/.test(name)) },
  ])
// A phrase of the lexicon is known to the rules, so what they say of it is left out. All phrases together weigh as much as 120 clauses, however long the lexicon
// grows: else every trade that it learns would make more of what people say into work.
const allPhrases = lexicon.lexicon.items.filter((item) => item.kind !== 'key').flatMap((item) => item.phrases.zh)
const phrases = allPhrases.map(
  (text): VoicedClause => ({
    features: featuresOf(text, viewOf(text)).filter((one) => !/^[cr]:/.test(one)),
    voice: 'work',
    weight: 120 / allPhrases.length,
  }),
)
const sentences = ['outcomes.zh.jsonl', 'outcomes-kinds.develop.zh.jsonl', 'outcomes-develop2.zh.jsonl']
  .flatMap((file) => read<SentenceRow>(file))
  .filter((row) => row.set !== 'frozen')
const developed = sentences.flatMap(clausesOfRow)

const models = [0, 1, 2, 3, 4].map((fold) => learnKinds([...phrases, ...doubled([...own, ...developed.filter((one) => folds(one.sentence) !== fold)])]))
report('learned', developed.map((clause) => [clause.voice, likeliest(models[folds(clause.sentence)]!, clause.features)]))
report('rules alone', developed.map((clause) => [clause.voice, clause.rule ?? 'work']))

// The whole engine with weights that have not met the sentence: what a frozen set would show, but for the rules, which have.
for (const set of ['develop', 'check', 'kinds-develop', 'develop2'] as const) {
  const counts = sentences.flatMap((row, at) => {
    if (row.set !== set) return []
    const made = translate({ text: row.text, language: 'zh', lexicon: lexicon.lexicon, kinds: models[folds(at)]! })
    if (!made.ok) throw new Error(`refused: ${row.id}`)
    const score = scoreRow(row, made.value)
    const notes = score.notes.filter((note) => /^(?:kind|no statement|invented)/.test(note))
    if (process.argv.includes('--errors') && notes.length > 0) console.log(`${row.id} ${row.text}\n${notes.map((note) => `    ${note}`).join('\n')}`)
    if (process.argv.includes('--errors') && notes.length > 0) showVoices(row.text, models[folds(at)]!)
    return [score.counts]
  })
  const shown = figures.filter(({ name }) => /^(?:statements, p|kind|invented)/.test(name))
  console.log(`${set.padEnd(14)} ${shown.map(({ name, of }) => `${name} ${of(counts).value.toFixed(3)}`).join('; ')}`)
}

if (process.argv.includes('--write')) {
  const model = learnKinds([...phrases, ...doubled([...own, ...developed])])
  const lines = Object.entries(model.features).map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}],`)
  fs.writeFileSync(
    path.join(import.meta.dirname, '../packages/translation/src/outcomes/kind-weights.gen.ts'),
    `// Made by bench/kinds.ts --write from data/kinds.zh.jsonl, the develop sets and the lexicon; see data/README.md. Never edited by hand.\nimport type { KindModel } from './kind-model.ts'\n\nexport const kindModel: KindModel = {\n  bias: [${model.bias.join(', ')}],\n  features: {\n${lines.join('\n')}\n  },\n}\n`,
  )
  console.log(`${lines.length} features written`)
}

function viewOf(text: string) {
  return ruleView(text, { start: 0, end: text.length }, undefined, lexicon)
}

function showVoices(text: string, model: KindModel): void {
  const normal = normalise(text, 'zh')
  for (const sentence of segment(normal.text)) {
    const spans = clausesOf(normal.text, sentence)
    const views = spans.map((span) => ruleView(normal.text, span, sentence.heading, lexicon))
    for (const [i, { scores }] of readVoices(normal.text, spans, views, model).entries()) {
      const top = voices.map((voice) => `${voice} ${scores[voice].toFixed(2)}`).sort((a, b) => Number(b.split(' ')[1]) - Number(a.split(' ')[1]))
      console.log(`      ${normal.text.slice(spans[i]!.start, spans[i]!.end)}: cue ${views[i]!.cue}, role ${views[i]!.role}; ${top.slice(0, 3).join(', ')}`)
    }
  }
}

function folds(sentence: number): number {
  return (Math.imul(sentence + 1, 2_654_435_761) >>> 8) % 5
}

/** The clauses of a sentence with the voice that a person gave their statement; what only leans on a task has no voice of its own. */
function clausesOfRow(row: SentenceRow, at: number): Clause[] {
  const normal = normalise(row.text, 'zh')
  return segment(normal.text).flatMap((sentence) => {
    const clauses = clausesOf(normal.text, sentence)
    return clauses.flatMap((span): Clause[] => {
      const place = toOriginal(normal, span.start, span.end)
      const gold = row.statements.find((one) => one.start <= place.start && place.end <= one.end)
      if (!gold) return []
      const view = ruleView(normal.text, span, sentence.heading, lexicon)
      const asked = gold.outcomes.some((one) => one.start < place.end && place.start < one.end)
      const leaning = view.role === 'condition' || view.role === 'standard' || view.role === 'context'
      if (gold.kind === 'task' && !gold.negated && leaning && clauses.length > 1) return []
      const voice: Voice = gold.negated ? 'unneeded' : gold.kind === 'task' || (gold.kind === 'requirement' && asked) ? 'work' : gold.kind
      const text = normal.text.slice(span.start, span.end)
      return [{ features: featuresOf(text, view), voice, weight: 1, sentence: at, text, rule: ruleVoice(view) }]
    })
  })
}

function ruleVoice({ cue, role }: ReturnType<typeof viewOf>): Voice | undefined {
  if (cue === 'negated') return 'unneeded'
  if (role === 'requirement') return cue === 'requirement' ? 'requirement' : 'work'
  return voices.find((voice) => voice === role)
}

function report(name: string, pairs: readonly (readonly [Voice, Voice])[]): void {
  const right = pairs.filter(([gold, made]) => gold === made).length
  const each = voices.map((voice) => {
    const both = pairs.filter(([gold, made]) => gold === voice && made === voice).length
    const either = pairs.filter(([gold]) => gold === voice).length + pairs.filter(([, made]) => made === voice).length
    return { voice, f1: either === 0 ? 0 : (2 * both) / either }
  })
  const macro = each.reduce((sum, one) => sum + one.f1, 0) / each.length
  console.log(
    `${name.padEnd(24)} n = ${pairs.length}, right ${(right / pairs.length).toFixed(3)}, macro-F1 ${macro.toFixed(3)}  ${each.map((one) => `${one.voice} ${one.f1.toFixed(2)}`).join('  ')}`,
  )
}
