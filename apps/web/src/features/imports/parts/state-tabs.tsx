import { useFormats } from '../../../ui/formats.ts'
import { useWords } from '../../../ui/language.tsx'
import classes from './imports.module.css'

export type RowState = 'new' | 'changed' | 'same' | 'doubtful' | 'wrong'

/** Which rows of a file are shown: each state with its count. States that hold nothing are left out. */
export function StateTabs<State extends RowState>(props: {
  counts: readonly (readonly [State, number])[]
  chosen: State
  onChoose: (state: State) => void
}) {
  const w = useWords()
  const formats = useFormats()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of buttons that belong together, not a set of fields
    <div role="group" aria-label={w('imports.state')} className={classes['tabs']}>
      {props.counts
        .filter(([, n]) => n > 0)
        .map(([state, n]) => (
          <button key={state} type="button" aria-pressed={state === props.chosen} onClick={() => props.onChoose(state)}>
            {w(`imports.state.${state}`)} {formats.number(n)}
          </button>
        ))}
    </div>
  )
}
