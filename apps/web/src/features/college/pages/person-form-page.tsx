import { type Member, people, rolesOfKind } from '@guildhall/contract/directory'
import type { Role } from '@guildhall/contract/identity'
import { type InterfaceLanguage, interfaceLanguages } from '@guildhall/kernel'
import { MultiSelect, Select, Skeleton, TextInput } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { toProblem } from '../../../api/problem-text.ts'
import { useSession } from '../../../api/session.tsx'
import { useAsk } from '../../../api/use-ask.ts'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { NoMail } from '../../../ui/no-mail.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import classes from '../parts/college.module.css'
import { FormPanel } from '../parts/form-panel.tsx'
import { useLimits } from '../parts/use-choices.ts'

type Values = { name: string; email: string; language: InterfaceLanguage; roles: Role[]; position: string; departments: string[]; majors: string[]; classes: string[] }

function useLabels(): Readonly<Record<keyof Values, string>> {
  const w = useWords()
  return { name: w('college.person-name'), email: w('college.email'), language: w('college.language'), roles: w('college.roles'), position: w('college.position'), departments: w('college.limit-departments'), majors: w('college.limit-majors'), classes: w('college.limit-classes') }
}

/** Invites a person: an account, roles, limits; the mail with the link goes out by itself. */
export function InvitePersonPage() {
  const w = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const { language } = useLanguage()
  const title = w('college.invite')
  usePageTitle(title, w('college.people'))
  const initial: Values = { name: '', email: '', language, roles: [], position: '', departments: [], majors: [], classes: [] }
  const form = useContractForm(people.invite, {
    draft: 'person.new', initial, labels: useLabels(),
    toAsk: (values) => ({ body: { ...values, email: values.email.trim(), position: values.position || null } }),
    onDone: (added) => { notice({ text: w('college.invited-now', { name: added.name, email: added.email ?? '' }) }); void navigate({ to: '/people', replace: true }) },
  })
  return (
    <>
      <PageHead crumbs={[{ label: w('college.people'), url: '/people' }]} title={title} />
      <NoMail />
      <FormPanel form={form} verb={title} back="/people">
        <div className={classes['fields']}>
          <TextInput {...form.field('name')} autoComplete="off" required withAsterisk={false} />
          <TextInput {...form.field('email')} type="email" inputMode="email" autoComplete="off" required withAsterisk={false} />
          <Select {...form.field('language')} allowDeselect={false} data={interfaceLanguages.map((value) => ({ value, label: w(`web.language.${value}`) }))} />
          <RoleFields form={form} />
        </div>
      </FormPanel>
    </>
  )
}

export function EditPersonPage() {
  const { id } = useParams({ from: '/signed-in/people/$id/edit' })
  const asked = useAsk(people.one, { params: { id } })
  if (asked.data) return <EditForm member={asked.data} key={asked.data.id} />
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  return <Skeleton height={320} />
}

function EditForm({ member }: { member: Member }) {
  const w = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  usePageTitle(member.name, w('college.edit-person'))
  const { roles, position, departments, majors, classes: some } = member
  const form = useContractForm(people.change, {
    draft: `person.${member.id}`, initial: { roles, position: position ?? '', departments, majors, classes: some }, labels: useLabels(), refresh: ['/api/v1/people'],
    toAsk: (values) => ({ params: { id: member.id }, body: { ...values, position: values.position || null } }),
    onDone: () => { notice({ text: w('college.saved') }); void navigate({ to: '/people', replace: true }) },
  })
  return (
    <>
      <PageHead crumbs={[{ label: w('college.people'), url: '/people' }]} title={member.name} />
      <FormPanel form={form} verb={w('college.save')} back="/people"><div className={classes['fields']}><RoleFields form={form} /></div></FormPanel>
    </>
  )
}

type RoleForm = { field: (path: 'roles' | 'position' | 'departments' | 'majors' | 'classes') => Record<string, unknown> }

function RoleFields({ form }: { form: RoleForm }) {
  const w = useWords()
  const limits = useLimits()
  const kind = useSession().actingFor?.organisationKind ?? 'college'
  return (
    <>
      <MultiSelect {...form.field('roles')} className={classes['wide'] ?? ''} data={rolesOfKind[kind].map((value) => ({ value, label: w(`web.role.${value}`) }))} />
      <TextInput {...form.field('position')} className={classes['wide'] ?? ''} maxLength={80} />
      {kind === 'college' ? (
        <>
          <MultiSelect {...form.field('departments')} searchable data={limits.departments} />
          <MultiSelect {...form.field('majors')} searchable data={limits.majors} />
          <MultiSelect {...form.field('classes')} className={classes['wide'] ?? ''} searchable data={limits.classes} description={w('college.limits-how')} inputWrapperOrder={['label', 'input', 'error', 'description']} />
        </>
      ) : null}
    </>
  )
}
