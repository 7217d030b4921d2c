import { sessions } from '@guildhall/contract/identity'
import { interfaceLanguages } from '@guildhall/kernel'
import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconChevronDown, IconUser } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { rolesOf, sessionQuery, useSession } from '../api/session.tsx'
import { useAct } from '../api/use-act.ts'
import { useLanguage, useWords } from '../ui/language.tsx'
import { densities, usePreferences } from '../ui/preferences.tsx'
import classes from './top-bar.module.css'

const schemes: readonly MantineColorScheme[] = ['light', 'dark', 'auto']

/** Who is signed in, as what, and how they like it: language, scheme, density, keys, sessions, sign out. */
export function PersonMenu() {
  const w = useWords()
  const session = useSession()
  const client = useQueryClient()
  const router = useRouter()
  const { language, setLanguage } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { preferences, setPreference } = usePreferences()
  const tellLanguage = useAct(sessions.setLanguage)
  const end = useAct(sessions.end, {
    onDone: () => {
      client.setQueryData(sessionQuery.queryKey, (before) => (before ? { ...before, session: null } : before))
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
      void router.navigate({ href: '/sign-in' })
    },
  })
  const choice = (key: string, text: string, isOn: boolean, choose: () => void, lang?: string) => (
    <Menu.Item
      key={key}
      role="menuitemradio"
      aria-checked={isOn}
      lang={lang}
      leftSection={<span className={classes['tick']}>{isOn ? '✓' : ''}</span>}
      onClick={choose}
    >
      {text}
    </Menu.Item>
  )
  const roles = rolesOf(session).map((role) => w(`web.role.${role}`))
  return (
    <Menu position="bottom-end" width={260} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={classes['person'] ?? ''} aria-label={w('web.person-menu', { name: session.name })}>
          <IconUser size={20} stroke={1.75} aria-hidden="true" />
          <span>{session.name}</span>
          <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="80vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{[session.name, ...roles].join(' · ')}</Menu.Label>
        <div className={classes['mail']}>{session.email}</div>
        <Menu.Label>{w('web.language')}</Menu.Label>
        {interfaceLanguages.map((one) =>
          choice(
            one,
            w(`web.language.${one}`),
            one === language,
            () => {
              setLanguage(one)
              tellLanguage.mutate({ body: { language: one } })
            },
            one,
          ),
        )}
        <Menu.Label>{w('web.scheme')}</Menu.Label>
        {schemes.map((one) => choice(one, w(`web.scheme.${one}`), one === colorScheme, () => setColorScheme(one)))}
        <Menu.Label>{w('web.density')}</Menu.Label>
        {densities.map((one) =>
          choice(one, w(`web.density.${one}`), one === (preferences.density ?? document.documentElement.dataset['density']), () =>
            setPreference({ density: one }),
          ),
        )}
        <Menu.Divider />
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={preferences.singleKeys}
          leftSection={<span className={classes['tick']}>{preferences.singleKeys ? '✓' : ''}</span>}
          onClick={() => setPreference({ singleKeys: !preferences.singleKeys })}
        >
          {w('web.single-keys')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          component="a"
          href="/settings/sessions"
          closeMenuOnClick
          onClick={(event) => {
            event.preventDefault()
            void router.navigate({ href: '/settings/sessions' })
          }}
        >
          {w('web.nav.sessions')}
        </Menu.Item>
        <Menu.Item onClick={() => end.mutate({})}>{w('web.sign-out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
