import { z } from 'zod'
import { ById, endpoint, Id, listQuery, Moment, pageOf } from '../http/index.ts'

/** Registers that take rows from a file. */
export const importTargets = ['organisations', 'needs', 'classes', 'learners', 'people'] as const
export type ImportTargetName = (typeof importTargets)[number]
/** `stopped`: cancelled, or refused on its way; what was taken stays, and it can go on. */
export const importStates = ['checked', 'taking', 'stopped', 'done', 'failed', 'undoing', 'undone'] as const
export const importRowStates = ['new', 'changed', 'same', 'doubtful', 'wrong'] as const
export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const

const Value = z.union([z.string(), z.number(), z.boolean()])
/** What is wrong or doubtful, and where: `import-fault.<code>`, else `fault.<code>`, says it. `column` counts from 1. */
const RowFault = z.object({ row: z.number().int(), column: z.number().int().nullable(), field: z.string().nullable(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).meta({ id: 'ImportFault' })
export type RowFault = z.infer<typeof RowFault>

const Target = z
  .object({ target: z.enum(importTargets), fields: z.array(z.object({ key: z.string(), label: z.string(), kind: z.string(), required: z.boolean() })), canUndo: z.boolean() })
  .meta({ id: 'ImportTarget' })

const Counts = z.object({ new: z.number().int(), changed: z.number().int(), same: z.number().int(), doubtful: z.number().int(), wrong: z.number().int() })

export const ImportRun = z
  .object({
    id: Id, target: z.enum(importTargets), fileName: z.string(), state: z.enum(importStates),
    counts: Counts,
    /** Rows that are in by now. */
    taken: z.number().int(), jobId: Id.nullable(), by: z.object({ id: Id, name: z.string() }).nullable(), at: Moment, takenAt: Moment.nullable(), allowed: z.array(z.enum(['take', 'mend', 'undo', 'faults'])),
  })
  .meta({ id: 'ImportRun' })
export type ImportRun = z.infer<typeof ImportRun>

export const Import = ImportRun.extend({
  sheets: z.array(z.object({ name: z.string(), rows: z.number().int(), hidden: z.boolean() })), sheet: z.string().nullable(), headerRow: z.number().int().nullable(), encoding: z.string().nullable(),
  /** Columns of the file as they were understood; `by`: told by a person (or remembered), or known by name. */
  columns: z.array(z.object({ column: z.number().int(), label: z.string(), field: z.string().nullable(), by: z.enum(['told', 'name', 'bare']).nullable() })),
  /** Faults of the file as a whole: with one of them no row can be taken. */
  faults: z.array(RowFault),
  skipped: z.array(z.object({ row: z.number().int(), why: z.enum(['total', 'header-again', 'note']) })),
}).meta({ id: 'Import' })
export type Import = z.infer<typeof Import>

export const ImportRow = z
  .object({
    /** Values as a person reads them: choices and references by their names. */
    row: z.number().int(), state: z.enum(importRowStates), known: z.boolean(), values: z.record(z.string(), Value),
    changes: z.array(z.object({ field: z.string(), from: Value.nullable(), to: Value.nullable() })), faults: z.array(RowFault), doubts: z.array(RowFault), takenAt: Moment.nullable(), thingId: Id.nullable(),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

const byTarget = z.object({ target: z.enum(importTargets) })
/** What a person says about the columns: header text → key of the field, or null for "leave it out". It is remembered for the organisation. */
const Columns = z.record(z.string().max(200), z.string().max(60).nullable())
/** What stands in every row, for a column that the file does not have: key of the field → text. A list of staff rarely says what each may do. */
const Fill = z.record(z.string().max(60), z.string().max(500))
const asText = <Schema extends z.ZodType>(schema: Schema, message: string) =>
  z.string().max(20_000).transform((text, context): z.output<Schema> => {
    const parsed = schema.safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const rowNumber = z.number().int().min(1).max(2_000_000)
const job = z.object({ jobId: Id })

export const imports = {
  targets: endpoint({ method: 'GET', path: '/api/v1/imports/targets', access: 'session', summary: 'Registers that I may fill from a file, with their columns', answer: z.object({ items: z.array(Target) }) }),
  template: endpoint({ method: 'GET', path: '/api/v1/imports/:target/template', access: 'session', summary: 'An empty workbook with the columns of a register and the lists of my organisation', params: byTarget, answer: z.unknown(), download: true }),
  check: endpoint({
    method: 'POST', path: '/api/v1/imports/:target/check', access: 'session', summary: 'Read a file (XLSX, CSV) and say what each row would do; nothing is taken yet', params: byTarget, upload: true,
    body: z.object({ sheet: z.string().max(100).optional(), headerRow: z.coerce.number().int().min(1).max(2_000_000).optional(), encoding: z.enum(importEncodings).optional(), columns: asText(Columns, 'not-columns').optional(), fill: asText(Fill, 'not-a-fill').optional() }), answer: Import, status: 201,
  }),
  checkPasted: endpoint({
    method: 'POST', path: '/api/v1/imports/:target/check-pasted', access: 'session', summary: 'The same with cells pasted from Excel or WPS', params: byTarget,
    body: z.object({ text: z.string().min(1).max(1_500_000), headerRow: rowNumber.optional(), columns: Columns.optional(), fill: Fill.optional() }), answer: Import, status: 201,
  }),
  list: endpoint({ method: 'GET', path: '/api/v1/imports', access: 'session', summary: 'Imports of my organisation', query: listQuery({ sort: ['at'], filters: { target: z.enum(importTargets).optional() } }), answer: pageOf(ImportRun) }),
  one: endpoint({ method: 'GET', path: '/api/v1/imports/:id', access: 'session', summary: 'One import: columns, counts, state', params: ById, answer: Import }),
  rows: endpoint({ method: 'GET', path: '/api/v1/imports/:id/rows', access: 'session', summary: 'Rows of an import by their state, in the order of the file', params: ById, query: listQuery({ sort: ['row'], filters: { state: z.enum(importRowStates).optional() } }), answer: pageOf(ImportRow) }),
  mend: endpoint({
    method: 'POST', path: '/api/v1/imports/:id/mend', access: 'session', summary: 'Correct cells of rows that are not in yet; they are checked again', params: ById,
    /** `values`: key of the field → the text as it would stand in the file; an empty text empties the cell. */
    body: z.object({ rows: z.array(z.object({ row: rowNumber, values: z.record(z.string().max(60), z.string().max(20_000)) })).min(1).max(200) }), answer: z.object({ counts: Counts, items: z.array(ImportRow) }),
  }),
  take: endpoint({ method: 'POST', path: '/api/v1/imports/:id/take', access: 'session', summary: 'Take the new and changed rows, and those doubtful ones that are named, as background work', params: ById, body: z.object({ doubtful: z.union([z.literal('all'), z.array(rowNumber).max(20_000)]).default([]) }), answer: job, status: 202 }),
  faults: endpoint({ method: 'GET', path: '/api/v1/imports/:id/faults', access: 'session', summary: 'Exactly the faulty rows as a workbook, each with its reason', params: ById, answer: z.unknown(), download: true }),
  undo: endpoint({ method: 'POST', path: '/api/v1/imports/:id/undo', access: 'session', summary: 'Take a whole import back while nothing depends on it', params: ById, answer: job, status: 202 }),
}
