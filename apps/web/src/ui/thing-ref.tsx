import type { ThingRef as Thing } from '@guildhall/contract/http'
import { ContentText } from './content-text.tsx'
import { lookOf } from './stations.ts'
import classes from './thing-ref.module.css'
import { To } from './to.tsx'

/** Another thing as a chip: the icon and dye of its station, number, title; a link to its page. How one feature shows what belongs to another. */
export function ThingRef({ thing }: { thing: Thing }) {
  const { icon: Drawing, dye } = lookOf(thing.kind)
  return (
    <To url={thing.url} className={classes['chip']} data-dye={dye}>
      <Drawing size={16} stroke={1.75} aria-hidden="true" />
      {thing.number ? <span className={classes['number']}>{thing.number}</span> : null}
      <span className={classes['title']}>
        <ContentText text={thing.title} tag={false} />
      </span>
    </To>
  )
}
