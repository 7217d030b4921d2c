import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { type ContentLanguage, contentLanguages } from '@guildhall/kernel'
import { findLanguage, type Link, type OutcomeDraft, type Span, type Statement, translate } from '@guildhall/translation'
import { openTranslator } from '../modules/translation/engine/translator.ts'
import { CommandError, parseLine, readLines, writeLine } from './lines.ts'

const usage = 'guildhall translate [--lang auto|zh|en|de] [--taxonomy DIR] < in.jsonl > out.jsonl'

/** Reads one need a line and writes its statements and outcomes, as they come. Exit status 2: the input or the call cannot be used. */
export async function translateCommand(args: string[]): Promise<number> {
  try {
    const options = readOptions(args)
    const translator = openTranslator({ ...options, note: (text) => console.error(text) })
    for await (const { line, number } of readLines(process.stdin)) {
      if (line.trim() !== '') await writeLine(answer(line, number, options.language, translator))
    }
    return 0
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    console.error(`guildhall translate: ${error.message}`)
    return 2
  }
}

function answer(line: string, number: number, asked: ContentLanguage | 'auto', translator: ReturnType<typeof openTranslator>) {
  const { id, text, lang } = parseLine(line, number)
  // A line's own language holds unless the call overrides it; one the engine does not know is found out anew.
  const own = contentLanguages.find((one) => typeof lang === 'string' && lang.toLowerCase().split('-')[0] === one)
  const language = asked !== 'auto' ? asked : (own ?? findLanguage(text))
  const result = translate({ text, language, lexicon: translator.lexicon, index: translator.index(language) })
  if (!result.ok)
    return { id, lang: language, statements: [], unused: text === '' ? [] : [{ start: 0, end: text.length }], reason: result.reason.code }
  const { statements, unused, reasons } = result.value
  const reason = reasons[0]?.code
  return { id, lang: language, statements: statements.map(toStatement), unused: unused.map(toSpan), ...(reason ? { reason } : {}) }
}

const toSpan = ({ start, end }: Span) => ({ start, end })
const toLink = (link: Link) => ({ id: link.concept, label: link.label, score: link.score, sure: link.sure, evidence: link.evidence })

function toStatement(statement: Statement) {
  const { start, end, kind, links, outcomes, reasons } = statement
  return {
    start,
    end,
    kind,
    links: links.map(toLink),
    outcomes: outcomes.map(toOutcome),
    ...(reasons.length > 0 ? { reasons: reasons.map((one) => one.code) } : {}),
  }
}

function toOutcome(outcome: OutcomeDraft) {
  const { standard, level } = outcome
  return {
    ...toSpan(outcome.span),
    action: { value: outcome.action.value.verb, text: outcome.action.value.text },
    object: { text: outcome.object.value },
    condition: outcome.condition ? { text: outcome.condition.value } : null,
    standard: standard ? { text: standard.value.text, measure: standard.value.measure ?? null } : null,
    level: { value: level.value, low: level.low, high: level.high, reasons: level.reasons.map((one) => one.code) },
    evidence: { value: outcome.evidence.value.form, text: outcome.evidence.value.text },
    text: outcome.text,
  }
}

function readOptions(args: string[]): { language: ContentLanguage | 'auto'; taxonomy?: string } {
  const { lang = 'auto', taxonomy } = parse(args)
  const language = lang === 'auto' ? 'auto' : contentLanguages.find((one) => one === lang)
  if (!language) throw new CommandError(`--lang knows auto, ${contentLanguages.join(', ')}, not "${lang}"`)
  if (taxonomy !== undefined && !fs.statSync(taxonomy, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(
      `there is no folder "${taxonomy}": give --taxonomy a folder with esco/, cn/ … as the guide lays it out, or leave it out`,
    )
  }
  return { language, ...(taxonomy === undefined ? {} : { taxonomy }) }
}

function parse(args: string[]) {
  const string = { type: 'string' } as const
  try {
    return parseArgs({ args, options: { lang: string, taxonomy: string } }).values
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}. Use: ${usage}`)
  }
}
