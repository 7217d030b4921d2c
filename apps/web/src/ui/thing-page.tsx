import type { ReactNode } from 'react'
import { useWords } from './language.tsx'
import classes from './thing-page.module.css'
import { To } from './to.tsx'

export type Crumb = Readonly<{ label: string; url: string }>

/** Where this page stands. The page itself is the title below, so it is not repeated here. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const w = useWords()
  return (
    <nav aria-label={w('web.breadcrumb')} className={`${classes['crumbs']} no-print`}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.url}>
            <To url={crumb.url}>{crumb.label}</To>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The head of any page: where it stands, its title, at the right what can be done here. */
export function PageHead(props: { crumbs?: readonly Crumb[]; title: ReactNode; number?: string; state?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={classes['head']}>
      {props.crumbs && props.crumbs.length > 0 ? <Breadcrumb crumbs={props.crumbs} /> : null}
      <div className={classes['line']}>
        <div className={classes['titles']}>
          <h1>{props.title}</h1>
          {props.number ? <span className={classes['number']}>{props.number}</span> : null}
          {props.state}
        </div>
        {props.actions ? <div className={`${classes['actions']} no-print`}>{props.actions}</div> : null}
      </div>
    </header>
  )
}

/**
 * The page of one object: breadcrumb, title with number and state, thread bar, body; at the right the next step (what is due, by whom, the allowed actions),
 * then people, files, timeline (`rest`). On a phone the next step follows the title, the rest the body, and `primary` stands above the bottom bar.
 */
export function ThingPage(props: {
  crumbs: readonly Crumb[]
  title: ReactNode
  number?: string
  state?: ReactNode
  thread?: ReactNode
  /** At the right; on a phone under the title. */
  next?: ReactNode
  /** Below it at the right; on a phone after the body. */
  rest?: ReactNode
  /** The one main action, for the thumb on a phone; on wide pages it belongs into `next`. */
  primary?: ReactNode
  children: ReactNode
}) {
  const w = useWords()
  return (
    <>
      <PageHead crumbs={props.crumbs} title={props.title} {...(props.number ? { number: props.number } : {})} state={props.state} />
      {props.thread}
      <div className={classes['columns']} data-single={(props.next ?? props.rest) === undefined || undefined}>
        <div className={classes['body']}>{props.children}</div>
        {(props.next ?? props.rest) === undefined ? null : (
          <aside className={`${classes['side']} no-print`} aria-label={w('web.next-step')}>
            <div className={classes['next']}>{props.next}</div>
            <div className={classes['rest']}>{props.rest}</div>
          </aside>
        )}
      </div>
      {props.primary ? <div className={`${classes['primary']} no-print`}>{props.primary}</div> : null}
    </>
  )
}

/** A group of the right column: a small heading and what belongs to it. */
export function NextPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['part']}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
