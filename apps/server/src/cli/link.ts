import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type { Taxonomy } from '@guildhall/translation'
import { type LinkTask, linkTasks, missingFiles, openLinker } from '../modules/translation/engine/linker.ts'
import type { Candidate } from '../modules/translation/engine/similar-titles.ts'
import { CommandError, parseLine, readLines, writeLine } from './lines.ts'

const usage = `guildhall link --task ${linkTasks.join('|')} [--taxonomy DIR] [--top 10] [--candidates FILE] < in.jsonl > out.jsonl`

/** Reads one question a line and writes one answer a line, as they come. Exit status 2: the input or the call cannot be used. */
export async function linkCommand(args: string[]): Promise<number> {
  try {
    const options = readOptions(args)
    const linker = openLinker({ ...(await sourceOf(options)), note: (text) => console.error(text) })
    let asked = 0
    for await (const { line, number } of readLines(process.stdin)) {
      if (line.trim() === '') continue
      await writeLine(answer(linker.ask, options.top, line, number))
      asked++
    }
    // Empty input builds the index: the way to warm a cache.
    if (asked === 0) linker.prepare()
    return 0
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(`guildhall link: ${error.message}`)
    return 2
  }
}

function answer(ask: ReturnType<typeof openLinker>['ask'], top: number, line: string, number: number) {
  const asked = parseLine(line, number)
  const code = typeof asked['code'] === 'string' ? { code: asked['code'] } : {}
  const { links, reason } = ask({ text: asked.text, language: languageOf(asked['lang']), ...code }, top)
  const results = links.map((link) => ({
    id: link.concept,
    label: link.label,
    score: link.score,
    sure: link.sure,
    evidence: link.evidence,
  }))
  return reason ? { id: asked.id, results, reason } : { id: asked.id, results }
}

const languageOf = (lang: unknown) => (typeof lang === 'string' ? lang.toLowerCase().split('-')[0]! : '')

type LinkOptions = Readonly<{ task: LinkTask; taxonomy: string | undefined; top: number; candidates: string | undefined }>

function readOptions(args: string[]): LinkOptions {
  const values = parse(args)
  const task = linkTasks.find((one) => one === values.task)
  if (!task) throw new CommandError(`${values.task ? `unknown task "${values.task}"` : 'no --task was given'}. Use: ${usage}`)
  const top = values.top === undefined ? 10 : Number(values.top)
  if (!Number.isInteger(top) || top < 1 || top > 1000) throw new CommandError('--top must be a whole number from 1 to 1000')
  if (values.unit !== undefined && values.unit !== 'concept') throw new CommandError('--unit knows only "concept"')
  return { task, taxonomy: values.taxonomy, top, candidates: values.candidates }
}

function parse(args: string[]) {
  const string = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { task: string, taxonomy: string, top: string, candidates: string, unit: string } }).values
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}. Use: ${usage}`)
  }
}

async function sourceOf({ task, taxonomy, candidates }: LinkOptions) {
  if (taxonomy !== undefined && !fs.statSync(taxonomy, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(`there is no folder "${taxonomy}": give --taxonomy a folder with esco/, cn/ … as the guide lays it out`)
  }
  const folder = taxonomy === undefined ? {} : { folder: taxonomy }
  if (task === 'title-similarity') return { task, ...folder, candidates: readCandidates(candidates) }
  if (taxonomy === undefined) return { task, lexicon: await readStarterLexicon() }
  const missing = missingFiles(task, taxonomy)
  if (missing.length > 0)
    throw new CommandError(`the folder "${taxonomy}" lacks what ${task} needs: ${missing.join(' or ')} (plain or .gz)`)
  return { task, ...folder }
}

function readCandidates(file: string | undefined): readonly Candidate[] {
  if (file === undefined) throw new CommandError('title-similarity needs --candidates FILE: an id, a tab and a text a line')
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) throw new CommandError(`there is no file "${file}" for --candidates`)
  const bytes = fs.readFileSync(file)
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  return text.split(/\r?\n/).flatMap((line, i) => {
    if (line.trim() === '') return []
    const tab = line.indexOf('\t')
    if (tab < 1) throw new CommandError(`line ${i + 1} of "${file}" has no tab: write an id, a tab and a text`)
    return [{ id: line.slice(0, tab), text: line.slice(tab + 1).trim() }]
  })
}

async function readStarterLexicon(): Promise<readonly Taxonomy[]> {
  const file = path.join(import.meta.dirname, '../modules/translation/engine/lexicon-files.ts')
  if (!fs.existsSync(file)) throw new CommandError('the starter lexicon is not there: give --taxonomy DIR')
  const { readLexicon } = await import('../modules/translation/engine/lexicon-files.ts')
  return readLexicon()
}
