import { evidenceForms } from '@guildhall/contract/translation'
import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useComposingGuard } from '../../../ui/composing.ts'
import { useCodeWords, useWords } from '../../../ui/language.tsx'
import classes from './needs.module.css'
import type { OutcomeValues } from './outcome-values.ts'

/** The slots of an outcome, to edit a proposal or to write one by hand: the same form, the same number of steps. */
export function OutcomeEditor(props: { initial: OutcomeValues; verb: string; isPending: boolean; onSave: (values: OutcomeValues) => void; onCancel: () => void }) {
  const w = useWords()
  const code = useCodeWords()
  const composing = useComposingGuard()
  const [values, setValues] = useState(props.initial)
  const set = (change: Partial<OutcomeValues>) => setValues((before) => ({ ...before, ...change }))
  const text = (name: 'action' | 'object' | 'condition' | 'standard', isNeeded: boolean) => (
    <TextInput
      label={w(`needs.slot.${name}`)}
      required={isNeeded}
      withAsterisk={false}
      value={values[name]}
      autoComplete="off"
      maxLength={300}
      data-autofocus={name === 'action' || undefined}
      // A changed word is the person's own: the verb of the lexicon no longer names it.
      onChange={(event) => set(name === 'action' ? { action: event.currentTarget.value, verb: '' } : { [name]: event.currentTarget.value })}
    />
  )
  return (
    <form
      noValidate
      {...composing.handlers}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (values.action.trim() && values.object.trim()) props.onSave(values)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) props.onCancel()
      }}
    >
      <div className={classes['fields']}>
        {text('action', true)}
        {text('object', true)}
        {text('condition', false)}
        {text('standard', false)}
        <Checkbox label={w('needs.slot.independent')} checked={values.independent} onChange={(event) => set({ independent: event.currentTarget.checked })} />
        <Select label={w('needs.slot.level')} allowDeselect={false} value={String(values.level)} data={['1', '2', '3', '4', '5', '6', '7', '8']} onChange={(value) => set({ level: Number(value) })} />
        <Select label={w('needs.slot.evidence')} allowDeselect={false} value={values.evidenceForm} data={evidenceForms.map((value) => ({ value, label: code(`evidence.${value}`) }))} onChange={(value) => set({ evidenceForm: value ?? 'observed' })} />
      </div>
      <div className={classes['foot']}>
        <Button type="submit" loading={props.isPending} disabled={!values.action.trim() || !values.object.trim()}>
          {props.verb}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {w('web.cancel')}
        </Button>
      </div>
    </form>
  )
}
