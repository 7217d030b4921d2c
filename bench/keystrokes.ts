// What the engine saves a person on the forty fresh Chinese sentences: how many outcomes are accepted as proposed, how many keys and seconds it takes from the pasted
// sentence to accepted outcomes, beside writing all by hand. Keys are counted against the annotation; seconds are modelled, not measured on people, and the model is below.
import fs from 'node:fs'
import path from 'node:path'
import { type OutcomeDraft, type Translation, translate } from '@guildhall/translation'
import { openTaxonomyIndex } from '../apps/server/src/modules/translation/engine/index-cache.ts'
import { readLexicon, readLexiconItems } from '../apps/server/src/modules/translation/engine/lexicon-files.ts'
import { bootstrap, type Interval, show, writeResults } from './_harness.ts'
import { type GoldOutcome, isAction, overlap, type SentenceRow } from './outcomes-score.ts'

/** Keystroke-level model (Card, Moran and Newell 1983): one decision 1.35 s, one key .28 s; Chinese typed at sixty characters a minute; read at five characters a second. */
const seconds = { decision: 1.35, key: 0.28, character: 1, readCharacter: 0.2 }
type Cost = { keys: number; characters: number; decisions: number; read: number }
const none: Cost = { keys: 0, characters: 0, decisions: 0, read: 0 }
const sum = (costs: readonly Cost[]): Cost => costs.reduce((a, b) => ({ keys: a.keys + b.keys, characters: a.characters + b.characters, decisions: a.decisions + b.decisions, read: a.read + b.read }), none)
const timeOf = (cost: Cost) => cost.keys * seconds.key + cost.characters * seconds.character + cost.decisions * seconds.decision + cost.read * seconds.readCharacter

const rows = fs.readFileSync(path.join(import.meta.dirname, '../data/outcomes-fresh.zh.jsonl'), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as SentenceRow)
const lexicon = readLexiconItems()
const index = openTaxonomyIndex(readLexicon(), 'zh', () => undefined)

const plain = (text: string | null | undefined) => (text ?? '').normalize('NFKC').replace(/[\s，。、；：,.;:!！?？]/g, '').toLowerCase()

/** Characters to type and to delete to make one text of another. */
function editOf(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) row[j] = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1))
    before = row
  }
  return before[to.length] ?? 0
}

/** The four texts that the form has, in its order: as proposed and as they should be. */
function textsOf(gold: GoldOutcome, made: OutcomeDraft | undefined): readonly (readonly [string, string])[] {
  const proposed = { action: made?.action.value.text.zh, object: made?.object.value.zh, condition: made?.condition?.value.zh, standard: made?.standard?.value.text.zh }
  const action = made && isAction(gold, made, 'zh') ? plain(proposed.action) : plain(gold.action.verbs[0])
  // `*`: any object will do, where there is one.
  const object = gold.object === '*' && proposed.object ? plain(proposed.object) : plain(gold.object)
  return [[plain(proposed.action), action], [plain(proposed.object), object], [plain(proposed.condition), plain(gold.condition)], [plain(proposed.standard), plain(gold.standard?.text)]]
}

/** Keys of one outcome: `a` where all is right; else `e` or `n`, the fields on the way, what is typed, and Enter. */
function costOf(gold: GoldOutcome, made: OutcomeDraft | undefined): { cost: Cost; unedited: boolean } {
  const texts = textsOf(gold, made)
  const edits = texts.map(([from, to]) => editOf(from, to))
  const level = made && made.level.value >= gold.level.low && made.level.value <= gold.level.high ? 0 : 2
  const form = made && gold.evidence.includes(made.evidence.value.form) ? 0 : 2
  const read = made ? texts.reduce((n, [from]) => n + from.length, 0) : 0
  const typed = edits.reduce((a, b) => a + b, 0)
  if (made && typed + level + form === 0) return { cost: { keys: 1, characters: 0, decisions: 1, read }, unedited: true }
  const fields = level + form > 0 ? 6 : Math.max(0, edits.findLastIndex((one) => one > 0))
  return { cost: { keys: 2 + fields + level + form, characters: typed, decisions: 1 + edits.filter((one) => one > 0).length, read }, unedited: false }
}

type Row = { withEngine: number; byHand: number; keysWith: number; keysBy: number; outcomes: number; unedited: number; open: number; tooMany: number }

function measure(row: SentenceRow, made: Translation): Row {
  const golds = row.statements.flatMap((one) => (one.open ? [] : one.outcomes))
  const free = new Set(made.statements.flatMap((one) => one.outcomes))
  const met = golds.map((gold) => {
    const fits = [...free].filter((one) => overlap(one.span, gold) >= Math.min(one.span.end - one.span.start, gold.end - gold.start) / 2)
    const best = fits.find((one) => isAction(gold, one, 'zh')) ?? fits.sort((a, b) => overlap(b.span, gold) - overlap(a.span, gold))[0]
    if (best) free.delete(best)
    return { gold, best, ...costOf(gold, best) }
  })
  const reading: Cost = { ...none, read: row.text.length }
  const refused = [...free].map((): Cost => ({ ...none, keys: 2, decisions: 1 }))
  const withEngine = sum([reading, ...met.map((one) => one.cost), ...refused])
  const byHand = sum([reading, ...golds.map((gold) => costOf(gold, undefined).cost)])
  return {
    withEngine: timeOf(withEngine), byHand: timeOf(byHand), keysWith: withEngine.keys + withEngine.characters, keysBy: byHand.keys + byHand.characters,
    outcomes: golds.length, unedited: met.filter((one) => one.unedited).length, open: met.filter((one) => !one.best).length, tooMany: free.size,
  }
}

const measured = rows.map((row) => {
  const made = translate({ text: row.text, language: 'zh', lexicon, index })
  if (!made.ok) throw new Error(`refused: ${row.id}`)
  return measure(row, made.value)
})
const asking = measured.filter((one) => one.outcomes > 0)
const perOutcome = (pick: (row: Row) => number): Interval => bootstrap(asking.map((row) => pick(row) / row.outcomes))
const figures = {
  unedited: perOutcome((row) => row.unedited), open: perOutcome((row) => row.open), tooManyPerSentence: bootstrap(measured.map((row) => row.tooMany)),
  keysWithEngine: perOutcome((row) => row.keysWith), keysByHand: perOutcome((row) => row.keysBy), secondsWithEngine: perOutcome((row) => row.withEngine), secondsByHand: perOutcome((row) => row.byHand),
}
console.log(`fresh Chinese sentences: ${rows.length}, of which ${asking.length} ask for something, ${asking.reduce((n, row) => n + row.outcomes, 0)} outcomes; means per outcome, over sentences`)
for (const [name, { value, low, high }] of Object.entries(figures)) console.log(`  ${name.padEnd(22)} ${show(value)} [${show(low)}, ${show(high)}]`)
writeResults('keystrokes', figures)
