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
import { settingsOf, usualDensityOf } from './navigation.ts'
import classes from './top-bar.module.css'

const schemes: readonly MantineColorScheme[] = ['light', 'dark', 'auto']

/** Who is signed in, as what, and how they like it: language, scheme, density, keys, settings, sessions, sign out. */
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
  const chooseLanguage = (value: string) => {
    const next = interfaceLanguages.find((one) => one === value)
    if (!next) return
    setLanguage(next)
    tellLanguage.mutate({ body: { language: next } })
  }
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
        <Menu.Label className={classes['mail'] ?? ''}>{session.email}</Menu.Label>
        <Menu.Label>{w('web.language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={chooseLanguage}>
          {interfaceLanguages.map((one) => (
            <Menu.RadioItem key={one} value={one} lang={one}>
              {w(`web.language.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{w('web.scheme')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(value) => setColorScheme(schemes.find((one) => one === value) ?? 'auto')}>
          {schemes.map((one) => (
            <Menu.RadioItem key={one} value={one}>
              {w(`web.scheme.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{w('web.density')}</Menu.Label>
        <Menu.RadioGroup
          value={preferences.density ?? usualDensityOf(session)}
          onChange={(value) => setPreference({ density: densities.find((one) => one === value) ?? 'relaxed' })}
        >
          {densities.map((one) => (
            <Menu.RadioItem key={one} value={one}>
              {w(`web.density.${one}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem checked={preferences.singleKeys} onChange={(isOn) => setPreference({ singleKeys: isOn })}>
          {w('web.single-keys')}
        </Menu.CheckboxItem>
        <Menu.Divider />
        {settingsOf(session).map(({ url, name }) => (
          <Menu.Item
            key={url}
            component="a"
            href={url}
            closeMenuOnClick
            onClick={(event) => {
              event.preventDefault()
              void router.navigate({ href: url })
            }}
          >
            {w(name)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => end.mutate({})}>{w('web.sign-out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
