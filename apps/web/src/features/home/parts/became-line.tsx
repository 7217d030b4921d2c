import { type NeedRow, threads } from '@guildhall/contract/needs'
import { useAsk } from '../../../api/use-ask.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import { StationIcon } from '../../../ui/station-icon.tsx'
import type { Station } from '../../../ui/stations.ts'
import { To } from '../../../ui/to.tsx'
import { listSteps, type Step } from './became.ts'
import classes from './home.module.css'

const stationOf: Readonly<Record<Step['kind'], Station>> = {
  outcomes: 'outcome',
  taught: 'unit',
  'not-taught': 'unit',
  adopted: 'decision',
  refused: 'decision',
  'under-way': 'decision',
  told: 'need',
}

/** One need of the enterprise and what became of it, with the way to its thread. */
export function BecameLine({ need }: { need: NeedRow }) {
  const w = useWords()
  const formats = useFormats()
  const thread = useAsk(threads.ofNeed, { params: { id: need.id } }, { enabled: need.outcomes > 0 }).data
  const steps = thread ? listSteps(thread) : []
  const wordsOf = (step: Step) => {
    if (step.kind === 'outcomes' || step.kind === 'taught') return w(`home.became-${step.kind}`, { n: step.n })
    if (step.kind === 'under-way') return w('home.became-under-way', { number: step.number })
    return step.kind === 'not-taught' ? w('home.became-not-taught') : w(`home.became-${step.kind}`, { day: formats.day(step.at) })
  }
  return (
    <li>
      <div className={classes['what']}>
        <q className={classes['voice']} lang={need.language}>
          {need.text}
        </q>
        <ul className={classes['chain']}>
          {steps.length === 0 && need.status !== 'translated' ? (
            <li>
              <StationIcon station="need" size={16} />
              {w(`home.became-${need.status}`)}
            </li>
          ) : null}
          {steps.map((step) => (
            <li key={step.kind} data-break={step.kind === 'not-taught' || undefined}>
              <StationIcon station={stationOf[step.kind]} size={16} />
              {wordsOf(step)}
            </li>
          ))}
        </ul>
      </div>
      <span className={classes['note']}>{formats.day(need.saidOn)}</span>
      <To url={`/needs/${need.id}/thread`} aria-label={`${w('home.the-thread')} ${need.number}`}>
        {w('home.the-thread')} ›
      </To>
    </li>
  )
}
