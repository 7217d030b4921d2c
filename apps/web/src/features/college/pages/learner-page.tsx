import { changesFrom, learners } from '@guildhall/contract/directory'
import { Button, Skeleton } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { Facts, Panel, PanelPart } from '../../../ui/panel.tsx'
import { NextPart, ThingPage } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/college.module.css'
import { RecordDialog } from '../parts/record-dialog.tsx'
import { LearnerState } from '../parts/states.tsx'

/** One learner: what is known, the guardians, and every recorded change. */
export function LearnerPage() {
  const w = useWords()
  const formats = useFormats()
  const { id } = useParams({ from: '/signed-in/learners/$id' })
  const asked = useAsk(learners.one, { params: { id } })
  const one = asked.data
  usePageTitle(one?.name, w('college.learners'))
  const [isRecording, setRecording] = useState(false)
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!one) return <Skeleton height={320} />
  const day = (date: string | null) => (date ? formats.day(date) : null)
  const mayRecord = one.allowed.includes('record') && changesFrom(one.status).length > 0
  return (
    <ThingPage
      crumbs={[{ label: w('college.learners'), url: '/learners' }]}
      title={one.name}
      number={one.studentNumber}
      state={<LearnerState status={one.status} />}
      next={one.allowed.includes('change') ? (
        <NextPart title={w('web.next-step')}>
          <div className={classes['column']}>
            {mayRecord ? <Button onClick={() => setRecording(true)}>{w('college.record')}</Button> : null}
            <Button variant="default" renderRoot={(rest) => <Link to="/learners/$id/edit" params={{ id }} {...rest} />}>{w('college.edit-learner')}</Button>
          </div>
        </NextPart>
      ) : undefined}
      rest={<p className={classes['note']}>{w('college.personal-data')} {w('college.changed-at', { at: formats.dayAndTime(one.updatedAt), version: one.version })}</p>}
    >
      <Panel>
        <PanelPart title={w('college.learner')}>
          <Facts facts={[{ label: w('college.class'), value: one.class ? <To url={`/classes/${one.class.id}`}>{one.class.name}</To> : null }, { label: w('college.gender'), value: one.gender ? w(`college.gender.${one.gender}`) : null }, { label: w('college.birth-date'), value: day(one.birthDate) }, { label: w('college.entered-on'), value: day(one.enteredOn) }, ...(one.leftOn ? [{ label: w('college.left-on'), value: day(one.leftOn) }] : [])]} />
        </PanelPart>
        <PanelPart title={w('college.guardians')}>
          {one.guardians.length === 0 ? <p className={classes['note']}>{w('college.none')}</p> : <Facts facts={one.guardians.map((guardian, at) => ({ label: `${at + 1}. ${w(`college.relation.${guardian.relation}`)}`, value: `${guardian.name} ${guardian.phone ?? ''}` }))} />}
        </PanelPart>
        <PanelPart title={w('college.changes')}>
          {one.changes.length === 0 ? <p className={classes['note']}>{w('college.changes-none')}</p> : (
            <ul className={classes['lines']}>
              {one.changes.map((change) => (
                <li key={change.id}>
                  <span>{formats.day(change.onDate)}</span><b>{w(`college.change.${change.kind}`)}</b>
                  {change.to ? <span>{w('college.from-to', { from: change.from?.name ?? '–', to: change.to.name })}</span> : null}
                  {change.note ? <span>{change.note}</span> : null}
                  <span className={classes['meta']}>{w('college.recorded-by', { name: change.by ?? '–', at: formats.day(change.at) })}</span>
                </li>
              ))}
            </ul>
          )}
        </PanelPart>
      </Panel>
      {isRecording ? <RecordDialog learner={one} onClose={() => setRecording(false)} /> : null}
    </ThingPage>
  )
}
