import { classes } from '@guildhall/contract/directory'
import { Button, Skeleton } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Facts, Panel, PanelPart } from '../../../ui/panel.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { NextPart, ThingPage } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import styles from '../parts/college.module.css'
import { RosterPart } from '../parts/roster-part.tsx'

/** One class: who leads it, and its learners for those who may see them. */
export function ClassPage() {
  const w = useWords()
  const notice = useNotice()
  const { id } = useParams({ from: '/signed-in/classes/$id' })
  const asked = useAsk(classes.one, { params: { id } })
  const one = asked.data
  usePageTitle(one?.name, w('college.classes'))
  const [isAsking, setAsking] = useState(false)
  const archive = useAct(classes.archive, { onDone: () => { setAsking(false); notice({ text: w('college.archived-now', { name: one?.name ?? '' }) }) } })
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!one) return <Skeleton height={320} />
  const acts = one.allowed.includes('change') || one.allowed.includes('archive')
  return (
    <ThingPage
      crumbs={[{ label: w('college.classes'), url: '/classes' }]}
      title={one.name}
      state={one.archivedAt ? <StateBadge tone="resting">{w('college.archived')}</StateBadge> : null}
      next={acts ? (
        <NextPart title={w('web.next-step')}>
          <div className={styles['column']}>
            {one.allowed.includes('change') ? <Button variant="default" renderRoot={(rest) => <Link to="/classes/$id/edit" params={{ id }} {...rest} />}>{w('college.edit-class')}</Button> : null}
            {one.allowed.includes('archive') ? <Button variant="subtle" onClick={() => setAsking(true)}>{w('college.archive')}</Button> : null}
          </div>
        </NextPart>
      ) : undefined}
    >
      <Panel>
        <PanelPart title={w('college.class')}>
          <Facts facts={[{ label: w('college.cohort'), value: one.cohort }, { label: w('college.major'), value: one.major ? <ContentText text={one.major.name} /> : null }, { label: w('college.department'), value: one.department ? <ContentText text={one.department.name} /> : null }, { label: w('college.class-teacher'), value: one.teacher?.name }]} />
        </PanelPart>
        <PanelPart title={w('college.learners')} aside={<To url={`/learners?classId=${id}`}>{w('college.n-learners', { n: one.learners })}</To>}><RosterPart classId={id} /></PanelPart>
      </Panel>
      <ConfirmAct opened={isAsking} onClose={() => setAsking(false)} title={w('college.archive-ask', { name: one.name })} effect={w('college.archive-effect')} verb={w('college.archive')} isPending={archive.isPending} onConfirm={() => archive.mutate({ params: { id } })}>
        <FormProblem problem={archive.error?.problem} wrong={[]} />
      </ConfirmAct>
    </ThingPage>
  )
}
