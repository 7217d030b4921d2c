import type { ImportRow, ImportTargetName } from '@guildhall/contract/exchange'
import { useWords } from '../../../ui/language.tsx'
import { To } from '../../../ui/to.tsx'
import classes from './imports.module.css'
import { thingPage } from './registers.ts'
import { RowFaults } from './row-faults.tsx'

export type ShownColumn = Readonly<{ key: string; label: string }>
type Value = ImportRow['values'][string] | null | undefined

/** A value as a person reads it. */
export function useShownValue(): (value: Value) => string {
  const w = useWords()
  return (value) => (typeof value === 'boolean' ? w(value ? 'imports.value-yes' : 'imports.value-no') : String(value ?? ''))
}

/** A row of a file; where it would change something, the old value stands struck out before the new one. */
export function ShownRow({ target, row, columns }: { target: ImportTargetName; row: ImportRow; columns: readonly ShownColumn[] }) {
  const w = useWords()
  const show = useShownValue()
  return (
    <>
      <tr data-bare={row.faults.length + row.doubts.length > 0 || undefined}>
        <th scope="row">{row.row}</th>
        {columns.map(({ key, label }) => {
          const change = row.changes.find((one) => one.field === key)
          return (
            <td key={key} data-label={label}>
              {change ? (
                <>
                  {change.from === null || change.from === '' ? null : <del>{show(change.from)}</del>} <ins>{show(change.to)}</ins>
                </>
              ) : (
                show(row.values[key])
              )}
            </td>
          )
        })}
        <td className={classes['note']}>{row.takenAt ? row.thingId ? <To url={thingPage(target, row.thingId)}>{w('imports.open-thing')}</To> : w('imports.is-in') : null}</td>
      </tr>
      <RowFaults row={row} span={columns.length + 2} />
    </>
  )
}
