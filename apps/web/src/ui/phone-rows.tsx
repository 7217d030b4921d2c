import { Skeleton } from '@mantine/core'
import { Fragment } from 'react'
import type { Column } from './list-types.ts'
import classes from './phone-rows.module.css'
import { opensRow } from './table-rows.tsx'

/** The rows of a list on a phone: two lines each. The first column is the link to the page; a tap elsewhere opens the sheet. */
export function PhoneRows<Row extends { id: string }>(props: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  onOpen: (row: Row) => void
  isLoading: boolean
}) {
  const at = (place: 'title' | 'state' | 'line') => props.columns.filter((column) => column.phone === place)
  if (props.isLoading)
    return (
      <div aria-busy="true" className={classes['loading']}>
        {[70, 55, 80, 60, 65].map((width) => (
          <Skeleton key={width} height={36} width={`${width}%`} />
        ))}
      </div>
    )
  return (
    <ul className={classes['rows']} aria-label={props.caption}>
      {props.rows.map((row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the title is a link; the tap on the row is a shortcut
        <li
          key={row.id}
          id={`row-${row.id}`}
          tabIndex={-1}
          onClick={(event) => {
            if (opensRow(event)) props.onOpen(row)
          }}
        >
          <div className={classes['first']}>
            <span className={classes['title']}>
              {at('title').map((column) => (
                <Fragment key={column.name}>{column.cell(row)}</Fragment>
              ))}
            </span>
            {at('state').map((column) => (
              <span key={column.name}>{column.cell(row)}</span>
            ))}
          </div>
          <div className={classes['second']}>
            {at('line')
              .filter((column) => (column.acts ? column.cell(row) !== null : column.text(row) !== ''))
              .map((column) => (
                <span key={column.name}>{column.cell(row)}</span>
              ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
