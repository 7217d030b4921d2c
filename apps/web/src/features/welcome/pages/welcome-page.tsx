import { accountLinks } from '@guildhall/contract/identity'
import { Skeleton } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { toProblem } from '../../../api/problem-text.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { Door } from '../parts/door.tsx'
import { FirstAdministratorForm, PasswordForm } from '../parts/welcome-forms.tsx'

/** Where a one-time link leads: the first administrator, an invitation, a new password. Opening it uses nothing up. */
export function WelcomePage() {
  const { token } = useParams({ from: '/welcome/$token' })
  return <Door><Task token={token} /></Door>
}

function Task({ token }: { token: string }) {
  const w = useWords()
  const read = useText()
  usePageTitle(w('product.name'))
  const asked = useAsk(accountLinks.one, { params: { token } })
  if (asked.isError) return <ErrorState problem={toProblem(asked.error)} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton height={240} />
  const { state, purpose, name, email, organisation } = asked.data
  if (state !== 'open' || !purpose)
    return (
      <>
        <h1>{w(`college.link-${state === 'open' ? 'unknown' : state}`)}</h1>
        <p>{w(`college.link-${state === 'open' ? 'unknown' : state}-how`)}</p>
        <To url="/sign-in">{w('college.to-sign-in')}</To>
        <To url="/new-password">{w('college.forgot')}</To>
      </>
    )
  if (purpose === 'first-administrator')
    return (
      <>
        <h1>{w('college.welcome')}</h1>
        <p>{w('college.welcome-what')}</p>
        <FirstAdministratorForm token={token} />
      </>
    )
  const isNew = purpose === 'new-password'
  return (
    <>
      <h1>{isNew ? w('college.new-password') : w('college.invitation')}</h1>
      <p>{isNew ? w('college.new-password-what', { email: email ?? '' }) : w('college.invitation-what', { organisation: organisation ? (read(organisation)?.text ?? '') : w('product.name'), name: name ?? '', email: email ?? '' })}</p>
      <PasswordForm token={token} />
    </>
  )
}
