import { needs, threads, workbench } from '@guildhall/contract/needs'
import { majors } from '@guildhall/contract/programmes'
import { Button, Skeleton, Stack, Textarea } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Facts, Panel, PanelPart } from '../../../ui/panel.tsx'
import { useRemember } from '../../../ui/recent.ts'
import { ThingComments } from '../../../ui/thing-comments.tsx'
import { NextPart, PageHead, ThingPage } from '../../../ui/thing-page.tsx'
import { ThingTimeline } from '../../../ui/thing-timeline.tsx'
import { ThreadBar } from '../../../ui/thread-bar.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { Voice } from '../../../ui/voice.tsx'
import { AnswerPart } from '../parts/answer-part.tsx'
import { GiveDialog, NeedFactsDialog } from '../parts/need-dialogs.tsx'
import { NeedStatus } from '../parts/need-status.tsx'
import { useSourceLine } from '../parts/need-words.tsx'
import { PostPart } from '../parts/post-part.tsx'

/** One need: the words as they were said, what they became, what may be done, what happened. */
export function NeedPage() {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const sourceLine = useSourceLine()
  const { id } = useParams({ from: '/signed-in/needs/$id' })
  const asked = useAsk(needs.one, { params: { id } })
  const thread = useAsk(threads.ofNeed, { params: { id } })
  const [reason, setReason] = useState('')
  const [dialog, setDialog] = useState<'set-aside' | 'withdraw' | undefined>()
  const [form, setForm] = useState<'facts' | 'give' | undefined>()
  const refresh = ['/api/v1/needs', '/api/v1/timeline', '/api/v1/inbox'] as const
  const close = () => setDialog(undefined)
  const setAside = useAct(needs.setAside, {
    refresh,
    onDone: () => {
      close()
      notice({ text: w('needs.set-aside-now'), undo: () => reopen.mutate({ params: { id } }) })
    },
  })
  const reopen = useAct(needs.reopen, { refresh, onDone: () => notice({ text: w('needs.reopened-now') }) })
  const withdraw = useAct(needs.withdraw, { refresh, onDone: close })
  const ask = useAct(workbench.ask, { refresh, onDone: () => notice({ text: w('needs.asked-now') }) })
  const join = useAct(needs.join, {
    refresh,
    onDone: () => notice({ text: w('needs.joined-now'), undo: () => separate.mutate({ params: { id } }) }),
  })
  const separate = useAct(needs.separate, { refresh })
  const isCollege = useSession().actingFor?.organisationKind === 'college'
  const major = useAsk(majors.list, { query: { limit: 100 } }, { enabled: isCollege }).data?.items.find((one) => one.id === asked.data?.majorId)
  const need = asked.data
  usePageTitle(need?.number, w('needs.title'))
  useRemember(need ? { kind: 'need', number: need.number, title: need.text.slice(0, 40), url: `/needs/${id}` } : undefined)
  const crumbs = [{ label: w('needs.title'), url: '/needs' }]
  if (asked.isError && !need)
    return (
      <>
        <PageHead crumbs={crumbs} title={w('needs.need')} />
        <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
      </>
    )
  if (!need) return <Skeleton height={320} aria-label={w('web.loading')} />
  const may = (action: string) => need.allowed.includes(action)
  const problem = [setAside, reopen, withdraw, ask, join, separate].find((one) => one.error)?.error?.problem
  const counts = {
    need: 1,
    outcome: thread.data?.outcomes.length ?? 0,
    unit: thread.data?.units.length ?? 0,
    decision: thread.data?.proposals.filter((one) => one.decidedAt).length ?? 0,
  }
  return (
    <>
      <ThingPage
        crumbs={crumbs}
        title={w('needs.of', { enterprise: read(need.enterprise.name)?.text ?? '' })}
        number={need.number}
        state={<NeedStatus status={need.status} />}
        thread={<ThreadBar counts={counts} here="need" urlOf={() => `/needs/${id}/thread`} />}
        next={
          <NextPart title={w('web.next-step')}>
            <Stack gap="xs">
              {may('translate') && need.status !== 'set-aside' ? (
                <Button renderRoot={(rest) => <Link to="/needs/$id/workbench" params={{ id }} {...rest} />}>
                  {w('needs.open-workbench')}
                </Button>
              ) : null}
              <Button variant="default" renderRoot={(rest) => <Link to="/needs/$id/thread" params={{ id }} {...rest} />}>
                {w('needs.open-thread')}
              </Button>
              {may('ask') && need.outcomeList.length > 0 ? (
                <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate({ params: { id } })}>
                  {w('needs.ask')}
                </Button>
              ) : null}
              {may('give') ? (
                <Button variant="default" onClick={() => setForm('give')}>
                  {w('needs.give-verb')}
                </Button>
              ) : null}
              {may('set-aside') && need.status !== 'set-aside' ? (
                <Button variant="subtle" onClick={() => setDialog('set-aside')}>
                  {w('needs.set-aside')}
                </Button>
              ) : null}
              {may('set-aside') && need.status === 'set-aside' ? (
                <Button variant="default" onClick={() => reopen.mutate({ params: { id } })}>
                  {w('needs.reopen')}
                </Button>
              ) : null}
              {may('withdraw') ? (
                <Button variant="subtle" color="madder" onClick={() => setDialog('withdraw')}>
                  {w('needs.withdraw')}
                </Button>
              ) : null}
            </Stack>
          </NextPart>
        }
        rest={
          <NextPart title={w('needs.history')}>
            <ThingTimeline kind="need" id={id} book="needs.did" />
          </NextPart>
        }
      >
        <FormProblem problem={problem} wrong={[]} />
        <Panel>
          <PanelPart title={w('needs.said')}>
            <Voice lang={need.language} source={sourceLine(need)}>
              {need.text}
            </Voice>
            {need.setAsideReason ? <p>{w('needs.set-aside-because', { reason: need.setAsideReason })}</p> : null}
          </PanelPart>
          {need.outcomeList.map((outcome) => (
            <PanelPart key={outcome.id} title={<To url={`/outcomes/${outcome.id}`}>{outcome.number}</To>}>
              <p>
                <ContentText text={outcome.text} />
              </p>
              <AnswerPart need={need} outcome={outcome} mayAnswer={may('answer')} />
            </PanelPart>
          ))}
          <PanelPart title={w('titles.occupations')}>
            <PostPart need={need} onName={() => setForm('facts')} />
          </PanelPart>
          {need.alike.length > 0 && may('join') ? (
            <PanelPart title={w('needs.alike')}>
              <ul>
                {need.alike.map((one) => (
                  <li key={one.id}>
                    <To url={`/needs/${one.id}`}>{one.number}</To> <span lang={need.language}>{one.text}</span>{' '}
                    <Button size="compact-sm" variant="default" onClick={() => join.mutate({ params: { id }, body: { otherId: one.id } })}>
                      {w('needs.join')}
                    </Button>
                  </li>
                ))}
              </ul>
            </PanelPart>
          ) : null}
          <PanelPart
            title={w('needs.facts')}
            aside={
              may('change') ? (
                <Button variant="subtle" size="compact-sm" onClick={() => setForm('facts')}>
                  {w('needs.change')}
                </Button>
              ) : null
            }
          >
            <Facts
              facts={[
                { label: w('needs.enterprise'), value: <ContentText text={need.enterprise.name} /> },
                ...(isCollege ? [{ label: w('needs.major'), value: major ? <ContentText text={major.name} /> : null }] : []),
                { label: w('needs.post'), value: need.post },
                { label: w('needs.people-wanted'), value: need.peopleWanted },
                { label: w('directory.region'), value: need.region ? <ContentText text={need.region.name} /> : null },
                { label: w('needs.opened-state'), value: w(need.opened ? 'needs.opened-yes' : 'needs.opened-no') },
                { label: w('needs.given-to'), value: need.givenTo.map((one) => read(one.name)?.text).join('、') || null },
                {
                  label: w('needs.recorded-by'),
                  value: [read(need.recordedBy.organisation.name)?.text, need.recordedBy.person].filter(Boolean).join(' · '),
                },
                {
                  label: w('needs.copies'),
                  value: need.joined.length
                    ? need.joined.map((one) => (
                        <To key={one.id} url={`/needs/${one.id}`}>
                          {one.number}{' '}
                        </To>
                      ))
                    : null,
                },
                ...(need.joinedInto
                  ? [
                      {
                        label: w('needs.joined-into'),
                        value: (
                          <>
                            <To url={`/needs/${need.joinedInto.id}`}>{need.joinedInto.number}</To>{' '}
                            <Button size="compact-sm" variant="default" onClick={() => separate.mutate({ params: { id } })}>
                              {w('needs.separate')}
                            </Button>
                          </>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </PanelPart>
          <PanelPart isTalk title={w('web.comments')}>
            <ThingComments kind="need" id={id} />
          </PanelPart>
        </Panel>
      </ThingPage>
      {form === 'facts' ? <NeedFactsDialog need={need} onClose={() => setForm(undefined)} /> : null}
      {form === 'give' ? <GiveDialog need={need} onClose={() => setForm(undefined)} /> : null}
      <ConfirmAct
        opened={dialog !== undefined}
        onClose={close}
        title={w(dialog === 'withdraw' ? 'needs.withdraw-ask' : 'needs.set-aside-ask', { number: need.number })}
        effect={w(dialog === 'withdraw' ? 'needs.withdraw-effect' : 'needs.set-aside-effect')}
        verb={w(dialog === 'withdraw' ? 'needs.withdraw' : 'needs.set-aside')}
        isDangerous={dialog === 'withdraw'}
        isReady={reason.trim() !== ''}
        isPending={setAside.isPending || withdraw.isPending}
        onConfirm={() => (dialog === 'withdraw' ? withdraw : setAside).mutate({ params: { id }, body: { reason } })}
      >
        <Textarea
          mt="md"
          label={w('needs.reason')}
          description={w('needs.reason-how')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
        />
      </ConfirmAct>
    </>
  )
}
