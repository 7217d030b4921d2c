import type { Answer, Ask, Endpoint, Fault } from '@guildhall/contract/http'
import { type FormEvent, useId, useState } from 'react'
import { fieldOfFault, pathOfPointer, sayMissing } from '../../../api/faults.ts'
import { faultText } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useComposingGuard } from '../../../ui/composing.ts'
import { useLanguage } from '../../../ui/language.tsx'

/** A form with a password in it: unlike every other form it keeps no draft, so that the password stays in the page alone. */
export function useSecretForm<E extends Endpoint, V extends Record<string, string>>(endpoint: E, spec: { initial: V; labels: Readonly<Record<keyof V & string, string>>; toAsk: (values: V) => Ask<E>; onDone: (answer: Answer<E>) => void }) {
  const { language } = useLanguage()
  const composing = useComposingGuard()
  const id = useId()
  const [values, setValues] = useState(spec.initial)
  const act = useAct(endpoint, { onDone: spec.onDone })
  const fields = Object.keys(spec.labels)
  const errors = new Map<string, string>()
  const isEmptyName = (fault: Fault) => fault.code === 'custom' && values[pathOfPointer(fault.at)] === ''
  for (const said of sayMissing(act.error?.problem.faults ?? [], values)) {
    // A name in several languages of which none is given: here there is one field for it.
    const fault = isEmptyName(said) ? { ...said, code: 'too_small' } : said
    const field = fieldOfFault(pathOfPointer(fault.at), fields)
    if (field && !errors.has(field)) errors.set(field, `${spec.labels[field]}${language === 'zh-CN' ? '' : ' '}${faultText(fault, language)}`)
  }
  return {
    isPending: act.isPending,
    problem: act.error?.problem,
    wrong: [...errors].map(([field, text]) => ({ id: `${id}-${field}`, text })),
    field: (name: keyof V & string) => ({
      id: `${id}-${name}`, label: spec.labels[name], name, value: values[name], error: errors.get(name),
      onChange: (event: { currentTarget: { value: string } }) => { const { value } = event.currentTarget; setValues((before) => ({ ...before, [name]: value })) },
    }),
    form: {
      noValidate: true,
      ...composing.handlers,
      onSubmit: (event: FormEvent) => {
        event.preventDefault()
        if (!act.isPending) act.mutate(spec.toAsk(values))
      },
    },
  }
}
