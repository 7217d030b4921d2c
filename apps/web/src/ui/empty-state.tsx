import type { ReactNode } from 'react'
import classes from './states.module.css'

/** Why nothing is here and what to do next: nothing yet, nothing matches, or no right. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes['state']}>
      <p className={classes['title']}>{title}</p>
      {children ? <div className={classes['text']}>{children}</div> : null}
      {action ? <div className={classes['action']}>{action}</div> : null}
    </div>
  )
}
