import { type Programme, programmes, type Unit } from '@guildhall/contract/programmes'
import { Button, Group, NumberInput, Skeleton, Stack, Switch } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { ContentText } from '../../../ui/content-text.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Letterhead } from '../../../ui/stamp-block.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { NextPart, PageHead, ThingPage } from '../../../ui/thing-page.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { CarryNoneDialog } from '../parts/carry-none-dialog.tsx'
import { DescribeDialog } from '../parts/describe-dialog.tsx'
import classes from '../parts/programmes.module.css'

const isWhole = ({ name, units }: Programme['courseList'][number]) => units.length === 1 && units[0]!.content === '' && units[0]!.name === name.zh

/** A training programme: its courses, units, what each unit carries, and who said so. */
export function ProgrammePage() {
  const w = useWords()
  const read = useText()
  const formats = useFormats()
  const notice = useNotice()
  const navigate = useNavigate()
  const session = useSession()
  const { id } = useParams({ from: '/signed-in/programmes/$id' })
  const asked = useAsk(programmes.one, { params: { id } })
  const { state, go } = useUrlState()
  const [describing, setDescribing] = useState<Unit>()
  const [isCarryingNone, setCarryingNone] = useState(false)
  const [isRolling, setRolling] = useState(false)
  const [cohort, setCohort] = useState(0)
  const rollOver = useAct(programmes.rollOver, { refresh: ['/api/v1/majors'], onDone: (made) => { setRolling(false); notice({ text: w('programmes.rolled-over', { number: made.number }) }); void navigate({ to: '/programmes/$id', params: { id: made.id } }) } })
  const putInForce = useAct(programmes.putInForce, { refresh: ['/api/v1/majors'], onDone: () => notice({ text: w('programmes.in-force-now') }) })
  const programme = asked.data
  const title = programme ? (read(programme.title)?.text ?? programme.number) : w('programmes.programme')
  usePageTitle(title, w('programmes.majors'))
  const crumbs = [{ label: w('programmes.majors'), url: '/majors' }]
  if (asked.isError && !programme) return <><PageHead crumbs={crumbs} title={title} /><ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} /></>
  if (!programme) return <Skeleton height={480} aria-label={w('web.loading')} />
  const units = programme.courseList.flatMap((one) => one.units)
  const described = units.filter((one) => one.describedAt).length
  const onlyOpen = state['only'] === 'open'
  const shown = onlyOpen ? programme.courseList.filter((one) => one.units.some((unit) => !unit.describedAt)) : programme.courseList
  const may = (action: string) => programme.allowed.includes(action)
  return (
    <>
      <Letterhead organisation={session.actingFor ? (read(session.actingFor.organisation)?.text ?? '') : w('product.name')} title={title} number={programme.number} asOf={programme.updatedAt} />
      <ThingPage
        crumbs={crumbs}
        title={<ContentText text={programme.title} />}
        number={programme.number}
        state={<StateBadge tone={programme.state === 'in-force' ? 'done' : programme.state === 'draft' ? 'none' : 'resting'}>{w(`programmes.state.${programme.state}`)}</StateBadge>}
        next={
          <NextPart title={w('web.next-step')}>
            <Stack gap="xs">
              <Button component="a" href={`/programmes/${id}/gap`} onClick={(event) => { event.preventDefault(); void navigate({ to: '/programmes/$id/gap', params: { id } }) }}>{w('programmes.open-gap')}</Button>
              {may('propose') ? <Button variant="default" onClick={() => void navigate({ to: '/change-proposals/new', search: { programme: id } as never })}>{w('programmes.propose')}</Button> : null}
              {may('put-in-force') ? <Button variant="default" loading={putInForce.isPending} onClick={() => putInForce.mutate({ params: { id } })}>{w('programmes.put-in-force')}</Button> : null}
              {may('roll-over') ? <Button variant="subtle" onClick={() => { setCohort(programme.cohort + 1); setRolling(true) }}>{w('programmes.roll-over')}</Button> : null}
              <Button variant="subtle" component="a" href={`/api/v1/programmes/${id}/sheet`}>{w('programmes.as-excel')}</Button>
              <Button variant="subtle" onClick={() => window.print()}>{w('programmes.print')}</Button>
            </Stack>
          </NextPart>
        }
      >
        <FormProblem problem={putInForce.error?.problem} wrong={[]} />
        <Panel>
          <ul className={classes['figures']}>
            <li>{w('programmes.cohort')} <b>{programme.cohort}</b></li>
            <li>{w('programmes.total-hours')} <b>{formats.number(programme.hours)}</b></li>
            <li>{w('programmes.total-credits')} <b>{formats.number(programme.credits)}</b></li>
            <li>{w('programmes.described-of', { n: described, of: units.length })}</li>
            {programme.copiedFrom ? <li><To url={`/programmes/${programme.copiedFrom.id}`}>{w('programmes.copied-from', { cohort: String(programme.copiedFrom.cohort) })}</To></li> : null}
          </ul>
          {units.length > described ? (
            <Group className="no-print" mb="sm" gap="lg">
              <Switch label={w('programmes.only-open')} checked={onlyOpen} onChange={(event) => go({ ...state, only: event.currentTarget.checked ? 'open' : undefined } as never)} />
              {may('describe') && units.length - described > 1 ? <Button size="compact-sm" variant="default" onClick={() => setCarryingNone(true)}>{w('programmes.carry-none')}</Button> : null}
            </Group>
          ) : null}
          {shown.map((course) => (
            <details key={course.versionId} className={classes['course']} open={course.units.length > 0}>
              <summary>
                <b><ContentText text={course.name} tag={false} /></b>
                <span>{course.code} · {w('programmes.version', { n: course.number })} · {course.nature} · {w('programmes.credits', { n: course.credits })} · {w('programmes.hours-split', { total: course.hoursTheory + course.hoursPractice, theory: course.hoursTheory, practice: course.hoursPractice })} · {course.assessment}</span>
                {course.proposalId ? <To url={`/change-proposals/${course.proposalId}`}>{w('programmes.by-proposal')}</To> : null}
              </summary>
              {course.units.map((unit) => (
                <div key={unit.id} id={`unit-${unit.id}`} className={classes['unit']} data-open={unit.describedAt ? undefined : true}>
                  <div>
                    {/* A course without parts is its own unit: its name and hours stand above. */}
                    {isWhole(course) ? null : <p><b>{unit.name}</b> <span className={classes['meta']}>{w('programmes.hours-split', { total: unit.hoursTheory + unit.hoursPractice, theory: unit.hoursTheory, practice: unit.hoursPractice })}{unit.recordedHours ? ` · ${w('programmes.recorded-hours', { n: unit.recordedHours })}` : ''}</span></p>}
                    <p className={classes['meta']}>{unit.content}</p>
                    {unit.outcomes.length > 0 ? <ul>{unit.outcomes.map((one) => <li key={one.id}><To url={`/outcomes/${one.id}`}>{one.number}</To> <ContentText text={one.text} /> <span className={classes['meta']}>{w(`programmes.depth.${one.depth}`)}</span></li>)}</ul> : null}
                    <p className={classes['meta']}>{unit.describedAt ? w('programmes.described-by', { name: unit.describedBy ?? '', at: formats.day(unit.describedAt) }) : w('programmes.not-yet-described')}</p>
                  </div>
                  {may('describe') ? <Button size="compact-sm" variant="default" onClick={() => setDescribing(unit)}>{w('programmes.describe')}</Button> : null}
                </div>
              ))}
            </details>
          ))}
        </Panel>
      </ThingPage>
      {isCarryingNone ? <CarryNoneDialog programme={programme} onClose={() => setCarryingNone(false)} /> : null}
      {describing ? <DescribeDialog unit={describing} onClose={() => setDescribing(undefined)} /> : null}
      <ConfirmAct opened={isRolling} onClose={() => setRolling(false)} title={w('programmes.roll-over-ask', { number: programme.number })} effect={w('programmes.roll-over-effect')} verb={w('programmes.roll-over')} isPending={rollOver.isPending} onConfirm={() => rollOver.mutate({ params: { id }, body: { cohort } })}>
        <FormProblem problem={rollOver.error?.problem} wrong={[]} />
        <NumberInput mt="md" label={w('programmes.for-cohort')} value={cohort} min={programme.cohort + 1} max={2100} thousandSeparator="" onChange={(value) => setCohort(Number(value))} />
      </ConfirmAct>
    </>
  )
}
