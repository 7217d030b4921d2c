import type { Organisation } from '@guildhall/contract/directory'
import { organisations } from '@guildhall/contract/directory'
import { interfaceLanguages } from '@guildhall/kernel'
import { Select, TextInput } from '@mantine/core'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useLanguage, useText, useWords } from '../../../ui/language.tsx'
import { NoMail } from '../../../ui/no-mail.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import classes from './organisation.module.css'

/** Invites the first person of an organisation; from then on it keeps its people itself. */
export function FirstPersonDialog({ organisation, onClose }: { organisation: Organisation; onClose: () => void }) {
  const w = useWords()
  const notice = useNotice()
  const { language } = useLanguage()
  const title = useText()(organisation.name)?.text ?? organisation.number
  const form = useContractForm(organisations.firstPerson, {
    draft: `first-person.${organisation.id}`,
    initial: { name: '', email: '', language },
    labels: { name: w('college.person-name'), email: w('college.email'), language: w('college.language') },
    toAsk: (values) => ({ params: { id: organisation.id }, body: values }),
    refresh: ['/api/v1/timeline'],
    onDone: () => {
      onClose()
      notice({ text: w('college.invited-now', { name: form.values.name, email: form.values.email }) })
    },
  })
  return (
    <ConfirmAct opened onClose={onClose} title={w('directory.invite-first-ask', { name: title })} effect={w('directory.invite-first-effect')} verb={w(organisation.awaitsFirst ? 'directory.invite-first-again' : 'directory.invite-first')} isPending={form.isPending} onConfirm={form.submit}>
      <div className={classes['why']}>
        <NoMail />
        <FormProblem problem={form.problem} wrong={form.wrong} />
        <TextInput {...form.field('name')} autoComplete="off" required withAsterisk={false} />
        <TextInput {...form.field('email')} type="email" autoComplete="off" required withAsterisk={false} />
        <Select {...form.field('language')} allowDeselect={false} data={interfaceLanguages.map((value) => ({ value, label: w(`language.${value === 'zh-CN' ? 'zh' : value}`) }))} onChange={(value) => form.setValue('language', interfaceLanguages.find((one) => one === value) ?? language)} />
      </div>
    </ConfirmAct>
  )
}
