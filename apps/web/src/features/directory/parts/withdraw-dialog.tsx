import type { Organisation } from '@guildhall/contract/directory'
import { organisations } from '@guildhall/contract/directory'
import { Textarea } from '@mantine/core'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import classes from './organisation.module.css'

/** Takes an organisation out of the register that was entered by mistake; the reason stays on record. */
export function WithdrawDialog(props: { organisation: Organisation; opened: boolean; onClose: () => void; onWithdrawn: () => void }) {
  const w = useWords()
  const notice = useNotice()
  const name = useText()(props.organisation.name)?.text ?? props.organisation.number
  const form = useContractForm(organisations.withdraw, {
    draft: `withdraw.${props.organisation.id}`,
    initial: { reason: '' },
    labels: { reason: w('directory.withdraw-reason') },
    toAsk: (values) => ({ params: { id: props.organisation.id }, body: values }),
    onDone: () => {
      props.onClose()
      notice({ text: w('directory.withdrawn-now', { name }) })
      props.onWithdrawn()
    },
  })
  return (
    <ConfirmAct
      opened={props.opened}
      onClose={props.onClose}
      title={w('directory.withdraw-ask', { name, number: props.organisation.number })}
      effect={w('directory.withdraw-effect')}
      verb={w('directory.withdraw')}
      isDangerous
      isPending={form.isPending}
      onConfirm={form.submit}
    >
      <div className={classes['why']}>
        <FormProblem problem={form.problem} wrong={form.wrong} />
        <Textarea {...form.field('reason')} autosize minRows={2} required withAsterisk={false} />
      </div>
    </ConfirmAct>
  )
}
