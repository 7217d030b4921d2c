import type { Reason } from '@guildhall/kernel'
import { compose } from '../outcomes/compose.ts'
import type { Link, OutcomeDraft, Span, Statement, Translation } from '../types.ts'
import { type DraftAsk, type DraftSlot, draftSlots, type ModelAsk, type RerankAsk } from './ask.ts'

export const modelReasonCodes = ['model-order', 'model-slot', 'model-unavailable', 'model-unusable'] as const
export type ModelReasonCode = (typeof modelReasonCodes)[number]

/** An answer as it came: anything at all. `undefined`: none came. */
export type ModelAnswer = Readonly<{ ask: ModelAsk; answer: unknown }>

/** What a model may weigh beside the engine: its cap (ENGINES 1.10), to be learnt below it once there are decisions to learn from. */
const modelVoice = 0.3
const longestSlot = 200

/**
 * A translation with what a model answered. Candidates change their order where the engine itself hesitates, never their certainty, and none is added or lost;
 * words fill a slot only where they stand in the sentence, and wait for a person. What cannot be used changes nothing but leaves its reason.
 */
export function applyAnswers(text: string, translation: Translation, answers: readonly ModelAnswer[], model: string): Translation {
  const statements = translation.statements.map((statement, index): Statement => {
    const mine = answers.filter((one) => one.ask.statement === index)
    return mine.reduce((made, { ask, answer }) => applyOne(text, made, ask, answer, model), statement)
  })
  return { ...translation, statements }
}

function applyOne(text: string, statement: Statement, ask: ModelAsk, answer: unknown, model: string): Statement {
  if (answer === undefined) return because(statement, 'model-unavailable', model)
  if (ask.kind === 'rerank') {
    const order = orderOf(ask, answer)
    return order ? reordered(statement, order, model) : because(statement, 'model-unusable', model)
  }
  const draft = statement.outcomes[ask.outcome]
  const words = wordsOf(ask, answer)
  if (!draft || !words) return because(statement, 'model-unusable', model)
  const filled = fill(text, statement, draft, words, ask, model)
  return filled === draft ? statement : because({ ...statement, outcomes: statement.outcomes.map((one) => (one === draft ? filled : one)) }, 'model-slot', model)
}

const because = (statement: Statement, code: ModelReasonCode, model: string): Statement =>
  statement.reasons.some((one) => one.code === code) ? statement : { ...statement, reasons: [...statement.reasons, { code, params: { model } } satisfies Reason] }

/** A permutation of the candidates: what is unknown or said twice is dropped, what is missing follows in its old order. */
function orderOf(ask: RerankAsk, answer: unknown): readonly number[] | undefined {
  const said = (answer as { order?: unknown } | null)?.order
  if (!Array.isArray(said)) return undefined
  const known = new Set(said.filter((n): n is number => Number.isInteger(n) && n >= 1 && n <= ask.candidates.length))
  if (known.size === 0) return undefined
  for (const { n } of ask.candidates) known.add(n)
  return [...known]
}

/** Links that are sure stay where they are; among the others the model's place weighs beside the engine's score. */
function reordered(statement: Statement, order: readonly number[], model: string): Statement {
  const open = statement.links.filter((link) => !link.sure).slice(0, order.length)
  const highest = Math.max(...open.map((link) => link.score), Number.EPSILON)
  const placed = open.map((link, i) => {
    const place = order.indexOf(i + 1)
    const voice = 1 / (place + 1)
    return { before: link, after: { ...link, lanes: { ...link.lanes, model: voice } }, fused: (1 - modelVoice) * (link.score / highest) + modelVoice * voice }
  })
  const ranked = [...placed].sort((a, b) => b.fused - a.fused || placed.indexOf(a) - placed.indexOf(b))
  const next = ranked.map((one) => one.after)
  const links = statement.links.map((link) => (open.includes(link) ? (next.shift() ?? link) : link))
  const placeOf = new Map(links.map((link, i) => [keyOf(link), i]))
  const moved = (some: readonly Link[]) => [...some].sort((a, b) => (placeOf.get(keyOf(a)) ?? links.length) - (placeOf.get(keyOf(b)) ?? links.length))
  return because({ ...statement, links, outcomes: statement.outcomes.map((one) => ({ ...one, links: moved(one.links) })) }, 'model-order', model)
}

const keyOf = (link: Link) => `${link.taxonomy} ${link.concept}`

function wordsOf(ask: DraftAsk, answer: unknown): Partial<Record<DraftSlot, string>> | undefined {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return undefined
  const words: Partial<Record<DraftSlot, string>> = {}
  for (const slot of ask.slots) {
    const said = (answer as Record<string, unknown>)[slot]
    if (typeof said === 'string' && said.trim() && said.trim().length <= longestSlot) words[slot] = said.trim()
  }
  return words
}

/** Fills slots with words that stand in the sentence and that no other slot took. */
function fill(text: string, statement: Statement, draft: OutcomeDraft, words: Partial<Record<DraftSlot, string>>, ask: DraftAsk, model: string): OutcomeDraft {
  const taken: Span[] = statement.outcomes.flatMap((one) => [one.action, one.object, one.condition, one.standard].flatMap((slot) => (slot?.from.kind === 'span' ? [slot.from] : [])))
  let made = draft
  for (const slot of draftSlots) {
    const said = words[slot]
    if (!said) continue
    const at = text.slice(statement.start, statement.end).indexOf(said)
    const span = { start: statement.start + at, end: statement.start + at + said.length }
    if (at < 0 || taken.some((one) => one.start < span.end && span.start < one.end)) continue
    taken.push(span)
    const from = { kind: 'model', id: model, ...span } as const
    const value = { [ask.language]: said }
    if (slot === 'standard') made = { ...made, standard: { value: { text: value }, from, grade: 'guess' } }
    else made = { ...made, [slot]: { value, from, grade: 'guess' } }
  }
  return made === draft ? draft : { ...made, text: composed(made) }
}

const composed = (draft: OutcomeDraft) =>
  compose({
    action: draft.action.value.pair ?? draft.action.value.text,
    object: draft.object.value,
    ...(draft.condition ? { condition: draft.condition.value } : {}),
    ...(draft.standard ? { standard: draft.standard.value.text } : {}),
    independent: draft.independent,
  })
