import { organisations } from '@guildhall/contract/directory'
import { type ProposalRoute, proposalRoutes, routeStepKinds } from '@guildhall/contract/programmes'
import { Button, MultiSelect, NumberInput, Select, Skeleton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { faultText, toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useLanguage, useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/programmes.module.css'

type Step = ProposalRoute['steps'][number]
const emptyStep = (kind: Step['kind'], name: string): Step => ({ kind, name, people: [], organisations: [], chairId: null, deputies: [], days: 14, quorum: null, majority: 'simple' })

/** The route that change proposals take at this college: hearings, votes, approvals, in the order that the college sets. */
export function RoutesPage() {
  const w = useWords()
  const session = useSession()
  const asked = useAsk(proposalRoutes.list, {})
  const colleagues = useAsk(organisations.people, { params: { id: session.actingFor?.organisationId ?? '' }, query: { limit: 200 } })
  usePageTitle(w('programmes.routes'))
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data || !colleagues.data) return <Skeleton height={320} />
  const people = colleagues.data.items.map((one) => ({ value: one.id, label: one.name }))
  const [first] = asked.data.items
  return (
    <>
      <PageHead title={w('programmes.routes')} />
      <Panel>
        <p>{w('programmes.routes-what')}</p>
        <RouteForm key={first?.version ?? 0} people={people} {...(first ? { route: first } : {})} />
      </Panel>
    </>
  )
}

function RouteForm({ route, people }: { route?: ProposalRoute; people: { value: string; label: string }[] }) {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const partners = useAsk(organisations.list, { query: { limit: 200 } })
  const [name, setName] = useState(route?.name ?? w('programmes.route-usual'))
  const [steps, setSteps] = useState<Step[]>(route?.steps ?? [emptyStep('approval', w('programmes.step.approval'))])
  const save = useAct(proposalRoutes.save, { onDone: () => notice({ text: w('programmes.route-saved') }) })
  const { language } = useLanguage()
  const faultAt = (index: number, field: keyof Step) => {
    const found = save.error?.problem.faults?.find((one) => one.at === `/steps/${index}/${field}` || one.at === `/body/steps/${index}/${field}`)
    return found ? faultText(found, language) : undefined
  }
  const set = (index: number, change: Partial<Step>) => setSteps((before) => before.map((one, at) => (at === index ? { ...one, ...change } : one)))
  const move = (index: number, by: number) => setSteps((before) => { const next = [...before]; const [one] = next.splice(index, 1); next.splice(index + by, 0, one!); return next })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); save.mutate({ body: { name, steps, active: true, ...(route ? { id: route.id, version: route.version } : {}) } }) }}>
      <FormProblem problem={save.error?.problem} wrong={[]} />
      <TextInput label={w('programmes.route-name')} value={name} onChange={(event) => setName(event.currentTarget.value)} maw={480} mb="md" />
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name of its own; its fields hold no state
        <PanelPart key={`${index}-${step.kind}`} title={`${index + 1}. ${w(`programmes.step.${step.kind}`)}`}>
          <div className={classes['fields']}>
            <TextInput label={w('programmes.step-name')} value={step.name} error={faultAt(index, 'name')} onChange={(event) => set(index, { name: event.currentTarget.value })} />
            <NumberInput label={w('programmes.step-days')} value={step.days} error={faultAt(index, 'days')} min={1} max={120} onChange={(value) => set(index, { days: Number(value) })} />
            <MultiSelect className={classes['wide'] ?? ''} searchable label={w(`programmes.step-people.${step.kind}`)} value={step.people} data={people} error={faultAt(index, 'people')} onChange={(value) => set(index, { people: value, deputies: step.deputies.filter((one) => value.includes(one.personId)) })} />
            <Select label={w('programmes.step-chair')} clearable searchable value={step.chairId} data={people} onChange={(chairId) => set(index, { chairId })} />
            {step.kind === 'opinion' ? <MultiSelect className={classes['wide'] ?? ''} searchable label={w('programmes.step-organisations')} value={step.organisations} data={(partners.data?.items ?? []).map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.number }))} onChange={(value) => set(index, { organisations: value })} /> : null}
            {step.kind === 'vote' ? <><NumberInput label={w('programmes.step-quorum')} value={step.quorum ?? ''} error={faultAt(index, 'quorum')} min={1} max={60} onChange={(value) => set(index, { quorum: value === '' ? null : Number(value) })} /><Select label={w('programmes.step-majority')} allowDeselect={false} value={step.majority} data={(['simple', 'two-thirds'] as const).map((value) => ({ value, label: w(`programmes.majority.${value}`) }))} onChange={(value) => set(index, { majority: value as Step['majority'] })} /></> : null}
            {step.kind === 'opinion' ? null : step.people.map((personId) => (
              <Select key={personId} label={w('programmes.deputy-of', { name: people.find((one) => one.value === personId)?.label ?? '' })} clearable searchable value={step.deputies.find((one) => one.personId === personId)?.deputyId ?? null} data={people.filter((one) => one.value !== personId)} onChange={(deputyId) => set(index, { deputies: [...step.deputies.filter((one) => one.personId !== personId), ...(deputyId ? [{ personId, deputyId }] : [])] })} />
            ))}
          </div>
          <div className={classes['foot']}>
            <Button size="compact-sm" variant="default" disabled={index === 0} onClick={() => move(index, -1)}>{w('programmes.step-up')}</Button>
            <Button size="compact-sm" variant="default" disabled={index === steps.length - 1} onClick={() => move(index, 1)}>{w('programmes.step-down')}</Button>
            <Button size="compact-sm" variant="subtle" color="madder" disabled={steps.length === 1} onClick={() => setSteps((before) => before.filter((_, at) => at !== index))}>{w('programmes.step-drop')}</Button>
          </div>
        </PanelPart>
      ))}
      <div className={classes['foot']}>
        {routeStepKinds.map((kind) => <Button key={kind} variant="default" onClick={() => setSteps((before) => [...before, emptyStep(kind, w(`programmes.step.${kind}`))])}>{w('programmes.step-add', { step: w(`programmes.step.${kind}`) })}</Button>)}
        <Button type="submit" loading={save.isPending}>{w('programmes.route-save')}</Button>
      </div>
    </form>
  )
}
