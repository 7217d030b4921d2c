import type { Organisation } from '@guildhall/contract/directory'
import { organisationKinds, organisations } from '@guildhall/contract/directory'
import { Button, Skeleton } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { toProblem } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { TwoVersions } from '../../../ui/two-versions.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import classes from '../parts/organisation.module.css'
import { OrganisationFields } from '../parts/organisation-form.tsx'
import { emptyOrganisation, type OrganisationValues, toAddAsk, toChangeAsk, toOrganisationValues } from '../parts/organisation-values.ts'
import { useOrganisationLabels } from '../parts/use-organisation-labels.ts'

/** Adds an organisation to the register; `?kind=` chooses the kind beforehand. */
export function AddOrganisationPage() {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const navigate = useNavigate()
  const { state } = useUrlState()
  const labels = useOrganisationLabels()
  const kind = organisationKinds.find((one) => one === state['kind']) ?? 'enterprise'
  const title = kind === 'enterprise' ? w('directory.add-enterprise') : w('directory.add')
  usePageTitle(title, w('directory.organisations'))
  const form = useContractForm(organisations.add, {
    draft: `organisation.new.${kind}`,
    initial: emptyOrganisation(kind),
    labels,
    toAsk: toAddAsk,
    onDone: (added) => {
      notice({ text: w('directory.added-now', { name: read(added.name)?.text ?? '', number: added.number }) })
      void navigate({ to: '/organisations/$id', params: { id: added.id }, replace: true })
    },
  })
  return (
    <>
      <PageHead crumbs={[{ label: w('directory.organisations'), url: '/organisations' }]} title={title} />
      <FormPanel
        form={form}
        verb={title}
        cancel={
          <Button variant="default" renderRoot={(rest) => <Link to="/organisations" {...rest} />}>
            {w('web.cancel')}
          </Button>
        }
      >
        <OrganisationFields form={form} isNew />
      </FormPanel>
    </>
  )
}

/** Changes an organisation. The version goes along, so that nobody overwrites what they did not see. */
export function EditOrganisationPage() {
  const { id } = useParams({ from: '/signed-in/organisations/$id/edit' })
  const asked = useAsk(organisations.one, { params: { id } })
  if (asked.data) return <EditForm organisation={asked.data} key={asked.data.id} />
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  return <Skeleton height={320} />
}

function EditForm({ organisation }: { organisation: Organisation }) {
  const w = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const labels = useOrganisationLabels()
  const name = useText()(organisation.name)?.text ?? organisation.number
  const { id } = organisation
  usePageTitle(name, w('directory.edit'))
  const takeBack = useAct(organisations.change, { onDone: () => notice({ text: w('directory.taken-back', { name }) }) })
  const form = useContractForm(organisations.change, {
    draft: `organisation.${id}`,
    initial: toOrganisationValues(organisation),
    labels,
    toAsk: (values: OrganisationValues) => toChangeAsk(id, values),
    toValues: toOrganisationValues,
    onDone: (after) => {
      notice({
        text: w('directory.changed-now', { name }),
        undo: () => takeBack.mutate(toChangeAsk(id, { ...toOrganisationValues(organisation), version: after.version })),
      })
      void navigate({ to: '/organisations/$id', params: { id }, replace: true })
    },
  })
  const at = (values: OrganisationValues | undefined, path: string) => {
    const [first, second] = path.split('.') as [keyof OrganisationValues, keyof OrganisationValues['name'] | undefined] // safe: paths are those of the form's own values
    const value = values?.[first] ?? ''
    return String(typeof value === 'object' && second ? value[second] : value)
  }
  return (
    <>
      <PageHead
        crumbs={[
          { label: w('directory.organisations'), url: '/organisations' },
          { label: name, url: `/organisations/${id}` },
        ]}
        title={w('directory.edit')}
        number={organisation.number}
      />
      <FormPanel
        form={form}
        verb={w('directory.save')}
        cancel={
          <Button variant="default" renderRoot={(rest) => <Link to="/organisations/$id" params={{ id }} {...rest} />}>
            {w('web.cancel')}
          </Button>
        }
      >
        {form.other ? (
          <div className={classes['problem']}>
            <TwoVersions
              fields={form.other.clashes.map((path) => ({
                label: labels[path] ?? path,
                mine: at(form.values, path),
                theirs: at(form.other?.theirs, path),
              }))}
              onKeepMine={form.keepMine}
              onTakeTheirs={form.takeTheirs}
            />
          </div>
        ) : null}
        <OrganisationFields form={form} isNew={false} />
      </FormPanel>
    </>
  )
}

type FormLook = Pick<ReturnType<typeof useContractForm>, 'form' | 'problem' | 'wrong' | 'other' | 'draftAt' | 'discardDraft' | 'isPending'>

/** A form on the page's panel: the kept draft, the fields, what was refused, the one main button. */
function FormPanel({ form, verb, cancel, children }: { form: FormLook; verb: string; cancel: ReactNode; children: ReactNode }) {
  const w = useWords()
  const formats = useFormats()
  return (
    <Panel>
      <form {...form.form}>
        {form.draftAt ? (
          <div className={classes['draft']} role="status">
            {w('web.draft-restored', { at: formats.dayAndTime(form.draftAt) })}
            <Button variant="subtle" size="compact-sm" onClick={form.discardDraft}>
              {w('web.discard-draft')}
            </Button>
          </div>
        ) : null}
        <div className={classes['problem']}>
          <FormProblem problem={form.problem} wrong={form.wrong} />
        </div>
        {children}
        {/* While two versions wait for a decision, its button is the main one. */}
        <div className={classes['foot']}>
          {form.other ? null : (
            <Button type="submit" loading={form.isPending}>
              {verb}
            </Button>
          )}
          {cancel}
        </div>
      </form>
    </Panel>
  )
}
