import fs from 'node:fs'
import type { ContentLanguage } from '@guildhall/kernel'
import { buildIndex, type Example, type LaneName, laneNames, openIndex, relearn } from '@guildhall/translation'
import type { SetExample } from '../apps/server/src/modules/translation/engine/folder-examples.ts'
import { openFolder } from '../apps/server/src/modules/translation/engine/folder-files.ts'
import { type FolderTask, readTask } from '../apps/server/src/modules/translation/engine/taxonomy-folder.ts'
import {
  bootstrap,
  dataFolder,
  type Figures,
  figures,
  foldOf,
  mean,
  pairedBootstrap,
  show,
  showInterval,
  skip,
  writeResults,
} from './_harness.ts'

type Answered = Readonly<{ set: string; figures: Figures; sure: readonly boolean[] }>
type Plan = Readonly<{ task: FolderTask; language: ContentLanguage; leads: readonly (keyof Figures)[] }>

const folds = 5
const wanted = process.argv.slice(2)
const plans: readonly Plan[] = [
  { task: 'skill', language: 'en', leads: ['rp5', 'rp1', 'rp10', 'mrr'] },
  { task: 'competence-de', language: 'de', leads: ['hit5', 'hit1', 'hit10', 'mrr'] },
  { task: 'occupation', language: 'de', leads: ['hit10', 'hit1', 'mrr'] },
  { task: 'occupation', language: 'en', leads: ['hit10', 'hit1', 'mrr'] },
  { task: 'occupation-ad', language: 'en', leads: ['hit1', 'hit5'] },
  { task: 'occupation-zh', language: 'zh', leads: ['hit1', 'hit5'] },
  { task: 'major-zh', language: 'zh', leads: ['hit10', 'rp5'] },
]

function measure({ task, language, leads }: Plan): void {
  const folder = openFolder(dataFolder)
  const { taxonomies, options } = readTask(folder, task, language)
  const examples = (options.examples ?? []) as readonly SetExample[] // safe: readTask gives them with their set
  const started = performance.now()
  const base = buildIndex(taxonomies, { ...options, examples: [] })
  console.log(
    `\n${task} (${language}): index ${(base.length / 2 ** 20).toFixed(1)} MB in ${((performance.now() - started) / 1000).toFixed(1)} s, ${examples.length} examples`,
  )
  const questions = examples.filter((example) => example.use !== 'neighbour')
  const rows: [string, readonly Answered[]][] = [
    ['BM25', ask(base, questions, only('words'))],
    ['chars', ask(base, questions, only('chars'))],
    ['by hand, nothing learnt', ask(base, questions, [])],
    [`learnt, ${folds} folds`, askFolds(base, questions, examples)],
  ]
  for (const [name, answered] of rows) report(name, answered, rows[0]![1], rows[1]![1], leads)
  writeResults(`translation-${task}-${language}`, Object.fromEntries(rows.map(([name, answered]) => [name, summary(answered)])))
}

function ask(bytes: Uint8Array, questions: readonly SetExample[], lanesOff: readonly LaneName[]): readonly Answered[] {
  const index = openIndex(bytes)
  return questions.map((question) => {
    const links = index.search({ ...question, top: 10, lanesOff })
    const right = new Set(question.answers)
    return {
      set: question.set,
      figures: figures(
        links.map((link) => link.concept),
        right,
      ),
      sure: links.filter((link) => link.sure).map((link) => right.has(link.concept)),
    }
  })
}

/** Each question is answered by an index that learnt from the other folds only. */
function askFolds(base: Uint8Array, questions: readonly SetExample[], examples: readonly Example[]): readonly Answered[] {
  const answered: Answered[] = new Array(questions.length)
  for (let fold = 0; fold < folds; fold++) {
    const held = questions.map((question, i) => ({ question, i })).filter(({ question }) => foldOf(question.text, folds) === fold)
    const texts = new Set(held.map(({ question }) => question.text))
    const bytes = relearn(
      base,
      examples.filter((example) => !texts.has(example.text)),
    )
    for (const [k, one] of ask(
      bytes,
      held.map(({ question }) => question),
      [],
    ).entries())
      answered[held[k]!.i] = one
  }
  return answered
}

function report(
  name: string,
  answered: readonly Answered[],
  bm25: readonly Answered[],
  chars: readonly Answered[],
  leads: readonly (keyof Figures)[],
): void {
  for (const set of [...new Set(answered.map((one) => one.set))]) {
    const of = (some: readonly Answered[], key: keyof Figures) => some.filter((one) => one.set === set).map((one) => one.figures[key])
    const own = answered.filter((one) => one.set === set)
    const lead = leads[0]!
    const sure = own.flatMap((one) => one.sure)
    const precision = sure.length === 0 ? '–' : show(mean(sure.map(Number)))
    console.log(
      `  ${name.padEnd(24)} ${set.padEnd(16)} n ${String(own.length).padStart(4)}  ` +
        leads
          .map((key) => `${key} ${key === lead ? showInterval(bootstrap(of(answered, key))) : show(mean(of(answered, key)))}`)
          .join('  ') +
        (answered === bm25 || answered === chars
          ? ''
          : `  Δbm25 ${showInterval(pairedBootstrap(of(answered, lead), of(bm25, lead)))}  Δchars ${showInterval(pairedBootstrap(of(answered, lead), of(chars, lead)))}`) +
        `  sure ${precision} at ${show(own.filter((one) => one.sure.length > 0).length / own.length)}`,
    )
  }
}

function summary(answered: readonly Answered[]) {
  return Object.fromEntries(
    [...new Set(answered.map((one) => one.set))].map((set) => [
      set,
      bootstrap(answered.filter((one) => one.set === set).map((one) => one.figures.rp5)),
    ]),
  )
}

function only(lane: LaneName): readonly LaneName[] {
  return laneNames.filter((name) => name !== lane)
}

if (!fs.existsSync(dataFolder)) skip('translation', 'no development data at ../shared/data')
else
  for (const plan of plans)
    if (wanted.length === 0 || wanted.some((name) => `${plan.task}.${plan.language}`.startsWith(name))) measure(plan)
