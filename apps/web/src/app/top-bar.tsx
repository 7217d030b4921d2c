import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconHelpCircle, IconSearch } from '@tabler/icons-react'
import { useWords } from '../ui/language.tsx'
import { Logo } from '../ui/logo.tsx'
import { To } from '../ui/to.tsx'
import { OrganisationSwitcher } from './organisation-switcher.tsx'
import { InboxLink } from './inbox-link.tsx'
import { PersonMenu } from './person-menu.tsx'
import { RunningJobs } from './running-jobs.tsx'
import classes from './top-bar.module.css'

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** For whom one acts, the search and command field, what waits, what runs, help, the person. */
export function TopBar({ onPalette, onHelp }: { onPalette: () => void; onHelp: () => void }) {
  const w = useWords()
  return (
    <div className={classes['bar']}>
      <To url="/" className={classes['home']} aria-label={w('web.home-link')}>
        <Logo />
        <span className={classes['name']}>{w('product.name')}</span>
      </To>
      <OrganisationSwitcher />
      <UnstyledButton className={classes['search'] ?? ''} onClick={onPalette} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={18} stroke={1.75} aria-hidden="true" />
        <span>{w('web.palette')}</span>
        <kbd>{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
      </UnstyledButton>
      <InboxLink />
      <RunningJobs />
      <ActionIcon variant="subtle" color="qing" size={36} aria-label={w('web.help')} title={w('web.help')} onClick={onHelp}>
        <IconHelpCircle size={20} stroke={1.75} />
      </ActionIcon>
      <PersonMenu />
    </div>
  )
}
