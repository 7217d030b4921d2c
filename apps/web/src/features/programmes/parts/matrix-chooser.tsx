import type { Matrix } from '@guildhall/contract/programmes'
import { Button, NativeSelect } from '@mantine/core'
import { ContentText } from '../../../ui/content-text.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import { useUrlState } from '../../../ui/use-url-state.ts'
import classes from './programmes.module.css'
import { GapState } from './states.tsx'

const symbols = { touched: '○', taught: '◐', assessed: '●' } as const

/** The matrix on a phone: choose an outcome, read where it stands. The choice is in the address. */
export function MatrixChooser({ matrix, onPropose }: { matrix: Matrix; onPropose: (outcomeIds: readonly string[]) => void }) {
  const w = useWords()
  const read = useText()
  const { state, go } = useUrlState()
  const row = matrix.rows.find((one) => one.outcome.id === state['outcome']) ?? matrix.rows[0]
  if (!row) return null
  const nameOf = (courseVersionId: string) => matrix.columns.find((one) => one.courseVersionId === courseVersionId)
  return (
    <>
      <NativeSelect
        label={w('programmes.choose-outcome')}
        value={row.outcome.id}
        onChange={(event) => go({ ...state, outcome: event.currentTarget.value }, { replace: true })}
        data={matrix.rows.map((one) => ({ value: one.outcome.id, label: `${one.outcome.number} ${read(one.outcome.text)?.text ?? ''}` }))}
      />
      <p>
        <To url={`/outcomes/${row.outcome.id}`}>{row.outcome.number}</To> <ContentText text={row.outcome.text} />
      </p>
      <p>
        <GapState state={row.state} />{' '}
        <span className={classes['meta']}>{w('programmes.asked-enterprises', { n: row.asked.enterprises })}</span>
      </p>
      {row.cells.length === 0 ? <p>{w('programmes.in-no-course')}</p> : null}
      <ul className={classes['diff']} aria-label={w('programmes.in-courses')}>
        {row.cells.map((cell) => {
          const course = nameOf(cell.courseVersionId)
          return (
            <li key={cell.courseVersionId}>
              <span aria-hidden="true">{symbols[cell.depth]}</span> <b>{course ? <ContentText text={course.name} tag={false} /> : null}</b>
              <small>
                {w(`programmes.depth.${cell.depth}`)} · {w('programmes.hours', { n: cell.hours })} ·{' '}
                {w(cell.recorded ? 'programmes.recorded' : 'programmes.planned')}
              </small>
              {cell.units.map((unit) => (
                <small key={unit.id}>{unit.name}</small>
              ))}
            </li>
          )
        })}
      </ul>
      {row.state === 'gap' ? (
        <div className={classes['foot']}>
          <Button onClick={() => onPropose([row.outcome.id])}>{w('programmes.propose-unit')}</Button>
        </div>
      ) : null}
    </>
  )
}
