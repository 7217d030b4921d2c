import { accountLinks } from '@guildhall/contract/identity'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useAct } from '../../../api/use-act.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { Door } from '../parts/door.tsx'

/** Asks for a link by mail. The page says the same whether the address is known or not. */
export function NewPasswordPage() {
  const w = useWords()
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState('')
  usePageTitle(w('college.forgot'))
  const ask = useAct(accountLinks.renew, { onDone: (_answer, sent) => setSentTo(sent.body.email) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ask.isPending) ask.mutate({ body: { email: email.trim() } })
  }
  return (
    <Door>
      <h1>{w('college.forgot')}</h1>
      <p role="status">{sentTo ? w('college.forgot-sent', { email: sentTo }) : w('college.forgot-how')}</p>
      {sentTo ? null : (
        <form onSubmit={submit}>
          <FormProblem problem={ask.error?.problem} wrong={[]} />
          <TextInput label={w('college.email')} type="email" inputMode="email" autoComplete="username" required withAsterisk={false} value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
          <Button mt="sm" type="submit" fullWidth loading={ask.isPending}>{w('college.forgot-send')}</Button>
        </form>
      )}
      <To url="/sign-in">{w('college.to-sign-in')}</To>
    </Door>
  )
}
