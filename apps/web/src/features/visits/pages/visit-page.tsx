import { visits } from '@guildhall/contract/needs'
import { Button, Skeleton, Stack } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { Fragment } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { OccupationName } from '../../../ui/occupation-name.tsx'
import { Facts, Panel, PanelPart } from '../../../ui/panel.tsx'
import { useRemember } from '../../../ui/recent.ts'
import { ThingComments } from '../../../ui/thing-comments.tsx'
import { NextPart, PageHead, ThingPage } from '../../../ui/thing-page.tsx'
import { ThingTimeline } from '../../../ui/thing-timeline.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { detailGroups } from '../parts/visit-values.ts'
import classes from '../parts/visits.module.css'

/** One visit: who was there, what was said, what the reporting table asks. */
export function VisitPage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const { id } = useParams({ from: '/signed-in/visits/$id' })
  const asked = useAsk(visits.one, { params: { id } })
  const visit = asked.data
  const name = visit ? (read(visit.enterprise.name)?.text ?? visit.number) : ''
  usePageTitle(visit?.number, w('visits.title'))
  useRemember(visit ? { kind: 'visit', number: visit.number, title: name, url: `/visits/${id}` } : undefined)
  const crumbs = [{ label: w('visits.title'), url: '/visits' }]
  if (asked.isError && !visit)
    return (
      <>
        <PageHead crumbs={crumbs} title={w('visits.visit')} />
        <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
      </>
    )
  if (!visit) return <Skeleton height={320} aria-label={w('web.loading')} />
  const person = (one: string | null, position: string | null) => (one ? [one, position].filter(Boolean).join(' · ') : null)
  const shown = (value: string | number | undefined) => (typeof value === 'number' ? formats.number(value) : (value ?? null))
  const groups = detailGroups.filter(([, names]) => names.some((one) => visit.details[one] !== undefined))
  return (
    <ThingPage
      crumbs={crumbs}
      title={name}
      number={visit.number}
      next={
        <NextPart title={w('web.next-step')}>
          <Stack gap="xs">
            {visit.allowed.includes('change') ? (
              <Button variant="default" renderRoot={(rest) => <Link to="/visits/$id/edit" params={{ id }} {...rest} />}>
                {w('visits.edit')}
              </Button>
            ) : null}
            <Button variant="subtle" onClick={() => window.print()}>
              {w('programmes.print')}
            </Button>
          </Stack>
        </NextPart>
      }
      rest={
        <NextPart title={w('web.timeline')}>
          <ThingTimeline kind="visit" id={id} book="visits.did" />
        </NextPart>
      }
    >
      <Panel>
        <PanelPart title={w('visits.who')}>
          <Facts
            facts={[
              { label: w('visits.on-date'), value: formats.day(visit.onDate) },
              {
                label: w('visits.enterprise'),
                value: (
                  <To url={`/organisations/${visit.enterprise.id}`}>
                    <ContentText text={visit.enterprise.name} tag={false} />
                  </To>
                ),
              },
              { label: w('visits.led-by'), value: person(visit.ledBy, visit.ledByPosition) },
              { label: w('visits.received-by'), value: person(visit.receivedBy, visit.receivedByPosition) },
            ]}
          />
        </PanelPart>
        <PanelPart title={w('visits.needs')}>
          {visit.needs.length === 0 ? <p className={classes['note']}>{w('visits.no-needs')}</p> : null}
          <ul className={classes['voices']}>
            {visit.needs.map((need) => (
              <li key={need.id}>
                <To url={`/needs/${need.id}`}>{need.number}</To> <q>{need.text}</q>
                {need.post ? <p className={classes['note']}>{w('titles.of-visit', { post: need.post })} {need.occupations.map((one) => <Fragment key={one.id}> · <OccupationName occupation={one} /></Fragment>)}</p> : null}
              </li>
            ))}
          </ul>
        </PanelPart>
        {groups.map(([group, names]) => (
          <PanelPart key={group} title={w(`visits.group.${group}`)}>
            <Facts facts={names.map((one) => ({ label: w(`visits.${one}`), value: shown(visit.details[one]) }))} />
          </PanelPart>
        ))}
        <PanelPart isTalk title={w('web.comments')}>
          <ThingComments kind="visit" id={id} />
        </PanelPart>
      </Panel>
    </ThingPage>
  )
}
