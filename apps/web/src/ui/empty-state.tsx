import type { ReactNode } from 'react'
import classes from './states.module.css'

/** Why nothing is here and what to do next: nothing yet, nothing matches, or no right. `isPart`: under a heading of a panel, which gives the room. */
export function EmptyState({
  title,
  children,
  action,
  isPart = false,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  isPart?: boolean
}) {
  return (
    <div className={classes['state']} data-part={isPart || undefined}>
      <p className={classes['title']}>{title}</p>
      {children ? <div className={classes['text']}>{children}</div> : null}
      {action ? <div className={classes['action']}>{action}</div> : null}
    </div>
  )
}
