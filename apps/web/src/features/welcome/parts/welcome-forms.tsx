import { start } from '@guildhall/contract/directory'
import { accountLinks, type Session } from '@guildhall/contract/identity'
import { toContentLanguage } from '@guildhall/kernel'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { sessionQuery } from '../../../api/session.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useSecretForm } from './use-secret-form.ts'

const below: ('label' | 'input' | 'error' | 'description')[] = ['label', 'input', 'error', 'description']

/** Goes in with the session that a link has opened. */
function useEnter(): (session: Session, to: '/' | '/start') => void {
  const client = useQueryClient()
  const router = useRouter()
  return (session, to) => {
    client.setQueryData(sessionQuery.queryKey, (before) => (before ? { ...before, session, empty: false } : before))
    void router.navigate({ to, replace: true })
  }
}

/** Sets the password of an account by its link. */
export function PasswordForm({ token }: { token: string }) {
  const w = useWords()
  const enter = useEnter()
  const form = useSecretForm(accountLinks.use, { initial: { password: '' }, labels: { password: w('web.password') }, toAsk: (values) => ({ params: { token }, body: values }), onDone: (session) => enter(session, '/') })
  return (
    <form {...form.form}>
      <FormProblem problem={form.problem} wrong={form.wrong} />
      <PasswordInput {...form.field('password')} autoComplete="new-password" required withAsterisk={false} description={w('college.password-how')} inputWrapperOrder={below} visibilityToggleButtonProps={{ 'aria-label': w('web.show-password') }} />
      <Button mt="sm" type="submit" fullWidth loading={form.isPending}>{w('college.set-password')}</Button>
    </form>
  )
}

/** The first administrator: who they are, and the college they begin with. */
export function FirstAdministratorForm({ token }: { token: string }) {
  const w = useWords()
  const enter = useEnter()
  const { language } = useLanguage()
  const own = toContentLanguage(language)
  const form = useSecretForm(start.begin, {
    initial: { name: '', email: '', password: '', college: '', campus: '' },
    labels: { name: w('college.person-name'), email: w('college.email'), password: w('web.password'), college: w('college.college-name'), campus: w('college.campus-name') },
    toAsk: (values) => ({ params: { token }, body: { name: values.name, email: values.email.trim(), password: values.password, language, college: { [own]: values.college || undefined }, campus: { [own]: values.campus || undefined } } }),
    onDone: (session) => enter(session, '/start'),
  })
  return (
    <form {...form.form}>
      <FormProblem problem={form.problem} wrong={form.wrong} />
      <TextInput {...form.field('name')} autoComplete="name" required withAsterisk={false} />
      <TextInput {...form.field('email')} mt="sm" type="email" inputMode="email" autoComplete="username" required withAsterisk={false} />
      <PasswordInput {...form.field('password')} mt="sm" autoComplete="new-password" required withAsterisk={false} description={w('college.password-how')} inputWrapperOrder={below} visibilityToggleButtonProps={{ 'aria-label': w('web.show-password') }} />
      <TextInput {...form.field('college')} mt="sm" autoComplete="off" required withAsterisk={false} />
      <TextInput {...form.field('campus')} mt="sm" autoComplete="off" required withAsterisk={false} />
      <Button mt="md" type="submit" fullWidth loading={form.isPending}>{w('college.welcome-begin')}</Button>
    </form>
  )
}
