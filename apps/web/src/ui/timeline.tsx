import type { ReactNode } from 'react'
import { useFormats } from './formats.ts'
import { useWords } from './language.tsx'
import classes from './timeline.module.css'

export type TimelineEntry = Readonly<{
  id: string
  at: string
  who: string
  what: ReactNode
  why?: string
  change?: { from: string; to: string }
  isBinding?: boolean
}>

/** Who, what, why, when, old → new; newest first, folded by day. A binding act carries the seal's colour. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const w = useWords()
  const formats = useFormats()
  const days = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const day = formats.day(entry.at)
    days.set(day, [...(days.get(day) ?? []), entry])
  }
  return (
    <div className={classes['timeline']}>
      {[...days].map(([day, list]) => (
        <section key={day}>
          <h3>{day}</h3>
          <ol>
            {list.map((entry) => (
              <li key={entry.id} data-binding={entry.isBinding || undefined}>
                <time dateTime={entry.at}>{formats.time(entry.at)}</time>
                <div>
                  <span className={classes['who']}>{entry.who}</span> {entry.what}
                  {entry.change ? (
                    <div className={classes['change']}>
                      <del>{entry.change.from || '–'}</del> → <ins>{entry.change.to || '–'}</ins>
                    </div>
                  ) : null}
                  {entry.why ? <div className={classes['why']}>{w('web.reason-given', { reason: entry.why })}</div> : null}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
