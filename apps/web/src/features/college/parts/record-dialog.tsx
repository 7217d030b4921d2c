import { changesFrom, type Learner, type LearnerChangeKind, learners, mayNameClass, nextLearnerStatus } from '@guildhall/contract/directory'
import { Select, Textarea, TextInput } from '@mantine/core'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import classes from './college.module.css'
import { useLimits } from './use-choices.ts'

/** Records a change of a learner; what follows from it is said before it is done, by the same table that the server asks. */
export function RecordDialog({ learner, onClose }: { learner: Learner; onClose: () => void }) {
  const w = useWords()
  const notice = useNotice()
  const limits = useLimits()
  const kinds = changesFrom(learner.status)
  const form = useContractForm(learners.record, {
    draft: `record.${learner.id}`, initial: { kind: kinds[0] ?? 'leave', onDate: new Date().toISOString().slice(0, 10), toClassId: '', note: '' } satisfies { kind: LearnerChangeKind; onDate: string; toClassId: string; note: string },
    labels: { kind: w('college.change-kind'), onDate: w('college.on-date'), toClassId: w('college.to-class'), note: w('college.note') }, refresh: ['/api/v1/classes'],
    toAsk: (values) => ({ params: { id: learner.id }, body: { kind: values.kind, onDate: values.onDate, toClassId: mayNameClass(values.kind) ? values.toClassId || null : null, note: values.note || null } }),
    onDone: () => { onClose(); notice({ text: w('college.recorded-now', { name: learner.name, change: w(`college.change.${form.values.kind}`) }) }) },
  })
  const { kind, toClassId } = form.values
  const status = nextLearnerStatus(learner.status, kind, mayNameClass(kind) && toClassId !== '')
  const name = limits.classes.find((one) => one.value === toClassId)?.label
  return (
    <ConfirmAct opened onClose={onClose} title={w('college.record-for', { name: learner.name })} effect={<FormProblem problem={form.problem} wrong={form.wrong} />} verb={w('college.record')} isPending={form.isPending} onConfirm={form.submit}>
      <div className={classes['column']}>
        <Select {...form.field('kind')} allowDeselect={false} data={kinds.map((value) => ({ value, label: w(`college.change.${value}`) }))} />
        <TextInput {...form.field('onDate')} type="date" required withAsterisk={false} />
        {mayNameClass(kind) ? <Select {...form.field('toClassId')} value={toClassId || null} searchable clearable data={limits.classes.filter((one) => one.value !== learner.class?.id)} onChange={(value) => form.setValue('toClassId', value ?? '')} {...(kind === 'transfer' ? { description: w('college.to-class-how') } : {})} inputWrapperOrder={['label', 'input', 'error', 'description']} /> : null}
        <Textarea {...form.field('note')} autosize minRows={2} maxLength={500} />
        {status ? <p role="status">{name && mayNameClass(kind) ? w('college.effect-class', { status: w(`college.status.${status}`), name }) : w('college.effect', { status: w(`college.status.${status}`) })}</p> : null}
      </div>
    </ConfirmAct>
  )
}
