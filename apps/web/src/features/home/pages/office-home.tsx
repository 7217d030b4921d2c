import { useWords } from '../../../ui/language.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { groupByDue } from '../parts/due-lines.ts'
import { EndingLinksPart } from '../parts/ending-links-part.tsx'
import classes from '../parts/home.module.css'
import { InboxPart } from '../parts/inbox-part.tsx'
import { WorkLine, WorkList } from '../parts/work-list.tsx'
import listClasses from '../parts/work-list.module.css'

/** The home of the cooperation office: what is late, what is due this week, what others owe; links that end soon. */
export function OfficeHome() {
  const w = useWords()
  usePageTitle(w('web.nav.tasks'))
  return (
    <>
      <PageHead title={w('web.nav.tasks')} />
      <Panel>
        <InboxPart
          show={(page, box) =>
            box === 'mine' && page.next === null ? (
              groupByDue(page.items, new Date().toISOString().slice(0, 10)).map(([group, items]) => (
                <section key={group}>
                  <h2 className={classes['group']} data-late={group === 'late' || undefined}>
                    {w(`home.${group}`)} {items.length}
                  </h2>
                  <ul className={listClasses['list']}>
                    {items.map((item) => (
                      <WorkLine key={item.id} item={item} box={box} />
                    ))}
                  </ul>
                </section>
              ))
            ) : (
              <WorkList page={page} box={box} />
            )
          }
        />
        <EndingLinksPart />
      </Panel>
    </>
  )
}
