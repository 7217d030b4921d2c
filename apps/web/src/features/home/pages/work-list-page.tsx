import { useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { readRecent } from '../../../ui/recent.ts'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { InboxPart } from '../parts/inbox-part.tsx'
import { RecentThings } from '../parts/recent-things.tsx'

/** The common home: what waits for me, its twin of what waits for others, what is done; below, what I opened lately. Role homes stand before it, in the app's table. */
export function WorkListPage() {
  const w = useWords()
  usePageTitle(w('web.nav.tasks'))
  return (
    <>
      <PageHead title={w('web.nav.tasks')} />
      <Panel>
        <InboxPart />
        <PanelPart title={w('web.home.recent')}>
          <RecentThings things={readRecent()} />
        </PanelPart>
      </Panel>
    </>
  )
}
