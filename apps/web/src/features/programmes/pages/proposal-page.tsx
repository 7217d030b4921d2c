import { changeProposals } from '@guildhall/contract/programmes'
import { Button, Skeleton, Stack } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { useRemember } from '../../../ui/recent.ts'
import { Letterhead, Seal, StampBlock } from '../../../ui/stamp-block.tsx'
import { ThingComments } from '../../../ui/thing-comments.tsx'
import { NextPart, PageHead, ThingPage } from '../../../ui/thing-page.tsx'
import { ThingTimeline } from '../../../ui/thing-timeline.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { DecisionParts } from '../parts/decision-parts.tsx'
import { DiffPart } from '../parts/diff-part.tsx'
import { ProposalActs } from '../parts/proposal-acts.tsx'
import classes from '../parts/programmes.module.css'
import { ProposalState } from '../parts/states.tsx'

/** One change proposal: why, what changes, who was heard, how it was decided, who was told. */
export function ProposalPage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const { id } = useParams({ from: '/signed-in/change-proposals/$id' })
  const asked = useAsk(changeProposals.one, { params: { id } })
  const proposal = asked.data
  usePageTitle(proposal?.title ?? w('programmes.proposal'), w('programmes.proposals'))
  useRemember(proposal ? { kind: 'change-proposal', number: proposal.number, title: proposal.title, url: `/change-proposals/${id}` } : undefined)
  const crumbs = [{ label: w('programmes.proposals'), url: '/change-proposals' }]
  if (asked.isError && !proposal) return <><PageHead crumbs={crumbs} title={w('programmes.proposal')} /><ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /></>
  if (!proposal) return <Skeleton height={480} aria-label={w('web.loading')} />
  return (
    <>
      <Letterhead organisation={read(proposal.college.name)?.text ?? ''} title={proposal.title} number={proposal.number} asOf={proposal.updatedAt} />
      <ThingPage
        crumbs={crumbs}
        title={proposal.title}
        number={proposal.number}
        state={<ProposalState status={proposal.status} />}
        next={
          <NextPart title={w('web.next-step')}>
            <Stack gap="xs">
              {proposal.stepEnds ? <p className={classes['meta']}>{w('programmes.until-day', { at: formats.day(proposal.stepEnds) })}</p> : null}
              {proposal.allowed.includes('edit') ? <Button variant="default" renderRoot={(rest) => <Link to="/change-proposals/$id/edit" params={{ id }} {...rest} />}>{w('programmes.edit')}</Button> : null}
              <ProposalActs proposal={proposal} />
              <Button variant="subtle" onClick={() => window.print()}>{w('programmes.print')}</Button>
            </Stack>
          </NextPart>
        }
        rest={
          <NextPart title={w('needs.history')}>
            <ThingTimeline kind="change-proposal" id={id} book="programmes.did" binding={['approved', 'refused', 'vote-closed', 'paper-decision-recorded']} />
          </NextPart>
        }
      >
        {proposal.route ? (
          <ol className={classes['steps']} aria-label={w('programmes.route')}>
            {proposal.route.map((step, index) => <li key={`${step.kind}-${step.name}`} aria-current={proposal.step === index ? 'step' : undefined}>{index + 1}. {step.name}{proposal.step === index ? ` · ${w('programmes.here-now')}` : ''}</li>)}
          </ol>
        ) : null}
        <Panel>
          {proposal.returnReason ? <PanelPart title={w('programmes.returned-because')}><p>{proposal.returnReason}</p></PanelPart> : null}
          {proposal.decidedAt ? (
            <PanelPart title={w('programmes.decision')}>
              <p><Seal name={`${w(`programmes.status.${proposal.status}`)} · ${proposal.decidedBy?.name ?? ''}`} at={proposal.decidedOnPaperOn ?? proposal.decidedAt} /></p>
              {proposal.decisionReason ? <p>{proposal.decisionReason}</p> : null}
              <p className={classes['meta']}>{[proposal.documentNumber ? w('programmes.document', { number: proposal.documentNumber }) : '', proposal.days !== null ? w('needs.days-after', { n: proposal.days }) : '', proposal.frozenAt ? w('programmes.frozen', { at: formats.dayAndTime(proposal.frozenAt) }) : ''].filter(Boolean).join(' · ')} {proposal.documentFileId ? <a href={`/api/v1/change-proposals/${id}/document`}>{w('programmes.open-document')}</a> : null}</p>
            </PanelPart>
          ) : null}
          <PanelPart title={w('programmes.why')}>
            {proposal.grounds ? <p style={{ whiteSpace: 'pre-wrap' }}>{proposal.grounds}</p> : null}
            <ul className={classes['voices']}>
              {proposal.outcomeList.map((one) => (
                <li key={one.id}>
                  <To url={`/outcomes/${one.id}`}>{one.number}</To> <ContentText text={one.text} /> <span className={classes['meta']}>{one.enterprises ? w('programmes.asked-by', { n: one.enterprises }) : w('needs.someone')}</span>
                  {one.voices.length > 0 ? <ul className={classes['voices']}>{one.voices.slice(0, 5).map((voice) => <li key={`${voice.saidOn}-${voice.text}`}><q lang={voice.language}>{voice.text}</q><small>{voice.enterprise ? <ContentText text={voice.enterprise} tag={false} /> : w('needs.someone')} · {formats.day(voice.saidOn)}</small></li>)}</ul> : null}
                </li>
              ))}
            </ul>
          </PanelPart>
          <PanelPart title={w('programmes.what-changes', { cohort: String(proposal.fromCohort) })}>
            <DiffPart diff={proposal.diff} />
          </PanelPart>
          <DecisionParts proposal={proposal} />
          <PanelPart isTalk title={w('web.comments')}>
            <ThingComments kind="change-proposal" id={id} />
          </PanelPart>
        </Panel>
        <StampBlock parties={[{ role: w('programmes.college'), name: read(proposal.college.name)?.text ?? '', ...(proposal.decidedAt && proposal.decidedBy ? { signed: { by: proposal.decidedBy.name, at: proposal.decidedOnPaperOn ?? proposal.decidedAt } } : {}) }, { role: w('programmes.stamp-committee'), name: '' }]} />
      </ThingPage>
    </>
  )
}
