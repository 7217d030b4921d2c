import { useFormats } from './formats.ts'
import { useWords } from './language.tsx'
import classes from './figure.module.css'
import { To } from './to.tsx'

/** A number that opens the rows it was made of; says how many it rests on and when. `value` undefined: the group is too small to show. */
export function Figure(props: { label: string; value: string | undefined; rowsUrl: string; n?: number; asOf?: string }) {
  const w = useWords()
  const formats = useFormats()
  return (
    <div className={classes['figure']}>
      <span className={classes['label']}>{props.label}</span>
      {props.value === undefined ? (
        <span className={classes['hidden']}>{w('web.hidden-small-group')}</span>
      ) : (
        <To url={props.rowsUrl} className={classes['value']} title={w('web.open-rows')}>
          {props.value}
        </To>
      )}
      <span className={classes['note']}>
        {[props.n === undefined ? '' : w('web.n', { n: props.n }), props.asOf ? w('web.as-of', { at: formats.day(props.asOf) }) : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  )
}
