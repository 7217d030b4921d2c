import { type Visit, visits } from '@guildhall/contract/needs'
import { Button, Skeleton } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { TwoVersions } from '../../../ui/two-versions.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { useVisitLabels } from '../parts/use-visit-labels.ts'
import { VisitFields } from '../parts/visit-fields.tsx'
import { emptyVisit, toAddVisit, toChangeVisit, toVisitValues, type VisitValues } from '../parts/visit-values.ts'
import classes from '../parts/visits.module.css'

const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

/** Records a visit with everything that was said there; `?enterprise=` chooses the enterprise beforehand. */
export function AddVisitPage() {
  const w = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const session = useSession()
  const { state } = useUrlState()
  usePageTitle(w('visits.add'), w('visits.title'))
  const form = useContractForm(visits.add, {
    draft: 'visit.new',
    initial: emptyVisit(today(), session.name, state['enterprise']),
    labels: useVisitLabels(),
    toAsk: toAddVisit,
    refresh: ['/api/v1/needs', '/api/v1/inbox'],
    onDone: (visit) => {
      notice({ text: w('visits.added-now', { number: visit.number, n: visit.needs.length }) })
      void navigate({ to: '/visits/$id', params: { id: visit.id }, replace: true })
    },
  })
  return (
    <>
      <PageHead crumbs={[{ label: w('visits.title'), url: '/visits' }]} title={w('visits.add')} />
      <FormPanel
        form={form}
        cancel={
          <Button variant="default" renderRoot={(rest) => <Link to="/visits" {...rest} />}>
            {w('web.cancel')}
          </Button>
        }
      >
        <VisitFields form={form} isNew />
      </FormPanel>
    </>
  )
}

/** Changes what is recorded of a visit; the needs that were voiced stay as they were said. */
export function EditVisitPage() {
  const w = useWords()
  const { id } = useParams({ from: '/signed-in/visits/$id/edit' })
  const asked = useAsk(visits.one, { params: { id } })
  if (asked.data) return <EditForm visit={asked.data} key={asked.data.id} />
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  return <Skeleton height={320} aria-label={w('web.loading')} />
}

function EditForm({ visit }: { visit: Visit }) {
  const w = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const labels = useVisitLabels()
  const { id, number } = visit
  usePageTitle(number, w('visits.edit'))
  const form = useContractForm(visits.change, {
    draft: `visit.${id}`,
    initial: toVisitValues(visit),
    labels,
    toAsk: (values: VisitValues) => toChangeVisit(id, values),
    toValues: toVisitValues,
    onDone: () => {
      notice({ text: w('visits.changed-now', { number }) })
      void navigate({ to: '/visits/$id', params: { id }, replace: true })
    },
  })
  const at = (values: VisitValues | undefined, path: string) => {
    const [first, second] = path.split('.') as [keyof VisitValues, keyof VisitValues['details'] | undefined] // safe: paths are those of the form's own values
    return String(second ? (values?.details[second] ?? '') : (values?.[first] ?? ''))
  }
  return (
    <>
      <PageHead
        crumbs={[
          { label: w('visits.title'), url: '/visits' },
          { label: number, url: `/visits/${id}` },
        ]}
        title={w('visits.edit')}
        number={number}
      />
      <FormPanel
        form={form}
        cancel={
          <Button variant="default" renderRoot={(rest) => <Link to="/visits/$id" params={{ id }} {...rest} />}>
            {w('web.cancel')}
          </Button>
        }
      >
        {form.other ? (
          <TwoVersions
            fields={form.other.clashes.map((path) => ({
              label: labels[path] ?? path,
              mine: at(form.values, path),
              theirs: at(form.other?.theirs, path),
            }))}
            onKeepMine={form.keepMine}
            onTakeTheirs={form.takeTheirs}
          />
        ) : null}
        <VisitFields form={form} isNew={false} />
        <p className={classes['note']}>{w('visits.more-needs')}</p>
      </FormPanel>
    </>
  )
}

type FormLook = Pick<ReturnType<typeof useContractForm>, 'form' | 'problem' | 'wrong' | 'other' | 'draftAt' | 'discardDraft' | 'isPending'>

function FormPanel({ form, cancel, children }: { form: FormLook; cancel: ReactNode; children: ReactNode }) {
  const w = useWords()
  const formats = useFormats()
  return (
    <Panel>
      <form {...form.form}>
        {form.draftAt ? (
          <p className={classes['note']} role="status">
            {w('web.draft-restored', { at: formats.dayAndTime(form.draftAt) })}{' '}
            <Button variant="subtle" size="compact-sm" onClick={form.discardDraft}>
              {w('web.discard-draft')}
            </Button>
          </p>
        ) : null}
        <div>{children}</div>
        <FormProblem problem={form.problem} wrong={form.wrong} />
        <div className={classes['foot']}>
          {form.other ? null : (
            <Button type="submit" loading={form.isPending}>
              {w('visits.save')}
            </Button>
          )}
          {cancel}
        </div>
      </form>
    </Panel>
  )
}
