import { type Class, classes } from '@guildhall/contract/directory'
import { NumberInput, Select, Skeleton, TextInput } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { PageHead } from '../../../ui/thing-page.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import styles from '../parts/college.module.css'
import { FormPanel } from '../parts/form-panel.tsx'
import { useLimits, useTeachers } from '../parts/use-choices.ts'

export const AddClassPage = () => <ClassForm />

export function EditClassPage() {
  const { id } = useParams({ from: '/signed-in/classes/$id/edit' })
  const asked = useAsk(classes.one, { params: { id } })
  if (asked.data) return <ClassForm before={asked.data} key={id} />
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  return <Skeleton height={320} />
}

/** Adds a class, or changes the one that is given. */
function ClassForm({ before }: { before?: Class }) {
  const w = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const limits = useLimits()
  const teachers = useTeachers()
  const title = before ? w('college.edit-class') : w('college.add-class')
  usePageTitle(title, w('college.classes'))
  const form = useContractForm(before ? classes.change : classes.add, {
    draft: `class.${before?.id ?? 'new'}`, initial: { name: before?.name ?? '', cohort: before?.cohort ?? new Date().getFullYear(), majorId: before?.major?.id ?? '', departmentId: before?.department?.id ?? '', teacherId: before?.teacher?.id ?? '' },
    labels: { name: w('college.name'), cohort: w('college.cohort'), majorId: w('college.major'), departmentId: w('college.department'), teacherId: w('college.class-teacher') }, refresh: ['/api/v1/start'],
    toAsk: (values) => ({ params: { id: before?.id ?? '' }, body: { name: values.name, cohort: Number(values.cohort), majorId: values.majorId || null, departmentId: values.departmentId || null, teacherId: values.teacherId || null } }),
    onDone: (after) => { notice({ text: w('college.saved') }); void navigate({ to: '/classes/$id', params: { id: after.id }, replace: true }) },
  })
  const choose = (field: 'majorId' | 'departmentId' | 'teacherId', data: { value: string; label: string }[]) => <Select {...form.field(field)} value={form.values[field] || null} searchable clearable data={data} onChange={(value) => form.setValue(field, value ?? '')} />
  return (
    <>
      <PageHead crumbs={[{ label: w('college.classes'), url: '/classes' }, ...(before ? [{ label: before.name, url: `/classes/${before.id}` }] : [])]} title={title} />
      <FormPanel form={form} verb={before ? w('college.save') : title} back={before ? `/classes/${before.id}` : '/classes'}>
        <div className={styles['fields']}>
          <TextInput {...form.field('name')} autoComplete="off" required withAsterisk={false} maxLength={60} />
          <NumberInput {...form.field('cohort')} min={1990} max={2100} allowDecimal={false} hideControls />
          {choose('majorId', limits.majors)}
          {choose('departmentId', limits.departments)}
          {choose('teacherId', teachers)}
        </div>
      </FormPanel>
    </>
  )
}
