import { gaps, type Change, changeProposals, type Programme, type Proposal, programmes } from '@guildhall/contract/programmes'
import { outcomes } from '@guildhall/contract/translation'
import { Button, Menu, NumberInput, Skeleton, Textarea, TextInput } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel, PanelPart } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { TwoVersions } from '../../../ui/two-versions.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { ChangeFields } from '../parts/change-fields.tsx'
import classes from '../parts/programmes.module.css'

type Values = { title: string; grounds: string; fromCohort: number; changes: Change[]; outcomeIds: string[] }

/** Drafts a proposal from a gap: the outcomes are there already, one unit that would carry them is begun. */
export function AddProposalPage() {
  const w = useWords()
  const read = useText()
  const { state } = useUrlState()
  const programme = useAsk(programmes.one, { params: { id: state['programme'] ?? '' } }, { enabled: Boolean(state['programme']) })
  const ids = (state['outcome'] ?? '').split(',').filter(Boolean)
  const outcome = useAsk(outcomes.one, { params: { id: ids[0] ?? '' } }, { enabled: ids.length > 0 })
  const gap = useAsk(gaps.ofProgramme, { params: { id: state['programme'] ?? '' }, query: {} }, { enabled: ids.length > 1 })
  usePageTitle(w('programmes.propose'))
  if (programme.isError) return <ErrorState problem={toProblem(programme.error)} onRetry={() => void programme.refetch()} />
  if (!programme.data || (ids.length > 0 && !outcome.data) || (ids.length > 1 && !gap.data && !gap.isError)) return <Skeleton height={480} />
  const one = outcome.data
  const said = ids.map((id) => (id === one?.id ? one : gap.data?.items.find((row) => row.outcome.id === id)?.outcome)).filter((it) => it !== undefined)
  const text = said.map((it) => read(it.text)?.text ?? it.number).join(w('programmes.between'))
  const object = one ? (read(one.object)?.text ?? text) : ''
  const initial: Values = {
    title: one ? w('programmes.usual-title', { outcome: said.length > 1 ? w('programmes.and-more', { outcome: object, n: said.length }) : object }) : '', grounds: one ? w('programmes.usual-grounds', { n: one.askedBy, outcome: text }) : '', fromCohort: programme.data.cohort + (programme.data.state === 'draft' ? 0 : 1), outcomeIds: said.map((it) => it.id),
    changes: one ? [usualChange(programme.data, text, said.length > 1 ? object : text, said.length > 1 ? text : '', said.map((it) => it.id))] : [],
  }
  return <ProposalForm programme={programme.data} initial={initial} />
}

/** A new unit in the course whose words stand nearest to the outcomes; where none does, in the core course with the most practice. The person moves it where it belongs. */
function usualChange(programme: Programme, words: string, name: string, content: string, outcomeIds: string[]): Change {
  const asked = pairsOf(words)
  const near = (course: Programme['courseList'][number]) => [...pairsOf([...Object.values(course.name), ...course.units.flatMap((unit) => [unit.name, unit.content])].join(' '))].filter((pair) => asked.has(pair)).length
  const isCore = (course: Programme['courseList'][number]) => Number(/核心|core|kern/i.test(course.category))
  const [course] = programme.courseList.map((one) => ({ ...one, near: near(one) })).sort((a, b) => b.near - a.near || isCore(b) - isCore(a) || b.hoursPractice - a.hoursPractice)
  return { kind: 'add-unit', courseVersionId: course!.versionId, name: name.slice(0, 60), content, hoursTheory: 4, hoursPractice: 8, outcomeIds, assessment: null }
}

/** Letters two by two: they carry Chinese without a segmenter, and other words well enough to choose a course. */
const pairsOf = (text: string): Set<string> => {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)))
}

/** Edits a draft or a returned proposal. */
export function EditProposalPage() {
  const w = useWords()
  const { id } = useParams({ from: '/signed-in/change-proposals/$id/edit' })
  const proposal = useAsk(changeProposals.one, { params: { id } })
  const programme = useAsk(programmes.one, { params: { id: proposal.data?.programme.id ?? '' } }, { enabled: Boolean(proposal.data) })
  usePageTitle(proposal.data?.title ?? '', w('programmes.edit'))
  if (proposal.isError) return <ErrorState problem={toProblem(proposal.error)} onRetry={() => void proposal.refetch()} />
  if (!proposal.data || !programme.data) return <Skeleton height={480} />
  return <ProposalForm key={id} programme={programme.data} initial={toValues(proposal.data)} proposal={proposal.data} />
}

const toValues = (proposal: Proposal): Values => ({ title: proposal.title, grounds: proposal.grounds, fromCohort: proposal.fromCohort, changes: proposal.changes, outcomeIds: proposal.outcomeList.map((one) => one.id) })

function ProposalForm({ programme, initial, proposal }: { programme: Programme; initial: Values; proposal?: Proposal }) {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const navigate = useNavigate()
  const [values, setValues] = useState(initial)
  const [version, setVersion] = useState(proposal?.version ?? 0)
  const set = (change: Partial<Values>) => setValues((before) => ({ ...before, ...change }))
  const onDone = (saved: Proposal) => { notice({ text: w('programmes.saved-now', { number: saved.number }) }); void navigate({ to: '/change-proposals/$id', params: { id: saved.id }, replace: true }) }
  const add = useAct(changeProposals.add, { refresh: ['/api/v1/programmes', '/api/v1/majors'], onDone })
  const edit = useAct(changeProposals.edit, { refresh: ['/api/v1/timeline'], onDone })
  const act = proposal ? edit : add
  const theirs = edit.error?.problem.code === 'stale' ? (edit.error.problem.current as Proposal) : undefined // safe: what a stale proposal carries is the proposal
  const send = (as = version) => (proposal ? edit.mutate({ params: { id: proposal.id }, body: { ...values, version: as } }) : add.mutate({ body: { programmeId: programme.id, ...values } }))
  const changeAt = (index: number, change: Change | undefined) => set({ changes: change ? values.changes.map((one, at) => (at === index ? change : one)) : values.changes.filter((_, at) => at !== index) })
  const first = programme.courseList.find((one) => one.units.length > 0) ?? programme.courseList[0]!
  const fresh: Record<Change['kind'], Change> = {
    'add-unit': { kind: 'add-unit', courseVersionId: first.versionId, name: '', content: '', hoursTheory: 4, hoursPractice: 4, outcomeIds: values.outcomeIds, assessment: null },
    'change-unit': { kind: 'change-unit', courseVersionId: first.versionId, unitId: first.units[0]?.id ?? '' },
    'remove-unit': { kind: 'remove-unit', courseVersionId: first.versionId, unitId: first.units[0]?.id ?? '' },
    'attach-outcome': { kind: 'attach-outcome', courseVersionId: first.versionId, unitId: first.units[0]?.id ?? '', outcomeId: values.outcomeIds[0] ?? '', depth: 'taught', assessment: null },
    'change-course': { kind: 'change-course', courseVersionId: first.versionId, credits: first.credits },
  }
  return (
    <>
      <PageHead crumbs={[{ label: w('programmes.proposals'), url: '/change-proposals' }, { label: read(programme.title)?.text ?? programme.number, url: `/programmes/${programme.id}` }]} title={proposal ? w('programmes.edit') : w('programmes.propose')} {...(proposal ? { number: proposal.number } : {})} />
      <Panel>
        <form noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) send() }}>
          {theirs ? <TwoVersions fields={[{ label: w('programmes.title'), mine: values.title, theirs: theirs.title }, { label: w('programmes.grounds'), mine: values.grounds, theirs: theirs.grounds }]} onKeepMine={() => { setVersion(theirs.version); send(theirs.version) }} onTakeTheirs={() => { setValues(toValues(theirs)); setVersion(theirs.version); edit.reset() }} /> : <FormProblem problem={act.error?.problem} wrong={[]} />}
          <PanelPart title={w('programmes.why')}>
            <div className={classes['fields']}>
              <TextInput className={classes['wide'] ?? ''} label={w('programmes.title')} value={values.title} maxLength={200} required withAsterisk={false} onChange={(event) => set({ title: event.currentTarget.value })} />
              <Textarea className={classes['wide'] ?? ''} label={w('programmes.grounds')} value={values.grounds} autosize minRows={3} maxLength={8000} onChange={(event) => set({ grounds: event.currentTarget.value })} />
              <NumberInput label={w('programmes.from-cohort')} description={w('programmes.from-cohort-how', { cohort: String(programme.cohort) })} inputWrapperOrder={['label', 'input', 'description', 'error']} value={values.fromCohort} min={programme.cohort} max={2100} thousandSeparator="" onChange={(value) => set({ fromCohort: Number(value) })} />
            </div>
          </PanelPart>
          <PanelPart title={w('programmes.changes')}>
            {values.changes.map((change, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name of its own; its fields hold no state
              <ChangeFields key={`${index}-${change.kind}`} change={change} programme={programme} onChange={(next) => changeAt(index, next)} />
            ))}
            <Menu position="bottom-start">
              <Menu.Target><Button variant="default">{w('programmes.add-change')}</Button></Menu.Target>
              <Menu.Dropdown>{(Object.keys(fresh) as Change['kind'][]).filter((kind) => kind !== 'attach-outcome' || values.outcomeIds.length > 0).map((kind) => <Menu.Item key={kind} onClick={() => set({ changes: [...values.changes, fresh[kind]] })}>{w(`programmes.change.${kind}`)}</Menu.Item>)}</Menu.Dropdown>
            </Menu>
          </PanelPart>
          <div className={classes['foot']}>
            <Button type="submit" loading={act.isPending} disabled={!values.title.trim()}>{w('programmes.save-draft')}</Button>
            <Button variant="default" onClick={() => window.history.back()}>{w('web.cancel')}</Button>
          </div>
        </form>
      </Panel>
    </>
  )
}
