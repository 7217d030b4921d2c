import { type ImportRow, imports } from '@guildhall/contract/exchange'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { problemText } from '../../../api/problem-text.ts'
import { useAct } from '../../../api/use-act.ts'
import { useLanguage, useWords } from '../../../ui/language.tsx'
import { useNotice } from '../../../ui/notices.tsx'
import classes from './imports.module.css'
import { RowFaults } from './row-faults.tsx'
import { type ShownColumn, useShownValue } from './shown-row.tsx'

/** A row to be mended where it stands: its faulty cells are fields; Enter has the row checked again. */
export function MendRow({ importId, row, columns }: { importId: string; row: ImportRow; columns: readonly ShownColumn[] }) {
  const w = useWords()
  const { language } = useLanguage()
  const notice = useNotice()
  const show = useShownValue()
  const [mended, mend] = useState<Readonly<Record<string, string>>>({})
  const [isOpen, setOpen] = useState(false)
  const check = useAct(imports.mend, {
    onDone: ({ items }) => {
      mend({})
      if (items[0] && items[0].state !== 'wrong') notice({ text: w('imports.mended', { row: row.row }) })
    },
  })
  const said = [...row.faults, ...row.doubts]
  const faulty = (key: string) => said.find((one) => one.field === key)
  const stood = (key: string) => (row.values[key] === undefined ? String(faulty(key)?.params['value'] ?? '') : show(row.values[key]))
  const form = `mend-${row.row}`
  return (
    <>
      <tr data-bare={said.length > 0 || undefined}>
        <th scope="row">{row.row}</th>
        {columns.map(({ key, label }) => (
          <td key={key} data-label={label}>
            {isOpen || faulty(key) ? (
              <TextInput
                form={form}
                size="xs"
                aria-label={w('imports.cell-of', { column: label, row: row.row })}
                aria-describedby={faulty(key) ? `faults-${row.row}` : undefined}
                error={row.state === 'wrong' && faulty(key) !== undefined}
                value={mended[key] ?? stood(key)}
                onChange={(event) => mend({ ...mended, [key]: event.currentTarget.value })}
                autoComplete="off"
                className={classes['cell'] ?? ''}
              />
            ) : (
              show(row.values[key])
            )}
          </td>
        ))}
        <td>
          <form
            id={form}
            className={classes['mend']}
            onSubmit={(event) => {
              event.preventDefault()
              if (Object.keys(mended).length > 0 && !check.isPending) check.mutate({ params: { id: importId }, body: { rows: [{ row: row.row, values: { ...mended } }] } })
            }}
          >
            <Button type="submit" size="compact-sm" aria-label={w('imports.mend', { row: row.row })} disabled={Object.keys(mended).length === 0} loading={check.isPending}>
              {w('imports.mend-short')}
            </Button>
            {isOpen ? null : (
              <Button variant="subtle" size="compact-sm" aria-label={w('imports.all-cells', { row: row.row })} onClick={() => setOpen(true)}>
                {w('imports.all-cells-short')}
              </Button>
            )}
          </form>
          {check.isError ? <span role="alert">{problemText(check.error.problem, language)}</span> : null}
        </td>
      </tr>
      <RowFaults row={row} span={columns.length + 2} />
    </>
  )
}
