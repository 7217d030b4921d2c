import type { Import, ImportTargetName } from '@guildhall/contract/exchange'
import { type Context, newId } from '../../../platform/context.ts'
import { act, hashOf, look } from '../../../platform/database/doors.ts'
import { BadFile } from '../../../platform/exchange-io/bad-file.ts'
import type { TextEncoding } from '../../../platform/exchange-io/encoding.ts'
import { findSheet, type ToldColumns } from '../../../platform/exchange-io/find-header.ts'
import { codesOf, type ImportField, shownChoice } from '../../../platform/exchange-io/import-fields.ts'
import { type ImportPlan, type PlannedRow, planImport, type RowState, rowStates } from '../../../platform/exchange-io/import-plan.ts'
import type { LoadedTarget, RegisterFault } from '../../../platform/exchange-io/import-target.ts'
import { readPasted } from '../../../platform/exchange-io/pasted.ts'
import { readTableApart } from '../../../platform/exchange-io/read-table-apart.ts'
import type { Sheet, Table } from '../../../platform/exchange-io/table.ts'
import type { UploadedFile } from '../../../platform/http/mount.ts'
import { fault, notAllowed, Refused } from '../../../platform/http/refused.ts'
import { targetOf } from '../targets/targets.ts'
import { demandTarget, mayImport } from './import-rights.ts'
import { ownHome, readImport } from './imports.queries.ts'
import { findRemembered, forgetUntaken, insertImport, insertRows, type KeptPlan, type NameOf, outFault, rememberColumns } from './imports.store.ts'

const mostBytes = 50 << 20
/** A register of more rows is divided: somebody has to look at what the check says. */
const mostRows = 20_000

type Options = Readonly<{ sheet?: string | undefined; headerRow?: number | undefined; encoding?: TextEncoding | undefined; columns?: ToldColumns | undefined; fill?: Readonly<Record<string, string>> | undefined }>

/** Reads an uploaded file and keeps what each of its rows would do. Nothing goes into the register yet. */
export async function checkFile(ctx: Context, name: ImportTargetName, file: UploadedFile, options: Options): Promise<Import> {
  if (!mayImport(ctx, targetOf(name))) {
    file.stream.resume()
    throw notAllowed()
  }
  const fileId = newId(ctx)
  const saved = await ctx.house.files.save(fileId, file.stream, mostBytes)
  if (saved === 'too-large') throw new Refused(413, 'too-large', { params: { limit: '50 MB' } })
  try {
    const bytes = await ctx.house.files.read(fileId)
    const table = await readable(() => readTableApart(bytes, { ...(options.encoding ? { encoding: options.encoding } : {}) }))
    return await check(ctx, name, { table, fileName: plainName(file.name), hash: saved.sha256 }, options)
  } finally {
    await ctx.house.files.remove(fileId)
  }
}

/** The same with pasted cells. */
export async function checkPasted(ctx: Context, name: ImportTargetName, given: Readonly<{ text: string }> & Options): Promise<Import> {
  demandTarget(ctx, targetOf(name))
  const table = await readable(async () => readPasted(given.text))
  return check(ctx, name, { table, fileName: '', hash: hashOf(given.text) }, given)
}

async function check(ctx: Context, name: ImportTargetName, file: Readonly<{ table: Table; fileName: string; hash: string }>, options: Options): Promise<Import> {
  const target = targetOf(name)
  const homeId = ownHome(ctx)
  const { loaded, told } = await look(ctx, async (trx) => ({ loaded: await target.load(ctx, trx), told: { ...(await findRemembered(trx, homeId, name)), ...options.columns } }))
  const sheet = chooseSheet(file.table, loaded.fields, options.sheet)
  if (sheet.rows.length > mostRows) throw new Refused(422, 'file.too-many-rows', { params: { limit: mostRows } })
  const plan = planImport({
    sheet, told, fields: loaded.fields, keyFields: target.keyFields, existing: loaded.existing, language: ctx.actor.language, decimal: file.table.delimiter === ';' ? ',' : '.',
    ...(loaded.keyOf ? { keyOf: loaded.keyOf } : {}), ...(target.alike ? { alike: target.alike } : {}), ...(options.headerRow === undefined ? {} : { headerRow: options.headerRow }), ...(options.fill ? { fill: options.fill } : {}),
  })
  const rows = judged(plan, loaded)
  const counts = Object.fromEntries(rowStates.map((state) => [state, rows.filter((row) => row.state === state).length])) as Record<RowState, number> // safe: all five states
  const id = newId(ctx)
  return act(ctx, async (trx) => {
    await forgetUntaken(ctx, trx, homeId)
    if (options.columns) await rememberColumns(ctx, trx, homeId, name, told)
    await insertImport(ctx, trx, { id, homeId, target: name, fileName: file.fileName, fileHash: file.hash, plan: kept(file.table, sheet, plan), counts })
    await insertRows(ctx, trx, { id, homeId }, rows, namesOf(ctx, loaded.fields))
    return readImport(ctx, trx, id)
  })
}

function chooseSheet(table: Table, fields: readonly ImportField[], asked: string | undefined): Sheet {
  const sheet = asked === undefined ? findSheet(table, fields) : table.sheets.find((one) => one.name === asked)
  if (sheet) return sheet
  if (asked === undefined) throw new Refused(422, 'file.file-empty')
  throw fault('/sheet', 'no-such-sheet', { sheets: table.sheets.map((one) => one.name).join(', ').slice(0, 200) })
}

/** What the references of a row are called, in the language of who checks: their ids say nothing to a person. */
export function namesOf(ctx: Context, fields: readonly ImportField[]): NameOf {
  const known = new Map(fields.filter((field) => field.kind === 'reference').map((field) => [field.key, { field, names: new Map(field.choices?.map((one) => [one.code, shownChoice(one, ctx.actor.language)] as const)) }]))
  return (key, value) => {
    const found = typeof value === 'string' ? known.get(key) : undefined
    const names = found && codesOf(found.field, String(value)).flatMap((code) => found.names.get(code) ?? [])
    return names?.length ? names.join(', ') : undefined
  }
}

/** What the register itself has to say about each row, after its cells were read. */
export function judged(plan: ImportPlan, { judge, fields }: LoadedTarget): PlannedRow[] {
  if (!judge) return [...plan.rows]
  const columns = new Map(plan.header?.columns.flatMap((one) => (one.field ? [[one.field, one] as const] : [])))
  return plan.rows.map((row) => {
    if (row.state === 'wrong') return row
    const said = judge(row)
    if (!said) return row
    if (said.unchanged && !said.fault) return settle(row, said.unchanged)
    if (said.same) return { ...row, state: 'same', changes: [], doubts: [] }
    const placed = ({ field, code, params }: RegisterFault) => {
      const at = field === undefined ? undefined : columns.get(field)
      return { row: row.row, ...(at ? { column: at.column } : {}), ...(field === undefined ? {} : { field }), code, params: { row: row.row, column: at?.label ?? fields.find((one) => one.key === field)?.labels['en'][0] ?? '', ...params } }
    }
    // The codes of a register stand beside those of a cell: both are said by `import-fault.<code>`.
    if (said.fault) return { ...row, state: 'wrong', faults: [...row.faults, placed(said.fault) as unknown as PlannedRow['faults'][number]] } // safe: read as a fault with a code only
    if (said.doubt) return { ...row, state: 'doubtful', doubts: [...row.doubts, placed(said.doubt) as unknown as PlannedRow['doubts'][number]] } // safe: as above
    return row
  })
}

/** A row of which some changes are none: what another language calls the thing. */
function settle(row: PlannedRow, unchanged: readonly string[]): PlannedRow {
  const changes = row.changes.filter((one) => !unchanged.includes(one.field))
  return { ...row, changes, ...(changes.length || !row.known ? {} : { state: 'same' as const, doubts: [] }) }
}

const kept = (table: Table, sheet: Sheet, plan: ImportPlan): KeptPlan => ({
  sheets: table.sheets.slice(0, 100).map((one) => ({ name: one.name, rows: one.rows.length, hidden: one.hidden })), sheet: sheet.name, headerRow: plan.header?.row ?? null, encoding: table.encoding ?? null,
  columns: (plan.header?.columns ?? []).slice(0, 300).map(({ column, label, field, by }) => ({ column, label: label.slice(0, 200), field: field ?? null, by: by ?? null })),
  faults: plan.faults.map(outFault), skipped: plan.skipped.slice(0, 1000),
})

/** A file as a whole that cannot be read: refused in one sentence that names the remedy. */
async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof BadFile ? new Refused(422, `file.${error.code}`, { params: { ...error.params } }) : error
  }
}

const plainName = (name: string) => (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(-200)
