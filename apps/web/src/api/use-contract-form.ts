import type { Answer, Ask, Endpoint, Fault, Problem } from '@guildhall/contract/http'
import { useForm } from '@mantine/form'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useComposingGuard } from '../ui/composing.ts'
import { useLanguage } from '../ui/language.tsx'
import { readStoredJson, writeStored } from '../ui/stored.ts'
import { fieldOfFault, pathOfPointer, sayMissing, toFaults } from './faults.ts'
import { mergeVersions } from './merge-versions.ts'
import { faultText } from './problem-text.ts'
import { useAct } from './use-act.ts'

type Values = Record<string, unknown>
/** `base`: what the values were changed from, so that a draft can be merged with what others did meanwhile. */
type Draft = Readonly<{ at: string; base: Values; values: Values }>
const isDraft = (value: unknown): value is Draft => typeof value === 'object' && value !== null && 'base' in value && 'values' in value

export type ContractFormSpec<E extends Endpoint, V extends Values> = Readonly<{
  /** Names the draft that is kept while the tab lives. */
  draft: string
  initial: V
  /** The words of every field the form shows, by path. */
  labels: Readonly<Record<string, string>>
  toAsk: (values: V) => Ask<E>
  /** Reads the other version of a 409, where two people can edit the same thing. `V` then carries `version`. */
  toValues?: (current: Answer<E>) => V
  onDone: (answer: Answer<E>) => void
  refresh?: readonly string[]
}>

/**
 * A form that speaks its endpoint: checks with the contract's own schema before sending, puts the server's faults at their fields, keeps a draft,
 * shows both versions where somebody else was faster, and never submits on an Enter that belongs to an input method.
 */
export function useContractForm<E extends Endpoint, V extends Values>(endpoint: E, spec: ContractFormSpec<E, V>) {
  const { language } = useLanguage()
  const composing = useComposingGuard()
  const id = useId()
  const draftName = `draft.${spec.draft}`
  const [draft, setDraft] = useState(() => readStoredJson(draftName, isDraft, 'session'))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [other, setOther] = useState<{ theirs: V; merged: V; clashes: readonly string[] } | undefined>(undefined)
  // safe: a draft was written by this very form, of the same values
  const [base, setBase] = useState(() => (draft ? (draft.base as V) : spec.initial))
  // safe: a draft was written by this very form, of the same values
  const form = useForm<V>({ initialValues: draft ? ({ ...spec.initial, ...draft.values } as V) : spec.initial })
  const fields = Object.keys(spec.labels)

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const first = useRef(JSON.stringify(form.values))
  const last = useRef(first.current)
  const text = JSON.stringify(form.values)
  useEffect(() => {
    if (text === last.current) return
    last.current = text
    timer.current = setTimeout(() => {
      const values: unknown = JSON.parse(text)
      writeStored(draftName, JSON.stringify({ at: new Date().toISOString(), base, values }), 'session')
    }, 300)
    return () => clearTimeout(timer.current)
  }, [text, draftName, base])

  const dropDraft = () => {
    clearTimeout(timer.current)
    writeStored(draftName, undefined, 'session')
    setDraft(undefined)
  }
  const showFaults = (found: readonly Fault[]) => {
    setFaults(found)
    const errors: Record<string, string> = {}
    for (const fault of found) {
      const field = fieldOfFault(pathOfPointer(fault.at), fields)
      if (field && !errors[field]) errors[field] = `${spec.labels[field]}${language === 'zh-CN' ? '' : ' '}${faultText(fault, language)}`
    }
    form.setErrors(errors)
    const at = fields.find((field) => errors[field])
    if (at) requestAnimationFrame(() => document.getElementById(`${id}-${at}`)?.focus())
  }
  const act = useAct(endpoint, {
    ...(spec.refresh ? { refresh: spec.refresh } : {}),
    onDone: (answer) => {
      dropDraft()
      spec.onDone(answer)
    },
  })
  const send = (values: V) => {
    if (act.isPending) return
    const ask = spec.toAsk(values)
    const checked = endpoint.body?.safeParse(ask.body)
    if (checked && !checked.success) return showFaults(sayMissing(toFaults(checked.error.issues), ask.body))
    showFaults([])
    setOther(undefined)
    act.mutate(ask, {
      onError: (refusal) => {
        showFaults(refusal.problem.faults ?? [])
        if (refusal.problem.code !== 'stale' || !refusal.problem.current || !spec.toValues) return
        const theirs = spec.toValues(refusal.problem.current as Answer<E>) // safe: `current` of a stale thing is the endpoint's own answer
        const { merged, clashes } = mergeVersions<V>(base, values, theirs)
        const after = { ...merged, version: theirs['version'] }
        setBase(theirs)
        form.setValues(after)
        // Nobody touched the same entry: nothing to ask.
        if (clashes.length === 0) send(after)
        else setOther({ theirs, merged: after, clashes })
      },
    })
  }

  const local: Problem | undefined =
    faults.length > 0
      ? { type: 'about:blank', title: 'invalid', status: 422, code: 'invalid', requestId: '', faults: [...faults] }
      : undefined
  return {
    values: form.values,
    setValue: form.setFieldValue,
    isPending: act.isPending,
    isDirty: text !== JSON.stringify(spec.initial),
    /** What was refused, for `FormProblem`. */
    problem: act.error?.problem ?? local,
    draftAt: draft?.at,
    discardDraft: () => {
      dropDraft()
      setBase(spec.initial)
      form.setValues(spec.initial)
      last.current = JSON.stringify(spec.initial)
    },
    /** The other version and the entries that both changed, where somebody else was faster. */
    other,
    keepMine: () => {
      if (other) send(form.values)
    },
    takeTheirs: () => {
      if (!other) return
      form.setValues(other.theirs)
      setOther(undefined)
      act.reset()
    },
    /** Spread on a field: `<TextInput {...form.field('name.zh')} />`. */
    field: (path: string) => ({ id: `${id}-${path}`, label: spec.labels[path], ...form.getInputProps(path) }),
    /** Fields that are wrong, in their order, for the linked summary. */
    wrong: fields.flatMap((path) => (form.errors[path] ? [{ id: `${id}-${path}`, text: String(form.errors[path]) }] : [])),
    submit: () => send(form.values),
    /** Spread on the `<form>`. */
    form: {
      noValidate: true,
      ...composing.handlers,
      onSubmit: (event: FormEvent) => {
        event.preventDefault()
        send(form.values)
      },
    },
  }
}
