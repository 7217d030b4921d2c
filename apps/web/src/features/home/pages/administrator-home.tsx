import { useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { BackgroundPart } from '../parts/background-part.tsx'
import { EndingLinksPart } from '../parts/ending-links-part.tsx'
import { InboxPart } from '../parts/inbox-part.tsx'
import { ToVetPart } from '../parts/to-vet-part.tsx'

/** The home of an administrator of a college: what waits, enterprises to vet, links that end, what ran in the background. */
export function AdministratorHome() {
  const w = useWords()
  usePageTitle(w('web.nav.tasks'))
  return (
    <>
      <PageHead title={w('web.nav.tasks')} />
      <Panel>
        <InboxPart />
        <ToVetPart />
        <EndingLinksPart />
        <BackgroundPart />
      </Panel>
    </>
  )
}
