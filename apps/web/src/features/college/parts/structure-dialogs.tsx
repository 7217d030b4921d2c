import { type Campus, campuses, type Department, departments } from '@guildhall/contract/directory'
import { Select, TextInput } from '@mantine/core'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import classes from './college.module.css'
import { useOwnName } from './use-save-names.ts'

const refresh = ['/api/v1/campuses', '/api/v1/departments', '/api/v1/start']

/** Adds a campus, or changes the one that is given. */
export function CampusDialog({ campus, onClose }: { campus?: Campus; onClose: () => void }) {
  const w = useWords()
  const notice = useNotice()
  const { own, toName } = useOwnName()
  const title = campus ? w('college.edit-campus') : w('college.add-campus')
  const body = (values: { name: string; address: string }) => ({ name: toName(values.name, campus?.name), address: values.address || null })
  const form = useContractForm(campus ? campuses.change : campuses.add, {
    draft: `campus.${campus?.id ?? 'new'}`, initial: { name: campus?.name[own] ?? '', address: campus?.address ?? '' }, labels: { name: w('college.name'), address: w('college.address') }, refresh,
    toAsk: (values) => ({ body: body(values), params: { id: campus?.id ?? '' } }),
    onDone: () => { onClose(); notice({ text: w('college.saved') }) },
  })
  return (
    <ConfirmAct opened onClose={onClose} title={title} effect={<FormProblem problem={form.problem} wrong={form.wrong} />} verb={campus ? w('college.save') : title} isPending={form.isPending} onConfirm={form.submit}>
      <div className={classes['column']}>
        <TextInput {...form.field('name')} autoComplete="off" required withAsterisk={false} />
        <TextInput {...form.field('address')} autoComplete="off" maxLength={200} />
      </div>
    </ConfirmAct>
  )
}

/** Adds a department, or changes the one that is given. */
export function DepartmentDialog({ department, sites, onClose }: { department?: Department; sites: readonly Campus[]; onClose: () => void }) {
  const w = useWords()
  const read = useText()
  const notice = useNotice()
  const { own, toName } = useOwnName()
  const title = department ? w('college.edit-department') : w('college.add-department')
  const form = useContractForm(department ? departments.change : departments.add, {
    draft: `department.${department?.id ?? 'new'}`, initial: { name: department?.name[own] ?? '', code: department?.code ?? '', campusId: department?.campus?.id ?? (sites.length === 1 ? sites[0]!.id : '') },
    labels: { name: w('college.name'), code: w('college.code'), campusId: w('college.campus') }, refresh,
    toAsk: (values) => ({ body: { name: toName(values.name, department?.name), code: values.code || null, campusId: values.campusId || null }, params: { id: department?.id ?? '' } }),
    onDone: () => { onClose(); notice({ text: w('college.saved') }) },
  })
  return (
    <ConfirmAct opened onClose={onClose} title={title} effect={<FormProblem problem={form.problem} wrong={form.wrong} />} verb={department ? w('college.save') : title} isPending={form.isPending} onConfirm={form.submit}>
      <div className={classes['column']}>
        <TextInput {...form.field('name')} autoComplete="off" required withAsterisk={false} />
        <TextInput {...form.field('code')} autoComplete="off" maxLength={20} />
        <Select {...form.field('campusId')} value={form.values.campusId || null} clearable onChange={(value) => form.setValue('campusId', value ?? '')} data={sites.map((one) => ({ value: one.id, label: read(one.name)?.text ?? one.id }))} />
      </div>
    </ConfirmAct>
  )
}
