import type { ContentLanguage } from '@guildhall/kernel'
import type { Measure, OutcomeDraft, Statement, Translation } from '@guildhall/translation'

export type GoldOutcome = {
  start: number
  end: number
  action: { verbs: string[]; id: string }
  object: string | null
  condition: string | null
  standard: { text: string; measure?: Measure } | null
  level: { low: number; high: number }
  evidence: string[]
}
/** `open`: says what not to do. Leaving it without an outcome is right, and so is one of those named. */
type GoldStatement = {
  start: number
  end: number
  kind: Statement['kind']
  negated?: boolean
  open?: boolean
  outcomes: GoldOutcome[]
}
export type SentenceRow = {
  id: string
  set: 'frozen' | 'develop' | 'develop2' | 'check' | 'kinds-develop' | 'kinds-frozen' | 'fresh' | 'voices' | 'voices-held'
  flags: string[]
  text: string
  statements: GoldStatement[]
}
/** What is counted in one sentence; figures are ratios of sums. */
export type Counts = Readonly<Record<string, number>>

const width = (a: { start: number; end: number }) => a.end - a.start
export const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
const iou = (a: { start: number; end: number }, b: { start: number; end: number }) => overlap(a, b) / (width(a) + width(b) - overlap(a, b))

/** Compares a translation with the gold of its row; notes say in words what was missed. */
export function scoreRow(row: SentenceRow, made: Translation, language: ContentLanguage = 'zh'): { counts: Counts; notes: string[] } {
  const counts: Record<string, number> = {}
  const add = (name: string, n = 1) => {
    counts[name] = (counts[name] ?? 0) + n
  }
  const notes: string[] = []
  add('statements.gold', row.statements.length)
  add('statements.made', made.statements.length)
  for (const gold of row.statements) {
    const met = made.statements.find((one) => iou(one, gold) >= 0.5)
    add(`kind.gold.${gold.kind}`)
    if (!met) notes.push(`no statement for ${gold.kind} "${row.text.slice(gold.start, gold.end)}"`)
    else {
      add('statements.met')
      if (met.start === gold.start && met.end === gold.end) add('statements.exact')
      if (met.kind === gold.kind) add(`kind.right.${gold.kind}`)
      else notes.push(`kind ${met.kind}, not ${gold.kind}: "${row.text.slice(gold.start, gold.end)}"`)
    }
    if (gold.open) scoreOpen(gold, row, made, language, add, notes)
    else if (gold.outcomes.length === 0) {
      const invented = made.statements.some((one) =>
        one.outcomes.some((outcome) => overlap(outcome.span, gold) >= Math.min(width(outcome.span), width(gold)) / 2),
      )
      const group = gold.kind === 'requirement' && !gold.negated ? 'bare' : 'silent'
      add(`${group}.all`)
      if (gold.kind === 'offer') add('offer.all')
      if (invented) {
        add(`${group}.invented`)
        if (gold.kind === 'offer') add('offer.invented')
        notes.push(`invented from ${gold.kind}: "${row.text.slice(gold.start, gold.end)}"`)
      }
    }
  }
  for (const one of made.statements) add(`kind.made.${one.kind}`)
  scoreOutcomes(row, made, language, add, notes)
  return { counts, notes }
}

// What is not to be done asks for nothing by itself: an outcome counts as invented unless it is one that a person named.
function scoreOpen(
  gold: GoldStatement,
  row: SentenceRow,
  made: Translation,
  language: ContentLanguage,
  add: (name: string, n?: number) => void,
  notes: string[],
) {
  const drafts = made.statements.flatMap((one) => one.outcomes.filter((outcome) => overlap(outcome.span, gold) >= width(outcome.span) / 2))
  const wrong = drafts.filter((one) => !gold.outcomes.some((named) => isAction(named, one, language)))
  add('silent.all')
  add('open.all')
  if (drafts.length > 0 && wrong.length === 0) add('open.turned')
  if (wrong.length === 0) return
  add('silent.invented')
  add('open.invented')
  notes.push(`invented from what is not to be done: "${row.text.slice(gold.start, gold.end)}": ${wrong.map((one) => shown(one, language)).join('; ')}`)
}

function scoreOutcomes(
  row: SentenceRow,
  made: Translation,
  language: ContentLanguage,
  add: (name: string, n?: number) => void,
  notes: string[],
): void {
  const golds = row.statements.flatMap((one) => (one.open ? [] : one.outcomes))
  const opens = row.statements.filter((one) => one.open)
  const drafts = made.statements
    .flatMap((one) => one.outcomes)
    .filter((draft) => !opens.some((one) => overlap(draft.span, one) >= width(draft.span) / 2))
  add('outcomes.gold', golds.length)
  add('outcomes.made', drafts.length)
  const free = new Set(drafts)
  for (const gold of golds) {
    const fits = [...free].filter((one) => overlap(one.span, gold) >= Math.min(width(one.span), width(gold)) / 2)
    const met = fits.find((one) => isAction(gold, one, language)) ?? fits.sort((a, b) => overlap(b.span, gold) - overlap(a.span, gold))[0]
    if (!met) {
      notes.push(`missed ${gold.action.verbs[0]} ${gold.object ?? ''}`)
      add('outcomes.open')
      continue
    }
    free.delete(met)
    add('outcomes.met')
    scoreSlots(gold, met, language, add, notes)
    if (needsNoEdit(gold, met, language)) add('outcomes.unedited')
    add(`distance.${Math.round(editDistance(saidOf(gold), madeOf(gold, met, language)) * 100)}`)
  }
  for (const one of free) notes.push(`too many: ${shown(one, language)}`)
}

const shown = (one: OutcomeDraft, language: ContentLanguage) =>
  `${one.action.value.text[language]}(${one.action.value.verb}) | ${one.object.value[language] ?? '–'} | c ${one.condition?.value[language] ?? '–'} | s ${one.standard?.value.text[language] ?? '–'} | ${one.level.value} | ${one.evidence.value.form}`
export const isAction = (gold: GoldOutcome, made: OutcomeDraft, language: ContentLanguage) => {
  const text = made.action.value.text[language] ?? ''
  return gold.action.verbs.some((one) => one.toLowerCase() === text.toLowerCase()) || gold.action.id === made.action.value.verb
}

function scoreSlots(
  gold: GoldOutcome,
  made: OutcomeDraft,
  language: ContentLanguage,
  add: (name: string, n?: number) => void,
  notes: string[],
): void {
  const note = (slot: string) =>
    notes.push(
      `${slot}: gold ${gold.action.verbs[0]} | ${gold.object} | c ${gold.condition} | s ${gold.standard?.text} ${JSON.stringify(gold.standard?.measure ?? '')} | ${gold.level.low}-${gold.level.high} | ${gold.evidence.join(',')}; made ${shown(made, language)} ${JSON.stringify(made.standard?.value.measure ?? '')}`,
    )
  if (isAction(gold, made, language)) add('action.right')
  else note('action')
  if (gold.object !== null && gold.object !== '*') {
    add('object.asked')
    const text = made.object.value[language] ?? ''
    if (text !== '') add('object.given')
    if (text === gold.object) add('object.exact')
    if (isPart(text, gold.object, language)) add('object.partial')
    else note('object')
  }
  for (const slot of ['condition', 'standard'] as const) {
    const [asked, given] = [gold[slot] !== null, made[slot] !== undefined]
    if (asked) add(`${slot}.gold`)
    if (given) add(`${slot}.made`)
    if (asked && given) add(`${slot}.both`)
    if (asked !== given) note(slot)
  }
  if (gold.standard?.measure) {
    add('measure.gold')
    if (sameMeasure(gold.standard.measure, made.standard?.value.measure)) add('measure.right')
    else note('measure')
  }
  const { value } = made.level
  if (value >= gold.level.low && value <= gold.level.high) add('level.band')
  else note('level')
  const middle = (gold.level.low + gold.level.high) / 2
  if (Math.abs(value - middle) <= 1) add('level.near')
  if (gold.evidence.includes(made.evidence.value.form)) add('evidence.right')
  else note('evidence')
}

/** Whether a person who thinks as the annotator does would accept the proposal as it stands: every slot is the gold one or one of those that count as the same. */
function needsNoEdit(gold: GoldOutcome, made: OutcomeDraft, language: ContentLanguage): boolean {
  const { value } = made.level
  return (
    isAction(gold, made, language) &&
    (gold.object === null || gold.object === '*' || (made.object.value[language] ?? '') === gold.object) &&
    even(made.condition?.value[language]) === even(gold.condition) &&
    even(made.standard?.value.text[language]) === even(gold.standard?.text) &&
    (!gold.standard?.measure || sameMeasure(gold.standard.measure, made.standard?.value.measure)) &&
    value >= gold.level.low &&
    value <= gold.level.high &&
    gold.evidence.includes(made.evidence.value.form)
  )
}

const even = (text: string | null | undefined) => (text ?? '').toLowerCase().replace(/[\s，,。.；;]/g, '')
const inRow = (slots: readonly (string | null | undefined)[]) => slots.map(even).join('|')
const saidOf = (gold: GoldOutcome) => inRow([gold.condition, gold.action.verbs[0], gold.object === '*' ? '' : gold.object, gold.standard?.text])
// What counts as the same is no edit: an accepted verb reads as the first of them, an object that nobody fixed as none.
function madeOf(gold: GoldOutcome, made: OutcomeDraft, language: ContentLanguage): string {
  const action = isAction(gold, made, language) ? gold.action.verbs[0] : made.action.value.text[language]
  return inRow([made.condition?.value[language], action, gold.object === '*' ? '' : made.object.value[language], made.standard?.value.text[language]])
}

/** Letters to change from one text to the other (Levenshtein), as a share of the longer one. */
function editDistance(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  let row = right.map((_, i) => i + 1)
  for (const [i, one] of left.entries()) {
    let [corner, before] = [i, i + 1]
    row = row.map((above, j) => {
      before = one === right[j] ? corner : 1 + Math.min(corner, above, before)
      corner = above
      return before
    })
  }
  return Math.max(left.length, right.length) === 0 ? 0 : (row[row.length - 1] ?? left.length) / Math.max(left.length, right.length)
}

/** Chinese by letters, other languages by words, where a half is enough: a word weighs more than a letter. */
const isPart = (made: string, gold: string, language: ContentLanguage): boolean =>
  language === 'zh' ? bagF1([...made], [...gold]) >= 0.6 : bagF1(wordsOf(made), wordsOf(gold)) >= 0.5
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function bagF1(made: readonly string[], gold: readonly string[]): number {
  const rest = [...gold]
  let both = 0
  for (const letter of made) {
    const at = rest.indexOf(letter)
    if (at < 0) continue
    rest.splice(at, 1)
    both++
  }
  return both === 0 ? 0 : (2 * both) / (made.length + gold.length)
}

const scales: Readonly<Record<string, readonly [string, number]>> = {
  mm: ['m', 1e-3],
  cm: ['m', 1e-2],
  um: ['m', 1e-6],
  km: ['m', 1e3],
  min: ['s', 60],
  h: ['s', 3600],
  d: ['s', 86_400],
  g: ['kg', 1e-3],
  t: ['kg', 1e3],
  't/mu': ['kg/mu', 1e3],
  mL: ['L', 1e-3],
}
function sameMeasure(a: Measure, b: Measure | undefined): boolean {
  if (!b || a.op !== b.op) return false
  const [unitA, byA] = scales[a.unit] ?? [a.unit, 1]
  const [unitB, byB] = scales[b.unit] ?? [b.unit, 1]
  return unitA === unitB && Math.abs(a.value * byA - b.value * byB) <= 1e-9 * Math.max(1, Math.abs(a.value * byA))
}

const sum = (all: readonly Counts[], name: string) => all.reduce((total, one) => total + (one[name] ?? 0), 0)
const ratio = (top: string, bottom: string) => (all: readonly Counts[]) => ({
  value: sum(all, top) / sum(all, bottom),
  n: sum(all, bottom),
})
const f1 = (slot: string) => (all: readonly Counts[]) => ({
  value: (2 * sum(all, `${slot}.both`)) / (sum(all, `${slot}.gold`) + sum(all, `${slot}.made`)),
  n: sum(all, `${slot}.gold`),
})

const kinds = ['task', 'requirement', 'trait', 'offer', 'noise'] as const
function kindMacro(all: readonly Counts[]) {
  const scores = kinds
    .filter((kind) => sum(all, `kind.gold.${kind}`) > 0)
    .map((kind) => (2 * sum(all, `kind.right.${kind}`)) / (sum(all, `kind.gold.${kind}`) + sum(all, `kind.made.${kind}`)))
  return { value: scores.reduce((a, b) => a + b, 0) / scores.length, n: sum(all, 'statements.gold') }
}

/** The middle of the distances, which are counted by the hundredth. */
function medianDistance(all: readonly Counts[]) {
  const each = Array.from({ length: 101 }, (_, hundredth) => sum(all, `distance.${hundredth}`))
  const n = each.reduce((a, b) => a + b, 0)
  let seen = 0
  const middle = each.findIndex((count) => {
    seen += count
    return seen * 2 >= n
  })
  return { value: n === 0 ? Number.NaN : middle / 100, n }
}

/** The figures of EVALUATION and ENGINES 1.9, with the target beside them. */
export const figures: readonly { name: string; target: string; of: (all: readonly Counts[]) => { value: number; n: number } }[] = [
  { name: 'statements, recall', target: '', of: ratio('statements.met', 'statements.gold') },
  { name: 'statements, precision', target: '', of: ratio('statements.met', 'statements.made') },
  { name: 'statements, exact ends', target: '', of: ratio('statements.exact', 'statements.gold') },
  { name: 'kind, macro-F1', target: '>= .85', of: kindMacro },
  { name: 'outcomes, recall', target: '', of: ratio('outcomes.met', 'outcomes.gold') },
  { name: 'outcomes, precision', target: '', of: ratio('outcomes.met', 'outcomes.made') },
  { name: 'action, of right outcomes', target: '', of: ratio('action.right', 'outcomes.met') },
  { name: 'action, precision', target: '>= .90', of: ratio('action.right', 'outcomes.made') },
  { name: 'action, recall', target: '>= .85', of: ratio('action.right', 'outcomes.gold') },
  { name: 'object, exact', target: '>= .80', of: ratio('object.exact', 'object.asked') },
  { name: 'object, partial (F1 zh >= .6, words >= .5)', target: '>= .92', of: ratio('object.partial', 'object.asked') },
  { name: 'condition, precision', target: '>= .85', of: ratio('condition.both', 'condition.made') },
  { name: 'condition, recall', target: '>= .70', of: ratio('condition.both', 'condition.gold') },
  { name: 'condition, F1 of presence', target: '', of: f1('condition') },
  { name: 'standard, precision', target: '>= .95', of: ratio('standard.both', 'standard.made') },
  { name: 'standard, recall', target: '>= .80', of: ratio('standard.both', 'standard.gold') },
  { name: 'standard, F1 of presence', target: '', of: f1('standard') },
  { name: 'measure equal', target: '', of: ratio('measure.right', 'measure.gold') },
  { name: 'level within the band', target: '', of: ratio('level.band', 'outcomes.met') },
  { name: 'level within 1 of the middle', target: '>= .90', of: ratio('level.near', 'outcomes.met') },
  { name: 'form of evidence', target: '', of: ratio('evidence.right', 'outcomes.met') },
  { name: 'accepted unedited', target: '>= .45', of: ratio('outcomes.unedited', 'outcomes.gold') },
  { name: 'left open', target: '', of: ratio('outcomes.open', 'outcomes.gold') },
  { name: 'edit distance, median', target: '<= .15', of: medianDistance },
  { name: 'invented (offer, trait, noise, negated)', target: '<= .15', of: ratio('silent.invented', 'silent.all') },
  { name: 'invented from an offer', target: '<= .02', of: ratio('offer.invented', 'offer.all') },
  { name: 'invented from what is not to be done', target: '', of: ratio('open.invented', 'open.all') },
  { name: 'not to be done, well turned', target: '', of: ratio('open.turned', 'open.all') },
  { name: 'invented from bare requirements', target: '', of: ratio('bare.invented', 'bare.all') },
]
