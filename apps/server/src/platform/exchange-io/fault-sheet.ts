import type { ImportFault, ImportFaultCode } from './import-fields.ts'
import type { ImportPlan } from './import-plan.ts'
import { sheetName } from './export-table.ts'
import { cellAt, shownText } from './table.ts'
import type { SheetToWrite } from './xlsx-write.ts'

/** Turns a code and its params into a sentence for the reader. */
export type SayFault = (code: ImportFaultCode, params: Readonly<Record<string, string | number>>) => string

/**
 * Exactly the faulty rows, as they stood in the file, with a column of reasons in front: to mend in Excel and to bring again. The reason column fits no field, so the
 * next import leaves it out.
 */
export function faultSheet(
  plan: ImportPlan,
  { say, reason, name }: Readonly<{ say: SayFault; reason: string; name: string }>,
): SheetToWrite {
  const columns = plan.header?.columns ?? []
  const wrong = plan.rows.filter((row) => row.state === 'wrong')
  return {
    name: sheetName(name),
    columns: [{ kind: 'text', width: 60 }, ...columns.map(() => ({ kind: 'text' as const, width: 16 }))],
    head: [[reason, ...columns.map((column) => column.label)]],
    rows: wrong.map((row) => [
      row.faults.map((fault) => say(fault.code, fault.params)).join('\n'),
      ...columns.map(({ column }) =>
        lost(row.faults, column) ? undefined : shownText(cellAt({ number: row.row, hidden: false, cells: row.cells }, column)),
      ),
    ]),
  }
}

/** A damaged number stays out: as text in a sheet of ours it would look sound, and come through the next time. The reason still shows it. */
const lost = (faults: readonly ImportFault[], column: number) =>
  faults.some((fault) => fault.column === column && fault.code === 'digits-lost')
