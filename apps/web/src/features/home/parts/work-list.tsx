import type { ReactNode } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { lookOf } from '../../../ui/stations.ts'
import { To } from '../../../ui/to.tsx'
import { When } from '../../../ui/when.tsx'
import classes from './work-list.module.css'

/** One line of work: what, why me, since when, until when, and its one action. */
export type WorkItem = Readonly<{
  id: string
  kind: string
  what: string
  why: string
  since: string
  due?: string
  url: string
  action?: ReactNode
}>

/** What waits, one list over all modules: the most urgent first, as the server ordered it. */
export function WorkList({ items }: { items: readonly WorkItem[] }) {
  const formats = useFormats()
  return (
    <ul className={classes['list']}>
      {items.map((item) => {
        const { icon: Drawing, dye } = lookOf(item.kind)
        return (
          <li key={item.id}>
            <span data-dye={dye} className={classes['icon']}>
              <Drawing size={20} stroke={1.75} aria-hidden="true" />
            </span>
            <div className={classes['text']}>
              <To url={item.url}>{item.what}</To>
              <span className={classes['why']}>{item.why}</span>
            </div>
            <span className={classes['when']}>{item.due ? formats.day(item.due) : <When at={item.since} />}</span>
            {item.action}
          </li>
        )
      })}
    </ul>
  )
}
