import { organisations, vettingStates } from '@guildhall/contract/directory'
import { useAsk } from '../../../api/use-ask.ts'
import { useWords } from '../../../ui/language.tsx'
import { PanelPart } from '../../../ui/panel.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './home.module.css'

type Vetting = (typeof vettingStates)[number]

/** How many enterprises stand at each step of vetting; every figure opens its rows. */
export function VettingPart() {
  const w = useWords()
  const total = useAsk(organisations.list, { query: { kind: 'enterprise', limit: 1 } }).data?.count
  return (
    <PanelPart title={w('home.vetting')}>
      <ul className={classes['lines']}>
        {vettingStates.map((state) => (
          <VettingLine key={state} state={state} total={total} />
        ))}
      </ul>
    </PanelPart>
  )
}

function VettingLine({ state, total }: { state: Vetting; total: number | undefined }) {
  const w = useWords()
  const page = useAsk(organisations.list, { query: { kind: 'enterprise', vetting: state, limit: 1 } }).data
  return (
    <li>
      <span className={classes['what']}>{w(`directory.vetting.${state}`)}</span>
      {page ? (
        <To url={`/organisations?kind=enterprise&vetting=${state}`}>
          {w('home.vetting-of', { n: page.count, total: total ?? page.count })}
        </To>
      ) : null}
    </li>
  )
}
