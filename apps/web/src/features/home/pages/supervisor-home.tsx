import { outcomes } from '@guildhall/contract/translation'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { HomeLines } from '../parts/home-lines.tsx'
import classes from '../parts/home.module.css'
import { InboxPart } from '../parts/inbox-part.tsx'
import { VettingPart } from '../parts/vetting-part.tsx'

/** The home of a supervisor, to read only: what the region agreed to teach, and how far its enterprises are vetted. */
export function SupervisorHome() {
  const w = useWords()
  usePageTitle(w('web.nav.tasks'))
  const asked = useAsk(outcomes.list, { query: { sort: '-updatedAt', limit: 8 } })
  const page = asked.data
  return (
    <>
      <PageHead title={w('web.nav.tasks')} />
      <Panel>
        <PanelPart
          title={w('home.outcomes-agreed')}
          aside={page ? <To url="/outcomes">{w('home.counted', { n: page.count })} ›</To> : null}
        >
          <HomeLines
            isPending={asked.isPending}
            problem={asked.isError && !page ? toProblem(asked.error) : undefined}
            onRetry={() => void asked.refetch()}
            none={w('home.outcomes-none')}
          >
            {(page?.items ?? []).map((outcome) => (
              <li key={outcome.id}>
                <span className={classes['what']}>
                  <To url={`/outcomes/${outcome.id}`}>{outcome.number}</To> <ContentText text={outcome.text} />
                </span>
                <span className={classes['note']}>
                  {w('home.level', { n: outcome.level })} · {w('home.asked-by', { n: outcome.askedBy })}
                </span>
              </li>
            ))}
          </HomeLines>
        </PanelPart>
        <VettingPart />
        <PanelPart title={w('home.waits')}>
          <InboxPart />
        </PanelPart>
      </Panel>
    </>
  )
}
