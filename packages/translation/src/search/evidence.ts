import type { Evidence } from '../types.ts'
import { formsOfHit } from './exact-lane.ts'
import { originalSpan } from './normalise.ts'
import { formsEnd, type Opened } from './opened.ts'
import type { Scored } from './score.ts'
import { readString } from './strings.ts'
import { type Token, terms, tokenise } from './tokens.ts'
import { normalText } from './normalise.ts'

const mostSpans = 3

/** The words of the question that led to a concept, and the label they met. Empty where only other questions' answers led there. */
export function findEvidence(opened: Opened, scored: Scored, concept: number): readonly Evidence[] {
  const hit = scored.hitOf.get(concept)
  if (hit) {
    const form = formsOfHit(opened.trie, hit).find((number) => opened.owners[number] === concept)
    const { tokens } = scored.view
    const span = originalSpan(scored.view.normalised, tokens[hit.from]!.start, tokens[hit.to - 1]!.end)
    if (form !== undefined) return [{ ...span, matched: readString(opened.texts, form) }]
  }
  const form = bestForm(opened, scored, concept)
  if (form < 0) return []
  const matched = readString(opened.texts, form)
  return spansOf(scored, matched).map((span) => ({ ...span, matched }))
}

function bestForm(opened: Opened, scored: Scored, concept: number): number {
  let best = -1
  let highest = 0
  for (let form = opened.firstForms[concept]!; form < formsEnd(opened, concept); form++) {
    const score = scored.charForms[form]! + scored.coverForms[form]!
    if (score > highest) {
      highest = score
      best = form
    }
  }
  return best
}

/** Runs of words that the form has too; where none is equal, the word that is most alike. */
function spansOf(scored: Scored, form: string): readonly { start: number; end: number }[] {
  const { view } = scored
  const formTokens = tokenise(normalText(form), view.language)
  const met = view.language === 'zh' ? metHan(view.tokens, formTokens) : metWords(view.tokens, formTokens)
  const runs: { from: number; to: number; weight: number }[] = []
  for (let i = 0; i < view.tokens.length; i++) {
    if (!met[i]) continue
    const last = runs[runs.length - 1]
    const between = last ? view.tokens.slice(last.to, i) : []
    if (
      last &&
      between.every((token) => token.stop && view.language !== 'zh') &&
      view.tokens[i]!.start - view.tokens[last.to - 1]!.end <= 12
    )
      last.to = i + 1
    else runs.push({ from: i, to: i + 1, weight: 0 })
  }
  for (const run of runs) run.weight = view.tokens[run.to - 1]!.end - view.tokens[run.from]!.start
  return runs
    .sort((a, b) => b.weight - a.weight || a.from - b.from)
    .slice(0, mostSpans)
    .sort((a, b) => a.from - b.from)
    .map((run) => originalSpan(view.normalised, view.tokens[run.from]!.start, view.tokens[run.to - 1]!.end))
}

function metWords(tokens: readonly Token[], formTokens: readonly Token[]): readonly boolean[] {
  const stems = new Set(formTokens.filter((token) => !token.stop).map((token) => token.stem))
  const equal = tokens.map((token) => stems.has(token.stem))
  if (equal.some(Boolean)) return equal
  let best = -1
  let longest = 2
  for (const [i, token] of tokens.entries()) {
    for (const other of formTokens) {
      const shared = token.stop || other.stop ? 0 : sharedRun(token.word, other.word)
      if (shared > longest) {
        longest = shared
        best = i
      }
    }
  }
  return tokens.map((_, i) => i === best)
}

/** Pairs of characters that the form has too; single ones only where no pair is. */
function metHan(tokens: readonly Token[], formTokens: readonly Token[]): readonly boolean[] {
  const pairs = new Set(terms(formTokens, 'zh'))
  const met = tokens.map(() => false)
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (pairs.has(tokens[i]!.stem + tokens[i + 1]!.stem)) {
      met[i] = true
      met[i + 1] = true
    }
  }
  return met.some(Boolean) ? met : tokens.map((token) => pairs.has(token.stem) && !token.stop)
}

/** Length of the longest run of letters that stands in both words. */
function sharedRun(a: string, b: string): number {
  let longest = 0
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let n = 0
      while (i + n < a.length && j + n < b.length && a[i + n] === b[j + n]) n++
      if (n > longest) longest = n
    }
  }
  return longest
}
