import { useWords } from '../../../ui/language.tsx'
import type { Recent } from '../../../ui/recent.ts'
import { ThingRef } from '../../../ui/thing-ref.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { toContentLanguage } from '@guildhall/kernel'
import classes from './recent-things.module.css'

/** The last ten things somebody opened, as chips. */
export function RecentThings({ things }: { things: readonly Recent[] }) {
  const w = useWords()
  const { language } = useLanguage()
  if (things.length === 0) return <p className={classes['none']}>{w('web.home.no-recent')}</p>
  return (
    <ul className={classes['things']}>
      {things.map((thing) => (
        <li key={thing.url}>
          <ThingRef
            thing={{
              kind: thing.kind,
              id: thing.url,
              number: thing.number,
              title: { [toContentLanguage(language)]: thing.title },
              url: thing.url,
            }}
          />
        </li>
      ))}
    </ul>
  )
}
