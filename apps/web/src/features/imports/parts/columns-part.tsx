import { type Import, importEncodings } from '@guildhall/contract/exchange'
import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FileField } from '../../../ui/file-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useWords } from '../../../ui/language.tsx'
import classes from './imports.module.css'
import { useRegisters } from './registers.ts'
import { findSource, type Source } from './sources.ts'
import { type Reading, useCheck } from './use-check.ts'

const leftOut = '-'

/** How the file was read: sheet, header row, character set, columns. Folded away as long as it was read well; what the person says is read anew. */
export function ColumnsPart({ one }: { one: Import }) {
  const w = useWords()
  const fields = useRegisters().data?.items.find(({ target }) => target === one.target)?.fields ?? []
  const [told, tell] = useState<Reading>({})
  const { check, isPending, problem } = useCheck({ replace: true })
  const source = findSource(one.id)
  const known = one.columns.filter((column) => column.field !== null).length
  const read = (from: Source) => check(one.target, from, { ...(one.sheet && one.sheets.length > 1 ? { sheet: one.sheet } : {}), ...told, ...(told.fill ? { fill: Object.fromEntries(Object.entries(told.fill).filter(([, text]) => text.trim() !== '')) } : {}) })
  const isWorkbook = one.encoding === null
  const missing = fields.filter(({ key }) => one.faults.some((fault) => fault.code === 'column-missing' && fault.field === key))
  const unknownLast = [...one.columns].sort((a, b) => Number(a.field === null) - Number(b.field === null))
  return (
    <details className={classes['columns']} open={one.faults.length > 0}>
      <summary>
        {w('imports.columns')} – {w('imports.columns-read', { known, n: one.columns.length })}
      </summary>
      <div className={classes['reading']}>
        {one.sheets.length > 1 ? (
          <Select label={w('imports.sheet')} allowDeselect={false} value={told.sheet ?? one.sheet} data={one.sheets.map(({ name, rows }) => ({ value: name, label: w('imports.sheet-rows', { name, n: rows }) }))} onChange={(sheet) => tell(sheet ? { ...told, sheet } : told)} />
        ) : null}
        <NumberInput label={w('imports.header-row')} min={1} max={2_000_000} allowDecimal={false} hideControls value={told.headerRow ?? one.headerRow ?? ''} onChange={(row) => tell(typeof row === 'number' ? { ...told, headerRow: row } : told)} />
        {isWorkbook ? null : (
          <Select label={w('imports.encoding')} allowDeselect={false} value={told.encoding ?? one.encoding} data={[...importEncodings]} onChange={(value) => tell({ ...told, encoding: importEncodings.find((known) => known === value) ?? 'utf-8' })} />
        )}
        {unknownLast.map(({ column, label, field }) => (
          <Select
            key={column}
            label={w('imports.column-means', { column: label || String(column) })}
            searchable
            allowDeselect={false}
            disabled={label === ''}
            value={(told.columns && label in told.columns ? told.columns[label] : field) ?? leftOut}
            data={[{ value: leftOut, label: w('imports.leave-out') }, ...fields.map(({ key, label: shown }) => ({ value: key, label: shown }))]}
            onChange={(value) => tell({ ...told, columns: { ...told.columns, [label]: value === leftOut ? null : value } })}
          />
        ))}
        {missing.map(({ key, label }) => (
          <TextInput
            key={key}
            label={w('imports.fill', { column: label })}
            description={w(one.target === 'people' ? 'imports.fill-people' : 'imports.fill-how')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            autoComplete="off"
            maxLength={500}
            value={told.fill?.[key] ?? ''}
            onChange={(event) => tell({ ...told, fill: { ...told.fill, [key]: event.currentTarget.value } })}
          />
        ))}
      </div>
      <p className={classes['note']}>{w('imports.remembered')}</p>
      <FormProblem problem={problem} wrong={[]} />
      {source ? (
        <Button variant="default" loading={isPending} disabled={Object.keys(told).length === 0} onClick={() => read(source)}>
          {w('imports.read-again')}
        </Button>
      ) : (
        <>
          <p>{w('imports.choose-again')}</p>
          <FileField accept=".xlsx,.csv,.txt" file={undefined} isBusy={isPending} onFile={(file) => read({ file })} />
        </>
      )}
    </details>
  )
}

/** What of the file is not looked at, said where it is seen: columns that no field was found for, rows that are sums and notes. */
export function LeftOut({ one }: { one: Import }) {
  const w = useWords()
  const unread = one.columns.filter(({ field, label }) => field === null && label !== '').map(({ label }) => label)
  return (
    <>
      {unread.length > 0 ? <p className={classes['note']}>{w('imports.columns-left', { names: unread.join(w('web.comma')) })}</p> : null}
      {one.skipped.length > 0 ? (
        <details className={classes['columns']}>
          <summary>{w('imports.skipped', { n: one.skipped.length })}</summary>
          <ul className={classes['findings']}>
            {one.skipped.slice(0, 50).map(({ row, why }) => (
              <li key={row}>{w(`imports.skipped.${why}`, { row })}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}
