import { Checkbox, Skeleton } from '@mantine/core'
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { useWords } from './language.tsx'
import type { Column } from './list-types.ts'
import classes from './table-rows.module.css'
import type { Selection } from './use-selection.ts'

type RowsProps<Row extends { id: string }> = Readonly<{
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  sort: string | undefined
  openId: string | undefined
  /** What a person would call the row, for the name of its checkbox. */
  nameOf: (row: Row) => string
  selection: Selection<Row> | undefined
  onSort: (column: string) => void
  onOpen: (row: Row) => void
  /** Skeleton rows instead, in the true columns. */
  isLoading: boolean
  isStale: boolean
}>

const isInteractive = (target: EventTarget) => target instanceof Element && target.closest('a, button, input, label') !== null

/** A click on a row opens it, unless it was meant for a link or a field in it, or selected text. */
export const opensRow = (event: MouseEvent) => !isInteractive(event.target) && (getSelection()?.toString() ?? '') === ''

/** The rows of a list as a true table: caption, scope, `aria-sort`; head and first column stick. */
export function TableRows<Row extends { id: string }>(props: RowsProps<Row>) {
  const w = useWords()
  const { columns, rows, selection } = props
  const chosen = rows.filter((row) => selection?.has(row.id)).length
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']} data-stale={props.isStale || undefined} aria-busy={props.isLoading}>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {selection ? (
              <th scope="col" className={`${classes['check']} no-print`}>
                <Checkbox
                  size="xs"
                  aria-label={w('web.select-page')}
                  checked={rows.length > 0 && chosen === rows.length}
                  indeterminate={chosen > 0 && chosen < rows.length}
                  onChange={(event) => selection.setMany(rows, event.currentTarget.checked)}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeadCell key={column.name} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {props.isLoading
            ? Array.from({ length: 8 }, (_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: skeleton rows have no identity
                <tr key={i}>
                  {selection ? <td className="no-print" /> : null}
                  {columns.map((column) => (
                    <td key={column.name}>
                      <Skeleton height={12} width={`${50 + ((i * 7 + column.name.length * 5) % 40)}%`} />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row) => (
                <tr
                  key={row.id}
                  id={`row-${row.id}`}
                  tabIndex={-1}
                  data-open={props.openId === row.id || undefined}
                  data-chosen={selection?.has(row.id) || undefined}
                  onClick={(event) => {
                    if (opensRow(event)) props.onOpen(row)
                  }}
                >
                  {selection ? (
                    <td className={`${classes['check']} no-print`}>
                      <Checkbox
                        size="xs"
                        aria-label={w('web.select-row', { name: props.nameOf(row) })}
                        checked={selection.has(row.id)}
                        onChange={() => selection.toggle(row)}
                      />
                    </td>
                  ) : null}
                  {columns.map((column, index) =>
                    index === 0 ? (
                      <th key={column.name} scope="row" data-align={column.align}>
                        {column.cell(row)}
                      </th>
                    ) : (
                      <td key={column.name} data-align={column.align}>
                        {column.cell(row)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
        </tbody>
      </table>
    </div>
  )
}

function HeadCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort: string | undefined; onSort: (column: string) => void }) {
  const direction = sort === column.name ? 'ascending' : sort === `-${column.name}` ? 'descending' : undefined
  const Arrow = direction === 'ascending' ? IconArrowUp : direction === 'descending' ? IconArrowDown : IconArrowsSort
  return (
    <th
      scope="col"
      data-align={column.align}
      style={column.width ? { width: column.width } : {}}
      {...(column.sort ? { 'aria-sort': direction ?? 'none' } : {})}
    >
      {column.sort ? (
        <button type="button" className={classes['sort']} data-on={direction} onClick={() => onSort(column.name)}>
          {column.head}
          <Arrow size={14} stroke={1.75} aria-hidden="true" />
        </button>
      ) : (
        column.head
      )}
    </th>
  )
}
