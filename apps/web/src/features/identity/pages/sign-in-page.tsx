import { sessions } from '@guildhall/contract/identity'
import { interfaceLanguages } from '@guildhall/kernel'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { sessionQuery } from '../../../api/session.tsx'
import { useAct } from '../../../api/use-act.ts'
import { useAsk } from '../../../api/use-ask.ts'
import { useComposingGuard } from '../../../ui/composing.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { Logo } from '../../../ui/logo.tsx'
import { To } from '../../../ui/to.tsx'
import { usePageTitle } from '../../../ui/use-page-title.ts'
import { useUrlState } from '../../../ui/use-url-state.ts'
import { DemonstrationAccounts } from '../parts/demonstration-accounts.tsx'
import { isOwnAddress } from '../parts/own-address.ts'
import classes from './sign-in-page.module.css'

/** The door. Paste and password managers work; a wrong password keeps the address that was typed. */
export function SignInPage() {
  const w = useWords()
  const { language, setLanguage } = useLanguage()
  const client = useQueryClient()
  const router = useRouter()
  const { state } = useUrlState()
  const composing = useComposingGuard()
  const passwordRef = useRef<HTMLInputElement>(null)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const house = useAsk(sessions.current, {}).data
  usePageTitle(w('web.sign-in'))

  const begin = useAct(sessions.begin, {
    onDone: (session) => {
      client.setQueryData(sessionQuery.queryKey, (before) => (before ? { ...before, session } : before))
      void router.navigate({ href: isOwnAddress(state['to']) ? state['to'] : '/', replace: true })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (begin.isPending) return
    begin.mutate({ body: { email, password } }, { onError: () => passwordRef.current?.select() })
  }
  return (
    <main className={classes['page']}>
      <div className={classes['door']}>
        <div className={classes['brand']}>
          <Logo size={36} />
          <div>
            <h1>{w('product.name')}</h1>
            <p>{w('web.sign-in.claim')}</p>
          </div>
        </div>
        {house?.empty ? <p role="status" className={classes['empty']}>{w('web.sign-in.empty')}</p> : null}
        <form className={classes['form']} onSubmit={submit} {...composing.handlers}>
          <h2>{w('web.sign-in')}</h2>
          <TextInput
            label={w('web.email')}
            type="email"
            name="email"
            autoComplete="username"
            inputMode="email"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            ref={passwordRef}
            label={w('web.password')}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': w('web.show-password') }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <FormProblem problem={begin.error?.problem} wrong={[]} />
          <Button type="submit" fullWidth loading={begin.isPending}>
            {w('web.sign-in')}
          </Button>
          {house?.singleSignOn ? (
            <Button component="a" href="/api/v1/session/single-sign-on" variant="default" fullWidth>
              {w('web.single-sign-on')}
            </Button>
          ) : null}
          <To url="/new-password">{w('college.forgot')}</To>
        </form>
        <ul className={classes['languages']} aria-label={w('web.language')}>
          {interfaceLanguages.map((one) => (
            <li key={one}>
              <button type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
                {w(`web.language.${one}`)}
              </button>
            </li>
          ))}
        </ul>
      </div>
      {house?.demonstration ? (
        <DemonstrationAccounts
          onChoose={(chosen, secret) => begin.mutate({ body: { email: chosen, password: secret } })}
          isBusy={begin.isPending}
        />
      ) : null}
    </main>
  )
}
