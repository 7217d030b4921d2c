import type { Change, Programme } from '@guildhall/contract/programmes'
import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useText, useWords } from '../../../ui/language.tsx'
import classes from './programmes.module.css'

/** One change of a proposal: in which course, which unit, what it becomes. */
export function ChangeFields({ change, programme, onChange }: { change: Change; programme: Programme; onChange: (next: Change | undefined) => void }) {
  const w = useWords()
  const read = useText()
  const course = programme.courseList.find((one) => one.versionId === change.courseVersionId)
  const unit = 'unitId' in change ? course?.units.find((one) => one.id === change.unitId) : undefined
  const set = (next: Record<string, unknown>) => onChange({ ...change, ...next } as Change) // safe: only members of this kind of change are set below
  const hours = (name: 'hoursTheory' | 'hoursPractice', value: number | undefined) => <NumberInput label={w(name === 'hoursTheory' ? 'programmes.theory' : 'programmes.practice')} value={value ?? 0} min={0} max={2000} onChange={(now) => set({ [name]: Number(now) })} />
  return (
    <div className={classes['change']}>
      <div className={classes['fields']}>
        <Select className={classes['wide'] ?? ''} label={w(`programmes.change.${change.kind}`)} searchable allowDeselect={false} value={change.courseVersionId} data={programme.courseList.map((one) => ({ value: one.versionId, label: `${one.code} ${read(one.name)?.text ?? ''}` }))} onChange={(versionId) => { const to = programme.courseList.find((one) => one.versionId === versionId); set({ courseVersionId: versionId, ...('unitId' in change ? { unitId: to?.units[0]?.id ?? '' } : {}) }) }} />
        {'unitId' in change ? <Select className={classes['wide'] ?? ''} label={w('programmes.unit')} allowDeselect={false} value={change.unitId} data={(course?.units ?? []).map((one) => ({ value: one.id, label: one.name }))} onChange={(unitId) => set({ unitId })} /> : null}
        {change.kind === 'add-unit' ? (
          <>
            <TextInput className={classes['wide'] ?? ''} label={w('programmes.unit-name')} value={change.name} maxLength={200} onChange={(event) => set({ name: event.currentTarget.value })} />
            <Textarea className={classes['wide'] ?? ''} label={w('programmes.unit-content')} value={change.content ?? ''} autosize minRows={2} onChange={(event) => set({ content: event.currentTarget.value })} />
            {hours('hoursTheory', change.hoursTheory)}
            {hours('hoursPractice', change.hoursPractice)}
            <TextInput className={classes['wide'] ?? ''} label={w('programmes.assessment')} value={change.assessment ?? ''} maxLength={300} onChange={(event) => set({ assessment: event.currentTarget.value || null })} />
          </>
        ) : null}
        {change.kind === 'change-unit' ? (
          <>
            <TextInput className={classes['wide'] ?? ''} label={w('programmes.unit-name')} value={change.name ?? unit?.name ?? ''} onChange={(event) => set({ name: event.currentTarget.value })} />
            <Textarea className={classes['wide'] ?? ''} label={w('programmes.unit-content')} value={change.content ?? unit?.content ?? ''} autosize minRows={2} onChange={(event) => set({ content: event.currentTarget.value })} />
            {hours('hoursTheory', change.hoursTheory ?? unit?.hoursTheory)}
            {hours('hoursPractice', change.hoursPractice ?? unit?.hoursPractice)}
          </>
        ) : null}
        {change.kind === 'attach-outcome' ? <Select label={w('programmes.depth')} allowDeselect={false} value={change.depth ?? 'taught'} data={(['touched', 'taught', 'assessed'] as const).map((value) => ({ value, label: w(`programmes.depth.${value}`) }))} onChange={(depth) => set({ depth })} /> : null}
        {change.kind === 'change-course' ? <><NumberInput label={w('programmes.credit')} value={change.credits ?? course?.credits ?? 0} min={0} max={60} step={0.5} onChange={(credits) => set({ credits: Number(credits) })} /><TextInput label={w('programmes.assessment')} value={change.assessment ?? course?.assessment ?? ''} onChange={(event) => set({ assessment: event.currentTarget.value })} /></> : null}
      </div>
      <Button mt="xs" size="compact-sm" variant="subtle" color="madder" onClick={() => onChange(undefined)}>{w('programmes.drop-change')}</Button>
    </div>
  )
}
