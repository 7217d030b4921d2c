import type { Organisation } from '@guildhall/contract/directory'
import { organisations } from '@guildhall/contract/directory'
import { Radio, Stack, Textarea } from '@mantine/core'
import { useContractForm } from '../../../api/use-contract-form.ts'
import { ConfirmAct } from '../../../ui/confirm-act.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import { SeenBy } from '../../../ui/seen-by.tsx'
import classes from './organisation.module.css'

const verdicts = ['vetted', 'refused', 'suspended'] as const
type Verdict = (typeof verdicts)[number]

/** Vets an enterprise, once for all colleges: a verdict, and the reason that all of them read. */
export function VetDialog({ organisation, opened, onClose }: { organisation: Organisation; opened: boolean; onClose: () => void }) {
  const w = useWords()
  const notice = useNotice()
  const name = useText()(organisation.name)?.text ?? organisation.number
  const open = verdicts.filter((verdict) => verdict !== organisation.vetting)
  const form = useContractForm(organisations.vet, {
    draft: `vet.${organisation.id}`,
    initial: { state: (open[0] ?? 'vetted') as Verdict, note: '' },
    labels: { state: w('directory.verdict'), note: w('directory.vetting-note') },
    toAsk: (values) => ({ params: { id: organisation.id }, body: values }),
    onDone: (after) => {
      onClose()
      notice({ text: w('directory.vetted-now', { name, state: w(`directory.vetting.${after.vetting ?? 'unvetted'}`) }) })
    },
  })
  return (
    <ConfirmAct
      opened={opened}
      onClose={onClose}
      title={w('directory.vet-ask', { name })}
      effect={w('directory.vet-effect')}
      verb={w(`directory.verdict-verb.${form.values.state}`)}
      isDangerous={form.values.state !== 'vetted'}
      isPending={form.isPending}
      onConfirm={form.submit}
    >
      <div className={classes['why']}>
        <FormProblem problem={form.problem} wrong={form.wrong} />
        <Radio.Group {...form.field('state')} label={w('directory.verdict')}>
          <Stack gap={8} mt={4}>
            {open.map((verdict) => (
              <Radio
                key={verdict}
                value={verdict}
                label={w(`directory.vetting.${verdict}`)}
                description={w(`directory.verdict-means.${verdict}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          {...form.field('note')}
          autosize
          minRows={3}
          required
          withAsterisk={false}
          description={w('directory.vetting-note-how')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <SeenBy names={[w('directory.all-colleges'), name]} />
      </div>
    </ConfirmAct>
  )
}
