import type { programmeSheetFaults, programmeSheetWarnings, SheetFinding } from './programme-sheet.ts'

type Fault = (typeof programmeSheetFaults)[number]
type Warning = (typeof programmeSheetWarnings)[number]
type Params = Readonly<Record<string, string | number>>

/** Collects what is wrong or odd while a sheet is read; every finding names sheet, row and, where there is one, column. */
export type Findings = Readonly<{
  faults: SheetFinding<Fault>[]
  warnings: SheetFinding<Warning>[]
  fault(row: number, code: Fault, params?: Params, column?: number): void
  warn(row: number, code: Warning, params?: Params, column?: number): void
}>

export function startFindings(sheet: string): Findings {
  const faults: SheetFinding<Fault>[] = []
  const warnings: SheetFinding<Warning>[] = []
  const base = (row: number, params: Params, column: number | undefined) => ({
    sheet,
    row,
    ...(column === undefined ? {} : { column }),
    params: { row, ...params },
  })
  return {
    faults,
    warnings,
    fault: (row, code, params = {}, column) => void faults.push({ ...base(row, params, column), code }),
    warn: (row, code, params = {}, column) => void warnings.push({ ...base(row, params, column), code }),
  }
}
