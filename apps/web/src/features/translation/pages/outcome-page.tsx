import { outcomes } from '@guildhall/contract/translation'
import { Button, Skeleton, Stack, Textarea } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useCodeWords, useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Facts, Panel, PanelPart } from '../../../ui/panel.tsx'
import { useRemember } from '../../../ui/recent.ts'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { ThingComments } from '../../../ui/thing-comments.tsx'
import { NextPart, PageHead, ThingPage } from '../../../ui/thing-page.tsx'
import { ThingTimeline } from '../../../ui/thing-timeline.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { Voice } from '../../../ui/voice.tsx'

/** One agreed outcome: its slots, whose words it was (as far as the reader may hear them), what an employer reads. */
export function OutcomePage() {
  const w = useWords()
  const code = useCodeWords()
  const read = useText()
  const formats = useFormats()
  const notice = useNotice()
  const { id } = useParams({ from: '/signed-in/outcomes/$id' })
  const asked = useAsk(outcomes.one, { params: { id } })
  const like = useAsk(outcomes.like, { query: { text: (asked.data ? read(asked.data.text)?.text : undefined) ?? 'x' } }, { enabled: Boolean(asked.data?.allowed.includes('change')) })
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [reason, setReason] = useState('')
  const refresh = ['/api/v1/programmes'] as const
  const withdraw = useAct(outcomes.withdraw, { refresh, onDone: () => setWithdrawing(false) })
  const same = useAct(outcomes.markSame, { refresh, onDone: (_after, ask) => notice({ text: w('programmes.marked-same'), undo: () => unsame.mutate({ params: { id, otherId: ask.body.otherId } }) }) })
  const unsame = useAct(outcomes.unmarkSame, { refresh })
  const one = asked.data
  usePageTitle(one?.number, w('programmes.outcomes'))
  useRemember(one ? { kind: 'outcome', number: one.number, title: read(one.text)?.text ?? one.number, url: `/outcomes/${id}` } : undefined)
  const crumbs = [{ label: w('programmes.outcomes'), url: '/outcomes' }]
  if (asked.isError && !one) return <><PageHead crumbs={crumbs} title={w('programmes.outcome')} /><ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /></>
  if (!one) return <Skeleton height={320} aria-label={w('web.loading')} />
  const near = (like.data?.items ?? []).filter((other) => other.id !== id && !one.equivalents.some((known) => known.id === other.id))
  return (
    <>
      <ThingPage
        crumbs={crumbs}
        title={<ContentText text={one.text} />}
        number={one.number}
        state={<StateBadge tone={one.status === 'agreed' ? 'done' : 'resting'}>{w(`programmes.outcome-status.${one.status}`)}</StateBadge>}
        next={<NextPart title={w('web.next-step')}><Stack gap="xs">{one.allowed.includes('withdraw') ? <Button variant="subtle" color="madder" onClick={() => setWithdrawing(true)}>{w('needs.withdraw')}</Button> : null}<Button variant="default" onClick={() => window.print()}>{w('programmes.print')}</Button></Stack></NextPart>}
        rest={
          <NextPart title={w('needs.history')}>
            <ThingTimeline kind="outcome" id={id} book="programmes.outcome-did" />
          </NextPart>
        }
      >
        <FormProblem problem={(same.error ?? unsame.error)?.problem} wrong={[]} />
        <Panel>
          <PanelPart title={w('programmes.slots')}>
            <Facts facts={[
              { label: w('needs.slot.action'), value: <ContentText text={one.action} /> }, { label: w('needs.slot.object'), value: <ContentText text={one.object} /> }, { label: w('needs.slot.condition'), value: one.condition ? <ContentText text={one.condition} /> : null },
              { label: w('needs.slot.standard'), value: one.standard ? <><ContentText text={one.standard} />{one.measure ? ` (${one.measure.op} ${one.measure.value} ${one.measure.unit})` : ''}</> : null }, { label: w('needs.slot.level'), value: one.level }, { label: w('needs.slot.evidence'), value: code(`evidence.${one.evidenceForm}`) },
              { label: w('needs.competence'), value: one.concepts.length ? one.concepts.map((concept) => concept.label).join('、') : null }, { label: w('programmes.kept-by'), value: <ContentText text={one.college.name} /> },
            ]} />
          </PanelPart>
          <PanelPart title={w('programmes.says')}><p><ContentText text={one.says} /></p></PanelPart>
          <PanelPart title={w('programmes.voices', { n: one.askedBy })}>
            {one.voices.length === 0 ? <p>{w('needs.someone')}</p> : one.voices.map((voice) => <Voice key={voice.needId} lang={voice.language as 'zh'} source={<><To url={`/needs/${voice.needId}`}>{voice.needNumber}</To> · {voice.enterprise ? <ContentText text={voice.enterprise.name} tag={false} /> : w('needs.someone')} · {formats.day(voice.saidOn)}{voice.answer ? ` · ${w(`needs.answered-${voice.answer}`)}` : ''}{voice.answerWords ? ` · ${voice.answerWords}` : ''}</>}>{voice.text}</Voice>)}
          </PanelPart>
          {one.equivalents.length > 0 || near.length > 0 ? (
            <PanelPart title={w('programmes.same')}>
              <ul>
                {one.equivalents.map((other) => <li key={other.id}><To url={`/outcomes/${other.id}`}>{other.number}</To> <ContentText text={other.text} /> {one.allowed.includes('change') ? <Button size="compact-sm" variant="subtle" onClick={() => unsame.mutate({ params: { id, otherId: other.id } })}>{w('programmes.not-same')}</Button> : null}</li>)}
                {near.map((other) => <li key={other.id}><To url={`/outcomes/${other.id}`}>{other.number}</To> <ContentText text={other.text} /> <Button size="compact-sm" variant="default" onClick={() => same.mutate({ params: { id }, body: { otherId: other.id } })}>{w('programmes.mark-same', { percent: Math.round(other.similarity * 100) })}</Button></li>)}
              </ul>
            </PanelPart>
          ) : null}
          <PanelPart isTalk title={w('web.comments')}>
            <ThingComments kind="outcome" id={id} />
          </PanelPart>
        </Panel>
      </ThingPage>
      <ConfirmAct opened={isWithdrawing} onClose={() => setWithdrawing(false)} title={w('needs.withdraw-ask', { number: one.number })} effect={w('programmes.outcome-withdraw-effect')} verb={w('needs.withdraw')} isDangerous isReady={reason.trim() !== ''} isPending={withdraw.isPending} onConfirm={() => withdraw.mutate({ params: { id }, body: { reason } })}>
        <Textarea mt="md" label={w('needs.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} autosize minRows={2} />
      </ConfirmAct>
    </>
  )
}
