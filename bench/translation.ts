import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import { buildIndex, type Example, type LaneName, laneNames, openIndex, relearn } from '@guildhall/translation'
import type { SetExample } from '../apps/server/src/modules/translation/engine/folder-examples.ts'
import { openFolder } from '../apps/server/src/modules/translation/engine/folder-files.ts'
import { type FolderTask, readTask } from '../apps/server/src/modules/translation/engine/taxonomy-folder.ts'
import { openLinker } from '../apps/server/src/modules/translation/engine/linker.ts'
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
  if (task === 'skill') {
    // SkillSkape is made up and shares its labels with TECH and HOUSE: believe the figures without it.
    const real = examples.filter((example) => example.set !== 'skillskape')
    rows.push([`without SkillSkape`, askFolds(base, questions, real)])
    rows.push(['answers hidden', askFolds(base, questions, examples, true)])
  }
  reportRare(rows, questions, examples, leads[0]!)
  for (const [name, answered] of rows) report(name, answered, rows[0]![1], rows[1]![1], leads)
  writeResults(`translation-${task}-${language}`, Object.fromEntries(rows.map(([name, answered]) => [name, summary(answered, leads)])))
}

function ask(bytes: Uint8Array, questions: readonly SetExample[], lanesOff: readonly LaneName[], hide = false): readonly Answered[] {
  const index = openIndex(bytes)
  return questions.map((question) => {
    const links = index.search({ ...question, top: 10, lanesOff, ...(hide ? { hidden: question.answers } : {}) })
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

/**
 * Each question is answered by an index that learnt from the other folds only. `hide`: and as if none of its examples named the right answers: what is left
 * where nobody has shown the way.
 */
function askFolds(base: Uint8Array, questions: readonly SetExample[], examples: readonly SetExample[], hide = false): readonly Answered[] {
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
      hide,
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

/** Lines whose answers no other line's answer names: what examples of the same source cannot help with. */
function reportRare(
  rows: readonly [string, readonly Answered[]][],
  questions: readonly SetExample[],
  examples: readonly SetExample[],
  lead: keyof Figures,
): void {
  const named = new Map<string, number>()
  for (const example of examples) for (const id of new Set(example.answers)) named.set(id, (named.get(id) ?? 0) + 1)
  const rare = questions.map((question) => question.answers.every((id) => named.get(id) === 1))
  for (const [name, answered] of rows) {
    const values = answered.filter((_, i) => rare[i]).map((one) => one.figures[lead])
    if (values.length > 0)
      console.log(
        `  ${name.padEnd(24)} ${'(rare answers)'.padEnd(16)} n ${String(values.length).padStart(4)}  ${lead} ${showInterval(bootstrap(values))}`,
      )
  }
}

/** MAP over the list given, for similar titles. */
function measureSimilar(language: ContentLanguage): void {
  const base = `bench/title-similarity/${language}`
  const folder = openFolder(dataFolder)
  const candidates = folder.bare(`${base}/corpus_documents.tsv`).map(([id, text]) => ({ id: id!, text: text! }))
  const right = new Map<string, Set<string>>()
  for (const [query, , id] of folder.bare(`${base}/dev_annotations.tsv`)) right.set(query!, (right.get(query!) ?? new Set()).add(id!))
  const queries = folder.bare(`${base}/dev_queries.tsv`).filter(([id]) => right.has(id!))
  const linker = openLinker({ task: 'title-similarity', folder: dataFolder, candidates, note: () => undefined })
  const plain = openIndex(
    buildIndex(
      [
        {
          id: 'candidates',
          version: '1',
          concepts: candidates.map(({ id, text }) => ({ id, kind: 'occupation', labels: { [language]: [text] } })),
        },
      ],
      { languages: [language], profile: 'title' },
    ),
  )
  const map = (ranked: (text: string) => readonly string[]) => queries.map(([id, text]) => figures(ranked(text!), right.get(id!)!).map)
  const floor = (lane: LaneName) =>
    map((text) => plain.search({ text, language, top: 1000, lanesOff: only(lane) }).map((link) => link.concept))
  const [bm25, chars] = [floor('words'), floor('chars')]
  const ours = map((text) => linker.ask({ text, language }, 1000).links.map((link) => link.concept))
  console.log(
    `\ntitle-similarity (${language}): n ${queries.length}  BM25 ${showInterval(bootstrap(bm25))}  chars ${showInterval(bootstrap(chars))}`,
  )
  console.log(
    `  ours MAP ${showInterval(bootstrap(ours))}  Δbm25 ${showInterval(pairedBootstrap(ours, bm25))}  Δchars ${showInterval(pairedBootstrap(ours, chars))}`,
  )
  writeResults(`translation-similarity-${language}`, { bm25: bootstrap(bm25), chars: bootstrap(chars), ours: bootstrap(ours) })
}

/** The command as it is called: start, a thousand sentences, memory; the index is in the cache by then. */
function measureSpeed(): void {
  const sentences = readTask(openFolder(dataFolder), 'skill', 'en').options.examples!.slice(-1000)
  const line = ({ text }: Example, i: number) => `${JSON.stringify({ id: i, text, lang: 'en' })}\n`
  const call = (input: string) => {
    const main = path.join(import.meta.dirname, '../apps/server/src/cli/main.ts')
    // The child says its own peak on the way out. On Linux not by maxRSS, which a child inherits from the process that started it.
    const peak = `((fs)=>fs.existsSync("/proc/self/status")?/VmHWM:\\s*(\\d+)/.exec(fs.readFileSync("/proc/self/status"))[1]:process.resourceUsage().maxRSS)`
    const watch = `import fs from "node:fs";process.on("exit",()=>process.stderr.write("peak "+${peak}(fs)))`
    const started = performance.now()
    const child = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, main, 'link', '--task', 'skill', '--taxonomy', dataFolder],
      { input, maxBuffer: 2 ** 28 },
    )
    return { seconds: (performance.now() - started) / 1000, peak: Number(/peak (\d+)/.exec(child.stderr.toString())?.[1]) / 1024 }
  }
  call('')
  const [one, many] = [call(sentences.slice(0, 1).map(line).join('')), call(sentences.map(line).join(''))]
  console.log(
    `\nspeed: first answer ${one.seconds.toFixed(2)} s, ${one.peak.toFixed(0)} MB; 1,000 sentences ${many.seconds.toFixed(1)} s, ${many.peak.toFixed(0)} MB`,
  )
  writeResults('translation-speed', { one, many })
}

function summary(answered: readonly Answered[], leads: readonly (keyof Figures)[]) {
  return Object.fromEntries(
    [...new Set(answered.map((one) => one.set))].map((set) => {
      const own = answered.filter((one) => one.set === set)
      const sure = own.flatMap((one) => one.sure.map(Number))
      return [
        set,
        {
          ...Object.fromEntries(leads.map((lead) => [lead, bootstrap(own.map((one) => one.figures[lead]))])),
          ...(sure.length > 0 ? { 'sure-precision': bootstrap(sure), 'sure-coverage': bootstrap(own.map((one) => Number(one.sure.length > 0))) } : {}),
        },
      ]
    }),
  )
}

function only(lane: LaneName): readonly LaneName[] {
  return laneNames.filter((name) => name !== lane)
}

if (!fs.existsSync(dataFolder)) skip('translation', 'no development data at ../shared/data')
else {
  const isWanted = (name: string) => wanted.length === 0 || wanted.some((one) => name.startsWith(one))
  for (const plan of plans) if (isWanted(`${plan.task}.${plan.language}`)) measure(plan)
  for (const language of contentLanguages) if (isWanted(`title-similarity.${language}`)) measureSimilar(language)
  if (isWanted('speed')) measureSpeed()
}
