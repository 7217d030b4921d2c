import { Menu, UnstyledButton } from '@mantine/core'
import { IconDots, IconSearch } from '@tabler/icons-react'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useWords } from '../ui/language.tsx'
import { To } from '../ui/to.tsx'
import { type Entry, findCurrent } from './navigation.ts'
import classes from './phone-bar.module.css'

/** The bottom bar of a phone: search and the first entries, four places in all; the rest behind "more". */
export function PhoneBar({ entries, onPalette }: { entries: readonly Entry[]; onPalette: () => void }) {
  const w = useWords()
  const router = useRouter()
  const location = useRouterState({ select: (state) => state.location })
  const current = findCurrent(entries, location.pathname, location.search)
  const shown = entries.length > 3 ? entries.slice(0, 2) : entries
  const rest = entries.slice(shown.length)
  return (
    <nav className={classes['bar']} aria-label={w('web.navigation')}>
      {shown.map((entry) => (
        <To key={entry.url} url={entry.url} className={classes['entry']} aria-current={entry === current ? 'page' : undefined}>
          <entry.icon size={22} stroke={1.75} aria-hidden="true" />
          <span>{w(entry.name)}</span>
        </To>
      ))}
      <UnstyledButton className={classes['entry'] ?? ''} onClick={onPalette}>
        <IconSearch size={22} stroke={1.75} aria-hidden="true" />
        <span>{w('web.search')}</span>
      </UnstyledButton>
      {rest.length > 0 ? (
        <Menu position="top-end">
          <Menu.Target>
            <UnstyledButton className={classes['entry'] ?? ''}>
              <IconDots size={22} stroke={1.75} aria-hidden="true" />
              <span>{w('web.more')}</span>
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((entry) => (
              <Menu.Item
                key={entry.url}
                leftSection={<entry.icon size={20} stroke={1.75} />}
                onClick={() => void router.navigate({ href: entry.url })}
              >
                {w(entry.name)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </nav>
  )
}
