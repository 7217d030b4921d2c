import { threads } from '@guildhall/contract/needs'
import { Button, Skeleton } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useCodeWords, useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { copyText } from '../../../ui/copy-rows.ts'
import { Panel } from '../../../ui/panel.tsx'
import { Letterhead } from '../../../ui/stamp-block.tsx'
import { StationIcon } from '../../../ui/station-icon.tsx'
import type { Station } from '../../../ui/stations.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/needs.module.css'

/** The thread of one need, station by station, with its breaks as first-class nodes; a college and the enterprise read the same. */
export function ThreadPage() {
  const w = useWords()
  const code = useCodeWords()
  const read = useText()
  const formats = useFormats()
  const notice = useNotice()
  const session = useSession()
  const { id } = useParams({ from: '/signed-in/needs/$id/thread' })
  const asked = useAsk(threads.ofNeed, { params: { id } })
  const thread = asked.data
  const title = w('needs.thread-of', { number: thread?.need.number ?? '' })
  usePageTitle(title)
  const crumbs = [{ label: w('needs.title'), url: '/needs' }, ...(thread ? [{ label: thread.need.number, url: `/needs/${id}` }] : [])]
  if (asked.isError && !thread)
    return (
      <>
        <PageHead crumbs={crumbs} title={w('web.thread')} />
        <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
      </>
    )
  if (!thread) return <Skeleton height={320} aria-label={w('web.loading')} />
  const breaks = (codes: readonly string[]) =>
    thread.breaks
      .filter((one) => codes.includes(one.code))
      .map((one) => (
        <Node key={`${one.code}-${one.outcomeId}`} isBreak>
          {w(`needs.break-${one.code}`)}
          {one.outcomeId ? <small>{thread.outcomes.find((outcome) => outcome.id === one.outcomeId)?.number}</small> : null}
        </Node>
      ))
  return (
    <>
      <Letterhead
        organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')}
        title={title}
        number={thread.need.number}
        asOf={thread.asOf}
      />
      <PageHead
        crumbs={crumbs}
        title={title}
        state={thread.breaks.length ? <span>{w('needs.breaks', { n: thread.breaks.length })}</span> : undefined}
        actions={
          <>
            <Button
              variant="default"
              onClick={async () =>
                notice({ text: (await copyText(window.location.href)) ? w('needs.link-copied') : w('web.rows-not-copied') })
              }
            >
              {w('needs.copy-link')}
            </Button>
            <Button variant="default" onClick={() => window.print()}>
              {w('programmes.print')}
            </Button>
          </>
        }
      />
      <Panel>
        <div className={classes['thread']}>
          <StationColumn station="need" name={w('web.station.need')}>
            <Node>
              <q lang={thread.need.language} style={{ fontFamily: 'var(--gh-voice)' }}>
                {thread.need.text}
              </q>
              <small>
                {thread.need.enterprise ? <ContentText text={thread.need.enterprise.name} /> : null} · {formats.day(thread.need.saidOn)}
              </small>
            </Node>
            {breaks(['unread'])}
          </StationColumn>
          <StationColumn station="outcome" name={w('web.station.outcome')}>
            {thread.outcomes.map((one) => (
              <Node key={one.id}>
                <To url={`/outcomes/${one.id}`}>{one.number}</To> <ContentText text={one.text} />
                <small>
                  {formats.day(one.agreedAt)}
                  {one.answer ? ` · ${w(`needs.answered-${one.answer}`)}` : ''}
                </small>
              </Node>
            ))}
            {breaks(['no-outcome'])}
          </StationColumn>
          <StationColumn station="unit" name={w('web.station.unit')}>
            {thread.units.map((one) => (
              <Node key={`${one.id}-${one.outcomeId}-${one.cohort}`}>
                <To url={one.url}>{one.name}</To>
                <small>
                  <ContentText text={one.course} tag={false} /> · {w('needs.cohort', { cohort: String(one.cohort) })} ·{' '}
                  {w('needs.hours', { n: one.hours })} · {w(one.recorded ? 'needs.recorded' : 'needs.planned')}
                </small>
              </Node>
            ))}
            {breaks(['taught-nowhere'])}
          </StationColumn>
          <StationColumn station="decision" name={w('web.station.decision')}>
            {thread.proposals.map((one) => (
              <Node key={one.id}>
                <To url={`/change-proposals/${one.id}`}>{one.number}</To> {one.title}
                <small>
                  {code(`programmes.status.${one.status}`)}
                  {one.decidedAt ? ` · ${formats.day(one.decidedAt)}` : ''}
                  {one.days !== null ? ` · ${w('needs.days-after', { n: one.days })}` : ''}
                </small>
                {one.reason ? <small>{w('web.reason-given', { reason: one.reason })}</small> : null}
                {thread.told
                  .filter((tell) => tell.proposalId === one.id)
                  .slice(0, 1)
                  .map((tell) => (
                    <small key={tell.at}>{w('needs.told-on', { at: formats.day(tell.at) })}</small>
                  ))}
              </Node>
            ))}
            {breaks(['no-decision', 'not-told'])}
          </StationColumn>
        </div>
      </Panel>
    </>
  )
}

function StationColumn({ station, name, children }: { station: Station; name: string; children: ReactNode }) {
  return (
    <section className={classes['station']}>
      <h2>
        <StationIcon station={station} size={18} />
        {name}
      </h2>
      <ul>{children}</ul>
    </section>
  )
}

const Node = ({ isBreak = false, children }: { isBreak?: boolean; children: ReactNode }) => (
  <li className={classes['node']} data-break={isBreak || undefined}>
    {children}
  </li>
)
