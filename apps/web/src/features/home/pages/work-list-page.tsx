import { useSession } from '../../../api/session.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { readRecent } from '../../../ui/recent.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { RecentThings } from '../parts/recent-things.tsx'
import { type WorkItem, WorkList } from '../parts/work-list.tsx'

/** Until the inbox is read from the server, nothing waits. */
const nothing: readonly WorkItem[] = []

/** The common home: what waits for me, then what I opened lately. Role homes stand before it, in the app's table. */
export function WorkListPage({ items = nothing }: { items?: readonly WorkItem[] }) {
  const w = useWords()
  const session = useSession()
  usePageTitle(w('web.nav.tasks'))
  return (
    <>
      <PageHead title={w('web.nav.tasks')} />
      <Panel>
        <PanelPart title={w('web.home.waiting-for-me', { n: items.length })}>
          {items.length > 0 ? (
            <WorkList items={items} />
          ) : (
            <EmptyState isPart title={w('web.home.nothing-waits')}>
              {w('web.home.nothing-waits-how', { name: session.name })}
            </EmptyState>
          )}
        </PanelPart>
        <PanelPart title={w('web.home.recent')}>
          <RecentThings things={readRecent()} />
        </PanelPart>
      </Panel>
    </>
  )
}
