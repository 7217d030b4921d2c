import { sessions } from '@guildhall/contract/identity'
import { Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { sessionQuery, useSession } from '../api/session.tsx'
import { useAct } from '../api/use-act.ts'
import { ContentText } from '../ui/content-text.tsx'
import { useWords } from '../ui/language.tsx'
import classes from './top-bar.module.css'

/** For whom the person acts. With several organisations a menu; everything on the page is read anew for the other one. */
export function OrganisationSwitcher() {
  const w = useWords()
  const session = useSession()
  const client = useQueryClient()
  const router = useRouter()
  const actFor = useAct(sessions.actFor, {
    onDone: (next) => {
      client.setQueryData(sessionQuery.queryKey, (before) => (before ? { ...before, session: next } : before))
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] })
      void router.navigate({ href: '/' })
    },
  })
  const acting = session.actingFor
  if (!acting) return <span className={classes['switch']}>{session.operator ? w('web.operator') : ''}</span>
  const name = (
    <span>
      <ContentText text={acting.organisation} tag={false} />
    </span>
  )
  if (session.memberships.length < 2) return <div className={classes['switch']}>{name}</div>
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes['switch'] ?? ''} title={w('web.act-for')}>
          {name}
          <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{w('web.act-for')}</Menu.Label>
        <Menu.RadioGroup value={acting.organisationId} onChange={(organisationId) => actFor.mutate({ body: { organisationId } })}>
          {session.memberships.map((one) => (
            <Menu.RadioItem key={one.organisationId} value={one.organisationId} closeMenuOnClick>
              <ContentText text={one.organisation} tag={false} />
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
