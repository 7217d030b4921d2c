import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../../ui/language.tsx'
import classes from './concept-view.module.css'

/** The first of a list, and all of it on demand. */
export function FoldedList({ items, shown, label, isPlain = false }: { items: readonly string[]; shown: number; label: string; isPlain?: boolean }): ReactNode {
  const w = useWords()
  const [isAll, setAll] = useState(false)
  const seen = isAll ? items : items.slice(0, shown)
  return (
    <>
      <ul aria-label={label} className={isPlain ? classes['tasks'] : classes['also']}>
        {seen.map((text) => <li key={text}>{text}</li>)}
      </ul>
      {items.length > shown ? (
        <Button size="compact-sm" variant="subtle" className="no-print" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? w('concepts.fewer') : w('concepts.show-all-n', { n: items.length })}
        </Button>
      ) : null}
    </>
  )
}
