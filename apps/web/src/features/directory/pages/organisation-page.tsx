import { organisations } from '@guildhall/contract/directory'
import { Button, Skeleton } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { forgetRecent, useRemember } from '../../../ui/recent.ts'
import { Letterhead } from '../../../ui/stamp-block.tsx'
import { ThingComments } from '../../../ui/thing-comments.tsx'
import { NextPart, PageHead, ThingPage } from '../../../ui/thing-page.tsx'
import { useKeys } from '../../../ui/use-keys.ts'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { OrganisationActs } from '../parts/organisation-acts.tsx'
import { OrganisationFacts } from '../parts/organisation-facts.tsx'
import { OrganisationTimeline } from '../parts/organisation-timeline.tsx'
import { VettingBadge } from '../parts/vetting-badge.tsx'

/** One organisation: its facts, its vetting, what the reader may do. */
export function OrganisationPage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const session = useSession()
  const navigate = useNavigate()
  const { id } = useParams({ from: '/signed-in/organisations/$id' })
  const asked = useAsk(organisations.one, { params: { id } })
  const one = asked.data
  const name = one ? (read(one.name)?.text ?? one.number) : undefined
  usePageTitle(name, w('directory.organisations'))
  useRemember(one && name ? { kind: 'organisation', number: one.number, title: name, url: `/organisations/${id}` } : undefined)
  useKeys({
    e: (event) => {
      if (!one?.allowed.includes('change')) return
      event.preventDefault()
      void navigate({ to: '/organisations/$id/edit', params: { id } })
    },
  })
  const isGone = asked.error?.problem.code === 'not-found'
  useEffect(() => {
    if (isGone) forgetRecent(`/organisations/${id}`)
  }, [isGone, id])
  const crumbs = [
    one?.kind === 'enterprise'
      ? { label: w('directory.enterprises'), url: '/organisations?kind=enterprise' }
      : { label: w('directory.organisations'), url: '/organisations' },
  ]
  if (asked.isError && !one)
    return (
      <>
        <PageHead crumbs={crumbs} title={w('directory.organisation')} />
        <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
      </>
    )
  if (!one) return <Skeleton height={320} aria-label={w('web.loading')} />
  return (
    <>
      <Letterhead
        organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')}
        title={name ?? ''}
        number={one.number}
        asOf={one.updatedAt}
      />
      <ThingPage
        crumbs={crumbs}
        title={<ContentText text={one.name} />}
        number={one.number}
        state={<VettingBadge vetting={one.vetting} />}
        next={
          <NextPart title={w('web.next-step')}>
            <OrganisationActs organisation={one} column onWithdrawn={() => void navigate({ to: '/organisations' })} />
          </NextPart>
        }
        rest={
          <>
            <NextPart title={w('directory.record')}>
              <p>{w('directory.changed-at', { at: formats.dayAndTime(one.updatedAt), version: one.version })}</p>
              <Button variant="default" onClick={() => window.print()}>
                {w('directory.print')}
              </Button>
            </NextPart>
            <NextPart title={w('web.timeline')}>
              <OrganisationTimeline id={id} />
            </NextPart>
            <NextPart title={w('web.comments')}>
              <ThingComments kind="organisation" id={id} />
            </NextPart>
          </>
        }
      >
        <Panel>
          <OrganisationFacts organisation={one} />
        </Panel>
      </ThingPage>
    </>
  )
}
