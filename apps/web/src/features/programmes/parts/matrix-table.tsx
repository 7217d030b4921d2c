import type { Matrix } from '@guildhall/contract/programmes'
import { type KeyboardEvent, useState } from 'react'
import { Button, VisuallyHidden } from '@mantine/core'
import { ContentText } from '../../../ui/content-text.tsx'
import { useText, useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './programmes.module.css'
import { GapState } from './states.tsx'

const symbols = { touched: '○', taught: '◐', assessed: '●' } as const

/** Outcome × course as a true table of symbols: arrows move, Enter opens the hours and units behind a cell. */
export function MatrixTable({ matrix, onPropose }: { matrix: Matrix; onPropose: (outcomeIds: readonly string[]) => void }) {
  const w = useWords()
  const read = useText()
  const [open, setOpen] = useState<{ row: number; column: number }>()
  const columns = matrix.columns.filter((one) => one.units > 0)
  const cellOf = (row: number, column: number) => matrix.rows[row]?.cells.find((one) => one.courseVersionId === columns[column]?.courseVersionId)
  const move = (event: KeyboardEvent<HTMLElement>, row: number, column: number) => {
    const by = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key]
    if (!by) return
    event.preventDefault()
    document.getElementById(`cell-${row + by[0]!}-${column + by[1]!}`)?.focus()
  }
  const chosen = open ? cellOf(open.row, open.column) : undefined
  return (
    <>
      <div className={classes['matrix']}>
        <table className={classes['table']}>
          <caption><VisuallyHidden>{w('programmes.matrix')}</VisuallyHidden></caption>
          <thead>
            <tr><th scope="col">{w('programmes.outcome')}</th><th scope="col">{w('programmes.asked')}</th>{columns.map((one) => <th key={one.courseVersionId} scope="col"><span title={w('programmes.described-of', { n: one.described, of: one.units })}>{read(one.name)?.text}</span></th>)}<th scope="col">{w('programmes.state')}</th></tr>
          </thead>
          <tbody>
            {matrix.rows.map((row, r) => (
              <tr key={row.outcome.id}>
                <th scope="row"><To url={`/outcomes/${row.outcome.id}`}>{row.outcome.number}</To> <ContentText text={row.outcome.text} /></th>
                <td>{row.asked.enterprises}</td>
                {columns.map((column, c) => {
                  const cell = cellOf(r, c)
                  const name = cell ? `${w(`programmes.depth.${cell.depth}`)}, ${w('programmes.hours', { n: cell.hours })}` : w('programmes.not-here')
                  return <td key={column.courseVersionId}><button type="button" data-cell id={`cell-${r}-${c}`} tabIndex={r === 0 && c === 0 ? 0 : -1} aria-label={`${row.outcome.number} × ${read(column.name)?.text ?? column.code}: ${name}`} onKeyDown={(event) => move(event, r, c)} onClick={() => setOpen({ row: r, column: c })}>{cell ? symbols[cell.depth] : ''}</button></td>
                })}
                <td><GapState state={row.state} />{row.state === 'gap' ? <Button size="compact-sm" variant="subtle" className="no-print" onClick={() => onPropose([row.outcome.id])}>{w('programmes.propose-unit')}</Button> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes['legend']}>● {w('programmes.depth.assessed')} · ◐ {w('programmes.depth.taught')} · ○ {w('programmes.depth.touched')}</p>
      <div role="status">
        {open ? chosen ? <p>{matrix.rows[open.row]?.outcome.number} × {read(columns[open.column]!.name)?.text}: {chosen.units.map((one) => one.name).join('、')} · {w('programmes.hours', { n: chosen.hours })} · {w(chosen.recorded ? 'programmes.recorded' : 'programmes.planned')}</p> : <p>{w('programmes.not-here')}</p> : null}
      </div>
    </>
  )
}
