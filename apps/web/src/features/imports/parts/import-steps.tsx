import { useWords } from '../../../ui/language.tsx'
import classes from './imports.module.css'

const steps = ['source', 'check', 'take'] as const

/** Where in an import one is. */
export function ImportSteps({ at }: { at: (typeof steps)[number] }) {
  const w = useWords()
  return (
    <ol className={classes['steps']} aria-label={w('imports.steps')}>
      {steps.map((step) => (
        <li key={step} aria-current={step === at ? 'step' : undefined}>
          {w(`imports.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
