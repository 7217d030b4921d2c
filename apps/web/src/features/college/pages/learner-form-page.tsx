import { genders, guardianRelations, type Learner, learners } from '@guildhall/contract/directory'
import { Button, Select, Skeleton, TextInput } from '@mantine/core'
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
import { useLimits } from '../parts/use-choices.ts'

type Values = { studentNumber: string; name: string; gender: string; birthDate: string; enteredOn: string; classId: string; guardians: { name: string; relation: Learner['guardians'][number]['relation']; phone: string }[]; version: number }

const toValues = (one: Learner): Values => ({ studentNumber: one.studentNumber, name: one.name, gender: one.gender ?? '', birthDate: one.birthDate ?? '', enteredOn: one.enteredOn ?? '', classId: one.class?.id ?? '', guardians: one.guardians.map((guardian) => ({ ...guardian, phone: guardian.phone ?? '' })), version: one.version })
const empty: Values = { studentNumber: '', name: '', gender: '', birthDate: '', enteredOn: '', classId: '', guardians: [], version: 0 }

export const AddLearnerPage = () => <LearnerForm />

export function EditLearnerPage() {
  const { id } = useParams({ from: '/signed-in/learners/$id/edit' })
  const asked = useAsk(learners.one, { params: { id } })
  if (asked.data) return <LearnerForm before={asked.data} key={id} />
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  return <Skeleton height={320} />
}

/** Adds a learner, or corrects the one that is given. Class and status of a known learner change by a recorded change. */
function LearnerForm({ before }: { before?: Learner }) {
  const w = useWords()
  const notice = useNotice()
  const navigate = useNavigate()
  const limits = useLimits()
  const title = before ? w('college.edit-learner') : w('college.add-learner')
  usePageTitle(title, w('college.learners'))
  const guardianLabels = Object.fromEntries([0, 1, 2, 3, 4, 5].flatMap((n) => [[`guardians.${n}.name`, w('college.guardian-name')], [`guardians.${n}.relation`, w('college.relation')], [`guardians.${n}.phone`, w('college.phone')]]))
  const labels: Readonly<Record<string, string>> = { studentNumber: w('college.student-number'), name: w('college.person-name'), gender: w('college.gender'), birthDate: w('college.birth-date'), enteredOn: w('college.entered-on'), classId: w('college.class'), ...guardianLabels }
  const form = useContractForm(before ? learners.change : learners.add, {
    draft: `learner.${before?.id ?? 'new'}`, initial: before ? toValues(before) : empty, labels, toValues, refresh: ['/api/v1/classes', '/api/v1/start'],
    toAsk: ({ version, classId, ...values }: Values) => {
      const body = { ...values, gender: (values.gender || null) as Learner['gender'], birthDate: values.birthDate || null, enteredOn: values.enteredOn || null, guardians: values.guardians.map((one) => ({ ...one, phone: one.phone || null })) } // safe: the choices are the contract's genders
      return { params: { id: before?.id ?? '' }, body: before ? { ...body, version } : { ...body, version: 0, classId: classId || null } }
    },
    onDone: (after) => { notice({ text: w('college.saved') }); void navigate({ to: '/learners/$id', params: { id: after.id }, replace: true }) },
  })
  const { guardians } = form.values
  const said = (path: string) => ({ label: labels[path] ?? path, mine: String(form.values[path as keyof Values] ?? ''), theirs: String(form.other?.theirs[path as keyof Values] ?? '') }) // safe: an unknown path reads as empty
  return (
    <>
      <PageHead crumbs={[{ label: w('college.learners'), url: '/learners' }, ...(before ? [{ label: before.name, url: `/learners/${before.id}` }] : [])]} title={title} />
      <FormPanel form={form} verb={before ? w('college.save') : title} back={before ? `/learners/${before.id}` : '/learners'} said={said}>
        <div className={styles['fields']}>
          <TextInput {...form.field('name')} autoComplete="off" required withAsterisk={false} />
          <TextInput {...form.field('studentNumber')} autoComplete="off" required withAsterisk={false} />
          <Select {...form.field('gender')} value={form.values.gender || null} clearable data={genders.map((value) => ({ value, label: w(`college.gender.${value}`) }))} onChange={(value) => form.setValue('gender', value ?? '')} />
          <TextInput {...form.field('birthDate')} type="date" />
          <TextInput {...form.field('enteredOn')} type="date" />
          {before ? null : <Select {...form.field('classId')} value={form.values.classId || null} searchable clearable data={limits.classes} onChange={(value) => form.setValue('classId', value ?? '')} />}
        </div>
        <h2>{w('college.guardians')}</h2>
        {guardians.map((one, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a guardian has no name of its own in the form; its fields hold no state
          <div key={n} className={styles['row']}>
            <TextInput {...form.field(`guardians.${n}.name`)} autoComplete="off" />
            <Select {...form.field(`guardians.${n}.relation`)} allowDeselect={false} data={guardianRelations.map((value) => ({ value, label: w(`college.relation.${value}`) }))} />
            <TextInput {...form.field(`guardians.${n}.phone`)} type="tel" autoComplete="off" />
            <Button variant="subtle" color="madder" aria-label={w('college.drop-n', { n: n + 1 })} onClick={() => form.setValue('guardians', guardians.filter((other) => other !== one))}>{w('college.drop')}</Button>
          </div>
        ))}
        {guardians.length < 6 ? <Button mt="sm" variant="default" size="compact-sm" onClick={() => form.setValue('guardians', [...guardians, { name: '', relation: 'mother', phone: '' }])}>{w('college.add-guardian')}</Button> : null}
      </FormPanel>
    </>
  )
}
