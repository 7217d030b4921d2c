import type { Workbench } from '@guildhall/contract/needs'
import { Button } from '@mantine/core'
import { ContentText } from '../../../ui/content-text.tsx'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './needs.module.css'

type Remembered = Workbench['remembered'][number]

/** What this college agreed before for the same words of this enterprise: taken again with one press. */
export function RememberedPart({ items, isPending, onUse }: { items: readonly Remembered[]; isPending: boolean; onUse: (one: Remembered) => void }) {
  const w = useWords()
  if (items.length === 0) return null
  return (
    <section aria-label={w('needs.remembered')}>
      <p className={classes['hint']} style={{ marginTop: 0 }}>{w('needs.remembered')}</p>
      <ul className={classes['like']}>
        {items.map((one) => (
          <li key={one.id}>
            <span>
              <To url={`/outcomes/${one.id}`}>{one.number}</To> <ContentText text={one.text} /> <small>{w('needs.remembered-for', { words: one.phrase.slice(0, 40), n: one.times })}</small>
            </span>
            <Button size="compact-sm" variant="default" loading={isPending} onClick={() => onUse(one)}>
              {w('needs.remembered-use', { number: one.number })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
