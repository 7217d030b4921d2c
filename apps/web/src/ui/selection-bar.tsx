import { Button } from '@mantine/core'
import { useFormats } from './formats.ts'
import { useWords } from './language.tsx'
import type { BulkAct } from './list-types.ts'
import classes from './selection-bar.module.css'
import type { ListState } from './url-state.ts'
import type { Selection } from './use-selection.ts'

/** What can be done with the chosen rows. Lies over the bottom edge, so that rows do not jump. */
export function SelectionBar<Row extends { id: string }>(props: {
  selection: Selection<Row>
  acts: readonly BulkAct<Row>[]
  list: ListState
  count: number
  isMore: boolean
}) {
  const w = useWords()
  const formats = useFormats()
  const { selection } = props
  if (selection.rows.length === 0 && !selection.isAll) return null
  const canTakeAll = props.acts.some((act) => act.takesAll) && !selection.isAll && props.count > selection.rows.length
  const total = props.isMore ? w('web.more-than', { n: formats.number(props.count) }) : formats.number(props.count)
  return (
    <section className={`${classes['bar']} no-print`} aria-label={w('web.selection')}>
      <span className={classes['count']} aria-live="polite">
        {selection.isAll ? w('web.selected-all', { n: total }) : w('web.selected', { n: selection.rows.length })}
      </span>
      {canTakeAll ? (
        <Button variant="subtle" onClick={selection.takeAll}>
          {w('web.select-all-matching', { n: total })}
        </Button>
      ) : null}
      {props.acts
        .filter((act) => !selection.isAll || act.takesAll)
        .map((act) => (
          <Button key={act.name} variant="default" onClick={() => act.run(selection.rows, selection.isAll ? props.list : undefined)}>
            {act.label}
          </Button>
        ))}
      <Button variant="subtle" onClick={selection.clear}>
        {w('web.clear-selection')}
      </Button>
    </section>
  )
}
