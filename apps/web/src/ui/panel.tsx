import type { ReactNode } from 'react'
import classes from './panel.module.css'

/** The one surface of a page: panel ground, hairline, no shadow. Parts inside are set apart by headings and hairlines, never by another panel. */
export function Panel({ children, flush = false }: { children: ReactNode; flush?: boolean }) {
  return <div className={`${classes['panel']} ${flush ? classes['flush'] : ''}`}>{children}</div>
}

/** A part of a panel: a heading, an optional word at its right, and what belongs to it. `isTalk`: said among ourselves, and so not on paper. */
export function PanelPart({
  title,
  aside,
  isTalk = false,
  children,
}: {
  title: ReactNode
  aside?: ReactNode
  isTalk?: boolean
  children: ReactNode
}) {
  return (
    <section className={`${classes['part']} ${isTalk ? 'no-print' : ''}`}>
      <div className={classes['head']}>
        <h2 className={classes['title']}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}

/** Facts of a thing, label and value, as a true list of terms. An absent value is said, not left out. */
export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className={classes['facts']}>
      {facts.map((fact) => (
        <div key={fact.label} className={classes['fact']}>
          <dt>{fact.label}</dt>
          <dd>{fact.value ?? <span className={classes['absent']}>–</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
