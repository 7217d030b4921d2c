import type { LocalizedText } from '@guildhall/kernel'
import type { Link, OutcomeDraft, Provenance, Slot, Span, Standard } from '../../types.ts'
import { compose } from '../compose.ts'
import { evidenceNames, findEvidence } from '../evidence.ts'
import { objectOfLabel } from '../label-object.ts'
import { findLevel } from '../level.ts'
import type { LexiconItem, OpenLexicon } from '../lexicon.ts'
import { type NormalText, toOriginal } from '../normalise.ts'
import { verbByObject } from './by-object.ts'
import type { Part } from './part.ts'

export type DressAsk = Readonly<{ part: Part; before: Span | undefined; language: 'en' | 'de'; normal: NormalText; lexicon: OpenLexicon; links: readonly Link[] }>

/** Dresses a part: slots with where they come from, level, form of evidence, and the sentence in its own language only. */
export function toWesternOutcome({ part, before, language, normal, lexicon, links: all }: DressAsk): OutcomeDraft | undefined {
  const said = (text: string): LocalizedText => ({ [language]: text })
  const shown = (span: Span) => normal.shown.slice(span.start, span.end)
  const fromSpan = (span: Span): Provenance => ({ kind: 'span', ...toOriginal(normal, span.start, span.end) })
  const span = toOriginal(normal, part.start, part.end)
  const links = all.filter((link) => link.evidence.some((one) => one.start < span.end && span.start < one.end))
  const item = links.map((link) => (link.sure ? lexicon.item(link.concept) : undefined)).find((one) => one !== undefined)
  const condition = joined(part.conditions)
  const standard = joined(part.standards.filter((one) => !condition || one.end <= condition.start || one.start >= condition.end))
  const measure = part.standards.find((one) => one.measure && standard && one.start >= standard.start && one.end <= standard.end)?.measure
  const object = findObject({ part, before, item, lexicon, standard, condition, shown, fromSpan, said, language })
  if (!object) return undefined
  const objectWords = object.value[language] ?? ''
  const verb = verbByObject(part.verb.verb, objectWords, lexicon)
  const words = normal.text.slice(part.start, part.end)
  const level = findLevel({ words, lead: part.lacking || verb.form === 'session' ? '' : words, verb, ...(item ? { item } : {}) })
  const form = findEvidence(verb, objectWords, item)
  const independent = level.reasons.some((reason) => reason.code === 'independently')
  const knowledge = part.knowing === true && verb.id === 'explain'
  const names = part.verb.sure ? { zh: verb.zh[0]!, en: verb.en[0]!, de: verb.de[0]! } : {}
  const conditionSlot: Slot<LocalizedText> | undefined = condition && { value: said(shown(condition)), from: fromSpan(condition), grade: 'sure' }
  const standardSlot: Slot<Standard> | undefined = standard && {
    value: { text: said(shown(standard)), ...(measure ? { measure } : {}) },
    from: fromSpan(standard),
    grade: measure ? 'sure' : 'likely',
  }
  const verbPlace: Provenance = part.verb.end > part.verb.start ? fromSpan(part.verb) : { kind: 'default', id: 'verb-of-frame' }
  return {
    span,
    kind: item?.kind === 'key' ? 'key' : knowledge ? 'knowledge' : 'skill',
    action: { value: { verb: verb.id, text: { ...names, [language]: part.verb.lemma } }, from: verbPlace, grade: part.verb.sure ? 'sure' : 'guess' },
    object,
    independent,
    ...(conditionSlot ? { condition: conditionSlot } : {}),
    ...(standardSlot ? { standard: standardSlot } : {}),
    level,
    evidence: { value: { form, text: evidenceNames[form] }, from: { kind: 'default', id: `${verb.class}/${form}` }, grade: part.verb.sure ? 'likely' : 'guess' },
    links,
    text: compose({
      action: said(part.verb.lemma),
      ...(objectWords === '' ? {} : { object: said(objectWords) }),
      ...(conditionSlot ? { condition: conditionSlot.value } : {}),
      ...(standardSlot ? { standard: standardSlot.value.text } : {}),
      independent: independent && !alone.test(condition ? shown(condition) : ''),
    }),
  }
}

const alone = /\bown\b|alone|allein|selbst/i

type ObjectAsk = Pick<DressAsk, 'part' | 'before' | 'lexicon' | 'language'> & {
  item: LexiconItem | undefined
  standard: Span | undefined
  condition: Span | undefined
  shown: (span: Span) => string
  fromSpan: (span: Span) => Provenance
  said: (text: string) => LocalizedText
}

function findObject({ part, before, item, lexicon, standard, condition, shown, fromSpan, said, language }: ObjectAsk): OutcomeDraft['object'] | undefined {
  const { object, verb } = part
  const over = (other: Span | undefined) => object !== undefined && other !== undefined && object.start < other.end && other.start < object.end
  if (object) {
    // sell at least 300 boxes, Ladungssicherung: the thing lies within what another slot shows.
    const within = over(standard) ? 'object-in-standard' : over(condition) ? 'object-in-condition' : over(verb) ? 'object-in-verb' : undefined
    return { value: said(shown(object)), from: within ? { kind: 'default', id: within } : fromSpan(object), grade: verb.sure ? 'sure' : 'likely' }
  }
  if (part.borrows) return before ? { value: said(shown(before)), from: { kind: 'default', id: 'object-before' }, grade: 'guess' } : { value: {}, from: { kind: 'default', id: 'no-object' }, grade: 'guess' }
  const named = item && objectOfLabel(item, lexicon)
  if (item && named?.[language]) return { value: named, from: { kind: 'lexicon', id: item.id }, grade: 'likely' }
  return verb.sure ? { value: {}, from: { kind: 'default', id: 'no-object' }, grade: 'guess' } : undefined
}

// Several in one outcome are shown as one stretch only where they touch; else the first.
function joined(spans: readonly Span[]): Span | undefined {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let whole = sorted[0]
  for (const one of sorted.slice(1)) if (whole && one.start <= whole.end + 2) whole = { start: whole.start, end: Math.max(whole.end, one.end) }
  return whole && { start: whole.start, end: whole.end }
}
