import { type NeedRow, needs } from '@guildhall/contract/needs'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { BecameLine } from '../parts/became-line.tsx'
import { HomeLines } from '../parts/home-lines.tsx'
import { InboxPart } from '../parts/inbox-part.tsx'

const furthest: readonly NeedRow['status'][] = ['translated', 'set-aside', 'read', 'unread']

/** The home of an enterprise: what became of its words, and the questions that wait for its answer. */
export function HrHome() {
  const w = useWords()
  usePageTitle(w('web.nav.tasks'))
  const asked = useAsk(needs.list, { query: { sort: '-receivedAt', limit: 40 } })
  const page = asked.data
  // Each line asks for its thread, so there are few, those that came furthest first; the rest is one click away.
  const shown = [...(page?.items ?? [])].sort((a, b) => furthest.indexOf(a.status) - furthest.indexOf(b.status)).slice(0, 8)
  const say = <Button renderRoot={(rest) => <Link to="/needs/new" {...rest} />}>{w('home.say-need')}</Button>
  return (
    <>
      <PageHead title={w('web.nav.tasks')} actions={page && page.items.length > 0 ? say : null} />
      <Panel>
        <PanelPart
          title={w('home.became')}
          aside={page && page.count > shown.length ? <To url="/needs">{w('home.counted', { n: page.count })} ›</To> : null}
        >
          <HomeLines
            isPending={asked.isPending}
            problem={asked.isError && !page ? toProblem(asked.error) : undefined}
            onRetry={() => void asked.refetch()}
            none={
              <EmptyState isPart title={w('home.became-none')} action={say}>
                <p>{w('home.became-none-how')}</p>
              </EmptyState>
            }
          >
            {shown.map((need) => (
              <BecameLine key={need.id} need={need} />
            ))}
          </HomeLines>
        </PanelPart>
        <PanelPart title={w('home.waits')}>
          <InboxPart />
        </PanelPart>
      </Panel>
    </>
  )
}
