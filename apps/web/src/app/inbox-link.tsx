import { inbox } from '@guildhall/contract/platform'
import { IconInbox } from '@tabler/icons-react'
import { useAsk } from '../api/use-ask.ts'
import { useWords } from '../ui/language.tsx'
import { To } from '../ui/to.tsx'
import classes from './top-bar.module.css'

/** How much waits for me, always in sight; leads to the list. */
export function InboxLink() {
  const w = useWords()
  const counted = useAsk(inbox.count, {}, { every: () => 60_000 }).data
  const n = (counted?.tasks ?? 0) + (counted?.unread ?? 0)
  return (
    <To url="/" className={classes['icon']} aria-label={w('web.inbox.count', { n })} title={w('web.inbox.count', { n })}>
      <IconInbox size={20} stroke={1.75} aria-hidden="true" />
      {n > 0 ? <span className={classes['count']}>{n > 99 ? '99+' : n}</span> : null}
    </To>
  )
}
