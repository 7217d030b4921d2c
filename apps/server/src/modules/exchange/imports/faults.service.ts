import type { RowFault } from '@guildhall/contract/exchange'
import { findWords, say } from '@guildhall/words'
import type { Context } from '../../../platform/context.ts'
import { look } from '../../../platform/database/doors.ts'
import { faultSheet } from '../../../platform/exchange-io/fault-sheet.ts'
import type { ImportFault } from '../../../platform/exchange-io/import-fields.ts'
import type { ImportPlan, PlannedRow } from '../../../platform/exchange-io/import-plan.ts'
import type { Cell } from '../../../platform/exchange-io/table.ts'
import { writeXlsx } from '../../../platform/exchange-io/xlsx-write.ts'
import { conflict } from '../../../platform/http/refused.ts'
import { ownHome, readImport } from './imports.queries.ts'

/** Exactly the faulty rows as they stood in the file, with the reasons in the reader's language: mended in Excel, it is imported again. */
export async function writeFaults(ctx: Context, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { one, rows } = await look(ctx, async (trx) => ({
    one: await readImport(ctx, trx, id),
    rows: await trx.selectFrom('importRows').select(['line', 'faults', 'cells', 'content', 'names']).where('homeId', '=', ownHome(ctx)).where('importId', '=', id).where('state', '=', 'wrong').orderBy('line').execute(),
  }))
  if (!rows.length) throw conflict('no-faulty-rows')
  const language = ctx.actor.language
  const columns = one.columns.map(({ column, label, field }) => ({ column, label, ...(field === null ? {} : { field }) }))
  const planned = rows.map(({ line, faults, cells, content, names }) => {
    const values = { ...(content as PlannedRow['values']), ...(names as PlannedRow['values']) } // safe: both written by a check
    // A row that was refused on its way in kept its values only: they say the same as its cells did.
    const stood = (cells as Cell[] | null) ?? columns.map((column): Cell => ({ raw: column.field === undefined ? '' : String(values[column.field] ?? ''), kind: 'text' })) // safe: written by a check
    return { row: line, state: 'wrong' as const, known: false, key: '', values, changes: [], doubts: [], cells: stood, faults: (faults as RowFault[]).map(inFault) } // safe: as above
  })
  const plan: ImportPlan = { fields: [], faults: [], skipped: [], rows: planned, counts: { new: 0, changed: 0, same: 0, doubtful: 0, wrong: planned.length }, header: { row: one.headerRow ?? 1, lastRow: one.headerRow ?? 1, height: 1, matched: columns.length, columns } }
  const reason = say('imports.reason', {}, language)
  const sheet = faultSheet(plan, { say: (code, params) => findWords(`import-fault.${code}`, params, language) ?? sayRefusal(code, params, language), reason, name: one.sheet || reason })
  return { name: `${one.fileName.replace(/\.[^.]*$/, '') || one.target}-${reason}.xlsx`, bytes: await writeXlsx([sheet]) }
}

/** A register refuses in the words of its own form. */
const sayRefusal = (code: string, params: Readonly<Record<string, string | number>>, language: Context['actor']['language']): string => findWords(`problem.${code}`, params, language) ?? findWords(`fault.${code}`, params, language) ?? code

const inFault = ({ row, column, field, code, params }: RowFault): ImportFault => ({ row, code: code as ImportFault['code'], params, ...(column === null ? {} : { column }), ...(field === null ? {} : { field }) }) // safe: codes of a register are said by `sayRefusal`
