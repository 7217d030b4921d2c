import { start } from '@guildhall/contract/directory'
import { useAsk } from '../../../api/use-ask.ts'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './college.module.css'
import { useKeepsCollege } from './use-keeps-college.ts'

/** On the home of who keeps the college, while its set-up is unfinished: how far it is, what comes next, and the way there. */
export function StartReminder() {
  const w = useWords()
  const keeps = useKeepsCollege()
  const asked = useAsk(start.steps, {}, { enabled: keeps })
  if (!keeps || !asked.data || asked.data.isFinished) return null
  const { items } = asked.data
  const next = items.find((one) => !one.isDone)
  return (
    <section className={classes['reminder']} aria-label={w('college.start')}>
      <span>{w('college.start-of')} {w('college.start-left', { done: items.filter((one) => one.isDone).length, n: items.length })}</span>
      {next ? <span>{w('college.start-next')} <To url={next.url}>{w(`college.step.${next.step}`)}</To></span> : null}
      <To url="/start">{w('college.start-go')}</To>
    </section>
  )
}
