import type { Answer, Ask, Endpoint } from '@guildhall/contract/http'
import { type FormEvent, useId, useState } from 'react'
import { fieldOfFault, pathOfPointer } from '../../../api/faults.ts'
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
  for (const fault of act.error?.problem.faults ?? []) {
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
