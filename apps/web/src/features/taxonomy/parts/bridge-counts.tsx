import type { Answer } from '@guildhall/contract/http'
import type { bridge } from '@guildhall/contract/taxonomy'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './bridge.module.css'

/** How far the review of each pair of catalogues is; each opens its possible ties. */
export function BridgeCounts({ pairs, nameOf }: { pairs: Answer<typeof bridge.counts>['pairs']; nameOf: (code: string) => string }) {
  const w = useWords()
  return (
    <ul className={classes['counts']}>
      {pairs.map(({ pair, possible, reviewed, refused }) => (
        <li key={pair}>
          <To url={`/taxonomies/bridge?state=possible&pair=${pair}`}>{pair.split(':').map(nameOf).join(' → ')}</To> <span>{w('bridge.counts', { possible, reviewed, refused })}</span>
        </li>
      ))}
    </ul>
  )
}
