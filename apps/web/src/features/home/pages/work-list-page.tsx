import { inbox } from '@guildhall/contract/platform'
import { Skeleton } from '@mantine/core'
import { toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { readRecent } from '../../../ui/recent.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { useDelayed } from '../../../ui/use-delayed.ts'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { BoxTabs, boxes } from '../parts/box-tabs.tsx'
import { RecentThings } from '../parts/recent-things.tsx'
import { WorkList } from '../parts/work-list.tsx'

/** The common home: what waits for me, its twin of what waits for others, what is done; below, what I opened lately. Role homes stand before it, in the app's table. */
export function WorkListPage() {
  const w = useWords()
  const session = useSession()
  const { state } = useUrlState()
  const box = boxes.find((one) => one === state['box']) ?? 'mine'
  const asked = useAsk(
    inbox.list,
    { query: { box, ...(state['after'] ? { after: state['after'] } : {}) } },
    { keepPrevious: true, every: () => 60_000 },
  )
  const isLoading = useDelayed(asked.isPending)
  const page = asked.data
  usePageTitle(w('web.nav.tasks'))
  return (
    <>
      <PageHead title={w('web.nav.tasks')} />
      <Panel>
        <BoxTabs box={box} />
        {asked.isError && !page ? <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /> : null}
        {isLoading ? <Skeleton height={120} /> : null}
        {page && page.items.length === 0 ? (
          <EmptyState isPart title={w(`web.inbox.none-${box}`)}>
            {box === 'mine' ? w('web.home.nothing-waits-how', { name: session.name }) : null}
          </EmptyState>
        ) : null}
        {page && page.items.length > 0 ? <WorkList page={page} box={box} /> : null}
        <PanelPart title={w('web.home.recent')}>
          <RecentThings things={readRecent()} />
        </PanelPart>
      </Panel>
    </>
  )
}
