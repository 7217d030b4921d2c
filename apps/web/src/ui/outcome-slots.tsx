import type { TranslationOut } from '@guildhall/contract/translation'
import type { LocalizedText, Reason } from '@guildhall/kernel'
import type { ReactNode } from 'react'
import { ContentText } from './content-text.tsx'
import { useCodeWords, useWords } from './language.tsx'
import classes from './outcome-slots.module.css'
import { Reasons } from './reasons.tsx'

export type ProposedOutcome = TranslationOut['statements'][number]['outcomes'][number]

/** What is done, in the words that were said where two verbs are one action. */
export const actionOf = ({ action }: ProposedOutcome): LocalizedText => action.value.pair ?? action.value.text

const strength = (score: number) => (score >= 0.7 ? 'strong' : score >= 0.4 ? 'fair' : 'weak')

/** The slots of a proposed outcome, each with where it comes from and how sure the engine is. `tied`: what the competence is in another catalogue. */
export function OutcomeSlots({ draft, tied }: { draft: ProposedOutcome; tied?: ReactNode }) {
  const w = useWords()
  const code = useCodeWords()
  const from = (slot: Pick<ProposedOutcome['action'], 'from' | 'grade'>) => (
    <span className={classes['from']}>
      {w(`needs.from.${slot.from.kind}`)} · {w(`needs.grade.${slot.grade}`)}
    </span>
  )
  const band = draft.level.low < draft.level.high ? `${w('needs.level-band', { low: draft.level.low, high: draft.level.high })} · ` : ''
  const best = draft.links[0]
  return (
    <dl className={classes['slots']}>
      <dt>{w('needs.slot.action')}</dt>
      <dd>
        <ContentText text={actionOf(draft)} />
        {from(draft.action)}
      </dd>
      <dt>{w('needs.slot.object')}</dt>
      <dd>
        <ContentText text={draft.object.value} />
        {from(draft.object)}
      </dd>
      {draft.condition ? (
        <>
          <dt>{w('needs.slot.condition')}</dt>
          <dd>
            <ContentText text={draft.condition.value} />
            {from(draft.condition)}
          </dd>
        </>
      ) : null}
      {draft.standard ? (
        <>
          <dt>{w('needs.slot.standard')}</dt>
          <dd>
            <ContentText text={draft.standard.value.text} />
            {from(draft.standard)}
          </dd>
        </>
      ) : null}
      <dt>{w('needs.slot.level')}</dt>
      <dd>
        {draft.level.value}
        <span className={classes['from']}>
          {band}
          {w(`needs.grade.${draft.level.grade}`)}
        </span>
        <Reasons reasons={draft.level.reasons as readonly Reason[]} />
      </dd>
      <dt>{w('needs.slot.evidence')}</dt>
      <dd>
        {code(`evidence.${draft.evidence.value.form}`)}
        {from(draft.evidence)}
      </dd>
      <dt>{w('needs.competence')}</dt>
      <dd>
        {best ? (
          <span title={String(best.score)}>
            {best.label}
            <span className={classes['from']}>{w(`needs.match.${strength(best.score)}`)}</span>
          </span>
        ) : (
          w('needs.no-competence')
        )}
        {tied}
      </dd>
    </dl>
  )
}
