import type { OutcomeFields } from '@guildhall/contract/translation'
import type { ContentLanguage, LocalizedText } from '@guildhall/kernel'
import type { z } from 'zod'
import { actionOf, type ProposedOutcome } from '../../../ui/outcome-slots.tsx'

export type Draft = ProposedOutcome
/** An outcome as a form holds it: one language at a time, the others kept as they were. */
export type OutcomeValues = Readonly<{ kind: 'skill' | 'knowledge' | 'key'; verb: string; action: string; object: string; independent: boolean; condition: string; standard: string; level: number; evidenceForm: string }>

const textOf = (text: LocalizedText | undefined, language: ContentLanguage) => text?.[language] ?? ''

export const emptyValues: OutcomeValues = { kind: 'skill', verb: '', action: '', object: '', independent: false, condition: '', standard: '', level: 3, evidenceForm: 'observed' }

export const toOutcomeValues = (draft: Draft, language: ContentLanguage): OutcomeValues => ({
  kind: draft.kind, verb: draft.action.value.verb, action: textOf(actionOf(draft), language), object: textOf(draft.object.value, language), independent: draft.independent, condition: textOf(draft.condition?.value, language), standard: textOf(draft.standard?.value.text, language),
  level: draft.level.value, evidenceForm: draft.evidence.value.form,
})

/** What the contract takes. A slot that the person did not touch keeps its other languages; a changed one has only what they wrote. */
export function toFields(values: OutcomeValues, language: ContentLanguage, draft: Draft | undefined): z.input<typeof OutcomeFields> {
  const slot = (now: string, before: LocalizedText | undefined) => (!now.trim() ? null : before && textOf(before, language) === now.trim() ? before : { [language]: now.trim() })
  return {
    kind: values.kind, verb: values.verb || null, action: slot(values.action, draft && actionOf(draft)) ?? {}, object: slot(values.object, draft?.object.value) ?? {}, independent: values.independent, condition: slot(values.condition, draft?.condition?.value), standard: slot(values.standard, draft?.standard?.value.text),
    measure: draft?.standard && values.standard.trim() === textOf(draft.standard.value.text, language) ? (draft.standard.value.measure ?? null) : null, level: values.level, evidenceForm: values.evidenceForm,
    concepts: draft?.links.slice(0, 3).map(({ taxonomy, concept, label }) => ({ taxonomy, concept, label })) ?? [],
  }
}
