import { organisations } from '@guildhall/contract/directory'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { useWords } from '../../../ui/language.tsx'
import { PanelPart } from '../../../ui/panel.tsx'
import { To } from '../../../ui/to.tsx'
import { HomeLines } from './home-lines.tsx'
import classes from './home.module.css'

/** Enterprises that nobody has vetted: until then no student goes there. */
export function ToVetPart() {
  const w = useWords()
  const asked = useAsk(organisations.list, { query: { kind: 'enterprise', vetting: 'unvetted', sort: 'name', limit: 8 } })
  const page = asked.data
  return (
    <PanelPart
      title={w('home.to-vet')}
      aside={
        page && page.count > 0 ? (
          <To url="/organisations?kind=enterprise&vetting=unvetted">{w('home.counted', { n: page.count })} ›</To>
        ) : null
      }
    >
      <HomeLines
        isPending={asked.isPending}
        problem={asked.isError && !page ? toProblem(asked.error) : undefined}
        onRetry={() => void asked.refetch()}
        none={w('home.nothing-to-vet')}
      >
        {(page?.items ?? []).map((one) => (
          <li key={one.id}>
            <span className={classes['what']}>
              <To url={`/organisations/${one.id}`}>
                <ContentText text={one.name} tag={false} />
              </To>
            </span>
            <span className={classes['note']}>
              {one.number}
              {one.region ? (
                <>
                  {' · '}
                  <ContentText text={one.region.name} tag={false} />
                </>
              ) : null}
            </span>
          </li>
        ))}
      </HomeLines>
    </PanelPart>
  )
}
