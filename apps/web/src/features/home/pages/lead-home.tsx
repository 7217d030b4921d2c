import { type Major, majors } from '@guildhall/contract/programmes'
import { VisuallyHidden } from '@mantine/core'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/home.module.css'
import { InboxPart } from '../parts/inbox-part.tsx'

/** The home of a programme lead: where each major stands, every figure opening its rows, and what waits for a decision. */
export function LeadHome() {
  const w = useWords()
  const formats = useFormats()
  usePageTitle(w('web.nav.tasks'))
  const asked = useAsk(majors.list, { query: { closed: 'no', limit: 20 } }, { every: () => 120_000 })
  const page = asked.data
  return (
    <>
      <PageHead title={w('web.nav.tasks')} />
      <Panel>
        <PanelPart
          title={w('home.majors')}
          aside={page ? <span className={classes['note']}>{w('web.as-of', { at: formats.time(page.asOf) })}</span> : null}
        >
          {asked.isError && !page ? <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /> : null}
          {page?.items.length === 0 ? (
            <EmptyState isPart title={w('home.no-majors')} action={<To url="/programmes/upload">{w('home.upload-programme')}</To>}>
              <p>{w('home.no-majors-how')}</p>
            </EmptyState>
          ) : null}
          {page && page.items.length > 0 ? <MajorsTable majors={page.items} /> : null}
        </PanelPart>
        <PanelPart title={w('home.decisions')}>
          <InboxPart />
        </PanelPart>
      </Panel>
    </>
  )
}

function MajorsTable({ majors: rows }: { majors: readonly Major[] }) {
  const w = useWords()
  return (
    <table className={classes['table']}>
      <caption>
        <VisuallyHidden>{w('home.majors')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">{w('home.major')}</th>
          {(['asked', 'taught', 'unread', 'proposals'] as const).map((name) => (
            <th key={name} scope="col" data-number>
              {w(`home.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((major) => {
          const newest = major.programmes.find((one) => one.state === 'in-force') ?? major.programmes[0]
          const figures = [
            ['asked', major.asked, newest ? `/programmes/${newest.id}/gap` : '/majors'],
            ['taught', major.taught, newest ? `/programmes/${newest.id}/gap?view=matrix` : '/majors'],
            ['unread', major.unread, `/needs?status=unread&majorId=${major.id}`],
            ['proposals', major.proposals, `/change-proposals?majorId=${major.id}`],
          ] as const
          return (
            <tr key={major.id}>
              <th scope="row">
                <To url={newest ? `/programmes/${newest.id}` : '/majors'}>
                  <ContentText text={major.name} />
                </To>
              </th>
              {figures.map(([name, value, url]) => (
                <td key={name} data-number data-label={w(`home.${name}`)}>
                  {value === 0 ? (
                    0
                  ) : (
                    <To url={url} aria-label={`${w(`home.${name}`)} ${value}`}>
                      {value}
                    </To>
                  )}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
