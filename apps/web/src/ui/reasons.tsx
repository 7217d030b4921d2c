import type { Reason } from '@guildhall/kernel'
import { useCodeWords } from './language.tsx'
import classes from './reasons.module.css'

/** Why something is as it is, or was refused: each reason as a sentence, with the clause or row it rests on. `book` is where its words stand. */
export function Reasons({ reasons, book = 'reason' }: { reasons: readonly Reason[]; book?: string }) {
  const words = useCodeWords()
  return (
    <ul className={classes['reasons']}>
      {reasons.map((reason) => (
        <li key={`${reason.code} ${JSON.stringify(reason.params ?? {})}`}>
          {words(`${book}.${reason.code}`, reason.params)}
          {reason.source ? <span className={classes['source']}>{reason.source}</span> : null}
        </li>
      ))}
    </ul>
  )
}
