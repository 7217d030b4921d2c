import type { Proposal } from '@guildhall/contract/programmes'
import { Button } from '@mantine/core'
import { ContentText } from '../../../ui/content-text.tsx'
import { copyText } from '../../../ui/copy-rows.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { PanelPart } from '../../../ui/panel.tsx'
import classes from './programmes.module.css'

/** Opinions, votes, and who was told: the parts of a proposal that grow on its way. */
export function DecisionParts({ proposal }: { proposal: Proposal }) {
  const w = useWords()
  const formats = useFormats()
  const notice = useNotice()
  return (
    <>
      {proposal.opinions.length > 0 ? (
        <PanelPart title={w('programmes.opinions')}>
          <ul className={classes['voices']}>
            {proposal.opinions.map((one) => <li key={one.id}><b>{w(`programmes.stance.${one.stance}`)}</b> {one.text}<small>{one.person?.name} · <ContentText text={one.organisation.name} tag={false} /> · {formats.day(one.at)}</small></li>)}
          </ul>
        </PanelPart>
      ) : null}
      {proposal.votes.length > 0 ? (
        <PanelPart title={w('programmes.votes')}>
          {proposal.votes.map((one) => (
            <p key={`${one.step}-${one.round}`}>
              {proposal.route?.[one.step]?.name ?? ''} · {w('programmes.round', { n: one.round })}: {one.closed ? w('programmes.tally', { yes: one.yes ?? 0, no: one.no ?? 0, abstain: one.abstain ?? 0 }) : w('programmes.turnout', { cast: one.cast, members: one.members })}
              {one.quorum ? ` · ${w('programmes.quorum', { n: one.quorum })}` : ''}{one.mine ? ` · ${w('programmes.my-vote', { vote: w(`programmes.vote.${one.mine}`) })}` : ''}
            </p>
          ))}
        </PanelPart>
      ) : null}
      {proposal.told.length > 0 ? (
        <PanelPart title={w('programmes.told')}>
          <ul className={classes['voices']}>
            {proposal.told.map((one) => (
              <li key={one.enterprise.id}>
                <ContentText text={one.enterprise.name} tag={false} /> <span className={classes['meta']}>{formats.dayAndTime(one.at)}</span>
                <small>{one.forWeChat}</small>
                <Button size="compact-sm" variant="default" className="no-print" onClick={async () => notice({ text: (await copyText(one.forWeChat)) ? w('needs.wechat-copied') : w('web.rows-not-copied') })}>{w('needs.copy-wechat')}</Button>
              </li>
            ))}
          </ul>
        </PanelPart>
      ) : null}
    </>
  )
}
