import type { ImportRow, RowFault } from '@guildhall/contract/exchange'
import { useCallback } from 'react'
import { useLanguage } from '../../../ui/language.tsx'
import { findWords } from '../../../ui/open-books.ts'
import classes from './imports.module.css'

/** A fault in the reader's language: of a cell, or, where the register itself refused the row, in the words of its own form. */
export function useFaultText(): (fault: RowFault) => string {
  const { language } = useLanguage()
  return useCallback(({ code, params }) => findWords(`import-fault.${code}`, params, language) ?? findWords(`problem.${code}`, params, language) ?? findWords(`fault.${code}`, params, language) ?? code, [language])
}

/** What is wrong or doubtful about a row, on a line under it. */
export function RowFaults({ row, span }: { row: Pick<ImportRow, 'row' | 'faults' | 'doubts'>; span: number }) {
  const say = useFaultText()
  const said = [...row.faults, ...row.doubts]
  if (said.length === 0) return null
  return (
    <tr className={classes['faults']}>
      <td colSpan={span} id={`faults-${row.row}`}>
        {said.map((fault) => (
          <p key={`${fault.code} ${fault.field}`}>{say(fault)}</p>
        ))}
      </td>
    </tr>
  )
}
